/** Owns plans in the form in which they are sent up: a sheet for each dimension with its total; no household of its own. */
import { textsOf } from '../i18n/texts.ts';
import type { Language } from '../model/text.ts';
import { csvFile } from './csv.ts';
import { fileName, type Saved, type Sheet, type SheetCell } from './sheet.ts';
import { xlsxFile } from './xlsx.ts';

export interface SendUp {
  readonly dimensions: readonly {
    readonly name: string;
    readonly lines: readonly SendUpLine[];
    /** Not the sum of the lines: a household of several is one. */
    readonly total: Pick<SendUpLine, 'households' | 'budgetBaht' | 'budgets'>;
  }[];
  /** Everything a reader of the file must know: label and words. */
  readonly about: readonly (readonly [label: string, words: string])[];
  /** Where and when, for the file's name. */
  readonly title: string;
}

/** What is planned alike in one area. Texts are empty where the plan doesn't say. */
export interface SendUpLine {
  readonly province: string;
  readonly amphoe: string;
  readonly tambon: string;
  readonly project: string;
  readonly agency: string;
  readonly month: string;
  readonly households: number;
  /** Over `budgets` entries; null where none tells it. */
  readonly budgetBaht: number | null;
  readonly budgets: number;
}

export type SendUpFormat = 'xlsx' | 'csv';

/** A CSV has one table, the dimension first, and the conditions below it. */
export async function sendUpFile(plans: SendUp, format: SendUpFormat, language: Language): Promise<Saved> {
  const texts = textsOf(language).sendup.file;
  const sheets: readonly Sheet[] = plans.dimensions.map(({ name, lines, total }) => ({
    name,
    rows: [
      texts.columns,
      ...lines.map((line) => [
        line.province,
        line.amphoe,
        line.tambon,
        line.project,
        line.agency,
        ...sums(line),
        line.month,
      ]),
      [texts.total, '', '', '', '', ...sums(total), ''],
    ],
  }));
  const about: Sheet = { name: texts.about, rows: [[texts.about, ''], ...plans.about] };
  const name = fileName(texts.name, plans.title);
  if (format === 'xlsx') return await xlsxFile(name, [...sheets, about], texts.tooLong);
  const rows = sheets.flatMap((sheet) => sheet.rows.slice(1).map((row) => [sheet.name, ...row]));
  return csvFile(name, { name, rows: [[texts.dimension, ...texts.columns], ...rows, [], ...about.rows] });
}

const sums = ({ households, budgetBaht, budgets }: SendUp['dimensions'][number]['total']): readonly SheetCell[] => [
  households,
  budgetBaht ?? '',
  budgets,
];
