/** Owns the two ways between an option and the codes of the clean tables: a reader's correction in, a cleaned value out. */
import type { ColumnId } from '../model/columns.ts';
import { columnOf } from '../model/columns.ts';
import { valueKey, type Corrections } from '../model/correction.ts';
import { dimensionCode, dimensions } from '../model/dimension.ts';
import { classCode, sourceCode, surveyCode } from '../model/household.ts';
import { helpKindCode } from '../model/helpkind.ts';
import { asWritten, optionsOf } from '../model/option.ts';
import { tidied } from '../model/plain.ts';
import type { MappedValue } from '../model/receipt.ts';
import { statusCode } from '../model/status.ts';
import { markCode, type Cleaned } from './clean-words.ts';
import type { Value } from './values.ts';
import { isBlank } from './words.ts';

const allDimensions = 0b11111;

/** What an option stands for in the clean tables; null for none of this column's. */
export function readOption(column: ColumnId, option: string): Cleaned | null {
  const known = optionsOf(column);
  if (!option.split('+').every((part) => known.some(({ id }) => id === part))) return null;
  const of = (codes: Readonly<Record<string, number>>): number | null => codes[option] ?? null;
  if (column === 'need_help') return { code: option === 'no_need' ? statusCode.no_need : null };
  switch (columnOf[column].kind) {
    case 'status':
      if (option === 'over_capacity') return { code: statusCode.waiting, extra: 1 };
      return { code: of(statusCode), extra: option === 'referred' ? 1 : 0 };
    case 'survey':
      return { code: of(surveyCode) };
    case 'class':
      return { code: of(classCode) };
    case 'source':
      return { code: of(sourceCode) };
    case 'helpkind':
      return { code: of(helpKindCode) };
    case 'mark': {
      const [mark = '', status] = option.split(':');
      const code = { yes: markCode.yes, no: markCode.no, unknown: markCode.unknown }[mark] ?? markCode.unknown;
      return { code, extra: status === undefined ? null : ((statusCode as Record<string, number>)[status] ?? null) };
    }
    case 'dimension': {
      if (option === 'none') return { code: 0 };
      if (option === 'all') return { code: allDimensions };
      const bits = option.split('+').map((id) => 1 << ((dimensionCode as Record<string, number>)[id] ?? 0));
      return { code: bits.reduce((mask, bit) => mask | bit, 0) };
    }
    case 'flag':
      return { code: option === 'yes' ? 1 : 0 };
    case 'agency':
      return { code: known.findIndex(({ id }) => id === option) };
    default:
      return null;
  }
}

/** The option that a cleaned value came to; null where the cell says nothing, or nothing known. */
export function optionOf(column: ColumnId, { code, extra }: Pick<Value, 'code' | 'extra'>): string | null {
  if (code === null || (columnOf[column].kind === 'mark' && code === markCode.blank)) return null;
  if (columnOf[column].kind === 'dimension' && code !== 0 && code !== allDimensions)
    return dimensions.flatMap(({ id }) => (code & (1 << dimensionCode[id]) ? [id] : [])).join('+');
  const like = optionsOf(column).flatMap(({ id }) => {
    const read = readOption(column, id);
    return read?.code === code ? [{ id, extra: read.extra ?? null }] : [];
  });
  return (like.find((one) => one.extra === extra) ?? like[0])?.id ?? null;
}

/** What the reader said of a cell, before any rule of words is asked. */
export function correctedReading(
  column: ColumnId,
  cell: string,
  corrections: Corrections,
): (Cleaned & { readonly text?: string }) | null {
  const option = isBlank(cell) ? undefined : corrections.values[column]?.[valueKey(cell)];
  const read = option === undefined ? null : readOption(column, option);
  if (!read || option === undefined || columnOf[column].kind !== 'agency') return read;
  return { ...read, text: option === asWritten.id ? tidied(cell) : option };
}

const shownOfColumn = 300;

/** Every different word met, the unknown first, then those that stay as written, then the commonest. */
export function mappedValues(values: readonly Value[]): readonly MappedValue[] {
  const byColumn = new Map<ColumnId, Map<string, MappedValue>>();
  for (const value of values) {
    const { kind: column, rows, problem, isCorrected } = value;
    if (optionsOf(column).length === 0) continue;
    const option = optionOf(column, value);
    const isUnknown = problem === 'value_unknown';
    const found = byColumn.get(column) ?? new Map<string, MappedValue>();
    const key = `${isBlank(value.value) ? '' : valueKey(value.value)} ${option}`;
    const known = found.get(key);
    const text = isBlank(value.value) ? '' : value.value.trim();
    found.set(key, {
      column,
      value: known?.value ?? text,
      rows: (known?.rows ?? 0) + rows,
      option,
      isUnknown,
      isCorrected,
    });
    byColumn.set(column, found);
  }
  return [...byColumn.values()].flatMap((found) =>
    [...found.values()]
      .filter((value, _, all) => all.length > 1 || value.value !== '')
      .sort((a, b) => doubt(b) - doubt(a) || b.rows - a.rows)
      .slice(0, shownOfColumn),
  );
}

function doubt({ isUnknown, option }: MappedValue): number {
  return isUnknown ? 2 : option === asWritten.id ? 1 : 0;
}
