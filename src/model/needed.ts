/** Owns which columns a file can't do without: where its households are, and what they need or how help stands. */
import { columnOf, type ColumnId } from './columns.ts';
import { grainOf, type Grain } from './grain.ts';

export type Needed = 'place' | 'need' | 'act';

/** Columns of which an act of help has one at least. */
export const actColumns: readonly ColumnId[] = ['help_date', 'activity', 'amount', 'agency'];

/** What of it a file's columns lack. An act of help needs no status; its house code says where it belongs. */
export function missingOf(columns: readonly (ColumnId | null)[], grain: Grain = grainOf(columns)): readonly Needed[] {
  const kinds = new Set(columns.map((id) => id && columnOf[id].kind));
  const hasNeed = kinds.has('status') || kinds.has('mark') || kinds.has('dimension');
  if (grain === 'area') return kinds.has('place') ? [] : ['place'];
  if (grain === 'help') {
    const isSomewhere = kinds.has('place') || columns.includes('house_code');
    const isAct = actColumns.some((id) => columns.includes(id));
    return [...(isSomewhere ? [] : (['place'] as const)), ...(isAct ? [] : (['act'] as const))];
  }
  return [...(kinds.has('place') ? [] : (['place'] as const)), ...(hasNeed ? [] : (['need'] as const))];
}
