/** Owns starting the engine in a browser: its worker and its WebAssembly, both from the page's own origin. */
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { AppError } from '../model/error.ts';
import { openWorker } from '../workers/opening.ts';
import { openDuckDB, type DuckDBParts } from './duckdb.ts';
import workerUrl from './duckdb-worker.ts?worker&url';
import type { Compiled } from './compiling.ts';
import type { Engine } from './engine.ts';

/** As a worker compiled it: the next one has it at once, without the network. It is machine code, and holds no row. */
let compiled: WebAssembly.Module | null = null;

export async function openBrowserEngine(onsilence?: DuckDBParts['onsilence']): Promise<Engine> {
  if (!canCompile()) throw new AppError('engine_wasm');
  return await openDuckDB({
    worker: openCompiled(),
    onsilence,
    // The worker resolves addresses against its own place, so it is told the whole one.
    wasmUrl: new URL(wasmUrl, document.baseURI).href,
    memoryLimitBytes: Math.min(mostBytes, (memoryGb() * 2 ** 30) / 2),
  });
}

function openCompiled(): Worker {
  const worker = openWorker(workerUrl);
  worker.addEventListener('message', (event: MessageEvent<Partial<Compiled> | null | undefined>) => {
    if (!event.data?.compiled) return;
    event.stopImmediatePropagation();
    compiled = event.data.compiled;
  });
  if (compiled) worker.postMessage({ compiled } satisfies Compiled);
  return worker;
}

/** The least module there is: a browser or a policy that forbids WebAssembly says so at once, where its worker would be silent. */
function canCompile(): boolean {
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/** WebAssembly can't have more than 4 GB, and what is fragmented or on its way needs a part of it. */
const mostBytes = 3 * 2 ** 30;

/** Told by some browsers only, rounded, and never above 8. */
function memoryGb(): number {
  return Math.max(2, (navigator as Navigator & { readonly deviceMemory?: number }).deviceMemory ?? 8);
}
