/** Owns the questions about recorded acts of help: by agency, dimension, kind and month, and what in the records asks for an answer. */
import type { Question } from '../engine/engine.ts';
import { levelDivisor, type Level } from '../model/area.ts';
import { dimensionCode } from '../model/dimension.ts';
import { untold } from '../model/group.ts';
import type { Rows } from '../model/rows.ts';
import type { IsoDate } from '../model/snapshot.ts';
import { statusCode } from '../model/status.ts';
import type { Subject } from '../model/subject.ts';
import { conditions } from './filters.ts';
import { relations } from './questions.ts';
import { mark } from './spelling.ts';

/** What acts are told by: the column of a group, and the place of its bit in `told`. */
export const actGroups = ['agency', 'dimension', 'kind', 'month'] as const;
export type ActGroup = (typeof actGroups)[number];

export type ActRow = {
  /** Bit 8, 4, 2, 1 unset for the group by agency, dimension, kind, month; 15 for all together. */
  told: number;
  agency: string | null;
  dimension: number | null;
  kind: number | null;
  /** `2022-06`; null where undated. */
  month: string | null;
  /** Of the agency. */
  mark: string;
  acts: number;
  households: number;
  amount: number | null;
  amounts: number;
  last: string | null;
};

/** Acts of one group, or of all. */
export interface Acts {
  /** Null where the records don't say. */
  readonly key: string | number | null;
  /** The key as it may stand in a link. */
  readonly mark: string;
  readonly acts: number;
  /** Different households; one helped by two agencies is counted with each. */
  readonly households: number;
  /** Baht, over `amounts` acts that tell it; null where none does. */
  readonly amountBaht: number | null;
  readonly amounts: number;
  readonly last: IsoDate | null;
}

/**
 * The acts recorded for the households that pass, in the chosen dimensions: where some are chosen, an act that names none
 * is not counted (`undimensioned` of `actDoubts` says how many these are).
 */
export const acted = (subject: Subject, homed = false): { sql: string; params: Question['params'] } => {
  const { sql, params } = relations(subject, homed);
  const need = conditions(subject.filters, 'need');
  return {
    sql: `${sql}, acted as (
        select snapshot, household, area, dimension, agency, kind, date, amount,
          strftime(date, '%Y-%m') as month
        from help join answered using (snapshot, household) where true${need.sql}
      )`,
    params: [...params, ...need.params],
  };
};
const household = '(snapshot::bigint << 32) + household';

/** A group of acts as it may stand in a link. */
export const actMarks: Readonly<Record<ActGroup, string>> = {
  agency: mark('agency'),
  dimension: 'dimension::varchar',
  kind: 'kind::varchar',
  month: `coalesce(month, '${untold}')`,
};

/** A row for each group of each kind, and one for all together. */
export function acts(subject: Subject): Question {
  const { sql, params } = acted(subject);
  return {
    sql: `${sql} select grouping(agency, dimension, kind, month)::integer as told, agency, dimension::integer as dimension,
        kind::integer as kind, month, ${actMarks.agency} as mark, count(*)::double as acts, count(distinct ${household})::double as households,
        sum(amount)::double as amount, count(amount)::double as amounts, strftime(max(date), '%Y-%m-%d') as last
      from acted group by grouping sets ((agency), (dimension), (kind), (month), ())
      order by told, acts desc, agency, dimension, kind, month`,
    params,
  };
}

/** The groups by what they are told by, each from the one of most acts; the months in their order, undated ones last. */
export function actsOf({ length, columns }: Rows<ActRow>): Readonly<Record<ActGroup | 'all', readonly Acts[]>> {
  const groups: Record<ActGroup | 'all', Acts[]> = { agency: [], dimension: [], kind: [], month: [], all: [] };
  for (let row = 0; row < length; row++) {
    const told = columns.told[row] ?? 15;
    const at = actGroups.findIndex((_, index) => (told & (8 >> index)) === 0);
    const group = actGroups[at];
    const key = group ? (columns[group][row] ?? null) : null;
    groups[group ?? 'all'].push({
      key,
      mark: group === 'agency' ? (columns.mark[row] ?? untold) : String(key ?? untold),
      acts: columns.acts[row] ?? 0,
      households: columns.households[row] ?? 0,
      amountBaht: columns.amount[row] ?? null,
      amounts: columns.amounts[row] ?? 0,
      last: (columns.last[row] ?? null) as IsoDate | null,
    });
  }
  groups.month.sort((a, b) => ((a.key ?? '~') < (b.key ?? '~') ? -1 : 1));
  return groups;
}

export type ActPlaceRow = { agency: string | null; area: number; acts: number };

/** Where each agency is recorded most, at a level: six-digit area number, 0 where unplaced. */
export function actPlaces(subject: Subject, level: Level): Question {
  const { sql, params } = acted(subject);
  const divisor = levelDivisor[level];
  return {
    sql: `${sql}, placed as (
        select agency, (area // ${divisor} * ${divisor})::integer as area, count(*)::double as acts from acted group by 1, 2
      )
      select agency, arg_max(area, (acts, -area)) as area, max(acts) as acts from placed group by agency order by agency`,
    params,
  };
}

/** What in the records asks for an answer: nothing is dropped for it. `unit` says what is counted. */
export const actDoubts = [
  { id: 'undated', unit: 'act' },
  { id: 'after', unit: 'act' },
  { id: 'unnamed', unit: 'act' },
  { id: 'undimensioned', unit: 'act' },
  { id: 'unlisted', unit: 'household' },
  { id: 'unrecorded', unit: 'household' },
  { id: 'waiting', unit: 'household' },
] as const;
export type ActDoubt = (typeof actDoubts)[number]['id'];
export type DoubtRow = Record<ActDoubt, number>;

const done = `(${statusCode.helped}, ${statusCode.partly_helped})`;

/** What makes an act, or a household of `told`, one to ask about. */
const doubtTests: Readonly<Record<ActDoubt, string>> = {
  undated: 'date is null',
  after: 'is_after',
  unnamed: 'agency is null',
  undimensioned: `dimension = ${dimensionCode.unspecified}`,
  unlisted: 'acts_only',
  unrecorded: `status in ${done} and not has_act`,
  waiting: `status = ${statusCode.waiting} and has_act`,
};

/** `own`: the acts of households that pass, in whatever dimension is chosen; `told`: those households. */
function doubted(subject: Subject, asOf: IsoDate | null, homed = false): { sql: string; params: Question['params'] } {
  const { sql, params } = relations(subject, homed);
  return {
    sql: `${sql}, own as (
        select help.*, coalesce(date > ?::date, false) as is_after from help semi join answered using (snapshot, household)
      ), told as (
        select a.*, of_acts.household is not null as has_act from (
          select answered.*, coalesce(acts_only, false) as acts_only from answered join household using (snapshot, household)
        ) a left join (select distinct snapshot, household from own) of_acts using (snapshot, household)
      )`,
    params: [...params, asOf],
  };
}

/**
 * One row. Of the acts: without date, dated after the as-of date, without agency, without dimension. Of the households that
 * pass: known from acts alone, helped or partly helped without a recorded act, and not begun to be helped though an act is
 * recorded.
 */
export function doubts(subject: Subject, asOf: IsoDate | null): Question {
  const { sql, params } = doubted(subject, asOf);
  const counts = actDoubts.map(
    ({ id, unit }) =>
      `(select count(*)::double from ${unit === 'act' ? 'own' : 'told'} where ${doubtTests[id]}) as ${id}`,
  );
  return { sql: `${sql} select ${counts.join(', ')}`, params };
}

/** `members`: the households to ask about, or those of such acts; `key` is an `ActDoubt`. */
export function doubtful(
  subject: Subject,
  asOf: IsoDate | null,
  key: string,
  homed: boolean,
): { sql: string; params: Question['params'] } {
  const { sql, params } = doubted(subject, asOf, homed);
  const doubt = actDoubts.find(({ id }) => id === key);
  const test = doubt ? doubtTests[doubt.id] : 'false';
  const members =
    doubt?.unit === 'act'
      ? `told semi join (select snapshot, household from own where ${test}) using (snapshot, household)`
      : `told where ${test}`;
  return { sql: `${sql}, members as (from ${members})`, params };
}
