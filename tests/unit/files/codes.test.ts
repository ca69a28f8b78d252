/** Proves that no path into the tables alters a digit of a code: 200 crafted cells by every format, kept or quarantined. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrow, csv, encode, file, json, parquet, workbook } from '../../support/formats.ts';
import { read } from './reading.ts';

const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
/** What a code column holds in life: codes of all lengths, leading zeros, signs, dashes, blanks, and what Excel makes of them. */
const shapes = fc.oneof(
  digits(11),
  digits(13),
  digits(10),
  digits(16),
  digits(20),
  digits(8).map((code) => `000${code}`),
  digits(11).map((code) => [...code].map((digit) => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)]).join('')),
  digits(13).map((code) => code.replace(/^(.)(....)(.....)(..)(.)$/, '$1-$2-$3-$4-$5')),
  digits(11).map((code) => ` ${code}\u00a0`),
  digits(11).map((code) => `${code}.0`),
  digits(11).map((code) => `'${code}`),
  digits(3).map((code) => `${code[0]}.${code.slice(1)}E+${code.length + 7}`),
  digits(11).map((code) => `${code.slice(0, 3)},${code.slice(3)}`),
  fc.constantFrom('1E5', '=1+1', '-', '3-4', '12/3', '1/1', 'TRUE', '0x1F', '1e400', 'Infinity', '٣'),
);
const cells = fc.sample(shapes, { seed: 7, numRuns: 200 });
const isLost = (cell: string): boolean => /^\d(\.\d+)?e\+?\d+$/i.test(cell);
const header = ['รหัสบ้าน', 'รหัสตำบล', 'มิติสุขภาพ', 'กิจกรรมที่ช่วยเหลือ'];
const rows = [header, ...cells.map((cell, at) => [cell, '941001', '1', String(at)])];

describe('200 code cells', () => {
  const texts: Record<string, string | Uint8Array> = {
    CSV: csv(rows),
    'CSV in UTF-16': encode(csv(rows, '\t'), 'utf-16le', true),
    XLSX: workbook({ ก: rows }),
    XLS: workbook({ ก: rows }, 'xls'),
    ODS: workbook({ ก: rows }, 'ods'),
    JSON: json(rows, 'objects'),
    Parquet: parquet(rows),
    Arrow: arrow(rows),
  };
  it.each(Object.entries(texts))('as text in %s', async (name, bytes) => {
    const { tables, rows: found } = await read(file(bytes, 'x'));
    const [table] = tables;
    expect(table).toMatchObject({ read: 200 });
    for (const row of found) {
      const written = cells[Number(row.activity)]!;
      // ODS keeps no blanks at the ends of a cell.
      if (name === 'ODS') expect(String(row.house_code).trim()).toBe(written.trim());
      else expect(row.house_code).toBe(written);
    }
    const lost = cells.filter(isLost).length;
    expect(lost).toBeGreaterThan(5);
    expect(table?.broken.map(({ code, column }) => [code, column])).toEqual(
      Array.from({ length: lost }, () => ['code_lost', 'house_code']),
    );
    expect(found).toHaveLength(200 - lost);
  });

  const numbers = fc.sample(
    fc.oneof(
      fc.integer({ min: 1e10, max: 99_999_999_999 }),
      fc.integer({ min: 1e12, max: 9_999_999_999_999 }),
      fc.integer({ min: 1e14, max: 999_999_999_999_999 }),
      fc.integer({ min: 1e15, max: Number.MAX_SAFE_INTEGER }),
      fc.double({ min: 1e16, max: 1e20, noNaN: true }),
    ),
    { seed: 8, numRuns: 200 },
  );
  it.each(['xlsx', 'xlsb', 'xls', 'ods', 'xlml'] as const)('as numbers in %s', async (type) => {
    const sheet = [header, ...numbers.map((number, at) => [number, '941001', '1', String(at)])];
    const { tables, rows: found } = await read(file(workbook({ ก: sheet }, type), 'x'));
    for (const row of found) expect(row.house_code).toBe(String(numbers[Number(row.activity)]));
    const lost = numbers.filter((number) => number >= 1e15).length;
    expect([found.length, tables[0]?.broken.length, tables[0]?.kept]).toEqual([200 - lost, lost, 200 - lost]);
    expect(tables[0]?.broken.every(({ code }) => code === 'code_lost')).toBe(true);
  });
});
