/** Owns the plan of work as a file: areas month by month, and what the plan counts on; no household of its own. */
import { textsOf } from '../i18n/texts.ts';
import type { Language } from '../model/text.ts';
import { csvFile } from './csv.ts';
import { fileName, type Saved, type Sheet } from './sheet.ts';
import { xlsxFile } from './xlsx.ts';

export interface WorkPlan {
  /** In the order of the plan: an area in a month. */
  readonly rows: readonly WorkRow[];
  /** Everything a reader of the file must know: label and words. */
  readonly about: readonly (readonly [label: string, words: string])[];
  /** Where and when, for the file's name. */
  readonly title: string;
}

export interface WorkRow {
  /** Empty where the plan never gets there; then nobody is reached. */
  readonly month: string;
  readonly start: string;
  readonly code: string;
  readonly name: string;
  readonly within: string;
  readonly households: number;
  readonly waiting: number;
  readonly isInTime: boolean;
  readonly remark: string;
}

export type WorkPlanFormat = 'xlsx' | 'csv';

/** A workbook has both on sheets of their own; a CSV has what the plan counts on below the plan. */
export async function workPlanFile(plan: WorkPlan, format: WorkPlanFormat, language: Language): Promise<Saved> {
  const texts = textsOf(language).plan.file;
  const work: Sheet = {
    name: texts.sheet,
    rows: [
      texts.columns,
      ...plan.rows.map((row, index) => [
        String(index + 1),
        row.month || texts.never,
        row.start,
        row.code,
        row.name,
        row.within,
        String(row.households),
        String(row.waiting),
        row.isInTime ? texts.yes : texts.no,
        row.remark,
      ]),
    ],
  };
  const about: Sheet = { name: texts.about, rows: [[texts.about, ''], ...plan.about] };
  const name = fileName(texts.name, plan.title);
  if (format === 'csv') return csvFile(name, { name, rows: [...work.rows, [], ...about.rows] });
  return await xlsxFile(name, [work, about], texts.tooLong);
}
