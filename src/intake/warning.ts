/** Owns the warnings: every doubt about a kept row, gathered into one table and counted for the receipt. */
import { ask, toIPC } from '../engine/rows.ts';
import type { Engine } from '../engine/engine.ts';
import type { Scanned } from '../files/scan.ts';
import { columnOf, type ColumnId } from '../model/columns.ts';
import { grainCode } from '../model/grain.ts';
import { mask } from '../model/protection.ts';
import type { ProblemCount } from '../model/receipt.ts';
import { contradictions } from './contradiction.ts';
import type { Value } from './values.ts';
import { placeColumns } from './place.ts';

const examplesShown = 10;

const placeJoin = placeColumns.map((id) => `p.${id} = s.${id}`).join(' and ');
const houseJoin = `from intake_row r join intake_slot b using (slot)
  join intake_house h on h.snapshot = b.snapshot and h.key = r.key`;

/** An act of help need not say where its household is, where the household's own rows do. */
const isAsked = `not (coalesce(p.problem2, p.problem) = 'place_blank' and (s.file, s.line) in (
  select (r.file, r.line) ${houseJoin} where b.grain = ${grainCode.help} and not h.is_acts))`;

/** Each gives file, line, column, problem and the cell as written. */
const sources: readonly string[] = [
  `select s.file, s.line, p.problem_column as kind, p.problem, p.problem_value as value
   from staging s join intake_place p on p.file = s.file and ${placeJoin} where p.problem is not null and ${isAsked}`,
  `select s.file, s.line, p.problem2_column, p.problem2, p.problem2_value
   from staging s join intake_place p on p.file = s.file and ${placeJoin} where p.problem2 is not null and ${isAsked}`,
  `select file, line, 'house_code', case when key[1] = 'r' then 'key_missing' else 'key_weak' end, null
   from intake_row where house_code is null or key[1] <> 'c'`,
  // In a wide file any second row of a household repeats it; in a long one only its dimension once more does.
  `select distinct file, line, 'house_code', 'household_repeated', house_code from (
     select r.file, r.line, r.house_code, r.ord, b.grain,
       row_number() over (partition by b.snapshot, r.key, n.dimension order by r.ord) as turn,
       min(r.ord) over (partition by b.snapshot, r.key) as first
     from intake_need n join intake_row r using (ord) join intake_slot b on b.slot = r.slot
     where b.grain in (${grainCode.wide}, ${grainCode.long}))
   where case when grain = ${grainCode.long} then turn > 1 else ord > first end`,
  `select file, line, 'member_seq', 'person_repeated', null from (
     select r.file, r.line, r.member,
       row_number() over (partition by b.snapshot, r.key, r.member, r.dimension_mask order by r.ord) as turn
     from intake_row r join intake_slot b using (slot) where b.grain = ${grainCode.person})
   where member is not null and turn > 1`,
  `select r.file, r.line, 'class', 'class_conflict', null ${houseJoin} where h.classes > 1 and r.class > 0`,
  `select r.file, r.line, null, 'place_conflict', null ${houseJoin} where h.areas > 1`,
  `select r.file, r.line, 'help_date', 'date_after_as_of', null from intake_row r join intake_slot b using (slot)
   where r.help_day > b.as_of_day`,
  `select r.file, r.line, 'survey_date', 'date_after_as_of', null from intake_row r join intake_slot b using (slot)
   where r.survey_day > b.as_of_day`,
  `select s.file, s.line, 'as_of', case when v.number is null then 'as_of_blank' else 'as_of_differs' end, s.as_of
   from staging s join intake_value v on v.file = s.file and v.kind = 'as_of' and v.value = s.as_of where v.extra = 1`,
];

/** Makes `intake_warning` once rows, needs and households stand. `values` say which columns have anything to warn of. */
export async function makeWarnings(
  engine: Engine,
  values: readonly Value[],
  scans: readonly Scanned[],
  signal?: AbortSignal,
): Promise<void> {
  const doubtful = new Set(values.filter(({ problem }) => problem !== null).map(({ kind }) => kind));
  const cells = [...doubtful].map(
    (id) => `select s.file, s.line, '${id}', v.problem, s.${id}
      from staging s join intake_value v on v.file = s.file and v.kind = '${id}' and v.value = s.${id}
      where v.problem is not null`,
  );
  await engine.run(
    {
      sql: `create table intake_warning as ${[...sources, ...contradictions, ...cells].join(' union all ')}`,
      params: [],
    },
    signal,
  );
  const doubts = scans.flatMap((scan, file) =>
    scan.doubts.map(({ line, column, code, value }) => ({ file, line, kind: column, problem: code, value })),
  );
  const types = { file: 'int', line: 'int', kind: 'text', problem: 'text', value: 'text' } as const;
  if (doubts.length > 0) await engine.load('intake_warning', [toIPC(types, doubts)], signal);
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
  const found = await ask<{
    kind: ColumnId | null;
    problem: string;
    rows: number;
    file: number;
    line: number;
    value: string | null;
  }>(
    engine,
    query(`select kind, problem, file, line, value, rows from (
      select *, count(*) over (partition by problem, kind) as rows,
        row_number() over (partition by problem, kind order by file, line) as turn
      from intake_warning) where turn <= ${examplesShown} order by rows desc, problem, kind, file, line`),
    signal,
  );
  const counts = new Map<string, ProblemCount>();
  for (let row = 0; row < found.length; row++) {
    const { kind, problem, file, line, value, rows: count } = found.columns;
    const code = problem[row] ?? '';
    const column = kind[row] ?? null;
    const cell = value[row] ?? null;
    const shown = cell === null || column === null || !(column in columnOf) ? cell : mask(column, cell);
    const key = `${code} ${column ?? ''}`;
    const known = counts.get(key) ?? { code, column, rows: count[row] ?? 0, examples: [] };
    const example = { file: file[row] ?? 0, line: line[row] ?? 0, column, code, value: shown };
    counts.set(key, { ...known, examples: [...known.examples, example] });
  }
  return { warned: rows.columns.warned[0] ?? 0, warnings: [...counts.values()] };
}
