/** Owns the SQL from rows to needs and households: constants of this file and of the registries, never a cell. */
import type { Engine } from '../engine/engine.ts';
import { columns, type ColumnId } from '../model/columns.ts';
import { dimensionCode, dimensions, type Dimension } from '../model/dimension.ts';
import { besideGrains, grainCode } from '../model/grain.ts';
import { surveyCode } from '../model/household.ts';
import { statusCode } from '../model/status.ts';
import { markCode } from './clean-words.ts';
import { counts, countedPersons } from './persons.ts';

/** Everything an import makes on its way, in the order of making. */
export const workTables = [
  'staging',
  'staging_word',
  'staging_count',
  'intake_value',
  'intake_code',
  'intake_place',
  'intake_again',
  'intake_code_list',
  'intake_word_list',
  'intake_all',
  'intake_known',
  'intake_most',
  'intake_slot',
  'intake_number',
  'intake_row',
  'intake_need',
  'intake_house',
  'intake_warning',
  'intake_name',
  'intake_area',
  'intake_household',
  'intake_clean_need',
  'intake_help',
  'intake_plan',
  'intake_said',
  'intake_trait',
] as const;
/** Of no use once the rows hold their codes. */
export const stagingTables = [
  'staging',
  'staging_word',
  'staging_count',
  'intake_value',
  'intake_code',
  'intake_again',
  'intake_code_list',
  'intake_word_list',
] as const;
/** Made for one part of the rows after the other. */
export const partTables = ['intake_row', 'intake_need', 'intake_house'] as const;

/** Ordinals hold the file in the high half, the line in the low. */
export const fileOf = (ordinal: string): string => `(${ordinal} // 4294967296)::integer`;
export const lineOf = (ordinal: string): string => `(${ordinal} % 4294967296)::integer`;

/** A date from its days since 1970-01-01. */
export const dayOf = (days: string): string => `date '1970-01-01' + ${days}`;

export const markColumns = columns.flatMap(({ id, dimension }) =>
  dimension ? [{ id, dimension: dimensionCode[dimension] }] : [],
);
const named: readonly Dimension[] = dimensions.map(({ id }) => id).filter((id) => id !== 'unspecified');

/** Acts of help and plans: they go to households that other rows list. */
export const isBesideRow = `b.grain in (${besideGrains.map((id) => grainCode[id]).join(', ')})`;

export const isMarkedAs = (id: ColumnId): string => `${id}_mark in (${markCode.yes}, ${markCode.unknown})`;
const isMarked = markColumns.map(({ id }) => isMarkedAs(id)).join(' or ');
const isLeftToStatus = markColumns.map(({ id }) => `(${id}_mark = ${markCode.yes} and ${id}_own is null)`).join(' or ');
export const isOut = `(coalesce(status, -1) = ${statusCode.out} or coalesce(survey, -1) = ${surveyCode.out})`;

const isBlank = `status is null and not ${isOut}`;
const isDoubtful = `(${isLeftToStatus} or coalesce(dimension_mask, 0) > 0)`;
const blankRows = (bare: string): string => `
  select file, count(*) as rows from intake_all
  where ${isBlank} and (${isDoubtful} or (not (${isMarked}) ${bare}))
  group by file order by file`;

/** Rows of each file with a need whose status nobody wrote down. */
export const blankStatuses = blankRows('');
/** The same of files of persons: a member of whom nothing is said leaves nothing open where another row of the house tells. */
export const blankPersons = blankRows(`and (file, key) not in (
  select (file, key) from intake_all where not (${isBlank}) or ${isMarked} or dimension_mask > 0)`);

/** The status of a need that a record names without saying more of it. An act of help tells no status. */
export const plainStatus = `case when ${isBesideRow} then ${statusCode.unknown} when ${isOut} then ${statusCode.out} else coalesce(r.status, b.blank_status) end`;
/** The status of a need that is marked in a column of its own. */
export const markedStatus = (id: ColumnId): string =>
  `case when ${isBesideRow} or ${id}_mark = ${markCode.unknown} then ${statusCode.unknown} when ${isOut} then ${statusCode.out}
        else coalesce(${id}_own, r.status, b.blank_status) end`;

/** `intake_need`: a row per record and dimension; `unspecified` where a record names none. */
async function makeNeeds(engine: Engine, signal?: AbortSignal): Promise<void> {
  const marked = markColumns.map(
    ({ id, dimension }) => `
      select r.ord, r.slot, r.key, ${dimension} as dimension, ${markedStatus(id)} as status
      from intake_row r join intake_slot b using (slot) where ${isMarkedAs(id)}`,
  );
  const listed = named.map(
    (id) => `
      select r.ord, r.slot, r.key, ${dimensionCode[id]} as dimension, ${plainStatus} as status
      from intake_row r join intake_slot b using (slot) where (dimension_mask & ${1 << dimensionCode[id]}) > 0`,
  );
  const sql = `create table intake_need as ${[...marked, ...listed].join(' union all ')}`;
  await engine.run({ sql, params: [] }, signal);
  const rest = `
    insert into intake_need
    select r.ord, r.slot, r.key, ${dimensionCode.unspecified}, ${plainStatus}
    from intake_row r join intake_slot b using (slot)
    where r.ord not in (select ord from intake_need)`;
  const isSilent = `b.grain = ${grainCode.person} and ${isBlank}`;
  const isToldOf = `(b.snapshot, r.key) in (
    select (o.snapshot, n.key) from intake_need n join intake_slot o using (slot))`;
  await engine.run({ sql: `${rest} and not (${isSilent})`, params: [] }, signal);
  await engine.run({ sql: `${rest} and ${isSilent} and not (${isToldOf})`, params: [] }, signal);
}

/** A row that tells of an act of help; an agency alone may only be answerable. */
export const isHelp = `(b.grain = ${grainCode.help} or r.activity is not null or r.help_day is not null or r.amount > 0)`;

/** A row that tells of a plan; a row of plans does so where it tells of no act. */
export const isPlan = `(r.planned_project is not null or r.planned_agency is not null or r.planned_budget > 0 or r.planned_day is not null
  or (b.grain = ${grainCode.plan} and not ${isHelp}))`;

/** `intake_house`: a row per household, numbered within its snapshot in file order; those known from acts alone come last. */
async function makeHouses(engine: Engine, signal?: AbortSignal): Promise<void> {
  const widest = counts.map((id) => `max(${id}) as ${id}`).join(', ');
  const larger = counts.map((id) => `greatest(h.${id}, p.${id})::usmallint as ${id}`).join(', ');
  const told = (fact: string): string => `case when not (${isBesideRow}) then ${fact} end`;
  const isSurvey = (code: number): string => `coalesce(bool_or(${told(`survey = ${code}`)}), false)`;
  const turn = `r.ord + case when ${isBesideRow} then 1::bigint << 60 else 0 end`;
  // One or several: to count the different ones would cost as much as all the rest.
  const several = (id: string, when: string): string =>
    `case when min(${id}) filter (${when}) < max(${id}) filter (${when}) then 2 else least(1, count(${id}) filter (${when})) end`;
  /** What the first row says that says anything. */
  const first = (id: string): string => `arg_min(${told(`r.${id}`)}, ${turn}) as ${id}`;
  const classes = several('r.class', `r.class > 0 and not (${isBesideRow})`);
  const sql = `
    create table intake_house as
    select h.* replace (${larger}) from (
      select b.snapshot, r.key, row_number() over (partition by b.snapshot order by min(${turn})) as household,
        arg_min(r.ord, ${turn}) as ord, count(*) as records, bool_and(${isBesideRow}) as is_acts,
        arg_min(r.area, ${turn}) as area, arg_min(r.place, ${turn}) as place, arg_min(r.locality, ${turn}) as locality,
        ${several('r.area', `not (${isBesideRow})`)} as areas,
        case when ${classes} = 1 then max(${told('r.class')}) else 0 end as class, ${classes} as classes,
        case when ${isSurvey(surveyCode.out)} then ${surveyCode.out}
             when ${isSurvey(surveyCode.surveyed)} then ${surveyCode.surveyed}
             when ${isSurvey(surveyCode.unreachable)} then ${surveyCode.unreachable}
             when ${isSurvey(surveyCode.not_surveyed)} then ${surveyCode.not_surveyed}
             else ${surveyCode.unknown} end as survey,
        coalesce(bool_or(r.urgent), false) as urgent, coalesce(bool_or(r.over_capacity), false) as over_capacity,
        ${widest}, max(r.house_code) as house_code,
        min(${told('r.survey_day')}) as survey_day, max(${told('r.updated_day')}) as updated_day,
        ${['out_reason', 'source', 'moo', 'village', 'house_no', 'team', 'mentor'].map(first).join(', ')},
        coalesce(bool_or(${told(isOut)}), false) as is_out
      from intake_row r join intake_slot b using (slot)
      group by b.snapshot, r.key) h
    left join (${countedPersons}) p on p.snapshot = h.snapshot and p.key = h.key`;
  await engine.run({ sql, params: [] }, signal);
}

export { makeHouses, makeNeeds };
