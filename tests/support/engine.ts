/** Owns opening the real DuckDB-WASM in Node, for tests and scripts: the same worker code, the same wasm. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import NodeWorker from 'web-worker';
import { openDuckDB } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';

const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));

/** `hold` is given the worker, for a test that ends it. */
export async function openNodeEngine(memoryLimitBytes?: number, hold?: (worker: Worker) => void): Promise<Engine> {
  const worker = new NodeWorker(join(dist, 'duckdb-node-eh.worker.cjs'), {
    type: 'module',
  }) as unknown as Worker;
  hold?.(worker);
  // A machine that has much else to do is no engine that can't start.
  const startSilenceMs = 60_000;
  return await openDuckDB({ worker, wasmUrl: join(dist, 'duckdb-eh.wasm'), startSilenceMs, memoryLimitBytes });
}
