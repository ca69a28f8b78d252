/** Owns the list of households as a file for those who visit them: what it is of first, then the list. */
import { csvFile } from './csv.ts';
import { fileName, type Saved, type Sheet, type SheetCell } from './sheet.ts';
import { xlsxFile } from './xlsx.ts';

export interface FieldList {
  /** Where and when, for the file's name. */
  readonly title: string;
  readonly sheet: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Everything a reader of the file must know: label and words. */
  readonly about: readonly (readonly [label: string, words: string])[];
  readonly aboutSheet: string;
  /** Stands in the place of a text that no cell can hold. */
  readonly tooLong: string;
}

export type FieldListFormat = 'xlsx' | 'csv';

/** A workbook has both on sheets of their own; a CSV has what the list is above it, each in one cell, as printed tables have. */
export async function fieldListFile(list: FieldList, format: FieldListFormat): Promise<Saved> {
  const table: Sheet = { name: list.sheet, rows: [list.headers, ...list.rows] };
  const name = fileName(list.title);
  if (format === 'xlsx') {
    const about: Sheet = { name: list.aboutSheet, rows: [[list.aboutSheet, ''], ...list.about] };
    return await xlsxFile(name, [table, about], list.tooLong);
  }
  const above = list.about.map(([label, words]) => [`${label}: ${words}`]);
  return csvFile(name, { name, rows: [...above, ...table.rows] });
}
