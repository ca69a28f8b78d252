/** Owns carrying rows of the clean tables out of the engine, and into one again: the same cells in the same order, all or none. */
import type { ArrowIPC, Engine } from '../engine/engine.ts';
import { ask } from '../engine/rows.ts';
import { orderedTables, tables, type RowsOf, type TableName } from '../model/rows.ts';

/** Which rows: by the numbers of snapshots, and of tables of areas. */
export interface Numbers {
  readonly snapshots: readonly number[];
  readonly references: readonly number[];
}

/** A part of a table. */
export interface Carried {
  readonly table: TableName;
  readonly bytes: ArrowIPC;
}

/** What is added to the numbers of rows that come to stand beside others. */
export interface Shift {
  readonly snapshot: number;
  readonly reference: number;
}

/** Of a table's rows as they lie: some four megabytes at most. */
const rowsOfPart = 16_384;
const tableNames = Object.keys(tables) as readonly TableName[];
const columnsOf = (table: TableName): readonly string[] => Object.keys(tables[table]);
/** The column of a table that says whose its rows are. */
const ownerOf = (table: TableName): 'snapshot' | 'reference' =>
  'snapshot' in tables[table] ? 'snapshot' : 'reference';

const isOf = (table: TableName, numbers: Numbers): { readonly sql: string; readonly params: readonly number[] } => {
  const own = ownerOf(table) === 'snapshot' ? numbers.snapshots : numbers.references;
  return { sql: own.length > 0 ? `${ownerOf(table)} in (${own.map(() => '?').join(', ')})` : 'false', params: own };
};

/** How many rows there are to carry. */
export async function countRows(engine: Engine, numbers: Numbers): Promise<RowsOf> {
  const counts = new Map<string, number>();
  for (const table of tableNames) {
    const own = isOf(table, numbers);
    counts.set(table, await askNumber(engine, `select count(*) as told from ${table} where ${own.sql}`, own.params));
  }
  return Object.fromEntries(counts) as RowsOf;
}

/**
 * Nothing may enter or leave the tables meanwhile. `met` is told how far through them this is, 0 to 1. `isPlaceTold`: for a
 * database that keeps no order. Of DuckDB alone, which numbers its rows as they lie: what a cluster holds is not carried.
 */
export async function* carryOut(
  engine: Engine,
  numbers: Numbers,
  met: (share: number) => void = () => undefined,
  isPlaceTold = false,
): AsyncGenerator<Carried> {
  const ends = new Map<TableName, number>();
  for (const table of tableNames)
    ends.set(table, await askNumber(engine, `select coalesce(max(rowid) + 1, 0) as told from ${table}`, []));
  const all = [...ends.values()].reduce((sum, end) => sum + end);
  let seen = 0;
  for (const [table, end] of ends) {
    const own = isOf(table, numbers);
    const told = [...columnsOf(table), ...(isPlaceTold && orderedTables.includes(table) ? ['rowid'] : [])];
    const sql = `select ${told.join(', ')} from ${table} where rowid >= ? and rowid < ? and ${own.sql}`;
    for (let start = 0; start < end; start += rowsOfPart) {
      const params = [start, start + rowsOfPart, ...own.params];
      if (own.params.length > 0) for await (const bytes of engine.query({ sql, params })) yield { table, bytes };
      met((seen + Math.min(end, start + rowsOfPart)) / all);
    }
    seen += end;
  }
}

/** Rows on their way in, before they get their numbers. */
const arriving = 'carried_in';

/** Adds `rows` that were carried out; if any of it is refused, nothing has come. Throws what `parts` throws. */
export async function carryIn(
  engine: Engine,
  parts: AsyncIterable<Carried>,
  rows: RowsOf,
  shift: Shift,
): Promise<void> {
  const run = async (sql: string, ...params: number[]): Promise<void> => await engine.run({ sql, params });
  const left = new Map(Object.entries(rows));
  await run('begin transaction');
  try {
    for await (const { table, bytes } of parts) {
      // A part without rows would make no table.
      await run(`create table ${arriving} as select ${columnsOf(table).join(', ')} from ${table} limit 0`);
      await engine.load(arriving, [bytes]);
      const came = await askNumber(engine, `select count(*) as told from ${arriving}`, []);
      left.set(table, (left.get(table) ?? 0) - came);
      const cells = columnsOf(table).map((column) => (column === ownerOf(table) ? `${column} + ?` : column));
      const into = `insert into ${table} (${columnsOf(table).join(', ')})`;
      await run(`${into} select ${cells.join(', ')} from ${arriving}`, shift[ownerOf(table)]);
      await run(`drop table ${arriving}`);
    }
    if ([...left.values()].some((rows) => rows !== 0))
      throw new RangeError('not as many rows came as were carried out');
    await run('commit');
  } catch (fault) {
    await run('rollback').catch(() => undefined);
    throw fault;
  }
}

async function askNumber(engine: Engine, sql: string, params: readonly number[]): Promise<number> {
  const { columns } = await ask<{ told: number }>(engine, { sql, params });
  return columns.told[0] ?? 0;
}
