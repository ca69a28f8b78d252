/** Owns holding what lies in a cluster against what was sent there and what its receipt tells, before anybody is shown it. */
import type { Engine, Question } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { areaOfNumber } from '../../src/model/area.ts';
import { recordsOf } from '../../src/model/records.ts';
import { tables, type Cell, type TableName } from '../../src/model/rows.ts';
import { Refused, type OpenedTables } from './tablesfile.ts';

/** Of the clean tables those whose rows are of a snapshot. */
export const broughtTables = (Object.keys(tables) as TableName[]).filter((table) => 'snapshot' in tables[table]);

/** An answer a line a row. */
export async function askLines<T extends Record<string, Cell>>(
  engine: Engine,
  question: Question,
): Promise<readonly T[]> {
  return recordsOf(await ask<T>(engine, question));
}

/** Rows that were sent, by table and number. */
export interface Counted {
  readonly add: (table: TableName, rows: ReadonlyMap<number, number>) => void;
  readonly of: (table: TableName, number: number) => number;
  readonly total: (table: TableName) => number;
}

export function counted(): Counted {
  const sums = new Map<string, number>();
  return {
    add(table, rows) {
      for (const [number, count] of rows) {
        const key = `${table} ${number}`;
        sums.set(key, (sums.get(key) ?? 0) + count);
      }
    },
    of: (table, number) => sums.get(`${table} ${number}`) ?? 0,
    total: (table) => [...sums].reduce((sum, [key, count]) => (key.startsWith(`${table} `) ? sum + count : sum), 0),
  };
}

export interface Sent extends Pick<OpenedTables, 'manifest' | 'receipt'> {
  readonly numbers: ReadonlyMap<number, number>;
  readonly rows: Counted;
}

export async function refuseOtherCounts(engine: Engine, { manifest, receipt, numbers, rows }: Sent): Promise<void> {
  for (const table of broughtTables) same(`rows of ${table}`, manifest.rows[table], rows.total(table));
  for (const [own, number] of numbers) {
    const told = await sumsOf(engine, number);
    for (const table of broughtTables) same(`rows of ${table}`, rows.of(table, number), told[table] ?? 0);
    const { households = 0, needs = 0, areas = [] } = receipt.snapshots.find((one) => one.number === own) ?? {};
    same('households', households, told.household ?? 0);
    same('needs', needs, told.need ?? 0);
    same('households of the cube', households, told.cube ?? 0);
    same('persons of the cube', told.persons ?? 0, told.cube_persons ?? 0);
    const found = await areasOf(engine, number);
    for (const { area, households: expected } of areas) same(`households of ${area}`, expected, found.get(area) ?? 0);
  }
}

function same(what: string, expected: number, found: number): void {
  if (expected !== found)
    throw new Refused(`${what}: ${expected} were sent, ${found} came. Nothing is shown of it: bring the file again`);
}

async function sumsOf(engine: Engine, number: number): Promise<Readonly<Record<string, number>>> {
  const counts = broughtTables.map(
    (table) => `select '${table}' as what, count(*)::double as told from ${table} where snapshot = ?::integer`,
  );
  const sums = [
    "select 'cube' as what, coalesce(sum(households), 0)::double as told from cube where snapshot = ?::integer",
    "select 'cube_persons' as what, coalesce(sum(persons), 0)::double as told from cube where snapshot = ?::integer",
    "select 'persons' as what, coalesce(sum(persons), 0)::double as told from household where snapshot = ?::integer",
  ];
  const each = [...counts, ...sums];
  const question = { sql: each.join(' union all '), params: each.map(() => number) };
  const lines = await askLines<{ what: string; told: number }>(engine, question);
  return Object.fromEntries(lines.map(({ what, told }) => [what, told]));
}

async function areasOf(engine: Engine, number: number): Promise<ReadonlyMap<string, number>> {
  const sql = 'select area, count(*)::double as told from household where snapshot = ?::integer group by area';
  const lines = await askLines<{ area: number; told: number }>(engine, { sql, params: [number] });
  const found = new Map<string, number>();
  for (const { area, told } of lines) {
    const amphoe = areaOfNumber(area, 'amphoe');
    if (amphoe) found.set(amphoe, (found.get(amphoe) ?? 0) + told);
  }
  return found;
}
