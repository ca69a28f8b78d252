/** Owns making the clean tables, empty, and the table of folds beside them. */
import { tables } from '../model/rows.ts';
import { foldTable } from '../model/status.ts';
import type { Engine } from './engine.ts';
import { toIPC } from './rows.ts';

/** To be called once on a new engine, before anything is imported. */
export async function createTables(engine: Engine): Promise<void> {
  for (const [name, columns] of Object.entries(tables)) {
    const definitions = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
    await engine.run({ sql: `create table ${name} (${definitions.join(', ')})`, params: [] });
  }
  const folds = foldTable.map((status, mask) => ({ mask, status }));
  await engine.load('fold', [toIPC({ mask: 'int', status: 'int' }, folds)]);
}
