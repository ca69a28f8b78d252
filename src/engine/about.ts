/** Owns what the engine tells of itself: its version and its memory. One that can't tell, doesn't: that is no fault. */
import { ask } from './rows.ts';
import type { Engine } from './engine.ts';

export interface EngineAbout {
  readonly version: string | null;
  /** Held by its tables and the questions at hand. */
  readonly memoryBytes: number | null;
}

const asked = {
  version: 'select version() as told',
  memoryBytes: 'select sum(memory_usage_bytes)::double as told from duckdb_memory()',
} as const;

export async function askAbout(engine: Engine): Promise<EngineAbout> {
  const tell = async <T extends string | number>(sql: string): Promise<T | null> =>
    await ask<{ told: T }>(engine, { sql, params: [] }).then(
      ({ columns }) => columns.told[0] ?? null,
      () => null,
    );
  return { version: await tell<string>(asked.version), memoryBytes: await tell<number>(asked.memoryBytes) };
}
