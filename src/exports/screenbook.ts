/** Owns what is on the screen as a workbook: a sheet for each panel, the definitions, and what the figures rest on. */
import { savingTexts } from '../i18n/saving.ts';
import { textsOf } from '../i18n/texts.ts';
import type { Language } from '../model/text.ts';
import type { FiguresBlock, TableBlock } from './deck.ts';
import { figureCell, fileName, type Saved, type Sheet } from './sheet.ts';
import { xlsxFile } from './xlsx.ts';

export interface ScreenBook {
  /** Where and when, for the file's name. */
  readonly title: string;
  readonly figures: { readonly name: string; readonly block: FiguresBlock };
  /** A panel each, named as it is on the screen. */
  readonly tables: readonly { readonly name: string; readonly block: TableBlock }[];
  readonly definitions: readonly { readonly measure: string; readonly title: string; readonly words: string }[];
  /** Everything a reader of the file must know: label and words. */
  readonly about: readonly (readonly [label: string, words: string])[];
}

export function tableSheet(name: string, { columns, rows }: TableBlock): Sheet {
  return {
    name,
    rows: [
      columns.map(({ label }) => label),
      ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : figureCell(cell)))),
    ],
  };
}

export async function screenBookFile(book: ScreenBook, language: Language): Promise<Saved> {
  const { columns, sheets } = savingTexts[language];
  const figures: Sheet = {
    name: book.figures.name,
    rows: [
      [columns.figure, columns.value, columns.unit, columns.change, columns.measure],
      ...book.figures.block.figures.map(({ label, datum, unit, change }) => [
        label,
        figureCell(datum),
        unit,
        change ? figureCell(change.datum) : '',
        datum.measure,
      ]),
    ],
  };
  const definitions: Sheet = {
    name: sheets.definitions,
    rows: [
      [columns.measure, columns.figure, columns.definition],
      ...book.definitions.map(({ measure, title, words }) => [measure, title, words]),
    ],
  };
  const about: Sheet = { name: sheets.about, rows: [[sheets.about, ''], ...book.about] };
  const tables = book.tables.map(({ name, block }) => tableSheet(name, block));
  const { tooLong } = textsOf(language).mending;
  return await xlsxFile(fileName(book.title), [figures, ...tables, definitions, about], tooLong);
}
