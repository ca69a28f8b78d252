/** Owns the warnings: every doubt about a kept row, gathered into one table and counted for the receipt. */
import { ask, toIPC } from '../engine/rows.ts';
import type { Engine } from '../engine/engine.ts';
import type { Scanned } from '../files/scan.ts';
import { plainColumn } from '../files/staging.ts';
import { columnOf, type ColumnId } from '../model/columns.ts';
import { grainCode } from '../model/grain.ts';
import { mask } from '../model/masking.ts';
import type { ProblemCount } from '../model/receipt.ts';
import { contradictions } from './contradiction.ts';
import { isBesideRow } from './rows.ts';
import type { Value } from './values.ts';

const examplesShown = 10;

const houseJoin = `from intake_row r join intake_slot b using (slot)
  join intake_house h on h.snapshot = b.snapshot and h.key = r.key`;

/** An act of help need not say where its household is, where the household's own rows do. */
const isAsked = `not (coalesce(p.problem2, p.problem) = 'place_blank' and (r.file, r.line) in (
  select (r.file, r.line) ${houseJoin} where ${isBesideRow} and not h.is_acts))`;

const dated = ['help', 'survey'] as const;

/** What a row says by itself. Each gives file, line, column, problem and the cell as written. */
export const ofRows = (rows: 'intake_row' | 'intake_all', isMeant: string): readonly string[] => [
  `select r.file, r.line, p.problem_column as kind, p.problem, p.problem_value as value
   from ${rows} r join intake_place p using (combination) where p.problem is not null and ${isMeant}`,
  `select r.file, r.line, p.problem2_column, p.problem2, p.problem2_value
   from ${rows} r join intake_place p using (combination) where p.problem2 is not null and ${isMeant}`,
  ...dated.map(
    (what) => `select r.file, r.line, '${what}_date',
     case when r.${what}_day > b.as_of_day then 'date_after_as_of' else 'date_before_year' end, null
   from ${rows} r join intake_slot b using (slot) where r.${what}_day > b.as_of_day or r.${what}_day < b.year_day`,
  ),
];

/** What a row says beside the others of its household. */
const sources: readonly string[] = [
  `select file, line, 'house_code', case when key[1] = 'r' then 'key_missing' else 'key_weak' end, null
   from intake_row where house_code is null or key[1] <> 'c'`,
  // In a wide file any second row of a household repeats it; in a long one only its dimension once more does.
  `select distinct file, line, 'house_code', 'household_repeated', house_code from (
     select r.file, r.line, r.house_code, r.ord, b.grain,
       row_number() over (partition by b.snapshot, r.key, n.dimension order by r.ord) as turn,
       min(r.ord) over (partition by b.snapshot, r.key) as first
     from intake_need n join intake_row r using (ord) join intake_slot b on b.slot = r.slot
     join intake_house h on h.snapshot = b.snapshot and h.key = r.key and h.records > 1
     where b.grain in (${grainCode.wide}, ${grainCode.long}))
   where case when grain = ${grainCode.long} then turn > 1 else ord > first end`,
  `select file, line, 'member_seq', 'person_repeated', null from (
     select r.file, r.line, r.member,
       row_number() over (partition by b.snapshot, r.key, r.member, r.dimension_mask order by r.ord) as turn
     from intake_row r join intake_slot b using (slot) where b.grain = ${grainCode.person})
   where member is not null and turn > 1`,
  `select r.file, r.line, 'class', 'class_conflict', null ${houseJoin} where h.classes > 1 and r.class > 0`,
  `select r.file, r.line, null, 'place_conflict', null ${houseJoin} where h.areas > 1`,
];

const codeJoin = (id: string): string =>
  `join intake_code v on v.file = s.file and v.kind = '${id}' and v.word = ${id === plainColumn ? `-1 - s.${id}` : `s.${id}`}`;

/**
 * Makes `intake_warning` with what is to be said of single cells and records, while staging stands. `values` say which
 * columns have anything to warn of.
 */
export async function warnOfCells(
  engine: Engine,
  values: readonly Value[],
  scans: readonly Scanned[],
  signal?: AbortSignal,
): Promise<void> {
  const doubtful = new Set(values.filter(({ problem }) => problem !== null).map(({ kind }) => kind));
  const cells = [...doubtful].map(
    (id) =>
      `select s.file, s.line, '${id}', v.problem, v.value from staging s ${codeJoin(id)} where v.problem is not null`,
  );
  const dates = `
    select s.file, s.line, 'as_of', case when v.number is null then 'as_of_blank' else 'as_of_differs' end, v.value
    from staging s ${codeJoin('as_of')} where v.extra = 1`;
  const bare = (sql: string): Promise<void> => engine.run({ sql, params: [] }, signal);
  await bare('create table intake_warning (file integer, line integer, kind varchar, problem varchar, value varchar)');
  for (const sql of [...cells, dates]) await bare(`insert into intake_warning ${sql}`);
  const doubts = scans.flatMap((scan, file) =>
    scan.doubts.map(({ line, column, code, value }) => ({ file, line, kind: column, problem: code, value })),
  );
  const types = { file: 'int', line: 'int', kind: 'text', problem: 'text', value: 'text' } as const;
  if (doubts.length > 0) await engine.load('intake_warning', [toIPC(types, doubts)], signal);
}

/** Adds what the rows of the part at hand say by themselves. */
export async function warnOfRows(engine: Engine, signal?: AbortSignal): Promise<void> {
  await addWarnings(engine, ofRows('intake_row', isAsked), signal);
}

/** Adds what the rows of the part at hand say together, once its rows, needs and households stand. */
export async function warnOfHouses(engine: Engine, signal?: AbortSignal): Promise<void> {
  await addWarnings(engine, [...sources, ...contradictions], signal);
}

export async function addWarnings(engine: Engine, selects: readonly string[], signal?: AbortSignal): Promise<void> {
  for (const sql of selects) await engine.run({ sql: `insert into intake_warning ${sql}`, params: [] }, signal);
}

/** What is to be known of whole tables: their hidden rows, for example. It counts as no warning of a row. */
export function notesOf(scans: readonly Scanned[]): readonly ProblemCount[] {
  const counts = new Map<string, ProblemCount>();
  scans.forEach(({ notes }, file) => {
    for (const { code, rows, value } of notes) {
      const { rows: before, examples } = counts.get(code) ?? { rows: 0, examples: [] };
      const example = { file, line: 1, column: null, code, value };
      const shown = [...examples, example].slice(0, examplesShown);
      counts.set(code, { code, column: null, rows: before + rows, examples: shown });
    }
  });
  return [...counts.values()];
}

export async function countWarnings(
  engine: Engine,
  signal?: AbortSignal,
): Promise<{ readonly warned: number; readonly warnings: readonly ProblemCount[] }> {
  const query = (sql: string): { sql: string; params: [] } => ({ sql, params: [] });
  const rows = await ask<{ warned: number }>(
    engine,
    query('select count(*) as warned from (select distinct file, line from intake_warning)'),
    signal,
  );
  type Counted = { kind: ColumnId | null; problem: string; rows: number };
  const counted = await ask<Counted>(
    engine,
    query(`select kind, problem, count(*) as rows from intake_warning group by all order by rows desc, problem, kind`),
    signal,
  );
  const warnings: ProblemCount[] = [];
  for (let row = 0; row < counted.length; row++) {
    const column = counted.columns.kind[row] ?? null;
    const code = counted.columns.problem[row] ?? '';
    const sql = `select file, line, value from intake_warning where problem = ? and kind is not distinct from ?
      order by file, line limit ${examplesShown}`;
    type Shown = { file: number; line: number; value: string | null };
    const shown = await ask<Shown>(engine, { sql, params: [code, column] }, signal);
    const { file, line, value } = shown.columns;
    const examples = Array.from({ length: shown.length }, (_, at) => {
      const cell = value[at] ?? null;
      const isPlain = cell === null || column === null || !(column in columnOf);
      return { file: file[at] ?? 0, line: line[at] ?? 0, column, code, value: isPlain ? cell : mask(column, cell) };
    });
    warnings.push({ code, column, rows: counted.columns.rows[row] ?? 0, examples });
  }
  return { warned: rows.columns.warned[0] ?? 0, warnings };
}
