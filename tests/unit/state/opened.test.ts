/** Proves what a session remembers of its files: content met before, and the files that mended rows belong to. */
import { describe, expect, it } from 'vitest';
import type { AreaCode } from '../../../src/model/area.ts';
import type { Receipt } from '../../../src/model/receipt.ts';
import type { IsoDate } from '../../../src/model/snapshot.ts';
import { OpenedFiles } from '../../../src/state/opened.svelte.ts';

/** Only what is asked of a receipt here; content `x` has the hash `x`. */
function receipt(
  files: Readonly<Record<string, string>>,
  { asOf = '2022-06-29', province = '94', isMended = false, isActs = false } = {},
): Receipt {
  const headers = isMended ? [{ header: 'รหัสการกัก', column: 'quarantine_code' }] : [];
  return {
    files: Object.entries(files).map(([name, sha256]) => ({ name, sha256, headers })),
    snapshots: [{ number: 1, snapshot: { province: province as AreaCode, asOf: asOf as IsoDate }, isActs }],
  } as unknown as Receipt;
}
const file = (name: string): File => new File([], name);

describe('content met before', () => {
  it('is told of a file that is open still, of one opened earlier, and of two alike chosen at once', () => {
    const opened = new OpenedFiles();
    const first = receipt({ 'ก.csv': 'x' });
    opened.meet(first, []);
    expect(opened.again).toEqual([]);
    opened.meet(receipt({ 'ข.csv': 'x', 'ค.csv': 'y' }), [first]);
    expect(opened.again).toEqual([{ file: 'ข.csv', earlier: 'ก.csv', isLoaded: true }]);
    opened.meet(receipt({ 'ง.csv': 'y', 'จ.csv': 'z', 'ฉ.csv': 'z' }), []);
    expect(opened.again).toEqual([
      { file: 'ง.csv', earlier: 'ค.csv', isLoaded: false },
      { file: 'ฉ.csv', earlier: 'จ.csv', isLoaded: false },
    ]);
  });
});

it('takes the sheets of one workbook for one file', () => {
  const opened = new OpenedFiles();
  const book = receipt({ 'ก.xlsx › หนึ่ง': 'x', 'ก.xlsx › สอง': 'x', 'ข.xlsx › หนึ่ง': 'x' });
  opened.meet(book, []);
  expect(opened.again).toEqual([{ file: 'ข.xlsx › หนึ่ง', earlier: 'ก.xlsx › หนึ่ง', isLoaded: false }]);
  opened.meet(receipt({ 'ก.xlsx › หนึ่ง': 'x', 'ก.xlsx › สอง': 'x' }), [book]);
  expect(opened.again).toHaveLength(1);
});

describe('mended rows', () => {
  const origin = receipt({ 'ก.csv': 'x' });
  const mended = receipt({ 'รอแก้ ก.csv': 'm' }, { isMended: true });
  const known = (files: readonly File[], answers = {}): OpenedFiles => {
    const opened = new OpenedFiles();
    opened.keep(origin, { files, answers });
    return opened;
  };

  it('want the file they came from where it is not at hand, and not where it comes with them', () => {
    const unknown = new OpenedFiles();
    expect(unknown.wantedBy(mended, [origin])).toBe('ก.csv');
    expect(unknown.wantedBy(receipt({ 'ก.csv': 'x', 'รอแก้ ก.csv': 'm' }, { isMended: true }), [origin])).toBeNull();
    expect(unknown.wantedBy(receipt({ 'ช่วย.csv': 'a' }, { isActs: true }), [origin])).toBe('ก.csv');
    expect(unknown.wantedBy(receipt({ 'ใหม่.csv': 'n' }), [origin])).toBeNull();
    expect(unknown.wantedBy(mended, [])).toBeNull();
    expect(known([file('ก.csv')]).wantedBy(mended, [origin])).toBeNull();
  });

  it('are read with the files they came from, and nothing is asked twice', () => {
    const [a, m] = [file('ก.csv'), file('รอแก้ ก.csv')];
    const answers = { 'as_of:0': '2022-06-29' };
    expect(known([a], answers).wholeOf(mended, [m], [origin])).toEqual({ files: [a, m], answers, gone: null });
  });

  it('take the place of the file that was mended before under the same name', () => {
    const [a, before, m] = [file('ก.csv'), file('รอแก้ ก.csv'), file('รอแก้ ก.csv')];
    expect(known([a, before], { 'as_of:1': 'x' }).wholeOf(mended, [m], [origin])).toEqual({
      files: [a, m],
      answers: {},
      gone: null,
    });
  });

  it('are read alone where they belong to nothing that is open, or were opened with it', () => {
    const [a, m] = [file('ก.csv'), file('รอแก้ ก.csv')];
    expect(known([a]).wholeOf(mended, [m], [])).toBeNull();
    expect(known([a]).wholeOf(receipt({ m: 'm' }, { isMended: true, asOf: '2022-07-20' }), [m], [origin])).toBeNull();
    expect(known([a]).wholeOf(mended, [a, m], [origin])).toBeNull();
    expect(known([a]).wholeOf(receipt({ 'ใหม่.csv': 'n' }), [m], [origin])).toBeNull();
  });
});

describe('acts of help', () => {
  const [a, h] = [file('ก.csv'), file('บันทึก.csv')];
  const origin = receipt({ 'ก.csv': 'x' });
  const opened = new OpenedFiles();
  opened.keep(origin, { files: [a], answers: {} });

  it('are read with the files of the snapshot that they belong to', () => {
    const acts = receipt({ 'บันทึก.csv': 'h' }, { isActs: true });
    expect(opened.wholeOf(acts, [h], [origin])).toEqual({ files: [a, h], answers: {}, gone: null });
  });

  it('are read alone where households came with them, or none of their snapshot are open', () => {
    expect(opened.wholeOf(receipt({ 'บันทึก.csv': 'h', 'ข.csv': 'y' }), [h, file('ข.csv')], [origin])).toBeNull();
    const other = receipt({ 'บันทึก.csv': 'h' }, { isActs: true, asOf: '2022-07-20' });
    expect(opened.wholeOf(other, [h], [origin])).toBeNull();
  });
});

describe('households opened after acts of help', () => {
  const [h, a] = [file('บันทึก.csv'), file('ก.csv')];
  const acts = receipt({ 'บันทึก.csv': 'h' }, { isActs: true, asOf: '2022-07-20' });
  const opened = new OpenedFiles();
  opened.keep(acts, { files: [h], answers: { 'as_of:0': '2022-07-20' } });
  const answers = { 'as_of:0': '2022-06-29' };

  it('are read with them, whatever date was told of the acts, and nothing is asked twice', () => {
    const whole = opened.wholeOf(receipt({ 'ก.csv': 'x' }), [a], [acts], answers);
    expect(whole).toEqual({ files: [a, h], answers, gone: acts });
  });

  it('are read alone where the acts were chosen along with them, or are of another province', () => {
    expect(opened.wholeOf(receipt({ 'ก.csv': 'x', 'บันทึก.csv': 'h' }), [a, h], [acts], answers)).toBeNull();
    const elsewhere = receipt({ 'ข.csv': 'y' }, { province: '13' });
    expect(opened.wholeOf(elsewhere, [file('ข.csv')], [acts], {})).toBeNull();
  });
});
