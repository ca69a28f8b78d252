/** Owns the clean rows: what each part of the rows gives, gathered apart, and entered into the clean tables all at once. */
import type { Engine } from '../engine/engine.ts';
import { ask } from '../engine/rows.ts';
import { dimensionCode } from '../model/dimension.ts';
import { statusCode } from '../model/status.ts';
import { repeatedActs, repeatedPlans } from './persons.ts';
import { dayOf, fileOf, isBesideRow, isHelp, isPlan, lineOf } from './rows.ts';
import { traitsOf } from './traits.ts';

/** The rows at hand with their households, and the needs that each names. */
const housed = `from intake_row r join intake_slot b using (slot)
   join intake_house h on h.snapshot = b.snapshot and h.key = r.key
   left join (select ord, count(*) as needs, min(dimension) as dimension from intake_need group by ord) n on n.ord = r.ord`;
/** An act or a plan is of the one dimension that its row names. */
const oneDimension = `case when n.needs = 1 then n.dimension else ${dimensionCode.unspecified} end`;

/** What a part of the rows gives to each of the clean tables. */
const cleaned: readonly (readonly [string, string])[] = [
  [
    'intake_household',
    `select snapshot, household, area, place, class, survey, urgent, over_capacity, locality,
     persons, child, elderly, disabled, bedridden, house_code, ${fileOf('ord')}, ${lineOf('ord')},
     ${dayOf('survey_day')}, ${dayOf('updated_day')}, coalesce(source, 0), if(is_out, coalesce(out_reason, 0), 0),
     coalesce(moo, 0), village, house_no, team, mentor, is_acts
   from intake_house order by snapshot, household`,
  ],
  // The needs of one household and dimension fold as the needs of a household do. A row without a dimension adds nothing
  // where the household's other needs already say its status.
  [
    'intake_clean_need',
    `with folded as materialized (
       select n.snapshot, n.household, n.dimension, n.ord,
         case when n.is_out then ${statusCode.out} else f.status end as status
       from (
         select h.snapshot, h.household, n.dimension, bit_or(1 << n.status) as mask, min(n.ord) as ord, any_value(h.is_out) as is_out
         from intake_need n join intake_slot b using (slot) join intake_house h on h.snapshot = b.snapshot and h.key = n.key
         where h.is_acts or not (${isBesideRow}) group by h.snapshot, h.household, n.dimension) n
       join fold f on f.mask = n.mask)
     select snapshot, household, dimension, status, ${fileOf('ord')}, ${lineOf('ord')}
     from (
       from folded where dimension < ${dimensionCode.unspecified}
       union all
       select n.* from (from folded where dimension = ${dimensionCode.unspecified}) n
       left join (
         select snapshot, household, bit_or(1 << status) as mask from folded
         where dimension < ${dimensionCode.unspecified} group by all) others using (snapshot, household)
       where others.mask is null or (n.status > 0 and (others.mask & (1 << n.status)) = 0))
     order by snapshot, household, dimension`,
  ],
  [
    'intake_help',
    `select b.snapshot, h.household, ${oneDimension},
     r.agency, r.activity, ${dayOf('r.help_day')}, r.amount, r.file, r.line, coalesce(r.help_kind, 0)
   ${housed}
   where ${isHelp} and r.ord not in (${repeatedActs})
   order by r.ord`,
  ],
  [
    'intake_plan',
    `select b.snapshot, h.household, ${oneDimension},
     r.planned_project, r.planned_agency, r.planned_budget, ${dayOf('r.planned_day')}, r.file, r.line
   ${housed}
   where ${isPlan} and r.ord not in (${repeatedPlans})
   order by r.ord`,
  ],
  [
    'intake_trait',
    `select distinct *
   from (${traitsOf(
     'b.snapshot',
     'h.household',
     'from intake_row r join intake_slot b using (slot) join intake_house h on h.snapshot = b.snapshot and h.key = r.key',
   )})
   order by all`,
  ],
];

/** Adds what the part at hand gives to the clean rows gathered. */
export async function gather(engine: Engine, signal?: AbortSignal): Promise<void> {
  for (const [table, sql] of cleaned) await engine.run({ sql: `insert into ${table} ${sql}`, params: [] }, signal);
}

/** Empty tables for the clean rows, which stand apart until all of them are there. */
export const gatherings: readonly string[] = [
  'create table intake_household as from household limit 0',
  'create table intake_clean_need as from need limit 0',
  'create table intake_help as from help limit 0',
  'create table intake_plan as from plan limit 0',
  'create table intake_trait as from trait limit 0',
];

const entered: readonly (readonly [string, string])[] = [
  ['household', 'intake_household'],
  ['need', 'intake_clean_need'],
  ['help', 'intake_help'],
  ['plan', 'intake_plan'],
  ['trait', 'intake_trait'],
];

/**
 * Fills the clean tables; to be run in one transaction. Until it ends, rows on their way from one table to another stand
 * unpacked in memory, so the fewer go to the more, and the gathered table takes the place of the clean one.
 */
export async function enter(engine: Engine, signal?: AbortSignal): Promise<void> {
  const bare = (sql: string): Promise<void> => engine.run({ sql, params: [] }, signal);
  for (const [clean, gathered] of entered) {
    const sql = `select (select count(*) from ${gathered}) > (select count(*) from ${clean}) as is_larger`;
    const { columns } = await ask<{ is_larger: boolean }>(engine, { sql, params: [] }, signal);
    const isLarger = columns.is_larger[0] === true;
    await bare(isLarger ? `insert into ${gathered} from ${clean}` : `insert into ${clean} from ${gathered}`);
    if (!isLarger) continue;
    await bare(`drop table ${clean}`);
    await bare(`alter table ${gathered} rename to ${clean}`);
  }
  await bare(
    'insert into place_name select snapshot, area, name from intake_name order by snapshot, area, rows desc, name',
  );
}
