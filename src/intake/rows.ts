/** Owns the SQL from staging to rows, needs and households: constants of this file and of the registries, never a cell. */
import type { Engine } from '../engine/engine.ts';
import { columns, type ColumnId } from '../model/columns.ts';
import { dimensionCode, dimensions, type Dimension } from '../model/dimension.ts';
import { grainCode } from '../model/grain.ts';
import { surveyCode } from '../model/household.ts';
import { statusCode } from '../model/status.ts';
import { markCode } from './clean-words.ts';
import { mostRounds } from './dating.ts';
import { counts, countedPersons } from './persons.ts';
import { placeColumns } from './place.ts';
import { valueColumns } from './values.ts';

/** Everything an import makes on its way, in the order of making. */
export const workTables = [
  'staging',
  'intake_value',
  'intake_place',
  'intake_row',
  'intake_slot',
  'intake_need',
  'intake_house',
  'intake_warning',
  'intake_name',
  'intake_area',
] as const;

/** File in the high half, line in the low: sorts rows as they stand, and gives both back. */
const ord = (alias: string): string => `${alias}.file * 4294967296 + ${alias}.line`;
export const fileOf = (ordinal: string): string => `(${ordinal} // 4294967296)::integer`;
export const lineOf = (ordinal: string): string => `(${ordinal} % 4294967296)::integer`;

const markColumns = columns.flatMap(({ id, dimension }) =>
  dimension ? [{ id, dimension: dimensionCode[dimension] }] : [],
);
const named: readonly Dimension[] = dimensions.map(({ id }) => id).filter((id) => id !== 'unspecified');

const value = (id: ColumnId): string => `v_${id}`;
/** Thai digits in ASCII and blanks gone: enough for telling two houses apart. */
const tidy = (column: string): string =>
  `replace(translate(lower(trim(${column})), '๐๑๒๓๔๕๖๗๘๙', '0123456789'), ' ', '')`;
const isAct = `b.grain = ${grainCode.help}`;
/** Also of what can't be seen: a mark of byte order alone says nothing. */
const unseen = ' \t\r\n\u00a0\u200b\u200c\u200d\ufeff';
const spoken = (column: string): string => `nullif(nullif(trim(${column}, '${unseen}'), ''), '-')`;

/** `intake_row`: one row per kept record, its cells as codes and numbers, its household's key. `status` null: blank. */
async function makeRows(engine: Engine, signal?: AbortSignal): Promise<void> {
  const joins = valueColumns.map(
    (id) =>
      `left join intake_value ${value(id)} on ${value(id)}.file = s.file and ${value(id)}.kind = '${id}' and ${value(id)}.value = s.${id}`,
  );
  const marks = markColumns.map(
    ({ id }) =>
      `${value(id)}.code as ${id}_mark, case when ${value(id)}.code = ${markCode.yes} then ${value(id)}.extra end as ${id}_own`,
  );
  const sql = `
    create table intake_row as
    select *,
      case when house_code is not null then 'c' || house_code
           when home_no <> '' and area > 0 then 'w' || area || '/' || home_moo || '/' || home_village || '/' || home_no
           else 'r' || ord end as key
    from (
      select s.file, s.line, ${ord('s')} as ord, p.slot * ${mostRounds} + coalesce(v_as_of.code, 0) as slot, p.area, p.place, p.locality,
        coalesce(v_status.code, v_need_help.code) as status,
        v_survey.code as survey, v_class.code as class,
        v_urgent.code = 1 as urgent,
        coalesce(v_over_capacity.code, 0) = 1 or coalesce(v_status.extra, 0) = 1 as over_capacity,
        ${counts.map((id) => `${value(id)}.number::usmallint as ${id}`).join(', ')},
        ${marks.join(', ')},
        v_dimension.code as dimension_mask,
        v_agency.text as agency, ${spoken('s.activity')} as activity, v_amount.number as amount,
        v_help_date.number::integer as help_day, v_survey_date.number::integer as survey_day,
        case when regexp_full_match(s.house_code, '[0-9]{11}') then nullif(s.house_code, '00000000000')
             else v_house_code.text end as house_code,
        nullif(regexp_replace(${tidy('s.member_seq')}, '\\.0+$', ''), '') as member,
        ${tidy('s.house_no')} as home_no, regexp_replace(${tidy('s.moo')}, '[^0-9]', '', 'g') as home_moo,
        ${tidy('s.village')} as home_village
      from staging s
      join intake_place p on p.file = s.file and ${placeColumns.map((id) => `p.${id} = s.${id}`).join(' and ')}
      ${joins.join('\n      ')}
    )`;
  await engine.run({ sql, params: [] }, signal);
}

const isMarked = markColumns.map(({ id }) => `${id}_mark in (${markCode.yes}, ${markCode.unknown})`).join(' or ');
const isLeftToStatus = markColumns.map(({ id }) => `(${id}_mark = ${markCode.yes} and ${id}_own is null)`).join(' or ');
const isOut = `(coalesce(status, -1) = ${statusCode.out} or coalesce(survey, -1) = ${surveyCode.out})`;

const isBlank = `status is null and not ${isOut}`;
const isDoubtful = `(${isLeftToStatus} or coalesce(dimension_mask, 0) > 0)`;
const blankRows = (bare: string): string => `
  select file, count(*) as rows from intake_row
  where ${isBlank} and (${isDoubtful} or (not (${isMarked}) ${bare}))
  group by file order by file`;

/** Rows of each file with a need whose status nobody wrote down. */
export const blankStatuses = blankRows('');
/** The same of files of persons: a member of whom nothing is said leaves nothing open where another row of the house tells. */
export const blankPersons = blankRows(`and (file, key) not in (
  select (file, key) from intake_row where not (${isBlank}) or ${isMarked} or dimension_mask > 0)`);

/** `intake_need`: a row per record and dimension; `unspecified` where a record names none. An act of help tells no status. */
async function makeNeeds(engine: Engine, signal?: AbortSignal): Promise<void> {
  const base = `case when ${isAct} then ${statusCode.unknown} when ${isOut} then ${statusCode.out} else coalesce(r.status, b.blank_status) end`;
  const marked = markColumns.map(
    ({ id, dimension }) => `
      select r.ord, r.slot, r.key, ${dimension} as dimension,
        case when ${isAct} or ${id}_mark = ${markCode.unknown} then ${statusCode.unknown} when ${isOut} then ${statusCode.out}
             else coalesce(${id}_own, r.status, b.blank_status) end as status
      from intake_row r join intake_slot b using (slot) where ${id}_mark in (${markCode.yes}, ${markCode.unknown})`,
  );
  const listed = named.map(
    (id) => `
      select r.ord, r.slot, r.key, ${dimensionCode[id]} as dimension, ${base} as status
      from intake_row r join intake_slot b using (slot) where (dimension_mask & ${1 << dimensionCode[id]}) > 0`,
  );
  const sql = `create table intake_need as ${[...marked, ...listed].join(' union all ')}`;
  await engine.run({ sql, params: [] }, signal);
  const rest = `
    insert into intake_need
    select r.ord, r.slot, r.key, ${dimensionCode.unspecified}, ${base}
    from intake_row r join intake_slot b using (slot)
    where r.ord not in (select ord from intake_need)`;
  const isSilent = `b.grain = ${grainCode.person} and ${isBlank}`;
  const isToldOf = `(b.snapshot, r.key) in (
    select (o.snapshot, n.key) from intake_need n join intake_slot o using (slot))`;
  await engine.run({ sql: `${rest} and not (${isSilent})`, params: [] }, signal);
  await engine.run({ sql: `${rest} and ${isSilent} and not (${isToldOf})`, params: [] }, signal);
}

/** A row that tells of an act of help; an agency alone may only be answerable. */
export const isHelp = `(${isAct} or r.activity is not null or r.help_day is not null or r.amount > 0)`;

/** `intake_house`: a row per household, numbered within its snapshot in file order; those known from acts alone come last. */
async function makeHouses(engine: Engine, signal?: AbortSignal): Promise<void> {
  const widest = counts.map((id) => `max(${id}) as ${id}`).join(', ');
  const most = counts.map((id) => `greatest(h.${id}, p.${id})::usmallint as ${id}`).join(', ');
  const told = (fact: string): string => `case when not (${isAct}) then ${fact} end`;
  const isSurvey = (code: number): string => `coalesce(bool_or(${told(`survey = ${code}`)}), false)`;
  const turn = `r.ord + case when ${isAct} then 1::bigint << 60 else 0 end`;
  const classes = `count(distinct r.class) filter (r.class > 0 and not (${isAct}))`;
  const sql = `
    create table intake_house as
    select h.* replace (${most}) from (
      select b.snapshot, r.key, row_number() over (partition by b.snapshot order by min(${turn})) as household,
        arg_min(r.ord, ${turn}) as ord, count(*) as records, bool_and(${isAct}) as is_acts,
        arg_min(r.area, ${turn}) as area, arg_min(r.place, ${turn}) as place, arg_min(r.locality, ${turn}) as locality,
        count(distinct r.area) filter (not (${isAct})) as areas,
        case when ${classes} = 1 then max(${told('r.class')}) else 0 end as class, ${classes} as classes,
        case when ${isSurvey(surveyCode.out)} then ${surveyCode.out}
             when ${isSurvey(surveyCode.surveyed)} then ${surveyCode.surveyed}
             when ${isSurvey(surveyCode.unreachable)} then ${surveyCode.unreachable}
             when ${isSurvey(surveyCode.not_surveyed)} then ${surveyCode.not_surveyed}
             else ${surveyCode.unknown} end as survey,
        coalesce(bool_or(r.urgent), false) as urgent, coalesce(bool_or(r.over_capacity), false) as over_capacity,
        ${widest}, max(r.house_code) as house_code,
        coalesce(bool_or(${told(isOut)}), false) as is_out
      from intake_row r join intake_slot b using (slot)
      group by b.snapshot, r.key) h
    left join (${countedPersons}) p on p.snapshot = h.snapshot and p.key = h.key`;
  await engine.run({ sql, params: [] }, signal);
}

/** Statements that fill the clean tables; to be run in one transaction. */
export const cleanInserts: readonly string[] = [
  `insert into household
   select snapshot, household, area, place, class, survey, urgent, over_capacity, locality,
     persons, child, elderly, disabled, bedridden, house_code, ${fileOf('ord')}, ${lineOf('ord')}
   from intake_house order by snapshot, household`,
  // The needs of one household and dimension fold as the needs of a household do. A row without a dimension adds nothing
  // where the household's other needs already say its status.
  `insert into need
   select snapshot, household, dimension, status, ${fileOf('ord')}, ${lineOf('ord')}
   from (
     select *, coalesce(bit_or(case when dimension < ${dimensionCode.unspecified} then 1 << status else 0 end)
       over (partition by snapshot, household), 0) as others
     from (
       select h.snapshot, h.household, n.dimension, min(n.ord) as ord,
         case when bool_or(h.is_out) then ${statusCode.out} else max(f.status) end as status
       from (select b.snapshot, n.key, n.dimension, bit_or(1 << n.status) as mask, min(n.ord) as ord
             from intake_need n join intake_slot b using (slot) join intake_house h on h.snapshot = b.snapshot and h.key = n.key
             where h.is_acts or not (${isAct}) group by b.snapshot, n.key, n.dimension) n
       join fold f on f.mask = n.mask
       join intake_house h on h.snapshot = n.snapshot and h.key = n.key
       group by h.snapshot, h.household, n.dimension))
   where dimension < ${dimensionCode.unspecified} or others = 0 or (status > 0 and (others & (1 << status)) = 0)
   order by snapshot, household, dimension`,
  `insert into help
   select b.snapshot, h.household, case when n.needs = 1 then n.dimension else ${dimensionCode.unspecified} end,
     r.agency, r.activity, date '1970-01-01' + r.help_day, r.amount, r.file, r.line
   from intake_row r join intake_slot b using (slot)
   join intake_house h on h.snapshot = b.snapshot and h.key = r.key
   left join (select ord, count(*) as needs, min(dimension) as dimension from intake_need group by ord) n on n.ord = r.ord
   where ${isHelp}
   order by r.ord`,
  'insert into place_name select snapshot, area, name from intake_name order by snapshot, area, rows desc, name',
];

export { makeHouses, makeNeeds, makeRows };
