/** Owns the SQL from staging to rows: each cell looked up by its code, each row with what its household is known by. */
import type { Engine } from '../engine/engine.ts';
import { ask, toIPC } from '../engine/rows.ts';
import { plainColumn } from '../files/staging.ts';
import { aspects } from '../model/aspect.ts';
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
/** A house code as it stood, from its number. */
export const digitsOf = (number: string): string => `lpad(${number}::varchar, 11, '0')`;
/** The house code of a row of staging `s` as it was written, with the join that this needs. */
export const houseText = `case when s.house_code < 0 then hw.word else ${digitsOf('s.house_code')} end`;
export const houseWord = `left join staging_word hw on hw.file = s.file and hw.kind = 'house_code' and hw.code = -1 - s.house_code`;
/** What can't be seen says nothing: a mark of byte order, for example. */
const unseen = ' \t\r\n\u00a0\u200b\u200c\u200d\ufeff';
const spoken = (column: string): string =>
  `case when trim(${column}, '${unseen}') not in ('', '-') then trim(${column}) end`;

const moo = `regexp_replace(${tidy('word')}, '[^0-9]', '', 'g')`;
const member = `nullif(regexp_replace(${tidy('word')}, '\\.0+$', ''), '')`;

/** Where the lists of what was made of codes and of words stand. */
const lists = { intake_code: 'intake_code_list', staging_word: 'intake_word_list' } as const;

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

  /** The lists, a row for each file: made once, for each slice of rows looks its cells up in them. */
  get tables(): readonly string[] {
    return Object.entries(this.#made).map(
      ([from, made]) =>
        `create table ${lists[from as keyof typeof lists]} as select file, ${made.join(', ')} from ${from} group by file`,
    );
  }
  get joins(): string {
    const joins = Object.values(lists).map(
      (table) => `cross join (select * exclude (file) from ${table} where file = ?)`,
    );
    return joins.join(' ');
  }
}

function rowsOfSlice(lookups: Lookups): string {
  const looked = (id: ColumnId, what: string): string => lookups.of(id, what);
  const word = (id: ColumnId, made: string): string => lookups.of(id, made, 'staging_word');
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
  s.house_code as house_number, case when s.house_code > 0 then ${digitsOf('s.house_code')} else h.text end as house_code, s.is_alone,
  ${word('member_seq', member)} as member,
  coalesce(nullif(${looked('help_kind', 'code')}, 0), ${looked('activity', 'code')})::utinyint as help_kind,
  ${word('planned_project', spoken('word'))} as planned_project, ${looked('planned_agency', 'text')} as planned_agency,
  ${looked('planned_budget', 'number')} as planned_budget, ${looked('planned_month', 'number')}::integer as planned_day,
  ${looked('team', 'text')} as team, ${looked('mentor', 'text')} as mentor,
  ${aspects.map(({ id }) => `s.${id}`).join(', ')},
  ${looked('updated_at', 'number')}::integer as updated_day, nullif(${looked('source', 'code')}, 0)::utinyint as source,
  coalesce(${looked('status', 'number')}, ${looked('survey', 'number')})::utinyint as out_reason,
  ${word('moo', `nullif(try_cast(${moo} as utinyint), 0)`)} as moo, ${looked('village', 'text')} as village,
  ${word('house_no', spoken(`translate(word, '๐๑๒๓๔๕๖๗๘๙', '0123456789')`))} as house_no,
  ${word('house_no', tidy('word'))} as home_no,
  ${word('moo', moo)} as home_moo,
  ${word('village', tidy('word'))} as home_village`;
  return `
  select *,
    case when house_code is not null then 'c' || house_code
         when home_no <> '' and area > 0 then 'w' || area || '/' || home_moo || '/' || home_village || '/' || home_no
         else 'r' || ord end as key
  from (
    select ${cells}
    from (select *, ${isAlone} as is_alone from staging s where file = ? and line > ? and line <= ?) s
    ${lookups.joins}
    left join (from intake_place where file = ?) p on ${placeColumns.map((id) => `p.${id} = s.${id}`).join(' and ')}
    left join (from intake_code where file = ? and kind = '${plainColumn}') h on h.word = -1 - s.${plainColumn})`;
}

/** Who has a code that no other row has, in whatever way it is written there, is a household of one row. */
const isAlone = `? and s.${plainColumn} > 0 and s.${plainColumn} not in (
  select ${plainColumn}::bigint from intake_again union all
  select text::bigint from intake_value where kind = '${plainColumn}' and regexp_full_match(text, '[0-9]{11}'))`;

/** What is not yet written to a table stands unpacked in memory, ten times as large; a piece for itself costs its start. */
const linesAtOnce = 245_760;
/** Lines of a file, the last included. */
interface Slice {
  readonly file: number;
  readonly after: number;
  readonly last: number;
}
/** For the parameters in their order. */
const paramsOf = (sql: string, { file, after, last }: Slice, isShort: boolean): readonly (number | boolean)[] =>
  Array.from(sql.matchAll(/(select \*,|file =|line >|line <=) \?/g), ([, what]) =>
    what === 'select *,' ? isShort : what === 'file =' ? file : what === 'line >' ? after : last,
  );

/** By what other rows are known again: a row that is alone needs none of it, and texts take longest to write. */
const known = ['house_code', 'key', 'member', 'home_no', 'home_moo', 'home_village'] as const;

/**
 * `intake_all`: one row per kept record, its cells as codes and numbers, its household's key. `status` null: blank. `present`
 * are the columns that some file has. Where `again` is told, rows whose house code is not among it are alone, and
 * `intake_known` holds the texts of the others.
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
  const files = counted.file.map((file, at): Slice => ({ file, after: 0, last: counted.lines[at] ?? 0 }));
  const slices = files.flatMap(({ file, last }) =>
    Array.from({ length: Math.ceil(last / linesAtOnce) }, (_, n): Slice => {
      return { file, after: n * linesAtOnce, last: (n + 1) * linesAtOnce };
    }),
  );
  const lookups = new Lookups(present);
  const rows = rowsOfSlice(lookups);
  for (const sql of lookups.tables) await engine.run({ sql, params: [] }, signal);
  const isShort = again !== null;
  const fill = async (table: string, select: string, from: readonly Slice[]): Promise<void> => {
    // Where all files are tables of areas, there is none, but still the table.
    for (const [n, slice] of (from.length > 0 ? from : [{ file: 0, after: 0, last: 0 }]).entries()) {
      const into = n === 0 ? `create table ${table} as` : `insert into ${table}`;
      await engine.run({ sql: `${into} ${select}`, params: paramsOf(select, slice, isShort) }, signal);
    }
  };
  if (!isShort) await fill('intake_all', rows, slices);
  else {
    await fill('intake_all', `select * exclude (${known.join(', ')}) from (${rows})`, slices);
    // They are few, whatever the file.
    await fill('intake_known', `select ord, ${known.join(', ')} from (${rows}) where not is_alone`, files);
  }
  await engine.run({ sql: `create table intake_most as ${most}`, params: [] }, signal);
}
