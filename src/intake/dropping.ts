/** Owns taking rows out of the clean tables again: a snapshot's, all or none, and a table's of areas. */
import type { Engine } from '../engine/engine.ts';
import { tables } from '../model/rows.ts';

const deletions = Object.entries(tables)
  .filter(([, columns]) => 'snapshot' in columns)
  .map(([name]) => `delete from ${name} where snapshot = ?`);

export async function dropSnapshot(engine: Engine, snapshot: number): Promise<void> {
  await engine.run({ sql: 'begin transaction', params: [] });
  try {
    for (const sql of deletions) await engine.run({ sql, params: [snapshot] });
    await engine.run({ sql: 'commit', params: [] });
  } catch (error) {
    await engine.run({ sql: 'rollback', params: [] }).catch(() => undefined);
    throw error;
  }
}

/** Takes a table of areas out again; what it stood before counts once more. */
export async function dropReference(engine: Engine, reference: number): Promise<void> {
  await engine.run({ sql: 'delete from area_figure where reference = ?', params: [reference] });
}
