/** Owns which columns a file can't do without: where its households are, and what they need or how help stands. */
import { columnOf, type ColumnId } from './columns.ts';
import { grainOf, isBeside, type Grain } from './grain.ts';

export type Needed = 'place' | 'need' | 'act' | 'plan';

/** Columns of which an act of help has one at least. */
export const actColumns: readonly ColumnId[] = ['help_date', 'activity', 'amount', 'agency'];

/** Columns of which a plan has one at least. */
export const planColumns: readonly ColumnId[] = [
  'planned_project',
  'planned_agency',
  'planned_budget',
  'planned_month',
];

/** What of it a file's columns lack. Acts of help and plans need no status; their house code says where they belong. */
export function missingOf(columns: readonly (ColumnId | null)[], grain: Grain = grainOf(columns)): readonly Needed[] {
  const kinds = new Set(columns.map((id) => id && columnOf[id].kind));
  const hasNeed = kinds.has('status') || kinds.has('mark') || kinds.has('dimension');
  if (grain === 'area') return kinds.has('place') ? [] : ['place'];
  if (isBeside(grain)) {
    const isSomewhere = kinds.has('place') || columns.includes('house_code');
    const [own, lacked] = grain === 'help' ? ([actColumns, 'act'] as const) : ([planColumns, 'plan'] as const);
    const isTold = own.some((id) => columns.includes(id));
    return [...(isSomewhere ? [] : (['place'] as const)), ...(isTold ? [] : [lacked])];
  }
  return [...(kinds.has('place') ? [] : (['place'] as const)), ...(hasNeed ? [] : (['need'] as const))];
}
