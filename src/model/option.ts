/** Owns what a cell of words can be taken for: the options a reader chooses from when a value is not known. */
import { agencies } from './agency.ts';
import { columnOf, type ColumnId } from './columns.ts';
import { dimensions } from './dimension.ts';
import { helpKinds } from './helpkind.ts';
import { classes, sources, surveys } from './household.ts';
import { statuses } from './status.ts';
import type { Language, Text } from './text.ts';

export interface Option {
  readonly id: string;
  readonly title: Text;
}

const overCapacity: Option = {
  id: 'over_capacity',
  title: { th: 'เกินศักยภาพอำเภอ (ยังไม่เริ่มช่วยเหลือ)', en: 'Over the amphoe’s capacity (help not started)' },
};
const yes: Option = { id: 'yes', title: { th: 'ใช่', en: 'Yes' } };
const no: Option = { id: 'no', title: { th: 'ไม่ใช่', en: 'No' } };
const asks: readonly Option[] = [
  { id: 'asks', title: { th: 'ต้องการความช่วยเหลือ', en: 'Asks for help' } },
  { id: 'no_need', title: { th: 'ไม่ต้องการความช่วยเหลือ', en: 'No help needed' } },
];
const marks: readonly Option[] = [
  { id: 'yes', title: { th: 'มีปัญหา', en: 'A need' } },
  { id: 'no', title: { th: 'ไม่มีปัญหา', en: 'No need' } },
  ...statuses
    .filter(({ group }) => group === 'pending' || group === 'helped')
    .map(({ id, title }) => ({
      id: `yes:${id}`,
      title: { th: `มีปัญหา: ${title.th}`, en: `A need: ${title.en.toLowerCase()}` },
    })),
  { id: 'unknown', title: { th: 'ไม่ทราบ', en: 'Not known' } },
];
const parts: readonly Option[] = [
  ...dimensions.filter(({ id }) => id !== 'unspecified').map(({ id, title }) => ({ id, title })),
  { id: 'all', title: { th: 'ทุกมิติ', en: 'All five' } },
  { id: 'none', title: { th: 'ไม่มีปัญหา', en: 'None' } },
];

/** An agency that the registry has not is none that is wrong: it stays as it is written. */
export const asWritten: Option = { id: 'as_written', title: { th: 'ตามที่เขียน', en: 'As written' } };
const helpers: readonly Option[] = [asWritten, ...agencies.map(({ id, title }) => ({ id, title }))];

/** Empty for columns whose cells are no words of a list: names, codes, numbers, dates. */
export function optionsOf(column: ColumnId): readonly Option[] {
  if (column === 'need_help') return asks;
  switch (columnOf[column].kind) {
    case 'status':
      return [...statuses, overCapacity];
    case 'survey':
      return surveys;
    case 'class':
      return classes;
    case 'source':
      return sources;
    case 'mark':
      return marks;
    case 'dimension':
      return parts;
    case 'flag':
      return [yes, no];
    case 'helpkind':
      return helpKinds;
    case 'agency':
      return helpers;
    case 'code':
    case 'place':
    case 'key':
    case 'count':
    case 'amount':
    case 'date':
    case 'text':
    case 'act':
    case 'label':
    case 'month':
    case 'traits':
    case 'figure':
    case 'unread':
      return [];
  }
}

/** An option's words; several dimensions are joined by +. */
export function optionTitle(column: ColumnId, id: string, language: Language): string {
  const options = optionsOf(column);
  return id
    .split('+')
    .map((part) => options.find((option) => option.id === part)?.title[language] ?? part)
    .join(' + ');
}
