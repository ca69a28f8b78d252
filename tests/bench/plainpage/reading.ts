/** Owns a page that only reads: the engine's own `read_csv(all_varchar)` of a chosen file, timed in the browser. */
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { trustOwnScripts } from '../../../src/workers/trusted.ts';

trustOwnScripts();
const database = new AsyncDuckDB(new VoidLogger(), new Worker(new URL(workerUrl, document.baseURI)));
await database.instantiate(new URL(wasmUrl, document.baseURI).href);
await database.open({ path: ':memory:' });

const input = document.querySelector('input');
input?.addEventListener('change', () => {
  const file = input.files?.[0];
  if (file) void read(file).then((told) => (document.body.dataset['read'] = told));
});
document.body.dataset['ready'] = '';

/** Milliseconds; why not, where it could not. */
async function read(file: File): Promise<string> {
  const startMs = performance.now();
  try {
    await database.registerFileHandle('plain.csv', file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
    const connection = await database.connect();
    await connection.query("create table plain as from read_csv('plain.csv', all_varchar = true)");
    return String(performance.now() - startMs);
  } catch (fault) {
    return String(fault);
  }
}
