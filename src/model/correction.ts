/** Owns what a reader has corrected: which column a header stands for, and what a word means. No cell that names anyone. */
import type { AreaCode } from './area.ts';
import type { ColumnId } from './columns.ts';
import { plain } from './plain.ts';

export interface Corrections {
  /** Header key (`model/headerrow`) → the column of each header in its order; null is left unread. */
  readonly headers: Readonly<Record<string, readonly (ColumnId | null)[]>>;
  /** Column → value as `valueKey` writes it → option (`model/option`). */
  readonly values: Readonly<Partial<Record<ColumnId, Readonly<Record<string, string>>>>>;
  /** `UnplacedName.key` → the area meant. Lasts as long as the page; never kept. */
  readonly places?: Readonly<Record<string, AreaCode>>;
}

export const noCorrections: Corrections = { headers: {}, values: {} };

/** What is typed differently and meant alike is one value. Signs such as ✓ stay. */
export function valueKey(value: string): string {
  return plain(value);
}

export function mergeCorrections(base: Corrections, more: Corrections): Corrections {
  const values: Partial<Record<ColumnId, Readonly<Record<string, string>>>> = { ...base.values };
  for (const [column, words] of Object.entries(more.values) as [ColumnId, Readonly<Record<string, string>>][])
    values[column] = { ...values[column], ...words };
  const headers = { ...base.headers, ...more.headers };
  return base.places || more.places
    ? { headers, values, places: { ...base.places, ...more.places } }
    : { headers, values };
}
