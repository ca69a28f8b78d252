/** Proves where the header is found: known, in two rows, as corrected, or guessed when it must be asked for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, stagedColumns } from '../../../src/model/columns.ts';
import { findHeaderRow, headerKey, noHints } from '../../../src/model/headerrow.ts';

const guessing = { ...noHints, guess: true };
const plainHeader = ['รหัสบ้าน', 'ตำบล', 'อำเภอ', 'สถานะการช่วยเหลือ'];
const data = ['94010000001', 'รูสะมิแล', 'เมืองปัตตานี', 'ช่วยเหลือแล้ว'];

describe('the row of the header', () => {
  it('is the first that names most columns, whatever stands above it', () => {
    const found = findHeaderRow([['รายงาน'], [], plainHeader, data]);
    expect(found).toMatchObject({ first: 2, last: 2, from: 'known', headers: plainHeader });
  });

  it('is none where nothing is known, unless it is to be guessed', () => {
    const rows = [
      ['ยอดขาย', ''],
      ['sku', 'price'],
      ['A1', '20'],
      ['A2', '30'],
    ];
    expect(findHeaderRow(rows)).toBeNull();
    expect(findHeaderRow(rows, guessing)).toMatchObject({ first: 1, last: 1, from: 'guessed', columns: [null, null] });
    expect(findHeaderRow([['a'], ['b']], guessing)).toBeNull();
  });

  it('has two rows where titles stand above several columns and tell more', () => {
    const above = ['ครัวเรือน', '', '', 'สถานะ', ''];
    const below = ['รหัสบ้าน', 'ตำบล', 'อำเภอ', 'การสำรวจ', 'การช่วยเหลือ'];
    const found = findHeaderRow([above, below, [...data, '']]);
    expect(found).toMatchObject({ first: 0, last: 1 });
    expect(found?.columns).toEqual(['house_code', 'tambon', 'amphoe', 'survey', 'status']);
  });

  it('has two rows where only some columns are parted', () => {
    const above = ['รหัสบ้าน', 'ตำบล', 'อำเภอ', 'มิติ', '', 'สถานะการช่วยเหลือ'];
    const below = ['', '', '', 'สุขภาพ', 'รายได้', ''];
    const found = findHeaderRow([above, below, ['94010000001', 'รูสะมิแล', 'เมืองปัตตานี', '1', '', 'ส่งต่อ']]);
    expect(found?.columns).toEqual(['house_code', 'tambon', 'amphoe', 'health', 'income', 'status']);
    expect(found?.headers.slice(3, 5)).toEqual(['มิติ สุขภาพ', 'มิติ รายได้']);
  });

  it('never takes data for the lower row', () => {
    const gappy = ['รหัสบ้าน', 'ตำบล', '', 'อำเภอ', 'สถานะการช่วยเหลือ'];
    for (const cell of ['รหัสตำบล 5', 'สถานะการสำรวจ', 'x'])
      expect(findHeaderRow([gappy, ['94010000001', 'รูสะมิแล', cell, 'เมืองปัตตานี', 'ช่วยเหลือแล้ว']])).toMatchObject({
        first: 0,
        last: 0,
      });
  });

  it('is as the reader corrected it, and a column is read once', () => {
    const headers = ['ก', 'ข', 'ค'];
    const corrected = { [headerKey(headers)]: ['tambon', 'status', 'status'] as const };
    const found = findHeaderRow([['ชื่อเรื่อง'], headers, data.slice(1)], { corrected, guess: false });
    expect(found).toMatchObject({ first: 1, from: 'corrected', columns: ['tambon', 'status', null] });
    const short = { [headerKey(headers)]: ['tambon'] as const };
    expect(findHeaderRow([headers], { corrected: short, guess: false })).toBeNull();
  });

  it('survives any rows, and reads no column twice', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(...columns.flatMap(({ aliases }) => aliases), '', 'มิติ', 'สถานะ'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }), (rows) => {
        const found = findHeaderRow(rows, guessing);
        if (!found) return;
        const read = found.columns.filter((id) => id !== null && stagedColumns.includes(id));
        expect(new Set(read).size).toBe(read.length);
        expect(found.columns.length).toBe(found.headers.length);
        expect(found.headers.length).toBe(rows[found.last]?.length);
      }),
      { seed: 25650629 },
    );
  });
});

describe('the key of a header', () => {
  it('is the same for what is typed differently, and another for another order', () => {
    expect(headerKey([' รหัส บ้าน', 'อําเภอ'])).toBe(headerKey(['รหัสบ้าน', 'อำเภอ']));
    expect(headerKey(['ก', 'ข'])).not.toBe(headerKey(['ข', 'ก']));
    expect(headerKey(['กข', ''])).not.toBe(headerKey(['ก', 'ข']));
  });

  it('differs for different headers', () => {
    const header = fc.array(fc.stringMatching(/^[a-zก-ฮ]{1,6}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(header, header, (a, b) => {
        expect(headerKey(a) === headerKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { seed: 25650629, numRuns: 2_000 },
    );
  });
});
