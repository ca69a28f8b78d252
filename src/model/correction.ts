/** Owns what a reader has corrected: which column a header stands for, and what a word means. No cell that names anyone. */
import type { AreaCode } from './area.ts';
import type { ColumnId } from './columns.ts';
import type { Grain } from './grain.ts';
import { plain } from './plain.ts';
import type { IsoDate } from './snapshot.ts';

export interface Corrections {
  /** Header key (`model/headerrow`) → the column of each header in its order; null is left unread. */
  readonly headers: Readonly<Record<string, readonly (ColumnId | null)[]>>;
  /** Column → value as `valueKey` writes it → option (`model/option`). */
  readonly values: Readonly<Partial<Record<ColumnId, Readonly<Record<string, string>>>>>;
  /** `UnplacedName.key` → the area meant. Lasts as long as the page; never kept. */
  readonly places?: Readonly<Record<string, AreaCode>>;
  /** Header key → what one row stands for. */
  readonly grains?: Readonly<Record<string, Grain>>;
  /** `dateKey` of a file → its as-of date. Lasts as long as the page; never kept. */
  readonly dates?: Readonly<Record<string, IsoDate>>;
  /** A sheet, by its name with the file's before it → whether it is read. Lasts as long as the page; never kept. */
  readonly sheets?: Readonly<Record<string, boolean>>;
}

export const noCorrections: Corrections = { headers: {}, values: {} };

/** What is typed differently and meant alike is one value. Signs such as ✓ stay. */
export function valueKey(value: string): string {
  return plain(value);
}

/** One file's name and content: another month's file of the same name has a date of its own. */
export function dateKey({ name, sha256 }: { readonly name: string; readonly sha256: string }): string {
  return `${sha256} ${name}`;
}

export function mergeCorrections(base: Corrections, more: Corrections): Corrections {
  const values: Partial<Record<ColumnId, Readonly<Record<string, string>>>> = { ...base.values };
  for (const [column, words] of Object.entries(more.values) as [ColumnId, Readonly<Record<string, string>>][])
    values[column] = { ...values[column], ...words };
  const both = <K extends 'places' | 'grains' | 'dates' | 'sheets'>(key: K): Pick<Corrections, K> =>
    (base[key] || more[key] ? { [key]: { ...base[key], ...more[key] } } : {}) as Pick<Corrections, K>;
  return {
    headers: { ...base.headers, ...more.headers },
    values,
    ...both('places'),
    ...both('grains'),
    ...both('dates'),
    ...both('sheets'),
  };
}
