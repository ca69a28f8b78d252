/** Owns what is asked of one household: what it was in each round, the help it had, what is planned, its four ท, where it stands in the file. */
import type { Question } from '../engine/engine.ts';
import { aspects, type Aspect } from '../model/aspect.ts';
import { dimensions } from '../model/dimension.ts';

export interface HouseholdKey {
  readonly snapshot: number;
  readonly household: number;
}

export type PastRow = { snapshot: number; class: number; survey: number; status: number } & Record<
  `of_${number}`,
  number | null
>;

/** A row for each of the snapshots that the house code is in; itself alone where it has none. The code stays in the engine. */
export function past({ snapshot, household }: HouseholdKey, snapshots: readonly number[]): Question {
  const inDimension = dimensions.map(
    (_, code) => `max(need.status) filter (where dimension = ${code})::integer as of_${code}`,
  );
  return {
    sql: `with own as (select house_code from household where snapshot = ? and household = ?),
      same as (
        select snapshot, household, class, survey from household
        where (snapshot = ? and household = ?) or
          (snapshot in (${snapshots.map(() => '?').join(', ')}) and house_code in (select house_code from own where house_code is not null))
      ),
      folded as (
        select same.snapshot, any_value(same.class)::integer as class, any_value(same.survey)::integer as survey,
          bit_or(1 << need.status::integer)::integer as mask, ${inDimension.join(', ')}
        from same join need using (snapshot, household) group by same.snapshot, same.household
      )
      select folded.* exclude (mask), fold.status::integer as status from folded join fold using (mask)`,
    params: [snapshot, household, snapshot, household, ...snapshots],
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
