/** Owns starting the engine in a browser: its worker and its WebAssembly, both from the page's own origin. */
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { workerScript } from './trusted.ts';
import { openDuckDB } from './duckdb.ts';
import type { Engine } from './engine.ts';

export async function openBrowserEngine(): Promise<Engine> {
  // The worker resolves URLs against its own place, so it is told the whole address.
  const worker = new Worker(workerScript(workerUrl));
  return await openDuckDB({ worker, wasmUrl: new URL(wasmUrl, document.baseURI).href });
}
