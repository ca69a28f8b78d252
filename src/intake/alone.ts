/** Owns the short way of households that stand in one row of their own: nothing is grouped, and no row looks for another. */
import type { Engine } from '../engine/engine.ts';
import { ask } from '../engine/rows.ts';
import { dimensionCode, dimensions } from '../model/dimension.ts';
import { classCode, surveyCode } from '../model/household.ts';
import { statusCode } from '../model/status.ts';
import { digitsOf } from './coded.ts';
import { counts } from './persons.ts';
import { traitsOf } from './traits.ts';
import { addWarnings, ofRows } from './warning.ts';
import { dayOf, isHelp, isMarkedAs, isPlan, isOut, markColumns, markedStatus, plainStatus } from './rows.ts';

const alone = 'from intake_all r join intake_slot b using (slot)';
const marks = dimensions.flatMap(({ id }) => {
  const dimension = dimensionCode[id];
  const columns = markColumns.filter((column) => column.dimension === dimension).map((column) => column.id);
  return id === 'unspecified' ? [] : [{ dimension, columns }];
});

/** The statuses that a row tells of each dimension, as bits; two where it tells of it in two columns. */
const masks = marks.map(({ dimension, columns }) =>
  [
    ...columns.map((id) => `if(${isMarkedAs(id)}, 1 << (${markedStatus(id)})::integer, 0)`),
    `if((dimension_mask & ${1 << dimension}) > 0, 1 << (${plainStatus})::integer, 0)`,
  ].join(' | '),
);
/** How many needs a row names. */
const needs = [
  ...markColumns.map(({ id }) => `if(${isMarkedAs(id)}, 1, 0)`),
  ...marks.map(({ dimension }) => `if((dimension_mask & ${1 << dimension}) > 0, 1, 0)`),
].join(' + ');

/** Rows with what they tell: `bits` of each dimension; without one, of the household. */
const toldOf = (rows: string): string => `(
  select r.*, b.snapshot, b.tells_acts, ${isOut} as is_out, ${isHelp} as is_help, ${isPlan} as is_plan, ${needs} as needs,
    ${masks.map((mask, at) => `${mask} as bits${at}`).join(', ')}, 1 << (${plainStatus})::integer as bits
  ${alone} where ${rows}) r`;
const told = toldOf('r.is_alone');
const named = marks.map((_, at) => `bits${at}`);
const all = `if(needs = 0, bits, ${named.join(' | ')})`;
const numbered = `from ${toldOf('r.is_alone and b.part = ?')} join intake_number n using (ord) where n.part = ?`;

/** Numbers the households of a part as they stand in their file, those of several rows among them. */
const houses = `
  select b.snapshot, r.ord ${alone} where r.is_alone and b.part = ?
  union all
  select snapshot, ord from intake_house`;
const numbers = `
  insert into intake_number
  select ?, snapshot, ord, (row_number() over () - before)::integer
  from (
    from (${houses})
    join (
      select snapshot, (sum(households) over (order by snapshot) - households)::integer as before
      from (select snapshot, count(*) as households from (${houses}) group by snapshot)) using (snapshot)
    order by snapshot, ord)`;

/** To be called with each part, once its households of several rows are made: these are then numbered among the others. */
export async function numberHouses(engine: Engine, part: number, signal?: AbortSignal): Promise<void> {
  await engine.run({ sql: numbers, params: [part, part, part] }, signal);
  const sql = 'update intake_house set household = n.household from intake_number n where n.ord = intake_house.ord';
  await engine.run({ sql, params: [] }, signal);
}

/** The one dimension that a row names. */
const oneDimension = `case when needs <> 1 then ${dimensionCode.unspecified}
       ${marks.map(({ dimension }, at) => `when bits${at} > 0 then ${dimension}`).join(' ')} end`;
const surveyed = [surveyCode.out, surveyCode.surveyed, surveyCode.unreachable, surveyCode.not_surveyed];

const aloneTraits = `from intake_all r join intake_slot b using (slot) join intake_number n using (ord)
     where r.is_alone and b.part = ? and n.part = ?`;
/** What a part gives to each of the clean tables. */
const cleaned = [
  `insert into intake_household
   select n.snapshot, n.household, r.area, r.place, if(r.class > 0, r.class, 0),
     if(r.survey in (${surveyed.join(', ')}), r.survey, ${surveyCode.unknown}),
     coalesce(r.urgent, false), coalesce(r.over_capacity, false), r.locality,
     ${counts.map((id) => `r.${id}`).join(', ')}, ${digitsOf('r.house_number')}, r.file, r.line,
     ${dayOf('r.survey_day')}, ${dayOf('r.updated_day')}, coalesce(r.source, 0), if(is_out, coalesce(r.out_reason, 0), 0),
     coalesce(r.moo, 0), r.village, r.house_no, r.team, r.mentor, false
   ${numbered} order by n.snapshot, n.household`,
  `insert into intake_clean_need
   select snapshot, household, dimension, if(is_out, ${statusCode.out}, f.status), file, line
   from (
     select n.snapshot, n.household, r.file, r.line, is_out,
       unnest([${[...named, 'if(needs = 0, bits, 0)'].join(', ')}]) as mask,
       unnest([${[...marks.map(({ dimension }) => dimension), dimensionCode.unspecified].join(', ')}]) as dimension
     ${numbered} order by n.snapshot, n.household)
   join fold f using (mask) where mask > 0`,
  `insert into intake_help
   select n.snapshot, n.household, ${oneDimension},
     r.agency, r.activity, ${dayOf('r.help_day')}, r.amount, r.file, r.line, coalesce(r.help_kind, 0)
   ${numbered} and is_help order by r.ord`,
  `insert into intake_plan
   select n.snapshot, n.household, ${oneDimension},
     r.planned_project, r.planned_agency, r.planned_budget, ${dayOf('r.planned_day')}, r.file, r.line
   ${numbered} and is_plan order by r.ord`,
  `insert into intake_trait
   ${traitsOf('n.snapshot', 'n.household', aloneTraits)}`,
];

/** Adds what stands alone in a part to the clean rows gathered; to be called once it is numbered. */
export async function gatherAlone(engine: Engine, part: number, signal?: AbortSignal): Promise<void> {
  for (const sql of cleaned) await engine.run({ sql, params: [part, part] }, signal);
}

/** Empty, to be made before the parts. */
export const numbering = 'create table intake_number (part integer, snapshot integer, ord bigint, household integer)';

export async function countAlone(engine: Engine, signal?: AbortSignal): Promise<number> {
  const sql = `select count(*) as rows ${alone} where r.is_alone`;
  return (await ask<{ rows: number }>(engine, { sql, params: [] }, signal)).columns.rows[0] ?? 0;
}

/** What a household's one row says against itself: its column, the problem, and where it is one. */
const against = [
  [
    'status',
    'helped_without_act',
    `tells_acts = 1 and (${all} & ${1 << statusCode.helped}) > 0
     and not coalesce(coalesce(r.activity, r.agency) is not null or r.help_day is not null or r.amount > 0, false)`,
  ],
  ['status', 'act_while_waiting', `is_help and f.status = ${statusCode.waiting}`],
  ['class', 'self_reliant_waiting', `r.class = ${classCode.self_reliant} and f.status = ${statusCode.waiting}`],
] as const;
/** As `contradictions`, but all of them in one look at the rows. */
const saidAgainst = `
   with said as materialized (
     select r.file, r.line, ${against.map(([, problem, is]) => `coalesce(${is}, false) as ${problem}`).join(', ')}
     from ${told} join fold f on f.mask = ${all} where ${against.map(([, problem]) => problem).join(' or ')})
   ${against.map(([column, problem]) => `select file, line, '${column}', '${problem}', null from said where ${problem}`).join(' union all ')}`;

/** Adds what rows say alone, whatever household they are of: acts of help, which need others, do not go this way. */
export async function warnOfAlone(engine: Engine, signal?: AbortSignal): Promise<void> {
  await addWarnings(engine, [...ofRows('intake_all', 'true'), saidAgainst], signal);
}
