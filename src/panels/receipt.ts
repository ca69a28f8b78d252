/** Owns the words of a receipt: the title of a column and of a judgement, by id. */
import { textsOf } from '../i18n/texts.ts';
import { columns } from '../model/columns.ts';
import type { Language } from '../model/text.ts';

export function columnTitle(id: string, language: Language): string {
  return columns.find((column) => column.id === id)?.title[language] ?? id;
}

export function problemTitle(code: string, language: Language): string {
  const { problems, rules, assumed } = textsOf(language).receipt;
  return problems[code] ?? rules[code] ?? assumed[code] ?? code;
}
