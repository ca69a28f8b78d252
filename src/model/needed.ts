/** Owns which columns a file can't do without: where its households are, and what they need or how help stands. */
import { columnOf, type ColumnId } from './columns.ts';

export type Needed = 'place' | 'need';

/** What of it a file's columns lack. */
export function missingOf(columns: readonly (ColumnId | null)[]): readonly Needed[] {
  const kinds = new Set(columns.map((id) => id && columnOf[id].kind));
  const hasNeed = kinds.has('status') || kinds.has('mark') || kinds.has('dimension');
  return [...(kinds.has('place') ? [] : (['place'] as const)), ...(hasNeed ? [] : (['need'] as const))];
}
