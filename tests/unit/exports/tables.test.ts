/** Proves the files that leave the page: CSV by an independent reader, workbooks cell by cell, the receipt without people. */
import { read } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csvFile } from '../../../src/exports/csv.ts';
import { batches, quarantineCsv, quarantineXlsx, sheetOf } from '../../../src/exports/quarantine.ts';
import { receiptFile } from '../../../src/exports/receipt.ts';
import { fileName } from '../../../src/exports/sheet.ts';
import { xlsxFile } from '../../../src/exports/xlsx.ts';
import { bare } from '../../../src/model/mending.ts';
import type { FileReceipt, QuarantinedRow, Receipt } from '../../../src/model/receipt.ts';
import type { IsoDate } from '../../../src/model/snapshot.ts';

const file = (name: string, more: Partial<FileReceipt> = {}): FileReceipt => ({
  name,
  bytes: 10,
  sha256: 'ab'.repeat(32),
  format: 'csv',
  encoding: 'utf-8',
  grain: 'wide',
  grainFrom: 'columns',
  asOf: '2022-06-29' as IsoDate,
  asOfFrom: 'column',
  headers: [
    { header: 'รหัสบ้าน', column: 'house_code', samples: [] },
    { header: '=ลับ', column: null, samples: [] },
    { header: 'ตำบล', column: 'tambon', samples: [] },
  ],
  headerKey: '',
  headerFrom: 'known',
  ...more,
});
const row = (line: number, fields: readonly string[], more: Partial<QuarantinedRow> = {}): QuarantinedRow => ({
  file: 0,
  line,
  column: null,
  code: 'fields_too_few',
  value: null,
  text: fields.join(','),
  fields,
  ...more,
});
const told = (files: readonly FileReceipt[], quarantined: readonly QuarantinedRow[]): Receipt => ({
  files,
  quarantined,
  rows: { read: 9, kept: 9 - quarantined.length, quarantined: quarantined.length, setAside: 0, warned: 0 },
  setAside: [],
  warnings: [],
  unknownValues: [],
  assumptions: [],
  snapshots: [],
  values: [],
});
const records = (bytes: Uint8Array): string[][] =>
  parse(Buffer.from(bytes), { bom: true, relax_column_count: true }) as string[][];

describe('CSV', () => {
  it('is read by others as it was written, but for the apostrophe', () => {
    const cells = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(cells, (rows) => {
        const { bytes } = csvFile('x', { name: 'x', rows: [['a', 'b'], ...rows] });
        expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
        expect(
          records(bytes)
            .slice(1)
            .map((one) => one.map(bare)),
        ).toEqual(rows);
      }),
    );
  });
});

describe('quarantined rows as a table', () => {
  const broken = [
    row(3, ['94100000003', '=1+1']),
    row(5, ['94100000005', 'x', 'ยะรัง', 'เกิน'], { code: 'fields_too_many' }),
    row(8, [], { code: 'quote_unclosed', text: '94100000008,"x,ยะรัง' }),
  ];
  const receipt = told([file('ของเรา.csv')], broken);

  it('holds file, line, reason and code, then the fields, what is beyond the header, and the text of what has no fields', () => {
    const [batch] = batches(receipt);
    const { rows } = sheetOf(receipt, batch!, 'th', false);
    expect(rows.map((one) => one.map((cell, at) => (at === 3 ? String(cell).replace(/:.*/, '') : cell)))).toEqual([
      ['ไฟล์เดิม', 'บรรทัดเดิม', 'เหตุผลที่กักไว้', 'รหัสการกัก', 'รหัสบ้าน', '=ลับ', 'ตำบล', 'ช่องเกิน 1', 'ข้อความเดิมทั้งแถว'],
      ['ของเรา.csv', '3', 'จำนวนช่องน้อยกว่าหัวตาราง', 'fields_too_few', '94100000003', '=1+1', '', '', ''],
      ['ของเรา.csv', '5', 'จำนวนช่องมากกว่าหัวตาราง', 'fields_too_many', '94100000005', 'x', 'ยะรัง', 'เกิน', ''],
      ['ของเรา.csv', '8', 'เปิดเครื่องหมายคำพูดแล้วไม่ปิด', 'quote_unclosed', '', '', '', '', '94100000008,"x,ยะรัง'],
    ]);
  });

  it('says the reason in the reader’s language', () => {
    const { rows } = sheetOf(receipt, batches(receipt)[0]!, 'en', false);
    expect(rows[0]?.slice(0, 4)).toEqual(['Original file', 'Original line', 'Why quarantined', 'Quarantine code']);
    expect(rows[1]?.[2]).toBe('Fewer fields than the header');
  });

  it('has no formula in CSV and none in the workbook, where every cell is text as it stood', async () => {
    const csv = records(quarantineCsv(receipt, batches(receipt)[0]!, 'th').bytes);
    expect(csv.flat().filter((cell) => cell.startsWith('='))).toEqual([]);
    expect(csv[1]?.[5]).toBe("'=1+1");
    const saved = await quarantineXlsx(receipt, 'th');
    const sheet = Object.values(read(saved!.bytes, { cellFormula: true }).Sheets)[0]!;
    expect(sheet.F2).toMatchObject({ t: 's', v: '=1+1' });
    for (const [at, cell] of Object.entries(sheet)) if (!at.startsWith('!')) expect(cell).not.toHaveProperty('f');
    for (const [at, cell] of Object.entries(sheet)) if (!at.startsWith('!')) expect(cell).toHaveProperty('t', 's');
  });

  it('lies together for files of the same columns and date, apart for others', () => {
    const other = file('อื่น.csv', { headers: [{ header: 'ตำบล', column: 'tambon', samples: [] }] });
    const late = file('ช้า.csv', { asOfFrom: 'asked', asOf: '2022-07-20' as IsoDate });
    const many = told(
      [file('ก.csv'), other, file('ข.csv'), file('ครบ.csv'), late],
      [row(2, ['a']), row(2, ['b'], { file: 2 }), row(9, ['c'], { file: 1 }), row(4, ['d'], { file: 4 })],
    );
    expect(batches(many).map(({ files, rows }) => [files.map(({ name }) => name), rows.length])).toEqual([
      [['ก.csv', 'ข.csv'], 2],
      [['อื่น.csv'], 1],
      [['ช้า.csv'], 1],
    ]);
    expect(quarantineCsv(many, batches(many)[2]!, 'th').name).toBe('รอแก้ ช้า 20-07-2565.csv');
    expect(quarantineCsv(many, batches(many)[0]!, 'th').name).toBe('รอแก้ ก.csv');
  });

  it('calls a column by its own title where a reader had to say what its header means', () => {
    const strange = file('x.csv', { headers: [{ header: 'สภาพ', column: 'status', samples: [] }] });
    const { rows } = sheetOf(
      told([strange], [row(2, ['a'])]),
      batches(told([strange], [row(2, ['a'])]))[0]!,
      'th',
      false,
    );
    expect(rows[0]?.[4]).toBe('สถานะการช่วยเหลือ');
  });
});

describe('a workbook', () => {
  it('keeps codes, long texts told, and what is yet to be typed as text', async () => {
    const cells = ['0100501234561', '27/1', '1E5', '๒,๖๐๓', '\u0000', 'x'.repeat(40_000)];
    const { bytes } = await xlsxFile(
      'x',
      [{ name: 'a/b:c', rows: [['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], cells] }],
      '(ยาว)',
    );
    const book = read(bytes);
    expect(book.SheetNames).toEqual(['a b c']);
    const sheet = book.Sheets['a b c']!;
    const found = ['A2', 'B2', 'C2', 'D2', 'E2', 'F2'].map((at) => (sheet[at] as { v: string }).v);
    expect(found).toEqual([...cells.slice(0, 5), '(ยาว)']);
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    const style = /<col style="(\d+)"/.exec(xml)?.[1];
    const formats = [...strFromU8(parts['xl/styles.xml']!).matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id]) => id);
    // The first of them is the style that all others build on; 49 is Excel's own number for text.
    expect(formats.slice(1)[Number(style)]).toBe('49');
  });

  it('makes more sheets of more rows than one holds', async () => {
    const rows = ['h', 'a', 'b', 'c', 'd', 'e'].map((cell) => [cell]);
    const { bytes } = await xlsxFile('x', [{ name: 'a', rows }], '', 2);
    const book = read(bytes);
    expect(book.SheetNames).toEqual(['a 1', 'a 2', 'a 3']);
    expect(book.SheetNames.map((name) => (book.Sheets[name]?.A1 as { v: string }).v)).toEqual(['h', 'h', 'h']);
  });
});

describe('the saved receipt', () => {
  const receipt = told([file('ก.csv')], [row(3, ['94100000003', 'นางสาวสมมุติ'])]);
  const saved = (wanted: boolean): { readonly [key: string]: unknown } =>
    JSON.parse(new TextDecoder().decode(receiptFile(receipt, 'ใบรับ', wanted).bytes)) as { [key: string]: unknown };

  it('is exact, and names nobody unless asked', () => {
    expect(JSON.stringify(saved(false))).not.toMatch(/94100000003|สมมุติ/);
    const { kind, version, ...rest } = saved(true);
    expect([kind, version]).toEqual(['phungpao.receipt', 1]);
    expect(rest).toEqual(JSON.parse(JSON.stringify(receipt)));
    expect(saved(false).quarantined).toEqual([{ file: 0, line: 3, column: null, code: 'fields_too_few', value: null }]);
  });
});

it('a file’s name is one everywhere', () => {
  expect(fileName('รอแก้', 'a/b:c*"<>|?\u202e', '')).toBe('รอแก้ a-b-c-------');
  expect(fileName('../x')).toBe('-x');
});
