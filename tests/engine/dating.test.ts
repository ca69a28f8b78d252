/** Proves that a file's dates and province are found, asked where they are not, and told otherwise by the reader, on the real engine. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../src/engine/rows.ts';
import type { AreaCode } from '../../src/model/area.ts';
import { dateKey, noCorrections } from '../../src/model/correction.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { snapshotKey, type IsoDate } from '../../src/model/snapshot.ts';
import { openIntake } from './opened.ts';

const { engine, answer, empty } = await openIntake();
beforeEach(empty);
const bring: typeof answer = (files, options) => answer(files, { today: '2022-12-31' as IsoDate, ...options });

type Rows = readonly (readonly string[])[];
const file = (rows: Rows, name = 'logbook.csv'): File =>
  new File([rows.map((row) => row.join(',')).join('\n') + '\n'], name);

const snapshotsOf = (receipt: Receipt): readonly string[] =>
  receipt.snapshots.map(({ snapshot, households }) => `${snapshotKey(snapshot)} ${households}`);
const warned = (receipt: Receipt): readonly string[] => receipt.warnings.map(({ code, rows }) => `${code} ${rows}`);

const header = ['ณ วันที่', 'รหัสบ้าน', 'ตำบล', 'อำเภอ', 'สถานะการช่วยเหลือ'];
const code = (number: number): string => `9401${String(number).padStart(7, '0')}`;
/** `count` households of one date, the codes from `first` on. */
const round = (date: string, count: number, first = 1, status = 'ช่วยเหลือแล้ว'): Rows =>
  Array.from({ length: count }, (_, index) => [date, code(first + index), 'รูสะมิแล', 'เมืองปัตตานี', status]);
const title = (text: string): Rows => [[text, '', '', '', '']];

describe('the as-of date', () => {
  it.each<readonly [string, Rows, string, string | null]>([
    ['the column alone', round('29/06/2565', 3), 'a.csv', '2022-06-29 column'],
    ['column and name alike', round('29/06/2565', 3), 'ปัตตานี 29 มิ.ย. 65.csv', '2022-06-29 column'],
    ['the name of when it was sent out', round('29/06/2565', 3), 'export 05-07-2565.csv', '2022-06-29 column'],
    ['the name alone, sent out', round('', 3), 'export 05-07-2565.csv', '2022-07-05 name'],
    ['the innermost name', round('', 3), 'ปัตตานี 29-06-2565.csv', '2022-06-29 name'],
    ['column and another name', round('29/06/2565', 3), 'ปัตตานี 10-06-2565.csv', null],
    ['two dates in the name', round('', 3), '10-06-2565 ถึง 29-06-2565.csv', null],
    ['one of them in the column', round('10/06/2565', 3), '10-06-2565 ถึง 29-06-2565.csv', '2022-06-10 column'],
    ['none at all', round('', 3), 'a.csv', null],
  ])('%s', async (_, rows, name, expected) => {
    const { receipt, asked } = await bring([file([header, ...rows], name)]);
    const [found] = receipt.files;
    expect(asked.map(({ id }) => id)).toEqual(expected ? [] : ['as_of:0']);
    if (expected) expect(`${found?.asOf} ${found?.asOfFrom}`).toBe(expected);
  });

  it.each<readonly [string, string | null]>([
    ['ข้อมูล ณ วันที่ 10 มิถุนายน 2565', null],
    ['ข้อมูล ณ วันที่ 29 มิถุนายน 2565', '2022-06-29'],
    ['ข้อมูล ณ วันที่ 29 มิ.ย. 2565 พิมพ์เมื่อ 5 ก.ค. 2565', '2022-06-29'],
    ['พิมพ์ ณ วันที่ 5 กรกฎาคม 2565', '2022-06-29'],
    ['รายงานประจำเดือนเมษายน 2565', '2022-06-29'],
    ['ผลการช่วยเหลือระหว่าง 1 มกราคม 2565 ถึง 30 กันยายน 2565', '2022-06-29'],
    ['แนบหนังสือลงวันที่ 5 กรกฎาคม 2565', '2022-06-29'],
  ])('of a column of 29 June under the title %s', async (words, expected) => {
    const { receipt, asked } = await bring([file([...title(words), header, ...round('29/06/2565', 3)])]);
    expect(asked.map(({ id }) => id)).toEqual(expected ? [] : ['as_of:0']);
    if (expected) expect(receipt.files[0]?.asOf).toBe(expected);
  });

  it.each<readonly [string, string | null]>([
    ['ข้อมูล ณ วันที่ 10 มิถุนายน 2565', '2022-06-10 title'],
    ['รายงานการช่วยเหลือ 10 มิถุนายน 2565', '2022-06-10 title'],
    ['พิมพ์เมื่อ 5 กรกฎาคม 2565', null],
    ['ตั้งแต่ 1 มกราคม 2565 ถึง 30 กันยายน 2565', null],
  ])('told by nothing but the title %s', async (words, expected) => {
    const { receipt, asked } = await bring([file([...title(words), header, ...round('', 3)])]);
    expect(asked.map(({ id }) => id)).toEqual(expected ? [] : ['as_of:0']);
    if (expected) expect(`${receipt.files[0]?.asOf} ${receipt.files[0]?.asOfFrom}`).toBe(expected);
  });

  it('is asked where three places disagree, each named, the latest that is not to come proposed', async () => {
    const rows = [...title('ข้อมูล ณ วันที่ 30 กันยายน 2575'), header, ...round('10/06/2565', 3)];
    const { receipt, asked } = await bring([file(rows, 'ปัตตานี 29-06-2565.csv')]);
    expect(asked[0]).toMatchObject({ code: 'as_of', proposed: '2022-06-29', from: null });
    expect(asked[0]?.found).toEqual([
      { date: '2022-06-10', from: 'column' },
      { date: '2022-06-29', from: 'name' },
      { date: '2032-09-30', from: 'title' },
    ]);
    expect(snapshotsOf(receipt)).toEqual(['94.2022-06-29 3']);
    // The answer is the date of all rows: none differs from it.
    expect(warned(receipt)).toEqual([]);
    expect(receipt.assumptions).toContainEqual({ code: 'as_of_asked', rows: 3 });
    const other = await bring([file(rows, 'ปัตตานี 29-06-2565.csv')], {
      answers: { 'as_of:0': '2022-06-10' },
      firstSnapshot: 2,
    });
    expect(snapshotsOf(other.receipt)).toEqual(['94.2022-06-10 3']);
  });

  it('is what the reader has changed it to, and nothing is asked', async () => {
    const one = file([header, ...round('29/06/2565', 3)], 'ปัตตานี 10-06-2565.csv');
    const { receipt } = await bring([one]);
    const [known] = receipt.files;
    if (!known) throw new Error('no file');
    const corrections = { ...noCorrections, dates: { [dateKey(known)]: '2022-06-15' as IsoDate } };
    const again = await bring([one], { corrections, firstSnapshot: 2 });
    expect(again.asked).toEqual([]);
    expect(again.receipt.files[0]).toMatchObject({ asOf: '2022-06-15', asOfFrom: 'corrected' });
    expect(snapshotsOf(again.receipt)).toEqual(['94.2022-06-15 3']);
    expect(warned(again.receipt)).toEqual([]);
    expect(again.receipt.assumptions).toContainEqual({ code: 'as_of_corrected', rows: 3 });
    // Another month's file of that name has a date of its own.
    const other = file([header, ...round('29/07/2565', 3)], 'ปัตตานี 10-06-2565.csv');
    expect((await bring([other], { corrections, firstSnapshot: 3 })).asked.map(({ id }) => id)).toEqual(['as_of:0']);
  });
});

it('of rows that went out to be mended is the one in the name they went out under', async () => {
  const rows = round('29/06/2565', 2).map((row) => [...row, 'fields_too_few']);
  const { receipt, asked } = await bring([file([[...header, 'รหัสการกัก'], ...rows], 'แถวที่กักไว้ 15-6-2565.csv')]);
  expect(asked).toEqual([]);
  expect(snapshotsOf(receipt)).toEqual(['94.2022-06-15 2']);
  expect(receipt.files[0]?.asOfFrom).toBe('name');
});

describe('a file of several rounds', () => {
  it('becomes a snapshot a date, a household of both counted in each', async () => {
    const rows = [...round('29/06/2565', 20), ...round('10/06/2565', 15, 6, 'ยังรอการช่วยเหลือ')];
    const { receipt, asked } = await bring([file([header, ...rows], 'ปัตตานี 29-06-2565.csv')]);
    expect(asked).toEqual([]);
    expect(snapshotsOf(receipt)).toEqual(['94.2022-06-10 15', '94.2022-06-29 20']);
    expect(receipt.files[0]).toMatchObject({ asOf: '2022-06-29', asOfFrom: 'column' });
    expect(receipt.files[0]?.rounds).toEqual([
      { asOf: '2022-06-29', rows: 20 },
      { asOf: '2022-06-10', rows: 15 },
    ]);
    expect(warned(receipt)).toEqual([]);
    const sql =
      'select snapshot, min(status) as low, max(status) as high from need group by snapshot order by snapshot';
    const { columns } = await ask<{ snapshot: number; low: number; high: number }>(engine, { sql, params: [] });
    expect(columns.low).toEqual(columns.high);
    expect(columns.low[0]).not.toBe(columns.low[1]);
  });

  it('keeps a rare date, a blank one and an impossible one in its commonest round, each with its warning', async () => {
    const rows = [
      ...round('29/06/2565', 30),
      ...round('๑๐/๐๖/๒๕๖๕', 20, 31),
      ...round('11/06/2565', 1, 51),
      ...round('', 2, 52),
      ...round('31/02/2565', 1, 54),
    ];
    const { receipt } = await bring([file([header, ...rows])]);
    expect(snapshotsOf(receipt)).toEqual(['94.2022-06-10 20', '94.2022-06-29 34']);
    expect([...warned(receipt)].sort()).toEqual(['as_of_blank 2', 'as_of_differs 1', 'date_impossible 1']);
  });

  it('stands beside the other files of its dates, by province', async () => {
    const there: Rows = Array.from({ length: 5 }, (_, index) => [
      '10/06/2565',
      `1301000000${index}`,
      'บางปรอก',
      'เมืองปทุมธานี',
      'ช่วยเหลือแล้ว',
    ]);
    const two = file([header, ...round('29/06/2565', 20), ...round('10/06/2565', 15, 6), ...there], 'a.csv');
    const one = file([header, ...round('10/06/2565', 3, 100)], 'b.csv');
    const { receipt } = await bring([two, one]);
    expect(snapshotsOf(receipt)).toEqual(['13.2022-06-10 5', '94.2022-06-10 18', '94.2022-06-29 20']);
    expect(receipt.files.map(({ rounds }) => rounds?.length)).toEqual([2, undefined]);
  });

  it('is not redated as a whole', async () => {
    const one = file([header, ...round('29/06/2565', 20), ...round('10/06/2565', 15)]);
    const [known] = (await bring([one])).receipt.files;
    const corrections = {
      ...noCorrections,
      dates: { [dateKey(known ?? { name: '', sha256: '' })]: '2022-01-01' as IsoDate },
    };
    const { receipt } = await bring([one], { corrections, firstSnapshot: 3 });
    expect(snapshotsOf(receipt)).toEqual(['94.2022-06-10 15', '94.2022-06-29 20']);
  });
});

describe('the province', () => {
  const rowsOf = (places: readonly (readonly [string, string, string])[], status = 'ช่วยเหลือแล้ว'): Rows => [
    ['รหัสบ้าน', 'ตำบล', 'อำเภอ', 'จังหวัด', 'สถานะการช่วยเหลือ'],
    ...places.map((place, index) => [code(index + 1), ...place, status]),
  ];
  const dated = (rows: Rows, name = 'บัญชี 29-06-2565.csv'): File => file(rows, name);
  /** How many households stand in each area; 0 for those that are on no map. */
  const areas = async (): Promise<Readonly<Record<string, number>>> => {
    const sql = 'select area, count(*) as rows from household group by area order by area';
    const { columns } = await ask<{ area: number; rows: number }>(engine, { sql, params: [] });
    return Object.fromEntries(columns.area.map((area, row) => [area, columns.rows[row] ?? 0]));
  };

  it('is asked of a file that names tambons alone, with those that have all of them first', async () => {
    const rows = rowsOf([
      ['รูสะมิแล', '', ''],
      ['ตะลุโบะ', '', ''],
      ['บานา', '', ''],
    ]);
    const { receipt, asked } = await bring([dated(rows)]);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ id: 'province:0', code: 'province', rows: 3, proposed: '94', near: ['94'] });
    expect(asked[0]?.choices).toHaveLength(77);
    expect(snapshotsOf(receipt)).toEqual(['94.2022-06-29 3']);
    expect(await areas()).toEqual({ 940104: 1, 940110: 1, 940111: 1 });
  });

  it('is proposed where one name is near, and the answer says what the misspelt name is', async () => {
    const rows = rowsOf([
      ['', '', 'ปัตานี'],
      ['รูสะมิแล', '', 'ปัตานี'],
    ]);
    const { receipt, asked } = await bring([dated(rows)]);
    expect(asked[0]).toMatchObject({ code: 'province', proposed: '94', near: ['94'], written: 'ปัตานี' });
    expect(snapshotsOf(receipt)).toEqual(['94.2022-06-29 2']);
    expect(await areas()).toEqual({ 940000: 1, 940110: 1 });
    expect(receipt.unplaced).toMatchObject([{ level: 'province', name: 'ปัตานี', accepted: '94', rows: 1 }]);
    expect(receipt.assumptions).toContainEqual({ code: 'place_corrected', rows: 1 });
  });

  it('is proposed where the file’s name or title tells it, and not by a word that only holds its name', async () => {
    const rows = rowsOf([['หนองบัว', '', '']]);
    const { asked } = await bring([dated(rows, 'ปัตตานี 29-06-2565.csv')]);
    expect(asked[0]).toMatchObject({ proposed: '94', near: ['94'] });
    const other = await bring([dated(rows, 'เผยแพร่ 29-06-2565.csv')], {
      answers: { 'province:0': '39' },
      firstSnapshot: 2,
    });
    expect(other.asked[0]).toMatchObject({ proposed: '', near: [] });
  });

  it('leaves nothing where it is not answered, and is taken as answered where nothing is near', async () => {
    const rows = rowsOf([['หนองบัว', '', '']]);
    await expect(bring([dated(rows)])).rejects.toMatchObject({
      code: 'file_nothing_kept',
      detail: { reason: 'place' },
    });
    await expect(bring([dated(rows)], { answers: null })).rejects.toMatchObject({ name: 'AbortError' });
    expect(await areas()).toEqual({});
    const { receipt } = await bring([dated(rows)], { answers: { 'province:0': '94' } });
    // There is no such tambon there: the household stands in the province, off the map, and its name is listed.
    expect(snapshotsOf(receipt)).toEqual(['94.2022-06-29 1']);
    expect(await areas()).toEqual({ 0: 1 });
    expect(receipt.unplaced).toMatchObject([{ level: 'tambon', name: 'หนองบัว', within: '94', accepted: null }]);
  });

  it('once told, near tambons are suggested in it, and one that stands in several amphoe is asked about', async () => {
    const rows = rowsOf([
      ['หนองระเวียง', '', ''],
      ['หนองระเวีย', '', ''],
      ['จอหอ', '', ''],
    ]);
    const { receipt } = await bring([dated(rows)], { answers: { 'province:0': '30' } });
    const listed = (name: string) => receipt.unplaced?.find((one) => one.name === name);
    expect(listed('หนองระเวียง')).toMatchObject({ level: 'tambon', within: '30', choices: ['300106', '301512'] });
    expect(listed('หนองระเวีย')?.choices).toContain('300106');
    expect(receipt.unplaced?.map(({ accepted }) => accepted)).toEqual([null, null]);
    const places = Object.fromEntries((receipt.unplaced ?? []).map(({ key }) => [key, '301512' as AreaCode]));
    const again = await bring([dated(rows)], {
      answers: { 'province:0': '30' },
      corrections: { ...noCorrections, places },
      firstSnapshot: 2,
    });
    expect(again.receipt.snapshots[0]?.areas).toContainEqual({ area: '3015', households: 2 });
  });

  it('is asked once for each file that has none, and of no other', async () => {
    const none = rowsOf([['หนองบัว', '', '']]);
    const told = rowsOf([['รูสะมิแล', 'เมืองปัตตานี', 'ปัตตานี']]);
    const { receipt, asked } = await bring(
      [dated(told), dated(none, 'ข 29-06-2565.csv'), dated(none, 'ค 29-06-2565.csv')],
      {
        answers: { 'province:1': '39', 'province:2': '39' },
      },
    );
    expect(asked.map(({ id }) => id)).toEqual(['province:1', 'province:2']);
    expect(receipt.snapshots.map(({ snapshot }) => snapshot.province)).toEqual(['39', '94']);
  });
});

describe('agencies', () => {
  const rows = (agencies: readonly string[]): Rows => [
    ['รหัสบ้าน', 'ตำบล', 'อำเภอ', 'มิติสุขภาพ', 'สถานะการช่วยเหลือ', 'หน่วยงานที่ช่วยเหลือ', 'กิจกรรมที่ช่วยเหลือ'],
    ...agencies.map((agency, index) => [code(index + 1), 'รูสะมิแล', 'เมืองปัตตานี', '1', 'ช่วยเหลือแล้ว', agency, 'ซ่อมบ้าน']),
  ];
  const written = ['สสจ.', 'สำนักงานสาธารณสุขจังหวัดปัตตานี', 'มูลนิธิ  สมมุติ', 'มูลนิธิ สมมุติ', '-', 'สสจ. และ พมจ.'];
  const helpers = async (): Promise<readonly (string | null)[]> =>
    (await ask<{ agency: string | null }>(engine, { sql: 'select agency from help order by line', params: [] })).columns
      .agency;
  const one = (): File => file(rows(written), 'ปัตตานี 29-06-2565.csv');

  it('become those of the registry; others stay as written, on top of the list, without a warning', async () => {
    const { receipt } = await bring([one()]);
    expect(await helpers()).toEqual([
      'health_office',
      'health_office',
      'มูลนิธิ สมมุติ',
      'มูลนิธิ สมมุติ',
      null,
      'สสจ. และ พมจ.',
    ]);
    expect(warned(receipt)).toEqual([]);
    expect(receipt.unknownValues).toEqual([]);
    const listed = receipt.values.filter(({ column }) => column === 'agency');
    expect(listed.map(({ value, rows, option, isUnknown }) => `${value} ${rows} ${option} ${isUnknown}`)).toEqual([
      'มูลนิธิ  สมมุติ 2 as_written false',
      'สสจ. และ พมจ. 1 as_written false',
      ' 1 null false',
      'สสจ. 1 health_office false',
      'สำนักงานสาธารณสุขจังหวัดปัตตานี 1 health_office false',
    ]);
  });

  it('are what the reader said they are, and as written again where the reader says so', async () => {
    const values = { agency: { 'มูลนิธิ สมมุติ': 'red_cross', 'สสจ.': 'as_written' } };
    const { receipt } = await bring([one()], { corrections: { ...noCorrections, values } });
    expect(await helpers()).toEqual(['สสจ.', 'health_office', 'red_cross', 'red_cross', null, 'สสจ. และ พมจ.']);
    expect(receipt.assumptions).toContainEqual({ code: 'value_corrected', rows: 3 });
  });
});
