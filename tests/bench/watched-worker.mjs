/** Owns running the engine's own worker while noting, in a file, how large its WebAssembly memory is: it never shrinks. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const file = join(tmpdir(), `phungpao-wasm-${process.pid}`);
let memory = null;
let notedBytes = 0;
WebAssembly.Memory = new Proxy(WebAssembly.Memory, {
  construct: (Memory, given) => (memory = new Memory(...given)),
});
const tell = globalThis.postMessage;
globalThis.postMessage = (...message) => {
  const bytes = memory?.buffer.byteLength ?? 0;
  if (bytes !== notedBytes) writeFileSync(file, String((notedBytes = bytes)));
  tell(...message);
};
await import('@duckdb/duckdb-wasm/dist/duckdb-node-eh.worker.cjs');
