/** Owns the SQL from staging to rows, needs and households: constants of this file and of the registries, never a cell. */
import type { Engine } from '../engine/engine.ts';
import { ask } from '../engine/rows.ts';
import { plainColumn } from '../files/staging.ts';
import { columns, type ColumnId } from '../model/columns.ts';
import { dimensionCode, dimensions, type Dimension } from '../model/dimension.ts';
import { grainCode } from '../model/grain.ts';
import { surveyCode } from '../model/household.ts';
import { statusCode } from '../model/status.ts';
import { markCode } from './clean-words.ts';
import { mostRounds } from './dating.ts';
import { counts, countedPersons, most } from './persons.ts';
import { placeColumns } from './place.ts';

/** Everything an import makes on its way, in the order of making. */
export const workTables = [
  'staging',
  'staging_word',
  'intake_value',
  'intake_code',
  'intake_place',
  'intake_all',
  'intake_most',
  'intake_slot',
  'intake_row',
  'intake_need',
  'intake_house',
  'intake_warning',
  'intake_name',
  'intake_area',
  'intake_household',
  'intake_clean_need',
  'intake_help',
] as const;
/** Of no use once the rows hold their codes. */
export const stagingTables = ['staging', 'staging_word', 'intake_value', 'intake_code'] as const;
/** Made for one part of the rows after the other. */
export const partTables = ['intake_row', 'intake_need', 'intake_house'] as const;

/** File in the high half, line in the low: sorts rows as they stand, and gives both back. */
const ord = (alias: string): string => `${alias}.file * 4294967296 + ${alias}.line`;
export const fileOf = (ordinal: string): string => `(${ordinal} // 4294967296)::integer`;
export const lineOf = (ordinal: string): string => `(${ordinal} % 4294967296)::integer`;

export const markColumns = columns.flatMap(({ id, dimension }) =>
  dimension ? [{ id, dimension: dimensionCode[dimension] }] : [],
);
const named: readonly Dimension[] = dimensions.map(({ id }) => id).filter((id) => id !== 'unspecified');

/** Thai digits in ASCII and blanks gone: enough for telling two houses apart. */
const tidy = (column: string): string =>
  `replace(translate(lower(trim(${column})), '๐๑๒๓๔๕๖๗๘๙', '0123456789'), ' ', '')`;
export const isAct = `b.grain = ${grainCode.help}`;
/** What can't be seen says nothing: a mark of byte order, for example. */
const unseen = ' \t\r\n\u00a0\u200b\u200c\u200d\ufeff';
const spoken = (column: string): string =>
  `case when trim(${column}, '${unseen}') not in ('', '-') then trim(${column}) end`;

/** What was made of a column's words, as a list with a place for each code: looking up costs a tenth of joining. */
const lists: Record<'intake_code' | 'staging_word', string[]> = { intake_code: [], staging_word: [] };
const looked = (id: ColumnId, what: string, from: keyof typeof lists = 'intake_code'): string => {
  const name = `${from}_${lists[from].length}`;
  const code = from === 'intake_code' ? 'word' : 'code';
  lists[from].push(`list(${what} order by ${code}) filter (kind = '${id}') as ${name}`);
  return `${name}[s.${id} + 1]`;
};
const word = (id: ColumnId, made: string): string => looked(id, made, 'staging_word');
const member = `nullif(regexp_replace(${tidy('word')}, '\\.0+$', ''), '')`;

const markCells = markColumns.map(
  ({ id }) => `${looked(id, 'code')} as ${id}_mark,
    case when ${id}_mark = ${markCode.yes} then ${looked(id, 'extra')} end as ${id}_own`,
);
const cells = `
  s.file, s.line, ${ord('s')} as ord, p.combination, p.slot * ${mostRounds} + coalesce(${looked('as_of', 'code')}, 0) as slot,
  p.area, p.place, p.locality,
  coalesce(${looked('status', 'code')}, ${looked('need_help', 'code')}) as status,
  ${looked('survey', 'code')} as survey, ${looked('class', 'code')} as class,
  ${looked('urgent', 'code')} = 1 as urgent,
  coalesce(${looked('over_capacity', 'code')}, 0) = 1 or coalesce(${looked('status', 'extra')}, 0) = 1 as over_capacity,
  ${counts.map((id) => `${looked(id, 'number')}::usmallint as ${id}`).join(', ')},
  ${markCells.join(', ')},
  ${looked('dimension', 'code')} as dimension_mask,
  ${looked('agency', 'text')} as agency, ${word('activity', spoken('word'))} as activity, ${looked('amount', 'number')} as amount,
  ${looked('help_date', 'number')}::integer as help_day, ${looked('survey_date', 'number')}::integer as survey_day,
  case when regexp_full_match(s.house_code, '[0-9]{11}') then nullif(s.house_code, '00000000000')
       else h.text end as house_code,
  ${word('member_seq', member)} as member,
  ${word('house_no', tidy('word'))} as home_no,
  ${word('moo', `regexp_replace(${tidy('word')}, '[^0-9]', '', 'g')`)} as home_moo,
  ${word('village', tidy('word'))} as home_village`;
const rowsOfSlice = `
  select *,
    case when house_code is not null then 'c' || house_code
         when home_no <> '' and area > 0 then 'w' || area || '/' || home_moo || '/' || home_village || '/' || home_no
         else 'r' || ord end as key
  from (
    select ${cells}
    from (from staging where file = ? and line > ? and line <= ?) s
    ${Object.entries(lists)
      .map(([table, made]) => `cross join (select ${made.join(', ')} from ${table} where file = ?)`)
      .join(' ')}
    left join (from intake_place where file = ?) p on ${placeColumns.map((id) => `p.${id} = s.${id}`).join(' and ')}
    left join (from intake_value where file = ? and kind = '${plainColumn}') h on h.value = s.${plainColumn})`;

/** What is not yet written to a table stands unpacked in memory. */
const linesAtOnce = 245_760;
/** For the parameters in their order. */
const paramsOf = (file: number, line: number): readonly number[] =>
  Array.from(rowsOfSlice.matchAll(/(file =|line >|line <=) \?/g), ([, what]) =>
    what === 'file =' ? file : what === 'line >' ? line : line + linesAtOnce,
  );

/** `intake_all`: one row per kept record, its cells as codes and numbers, its household's key. `status` null: blank. */
async function makeRows(engine: Engine, signal?: AbortSignal): Promise<void> {
  const bare = { sql: 'select file, max(line) as lines from staging group by file order by file', params: [] };
  const { columns: counted } = await ask<{ file: number; lines: number }>(engine, bare, signal);
  const slices = counted.file.flatMap((file, at) =>
    Array.from(
      { length: Math.ceil((counted.lines[at] ?? 0) / linesAtOnce) },
      (_, n) => [file, n * linesAtOnce] as const,
    ),
  );
  // Where all files are tables of areas, there is none, but still the table.
  for (const [n, [file, line]] of (slices.length > 0 ? slices : [[0, 0] as const]).entries()) {
    const into = n === 0 ? 'create table intake_all as' : 'insert into intake_all';
    await engine.run({ sql: `${into} ${rowsOfSlice}`, params: paramsOf(file, line) }, signal);
  }
  await engine.run({ sql: `create table intake_most as ${most}`, params: [] }, signal);
}

const isMarked = markColumns.map(({ id }) => `${id}_mark in (${markCode.yes}, ${markCode.unknown})`).join(' or ');
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
  const larger = counts.map((id) => `greatest(h.${id}, p.${id})::usmallint as ${id}`).join(', ');
  const told = (fact: string): string => `case when not (${isAct}) then ${fact} end`;
  const isSurvey = (code: number): string => `coalesce(bool_or(${told(`survey = ${code}`)}), false)`;
  const turn = `r.ord + case when ${isAct} then 1::bigint << 60 else 0 end`;
  // One or several: to count the different ones would cost as much as all the rest.
  const several = (id: string, when: string): string =>
    `case when min(${id}) filter (${when}) < max(${id}) filter (${when}) then 2 else least(1, count(${id}) filter (${when})) end`;
  const classes = several('r.class', `r.class > 0 and not (${isAct})`);
  const sql = `
    create table intake_house as
    select h.* replace (${larger}) from (
      select b.snapshot, r.key, row_number() over (partition by b.snapshot order by min(${turn})) as household,
        arg_min(r.ord, ${turn}) as ord, count(*) as records, bool_and(${isAct}) as is_acts,
        arg_min(r.area, ${turn}) as area, arg_min(r.place, ${turn}) as place, arg_min(r.locality, ${turn}) as locality,
        ${several('r.area', `not (${isAct})`)} as areas,
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

export { makeHouses, makeNeeds, makeRows };
