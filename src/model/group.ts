/** Owns the groups that a tool counts households in, besides areas, dimensions and classes: who waited so long, whose team, whose plan. */

export const groupIds = [
  'age',
  'team',
  'mentor',
  'village',
  'plan',
  'plan_project',
  'plan_dimension',
  'plan_agency',
  'plan_month',
  'act',
  'act_agency',
  'act_dimension',
  'act_kind',
  'act_month',
  'doubt',
  'trait',
  'idle',
] as const;
export type GroupId = (typeof groupIds)[number];

/**
 * `key`: which of these groups, as it may stand in a link: an id, a code, a month, a place in a table, or the mark of what
 * somebody wrote (see `mark` in `queries/spelling`), never a cell of a file.
 */
export interface Group {
  readonly of: GroupId;
  readonly key: string;
}

/** The group of those that nothing is told of. */
export const untold = '-';

export const printGroup = ({ of, key }: Group): string => `${of}.${key}`;

export function parseGroup(text: string): Group | null {
  const [id = '', ...rest] = text.split('.');
  const of = groupIds.find((one) => one === id);
  const key = rest.join('.');
  return of && /^[\w.-]{1,60}$/.test(key) ? { of, key } : null;
}
