/** Owns making the tables of scripts/clickhouse, and filling them with what another engine holds. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Engine } from '../../src/engine/engine.ts';
import { orderedTables, tables, type TableName } from '../../src/model/rows.ts';

const scripts = path.resolve(import.meta.dirname, '../../scripts/clickhouse');

/** The statements of a script, without its remarks. */
export async function statementsOf(name: string): Promise<readonly string[]> {
  const text = (await readFile(path.join(scripts, name), 'utf8')).replaceAll(/^\s*--.*$/gm, '');
  return text.split(/;\s*$/m).flatMap((one) => (one.trim() ? [one.trim()] : []));
}

export async function makeTables(engine: Engine): Promise<void> {
  for (const sql of await statementsOf('1-tables.sql')) await engine.run({ sql, params: [] });
}

/** What is held in DuckDB's tables, in ClickHouse's. */
export async function copyTables(from: Engine, to: Engine): Promise<void> {
  for (const [table, columns] of Object.entries(tables)) {
    await to.run({ sql: `truncate table ${table}`, params: [] });
    // Days as text: the server's reader looks at what stands where a day is null.
    const told = Object.entries(columns).map(([name, type]) =>
      type === 'DATE' ? `strftime(${name}, '%Y-%m-%d') as ${name}` : name,
    );
    const names = [...told, ...(orderedTables.includes(table as TableName) ? ['rowid'] : [])].join(', ');
    const rows = from.query({ sql: `select ${names} from ${table as TableName}`, params: [] });
    await to.load(table, rows);
  }
}
