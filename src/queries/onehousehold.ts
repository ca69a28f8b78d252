/** Owns what is asked of one household: what it was in each round, the help it had, what is planned, its four ท, where it stands in the file. */
import type { Question } from '../engine/engine.ts';
import { aspects, type Aspect } from '../model/aspect.ts';
import { dimensions } from '../model/dimension.ts';
import { todaysArea } from '../model/renumbered.ts';

export interface HouseholdKey {
  readonly snapshot: number;
  readonly household: number;
}

export type PastRow = {
  snapshot: number;
  class: number;
  survey: number;
  status: number;
  /** Found by its address alone. */
  weak: boolean;
} & Record<`of_${number}`, number | null>;

/**
 * A row for each of the snapshots that has it: those that have its house code, and of the others those where its address
 * finds it as `queries/moves` has it. Code and address stay in the engine.
 */
export function past({ snapshot, household }: HouseholdKey, snapshots: readonly number[]): Question {
  const inDimension = dimensions.map(
    (_, code) => `max(need.status) filter (where dimension = ${code})::integer as of_${code}`,
  );
  const others = snapshots.filter((one) => one !== snapshot);
  const isLeft = (there: string): string => `(l.house_code is null or not exists (
          select 1 from household s where s.snapshot = ${there} and s.house_code = l.house_code))`;
  return {
    sql: `with own as (
        select snapshot, household, house_code, ${address} from household where snapshot = ? and household = ?
      ), other as (
        select unnest([${others.map(() => '?').join(', ')}]::integer[]) as there
      ), coded as (
        select h.snapshot as snapshot, h.household as household from household h join own using (house_code) join other on h.snapshot = there
      ), living as (
        select h.snapshot as snapshot, h.household as household, h.house_code as house_code from (select snapshot, household, house_code, ${address} from household) h
        join own using (area, moo, village, house_no)
        where own.house_no is not null and (own.moo > 0 or own.village <> '') and own.area % 100 > 0
      ), here as (
        select there from other, living l, own where l.snapshot = own.snapshot and ${isLeft('there')}
        group by there, own.household having count(*) = 1 and min(l.household) = own.household
      ), addressed as (
        select there as snapshot, min(l.household) as household
        from here join living l on l.snapshot = there cross join own where ${isLeft('own.snapshot')}
        group by there, own.house_code having count(*) = 1 and (own.house_code is null or min(l.house_code) is null)
      ), same as (
        select snapshot, household, false as weak from own
        union all select snapshot, household, false from coded
        union all select snapshot, household, true from addressed where snapshot not in (select snapshot from coded)
      ), folded as (
        select same.snapshot as snapshot, any_value(h.class)::integer as class, any_value(h.survey)::integer as survey, any_value(weak) as weak,
          bit_or(1 << need.status::integer)::integer as mask, ${inDimension.join(', ')}
        from same join household h using (snapshot, household) join need using (snapshot, household)
        group by same.snapshot, same.household
      )
      select folded.* exclude (mask), fold.status::integer as status from folded join fold using (mask)`,
    params: [snapshot, household, ...others],
  };
}
const address = `${todaysArea('area')} as area, moo, coalesce(village, '') as village, house_no`;

/** The snapshots that have households of its amphoe: in the others nobody can say that it was not there. */
export function reportedIn({ snapshot, household }: HouseholdKey, snapshots: readonly number[]): Question {
  const amphoe = `${todaysArea('area')} // 100`;
  return {
    sql: `with own as (select ${amphoe} as amphoe from household where snapshot = ? and household = ?)
      select distinct snapshot from household, own
      where snapshot in (${snapshots.map(() => '?').join(', ') || 'null'}) and (${amphoe} = own.amphoe or own.amphoe % 100 = 0)`,
    params: [snapshot, household, ...snapshots],
  };
}

export type ActRow = {
  dimension: number | null;
  agency: string | null;
  activity: string | null;
  date: string | null;
  amount: number | null;
};
/** The latest first; those without a date last. */
export const acts = (key: HouseholdKey): Question =>
  own(
    key,
    `select dimension::integer as dimension, agency, activity, strftime(date, '%Y-%m-%d') as date, amount from help`,
    'date desc nulls last, line',
  );

export type PlanRow = {
  dimension: number | null;
  project: string | null;
  agency: string | null;
  budget: number | null;
  month: string | null;
};
export const plans = (key: HouseholdKey): Question =>
  own(
    key,
    `select dimension::integer as dimension, project, agency, budget, strftime(month, '%Y-%m-%d') as month from plan`,
    'month nulls last, line',
  );

export type TraitRow = { aspect: number; value: string | null };
/** What the registry does not know is in somebody's own words, and may be their story: null until it is asked for. */
export const traits = ({ snapshot, household }: HouseholdKey, isOpen: boolean): Question => ({
  sql: `select aspect::integer as aspect, if(? or value in (${knownTraits.map(() => '?').join(', ')}), value, null) as value
    from trait where snapshot = ? and household = ? order by aspect, value nulls last`,
  params: [isOpen, ...knownTraits, snapshot, household],
});
const knownTraits = (aspects as readonly Aspect[]).flatMap(({ values }) => values.map(({ id }) => id));

export type SourceRow = { file: number; line: number };
/** Every line of the file that tells of it. */
export const sources = ({ snapshot, household }: HouseholdKey): Question => ({
  sql: `select distinct file, line from (
      select file, line from household where snapshot = ? and household = ?
      union all select file, line from need where snapshot = ? and household = ?
    ) where line is not null order by file, line`,
  params: [snapshot, household, snapshot, household],
});

function own({ snapshot, household }: HouseholdKey, select: string, order: string): Question {
  return { sql: `${select} where snapshot = ? and household = ? order by ${order}`, params: [snapshot, household] };
}
