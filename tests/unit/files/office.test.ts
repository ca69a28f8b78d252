/** Proves that files of other programs are read as those programs meant them: LibreOffice, pandas, Polars, pyarrow. */
import { readFileSync } from 'node:fs';
import { makeData, makeVector, Null, Table, tableToIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/files/arrowmessages.ts';
import { wallClock } from '../../../src/files/typed.ts';
import { cleanDate } from '../../../src/intake/clean-date.ts';
import { meant, recordsOf } from '../../fixtures/office/records.ts';
import { expected } from '../../proof/office.ts';
import { arrow, file, workbook } from '../../support/formats.ts';
import { read, refusal } from './reading.ts';

const bytesOf = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/office/${name}`, import.meta.url)));

describe('what LibreOffice saved', () => {
  const { records, files } = expected();
  it.each(Object.keys(files))('%s has every record as it was, and says what is hidden', async (name) => {
    const { records: found, ...told } = await recordsOf(bytesOf(name), name);
    expect(meant(found)).toEqual(records);
    expect(told).toEqual(files[name]);
  });

  it.each(Object.keys(files))('%s gives the same households', async (name) => {
    const { tables, rows } = await read(file(bytesOf(name), name));
    const [table] = tables;
    expect(table).toMatchObject({ kept: 6, broken: [] });
    const aside = new Map(table?.setAside.map(({ rule, rows: count }) => [rule, count]));
    expect(aside.get('total')).toBe(1);
    expect((aside.get('title') ?? 0) + (aside.get('blank') ?? 0)).toBe(3);
    const households = rows.filter((row) => row.file === 0);
    expect(households.map((row) => row.house_code)).toEqual(records.slice(5, 11).map((row) => row[1]));
    expect(households.map((row) => row.health ?? '')).toEqual(records.slice(5, 11).map((row) => row[9]));
    expect(cleanDate(String(households[0]?.help_date))).toBe('2022-05-01');
  });
});

describe('a text that a formula gave', () => {
  it('is unescaped once', async () => {
    const texts = ['&lt;b&gt;', '&amp;', '<![CDATA[ก', '&#3585;', "a & b's", 'น้ำ'];
    const cells = texts.map((text) => ({ t: 's', f: 'A1', v: text }));
    const { records } = await recordsOf(workbook({ ก: [texts.map((_, at) => `x${at}`), cells] }), 'x.xlsx');
    expect(records[1]).toEqual(texts);
  });
});

describe('what pandas, Polars and pyarrow saved', () => {
  const months = (at: number): string => String(1 + (at % 28)).padStart(2, '0');
  const row = (at: number): string[] => [
    `0940100${String(at % 100).padStart(4, '0')}`,
    at % 2 ? '941001' : '941002',
    at % 3 === 0 ? '' : String(at % 3 === 1),
    at % 7 === 0 ? '' : String(at % 7),
    String(((at % 50) * 10_025) / 100),
    '2022-06-29',
    `2022-06-${months(at)}`,
    at % 4 ? `ต้องการน้ำดื่ม ข้าวสาร และซ่อมหลังคา\nรอบที่ ${at % 5}` : '',
  ];
  it.each([
    ['pandas.feather', 2_000],
    ['polars.arrow', 2_000],
    ['polars-zstd.arrows', 2_000],
    ['pyarrow.arrows', 60],
    ['pandas.parquet', 2_000],
  ])('%s is read cell by cell', async (name, count) => {
    const { records } = await recordsOf(bytesOf(name), name);
    expect(records.slice(1)).toEqual(Array.from({ length: count }, (_, at) => row(at)));
    expect((await read(file(bytesOf(name), name))).tables).toMatchObject([{ read: count, kept: count, broken: [] }]);
  });

  it.each(['pandas.feather', 'polars.arrow', 'polars-zstd.arrows', 'pyarrow.arrows'])(
    '%s is refused when cut short anywhere',
    async (name) => {
      const bytes = bytesOf(name);
      for (let share = 0.02; share < 1; share += 0.07)
        expect(await refusal(file(bytes.subarray(0, bytes.length * share), name)), String(share)).toEqual([
          'file_damaged',
          { file: name },
        ]);
    },
  );

  it('is refused when cut between two batches of rows', async () => {
    const bytes = bytesOf('pyarrow.arrows');
    const parts = messagesOf(bytes);
    expect(parts.length).toBeGreaterThan(4);
    const ends = parts.map((_, at) => parts.slice(0, at + 1).reduce((sum, part) => sum + part.length, 0));
    for (const end of ends)
      expect((await refusal(file(bytes.subarray(0, end), 'x.arrows')))?.[0], String(end)).toBe('file_damaged');
  });
});

describe('an Arrow file that claims more than can be held', () => {
  it('is refused where few bytes tell of many cells', async () => {
    const length = 150_000_000;
    const table = new Table({ รหัสบ้าน: makeVector(makeData({ type: new Null(), length, nullCount: length })) });
    expect((await refusal(file(new Uint8Array(tableToIPC(table, 'stream')), 'x.arrow')))?.[0]).toBe('file_bomb');
  });

  it('is refused before it is unpacked', async () => {
    const bytes = bytesOf('pandas.feather');
    const view = new DataView(bytes.buffer);
    // The sign of an LZ4 frame; before it stands how long it becomes.
    let at = 8;
    while (view.getUint32(at, true) !== 0x184d2204) at++;
    view.setBigInt64(at - 8, 2n ** 40n, true);
    expect((await refusal(file(bytes, 'x.feather')))?.[0]).toBe('file_bomb');
  });

  it('is not one that has no rows', async () => {
    const none = arrow([['รหัสบ้าน', 'รหัสตำบล', 'สถานะ']], 'file');
    expect((await refusal(file(none, 'x.arrow')))?.[0]).toBe('file_header_only');
  });
});

describe('a moment', () => {
  it('is the day that the clocks of its zone showed', () => {
    const midnight = new Date('2022-06-28T17:00:00Z');
    for (const zone of ['Asia/Bangkok', '+07:00', '+0700'])
      expect(wallClock(zone)(midnight).toISOString()).toBe('2022-06-29T00:00:00.000Z');
    expect(wallClock('UTC')(midnight)).toEqual(midnight);
    expect(wallClock('-03:30')(midnight).toISOString()).toBe('2022-06-28T13:30:00.000Z');
  });
});
