/** Owns taking a snapshot's rows out of the clean tables, all or none. */
import type { Engine } from '../engine/engine.ts';

const deletions = [
  'delete from household where snapshot = ?',
  'delete from need where snapshot = ?',
  'delete from help where snapshot = ?',
  'delete from place_name where snapshot = ?',
];

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
