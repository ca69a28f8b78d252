/** Owns starting the engine in a browser: its worker and its WebAssembly, both from the page's own origin. */
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { openDuckDB } from './duckdb.ts';
import type { Engine } from './engine.ts';

export async function openBrowserEngine(): Promise<Engine> {
  // The worker resolves addresses against its own place, so it is told the whole one.
  const worker = new Worker(new URL(workerUrl, document.baseURI));
  return await openDuckDB({ worker, wasmUrl: new URL(wasmUrl, document.baseURI).href });
}
