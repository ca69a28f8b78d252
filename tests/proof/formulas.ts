/** Owns the proof that LibreOffice, told to calculate whatever it takes for a formula, finds none in what is given out. */
import { csvFile } from '../../src/exports/csv.ts';
import { xlsxFile } from '../../src/exports/xlsx.ts';
import { formulas, signedNumbers } from '../fixtures/hostile/formulas.ts';
import { Office } from './office.ts';

export interface Formulas {
  readonly version: string;
  readonly texts: number;
  readonly faults: readonly string[];
}

/** Comma, quote, UTF-8, from the first line, and at the end: numbers and formulas are looked for. */
const eager = '44,34,76,1,,1033,false,true,false,false,false,0,true';

/** Null where LibreOffice is not installed. */
export async function proveFormulas(): Promise<Formulas | null> {
  const office = Office.find();
  if (!office) return null;
  const faults: string[] = [];
  const made = (bytes: Uint8Array | string, ending: string): string =>
    new TextDecoder().decode(office.convert(bytes, ending, 'fods', ending === 'csv' ? `CSV:${eager}` : undefined));
  const formulaCount = (document: string): number => document.split('table:formula=').length - 1;
  const numberCount = (document: string): number =>
    [...document.matchAll(/office:value-type="(?:float|percentage)"/g)].length;
  // Without the apostrophe it calculates: else this would prove nothing.
  if (formulaCount(made('=1+1,=SUM(1)\n', 'csv')) !== 2) faults.push('the control calculates nothing');

  const rows = [...formulas.map((text) => [text]), ...signedNumbers.map((text) => [text])];
  const table = made(csvFile('a', { name: 'a', rows }).bytes, 'csv');
  if (formulaCount(table) > 0) faults.push(`CSV: ${formulaCount(table)} formulas`);
  // A dash alone is no number.
  const real = signedNumbers.filter((text) => /\d/.test(text)).length;
  if (numberCount(table) !== real) faults.push(`CSV: ${numberCount(table)} numbers of ${real}`);
  const book = made((await xlsxFile('a', [{ name: 'a', rows: [['a'], ...rows, [-3]] }], '')).bytes, 'xlsx');
  if (formulaCount(book) > 0) faults.push(`workbook: ${formulaCount(book)} formulas`);
  if (numberCount(book) !== 1) faults.push(`workbook: ${numberCount(book)} numbers of 1`);
  office.close();
  return { version: office.version, texts: formulas.length, faults };
}
