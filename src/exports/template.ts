/** Owns the blank form and the filled example as files. */
import { textsOf } from '../i18n/texts.ts';
import { exampleRows, formHeaders } from '../model/example.ts';
import type { Language } from '../model/text.ts';
import { csvFile } from './csv.ts';
import type { Saved } from './sheet.ts';
import { xlsxFile } from './xlsx.ts';

export type TemplateKind = 'blank' | 'example';
export type TemplateFormat = 'xlsx' | 'csv';

export async function templateFile(kind: TemplateKind, format: TemplateFormat, language: Language): Promise<Saved> {
  const texts = textsOf(language).mending;
  const name = kind === 'blank' ? texts.template.blankName : texts.template.exampleName;
  const sheet = { name, rows: [formHeaders, ...(kind === 'example' ? exampleRows : [])] };
  return format === 'csv' ? csvFile(name, sheet) : await xlsxFile(name, [sheet], texts.tooLong);
}
