/** Proves on the real engine that a table imports to the same receipt and households whatever the format of its file. */
import { readFileSync } from 'node:fs';
import type { WorkBook } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../src/engine/rows.ts';
import type { IntakeQuestion } from '../../src/intake/asking.ts';
import { noCorrections } from '../../src/model/correction.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { tables } from '../../src/model/rows.ts';
import type { IsoDate } from '../../src/model/snapshot.ts';
import { arrow, csv, encode, file, json, parquet, workbook, zip, type Rows } from '../support/formats.ts';
import { openIntake } from './opened.ts';

const { engine, answer, empty } = await openIntake();
beforeEach(empty);

const today = '2022-12-31' as IsoDate;
const bring = async (...files: readonly File[]): Promise<Receipt> => (await answer(files, { today })).receipt;

/** All clean tables but for the lines, which each format counts in its own way. */
async function clean(): Promise<unknown> {
  const found: Record<string, unknown> = {};
  for (const name of Object.keys(tables)) {
    const { columns } = await ask<Record<string, string>>(engine, { sql: `from ${name} order by all`, params: [] });
    found[name] = { ...columns, line: null };
  }
  return found;
}

/** What a receipt says of its rows, without line numbers and without the file's own marks. */
function said(receipt: Receipt): unknown {
  const files = receipt.files.map(({ grain, asOf, headers }) => ({ grain, asOf, headers }));
  const quarantined = receipt.quarantined.map(({ code, column, fields }) => ({ code, column, fields }));
  const withoutLine = (key: string, value: unknown): unknown => (key === 'line' ? undefined : value);
  return JSON.parse(JSON.stringify({ ...receipt, files, quarantined }, withoutLine));
}

function rowsOf(name: string): Rows {
  const text = readFileSync(new URL(`../fixtures/logbook/${name}.csv`, import.meta.url), 'utf8');
  return parse(text, { relaxColumnCount: true, bom: true }) as string[][];
}

/** ✓ and some others the old encoding has not. */
function isOldThai(rows: Rows): boolean {
  return rows.every((row) => row.every((cell) => /^[\x20-\x7e\n\u0e01-\u0e5b]*$/.test(cell)));
}

function twins(rows: Rows): Readonly<Record<string, File>> {
  const name = 'ณ 29 มิ.ย. 2565';
  return {
    ...(isOldThai(rows) && { 'CSV in Windows-874': file(encode(csv(rows), 'windows-874'), `${name}.csv`) }),
    'TSV in UTF-16': file(encode(csv(rows, '\t', '\r\n'), 'utf-16le', true), `${name}.tsv`),
    XLSX: file(workbook({ ข้อมูล: rows }, 'xlsx'), `${name}.xlsx`),
    XLSB: file(workbook({ ข้อมูล: rows }, 'xlsb'), `${name}.xlsb`),
    XLS: file(workbook({ ข้อมูล: rows }, 'xls'), `${name}.xls`),
    ODS: file(workbook({ ข้อมูล: rows }, 'ods'), `${name}.ods`),
    'Excel XML': file(workbook({ ข้อมูล: rows }, 'xlml'), `${name}.xml`),
    Parquet: file(parquet(rows, 'ZSTD'), `${name}.parquet`),
    Arrow: file(arrow(rows), `${name}.arrow`),
    JSON: file(json(rows, 'objects'), `${name}.json`),
    NDJSON: file(json(rows, 'lines'), `${name}.ndjson`),
    'ZIP of CSV': file(zip({ 'ก.csv': csv(rows) }), `${name}.zip`),
    'ZIP of XLSX': file(zip({ 'ก.xlsx': workbook({ ข้อมูล: rows }) }), `${name}.zip`),
  };
}

describe.each(['wide', 'long-2565-06-29', 'statuses', 'places', 'house-codes'])('%s', (fixture) => {
  const rows = rowsOf(fixture);
  let expected: unknown;
  beforeAll(async () => {
    await empty();
    expected = [said(await bring(file(csv(rows), 'ณ 29 มิ.ย. 2565.csv'))), await clean()];
  });
  it.each(Object.entries(twins(rows)))('as %s', async (_, twin) => {
    expect([said(await bring(twin)), await clean()]).toEqual(expected);
  });
});

describe('a file of several tables', () => {
  const rows = rowsOf('wide');
  const half = Math.ceil(rows.length / 2);
  const parts = [rows.slice(0, half), [rows[0]!, ...rows.slice(half)]] as const;
  const name = 'ณ 29 มิ.ย. 2565';

  it('imports as its tables would in files of their own', async () => {
    await bring(...parts.map((part, at) => file(csv(part), `${at} ${name}.csv`)));
    const expected = await clean();
    const [first, second] = parts;
    const others = [
      file(workbook({ หนึ่ง: first, คำอธิบาย: [['อ่านด้วย']], สอง: second }), `${name}.xlsx`),
      file(zip({ 'หนึ่ง.csv': csv(first), 'สอง.xlsx': workbook({ ก: second }) }), `${name}.zip`),
    ];
    for (const other of others) {
      await empty();
      const receipt = await bring(other);
      expect(receipt.files).toHaveLength(2);
      expect(await clean()).toEqual(expected);
      const { read, kept, quarantined, setAside } = receipt.rows;
      expect(read).toBe(kept + quarantined + setAside);
    }
    const receipt = await bring(others[0]!);
    expect(receipt.files.map((one) => one.name)).toEqual([`${name}.xlsx › หนึ่ง`, `${name}.xlsx › สอง`]);
    expect(receipt.setAside).toContainEqual({ rule: 'sheet_unread', rows: 1 });
    expect(receipt.warnings).toContainEqual({
      code: 'sheet_unread',
      column: null,
      rows: 1,
      examples: [{ file: 0, line: 1, column: null, code: 'sheet_unread', value: 'คำอธิบาย' }],
    });
  });

  describe('of which some are hidden', () => {
    const hide = (book: WorkBook): void => {
      book.Workbook = { Sheets: [{ name: 'เก่า', Hidden: 1 }, { name: 'ใหม่' }, { name: 'ปก' }] };
    };
    const book = file(workbook({ เก่า: parts[0], ใหม่: parts[1], ปก: [['อ่านด้วย']] }, 'xlsx', hide), `${name}.xlsx`);
    const sheet = (title: string): string => `${name}.xlsx › ${title}`;

    it('asks once whether to read them, and leaves them by default', async () => {
      const answering = (told: string | null) => (questions: readonly IntakeQuestion[]) =>
        Object.fromEntries(
          questions.map(({ id, code, proposed }) => [id, code === 'hidden_sheets' ? (told ?? proposed) : proposed]),
        );
      const { receipt: left, asked } = await answer([book], { today, answers: answering(null) });
      expect(asked.filter(({ code }) => code === 'hidden_sheets')).toMatchObject([
        { file: sheet('เก่า'), rows: parts[0].length, proposed: 'leave', choices: ['leave', 'read'] },
      ]);
      expect(left.files).toMatchObject([
        {
          name: sheet('ใหม่'),
          unreadSheets: [
            { name: sheet('เก่า'), isHidden: true, isUseful: true },
            { name: sheet('ปก'), isHidden: false, isUseful: false },
          ],
        },
      ]);
      await empty();
      const { receipt: both } = await answer([book], { today, answers: answering('read') });
      expect(both.files.map((one) => one.name)).toEqual([sheet('เก่า'), sheet('ใหม่')]);
      expect(both.rows.kept).toBeGreaterThan(left.rows.kept);
    });

    it('reads what the reader said before without a question, a strange sheet with its columns asked for', async () => {
      const codes: string[] = [];
      const corrections = { ...noCorrections, sheets: { [sheet('เก่า')]: true } };
      const answers = (questions: readonly IntakeQuestion[]) => {
        codes.push(...questions.map(({ code }) => code));
        return {};
      };
      const { receipt } = await answer([book], { today, corrections, answers });
      expect(receipt.files).toHaveLength(2);
      expect(codes).not.toContain('hidden_sheets');
      const strange = [
        ['ทำเล', 'อาการ'],
        ['รูสะมิแล', 'ช่วยเหลือแล้ว'],
        ['บานา', 'ช่วยเหลือแล้ว'],
      ];
      const other = file(workbook({ ใหม่: parts[1], แปลก: strange }), 'ข.xlsx');
      const wanted = { ...noCorrections, sheets: { 'ข.xlsx › แปลก': true } };
      await expect(answer([other], { today, corrections: wanted, answers })).rejects.toThrow();
      expect(codes).toContain('columns');
    });
  });

  it('takes the date of the innermost name', async () => {
    const dated = rows[0]!.findIndex((header) => header.includes('ณ วันที่'));
    const undated = parts.map((part) => csv(part.map((row) => row.filter((_, at) => at !== dated))));
    const receipt = await bring(
      file(zip({ '10 มิ.ย. 2565.csv': undated[0]!, '29 มิ.ย. 2565.csv': undated[1]! }), 'ส่ง 1 ก.ค. 2565.zip'),
    );
    expect(receipt.files.map(({ asOf, asOfFrom }) => [asOf, asOfFrom])).toEqual([
      ['2022-06-10', 'name'],
      ['2022-06-29', 'name'],
    ]);
  });

  it('counts a doubt about a house number as a warning of its row, and shows it masked', async () => {
    const table = [
      ['รหัสบ้าน', 'บ้านเลขที่', 'รหัสตำบล', 'มิติสุขภาพ', 'สถานะการช่วยเหลือ'],
      ['94100000001', '27-ม.ค.', '941001', '1', 'ช่วยเหลือแล้ว'],
      ['94100000002', '27/1', '941001', '1', 'ช่วยเหลือแล้ว'],
    ];
    const receipt = await bring(file(csv(table), `${name}.csv`));
    expect(receipt.rows).toMatchObject({ kept: 2, warned: 1 });
    expect(receipt.warnings).toMatchObject([
      { code: 'house_no_date', column: 'house_no', rows: 1, examples: [{ line: 2 }] },
    ]);
    expect(JSON.stringify(receipt.warnings)).not.toContain('27-');
  });
});
