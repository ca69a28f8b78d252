/** Proves that no text becomes a formula in a file that leaves the page, that numbers stay numbers, and that workbooks hold the source. */
import { read } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csvFile } from '../../../src/exports/csv.ts';
import { fieldListFile } from '../../../src/exports/fieldlist.ts';
import { sendUpFile } from '../../../src/exports/sendup.ts';
import type { Saved, Sheet } from '../../../src/exports/sheet.ts';
import { xlsxFile } from '../../../src/exports/xlsx.ts';
import { bare } from '../../../src/model/mending.ts';
import { formulas, signedNumbers } from '../../fixtures/hostile/formulas.ts';

/** What a spreadsheet may leave out before it looks for a formula. */
const left = /^[\s\p{Cc}\p{Cf}]*/u;
const calculates = (cell: string): boolean =>
  /^[=+\-@＝＋－＠﹦﹢﹣﹫]/.test(cell.replace(left, '')) && !/^ *[-+]?[\d,]*(\.\d+)?%?$/.test(cell);
const cellsOf = ({ bytes }: Saved): readonly (readonly string[])[] =>
  parse(Buffer.from(bytes), { bom: true, relax_column_count: true }) as string[][];
const sheet: Sheet = { name: '=1+1', rows: [formulas, ['ก', -3, 2.5, ...signedNumbers]] };

describe('more than 600 texts that would calculate', () => {
  it('are that many, and each would', () => {
    expect(new Set(formulas).size).toBe(formulas.length);
    expect(formulas.length).toBeGreaterThan(600);
  });

  it('are inert in a CSV, and the same again without the apostrophe', () => {
    const [texts = [], numbers] = cellsOf(csvFile('ก', sheet));
    expect(texts.filter(calculates)).toEqual([]);
    expect(texts.map(bare)).toEqual(formulas);
    expect(numbers).toEqual(['ก', '-3', '2.5', ...signedNumbers]);
  });

  it('are typed as text in a workbook, to the last sign', async () => {
    const { bytes } = await xlsxFile(
      'ก',
      [{ name: sheet.name, rows: [['หัว'], ...formulas.map((one) => [one, -3])] }],
      '',
    );
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/'));
    for (const [name, part] of parts) expect(strFromU8(part), name).not.toMatch(/<f[ >/]/);
    const book = read(bytes, { dense: true, cellFormula: true });
    const rows = (book.Sheets[book.SheetNames[0]!] as { '!data': { t: string; v: unknown; f?: string }[][] })['!data'];
    const [texts, numbers] = [rows.slice(1).map((row) => row[0]), rows.slice(1).map((row) => row[1])];
    expect(texts.map((cell) => cell?.t)).toEqual(formulas.map(() => 's'));
    // A workbook knows one kind of line end, and no letter without a place in XML.
    const written = (text: unknown): string => String(text).replaceAll('\u0000', '').replace(/\r\n?/g, '\n');
    expect(texts.map((cell) => written(cell?.v))).toEqual(formulas.map(written));
    expect(numbers.every((cell) => cell?.t === 'n' && cell.v === -3)).toBe(true);
  });

  it('are so in every table that can be saved as CSV', async () => {
    for (const text of formulas.slice(0, 90)) {
      const about = [[text, text]] as const;
      const list = { title: 'ก', sheet: 'ก', headers: [text], rows: [[text, -3]], about, aboutSheet: 'ก', tooLong: '' };
      const line = { province: text, amphoe: text, tambon: text, project: text, agency: text, month: text };
      const sums = { households: 3, budgetBaht: -3, budgets: 1 };
      const plans = { dimensions: [{ name: text, lines: [{ ...line, ...sums }], total: sums }], about, title: 'ก' };
      const saved = [await fieldListFile(list, 'csv'), await sendUpFile(plans, 'csv', 'th')];
      for (const cells of saved.map(cellsOf)) {
        expect(cells.flat().filter(calculates), text).toEqual([]);
        expect(cells.flat()).toContain('-3');
      }
    }
  });
});
