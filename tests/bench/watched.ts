/** Owns an engine in Node whose memory can be read, and the plain reading of a file by the same engine, to compare with. */
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import Worker from 'web-worker';
import { openDuckDB } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';

const wasmUrl = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm')),
  'duckdb-eh.wasm',
);
const noted = path.join(tmpdir(), `phungpao-wasm-${process.pid}`);

function openWorker(): globalThis.Worker {
  rmSync(noted, { force: true });
  const script = path.join(import.meta.dirname, 'watched-worker.mjs');
  return new Worker(script, { type: 'module' }) as unknown as globalThis.Worker;
}

/** How large the memory of the engine opened last has become. */
const wasmBytes = (): number => Number(readFileSync(noted, 'utf8'));

export async function openWatchedEngine(): Promise<{ readonly engine: Engine; readonly wasmBytes: () => number }> {
  return { engine: await openDuckDB({ worker: openWorker(), wasmUrl }), wasmBytes };
}

/** The engine's own reading of the same bytes into one table of text; no time where that is more than it can hold. */
export async function plainRead(file: string): Promise<{ readonly tookMs: number | null; readonly wasmBytes: number }> {
  const database = new AsyncDuckDB(new VoidLogger(), openWorker());
  try {
    await database.instantiate(wasmUrl);
    await database.open({ path: ':memory:' });
    await database.registerFileURL('plain.csv', file, DuckDBDataProtocol.NODE_FS, true);
    const connection = await database.connect();
    const startMs = performance.now();
    const isRead = await connection.query("create table plain as from read_csv('plain.csv', all_varchar = true)").then(
      () => true,
      () => false,
    );
    return { tookMs: isRead ? performance.now() - startMs : null, wasmBytes: wasmBytes() };
  } finally {
    await database.terminate();
  }
}
