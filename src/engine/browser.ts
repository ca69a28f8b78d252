/** Owns starting the engine in a browser: its worker and its WebAssembly, both from the page's own origin. */
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { openWorker } from '../workers/opening.ts';
import { openDuckDB } from './duckdb.ts';
import type { Engine } from './engine.ts';

export async function openBrowserEngine(): Promise<Engine> {
  return await openDuckDB({
    worker: openWorker(workerUrl),
    // The worker resolves addresses against its own place, so it is told the whole one.
    wasmUrl: new URL(wasmUrl, document.baseURI).href,
    memoryLimitBytes: Math.min(mostBytes, (memoryGb() * 2 ** 30) / 2),
  });
}

/** WebAssembly can't have more than 4 GB, and what is fragmented or on its way needs a part of it. */
const mostBytes = 3 * 2 ** 30;

/** Told by some browsers only, rounded, and never above 8. */
function memoryGb(): number {
  return Math.max(2, (navigator as Navigator & { readonly deviceMemory?: number }).deviceMemory ?? 8);
}
