/** Owns the SQL from staging to rows: each cell looked up by its code, each row with what its household is known by. */
import type { Engine } from '../engine/engine.ts';
import { ask, toIPC } from '../engine/rows.ts';
import { plainColumn } from '../files/staging.ts';
import type { ColumnId } from '../model/columns.ts';
import { markCode } from './clean-words.ts';
import { mostRounds } from './dating.ts';
import { counts, most } from './persons.ts';
import { placeColumns } from './place.ts';
import { markColumns } from './rows.ts';

/** File in the high half, line in the low: sorts rows as they stand, and gives both back. */
const ord = (alias: string): string => `${alias}.file * 4294967296 + ${alias}.line`;
/** Thai digits in ASCII and blanks gone: enough for telling two houses apart. */
const tidy = (column: string): string =>
  `replace(translate(lower(trim(${column})), '๐๑๒๓๔๕๖๗๘๙', '0123456789'), ' ', '')`;
/** What can't be seen says nothing: a mark of byte order, for example. */
const unseen = ' \t\r\n\u00a0\u200b\u200c\u200d\ufeff';
const spoken = (column: string): string =>
  `case when trim(${column}, '${unseen}') not in ('', '-') then trim(${column}) end`;

const member = `nullif(regexp_replace(${tidy('word')}, '\\.0+$', ''), '')`;

/**
 * What was made of a column's words, as a list with a place for each code: looking up costs a tenth of joining. A column
 * that no file has holds but the empty text, so what was made of that is all there is to look up.
 */
class Lookups {
  readonly #present: ReadonlySet<ColumnId>;
  readonly #made: Record<'intake_code' | 'staging_word', string[]> = { intake_code: [], staging_word: [] };

  constructor(present: ReadonlySet<ColumnId>) {
    this.#present = present;
  }

  of(id: ColumnId, what: string, from: 'intake_code' | 'staging_word' = 'intake_code'): string {
    const made = this.#made[from];
    const name = `${from}_${made.length}`;
    const code = from === 'intake_code' ? 'word' : 'code';
    const isPresent = this.#present.has(id);
    made.push(
      isPresent
        ? `list(${what} order by ${code}) filter (kind = '${id}') as ${name}`
        : `any_value(${what}) filter (kind = '${id}') as ${name}`,
    );
    // Adding 64-bit integers takes a quarter of the time that smaller ones take.
    return isPresent ? `${name}[s.${id}::bigint + 1]` : name;
  }

  get joins(): string {
    const joins = Object.entries(this.#made).map(
      ([table, made]) => `cross join (select ${made.join(', ')} from ${table} where file = ?)`,
    );
    return joins.join(' ');
  }
}

function rowsOfSlice(present: ReadonlySet<ColumnId>): string {
  const lookups = new Lookups(present);
  const looked = (id: ColumnId, what: string): string => lookups.of(id, what);
  const word = (id: ColumnId, made: string): string => lookups.of(id, made, 'staging_word');
  /** By what other rows are known again; where there are none, the empty text, which is written faster than nothing. */
  const shared = (cell: string): string => `case when is_alone then '' else ${cell} end`;
  const markCells = markColumns.map(
    ({ id }) => `${looked(id, 'code')}::tinyint as ${id}_mark,
    case when ${id}_mark = ${markCode.yes} then ${looked(id, 'extra')} end::tinyint as ${id}_own`,
  );
  const cells = `
  s.file, s.line, ${ord('s')} as ord, p.combination, p.slot * ${mostRounds} + coalesce(${looked('as_of', 'code')}, 0) as slot,
  p.area, p.place, p.locality,
  coalesce(${looked('status', 'code')}, ${looked('need_help', 'code')})::tinyint as status,
  ${looked('survey', 'code')}::tinyint as survey, ${looked('class', 'code')}::tinyint as class,
  ${looked('urgent', 'code')} = 1 as urgent,
  coalesce(${looked('over_capacity', 'code')}, 0) = 1 or coalesce(${looked('status', 'extra')}, 0) = 1 as over_capacity,
  ${counts.map((id) => `${looked(id, 'number')}::usmallint as ${id}`).join(', ')},
  ${markCells.join(', ')},
  ${looked('dimension', 'code')} as dimension_mask,
  ${looked('agency', 'text')} as agency, ${word('activity', spoken('word'))} as activity, ${looked('amount', 'number')} as amount,
  ${looked('help_date', 'number')}::integer as help_day, ${looked('survey_date', 'number')}::integer as survey_day,
  case when ${isCode} then nullif(s.house_code, '00000000000') else h.text end as house_code, s.is_alone,
  ${shared(word('member_seq', member))} as member,
  ${shared(word('house_no', tidy('word')))} as home_no,
  ${shared(word('moo', `regexp_replace(${tidy('word')}, '[^0-9]', '', 'g')`))} as home_moo,
  ${shared(word('village', tidy('word')))} as home_village`;
  return `
  select *,
    case when is_alone then ''
         when house_code is not null then 'c' || house_code
         when home_no <> '' and area > 0 then 'w' || area || '/' || home_moo || '/' || home_village || '/' || home_no
         else 'r' || ord end as key
  from (
    select ${cells}
    from (select *, ${isAlone} as is_alone from staging s where file = ? and line > ? and line <= ?) s
    ${lookups.joins}
    left join (from intake_place where file = ?) p on ${placeColumns.map((id) => `p.${id} = s.${id}`).join(' and ')}
    left join (from intake_value where file = ? and kind = '${plainColumn}') h on h.value = s.${plainColumn})`;
}

const isCode = `regexp_full_match(s.${plainColumn}, '[0-9]{11}')`;
/** Who has a code that no other row has, in whatever way it is written there, is a household of one row. */
const isAlone = `? and ${isCode} and s.${plainColumn} <> '00000000000'
  and s.${plainColumn} not in (
    from intake_again union all select text from intake_value where kind = '${plainColumn}' and text is not null)`;

/** What is not yet written to a table stands unpacked in memory; but each piece takes longer than the one before it. */
const linesAtOnce = 983_040;
/** For the parameters in their order. */
const paramsOf = (sql: string, file: number, line: number, isShort: boolean): readonly (number | boolean)[] =>
  Array.from(sql.matchAll(/(select \*,|file =|line >|line <=) \?/g), ([, what]) =>
    what === 'select *,' ? isShort : what === 'file =' ? file : what === 'line >' ? line : line + linesAtOnce,
  );

/**
 * `intake_all`: one row per kept record, its cells as codes and numbers, its household's key. `status` null: blank. `present`
 * are the columns that some file has. Where `again` is told, rows whose house code is not among it are alone, with an empty key.
 */
export async function makeRows(
  engine: Engine,
  present: ReadonlySet<ColumnId>,
  again: readonly string[] | null,
  signal?: AbortSignal,
): Promise<void> {
  const codes = (again ?? []).map((code) => ({ [plainColumn]: code }));
  await engine.load('intake_again', [toIPC({ [plainColumn]: 'text' }, codes)], signal);
  const bare = { sql: 'select file, max(line) as lines from staging group by file order by file', params: [] };
  const { columns: counted } = await ask<{ file: number; lines: number }>(engine, bare, signal);
  const slices = counted.file.flatMap((file, at) =>
    Array.from(
      { length: Math.ceil((counted.lines[at] ?? 0) / linesAtOnce) },
      (_, n) => [file, n * linesAtOnce] as const,
    ),
  );
  const select = rowsOfSlice(present);
  // Where all files are tables of areas, there is none, but still the table.
  for (const [n, [file, line]] of (slices.length > 0 ? slices : [[0, 0] as const]).entries()) {
    const into = n === 0 ? 'create table intake_all as' : 'insert into intake_all';
    await engine.run({ sql: `${into} ${select}`, params: paramsOf(select, file, line, again !== null) }, signal);
  }
  await engine.run({ sql: `create table intake_most as ${most}`, params: [] }, signal);
}
