/** Owns a plain DuckDB-WASM in Node for what the page is measured against: the same engine, as it comes, with a table of given columns. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import Worker from 'web-worker';

const dist = path.dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));

export interface PlainDatabase {
  /** A table of whole numbers. */
  load(name: string, columns: Readonly<Record<string, Uint8Array | Int32Array>>): Promise<void>;
  /** The answer as Arrow's stream. */
  query(sql: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

export async function openPlainDatabase(): Promise<PlainDatabase> {
  const worker = new Worker(path.join(dist, 'duckdb-node-eh.worker.cjs'), { type: 'module' });
  const database = new AsyncDuckDB(new VoidLogger(), worker as unknown as globalThis.Worker);
  await database.instantiate(path.join(dist, 'duckdb-eh.wasm'));
  await database.open({ path: ':memory:', query: { castBigIntToDouble: true, castDecimalToDouble: true } });
  const connection = await database.connectInternal();
  return {
    async load(name, columns) {
      const stream = tableToIPC(tableFromArrays(columns), 'stream');
      await database.insertArrowFromIPCStream(connection, stream, { name, create: true });
    },
    query: (sql) => database.runQuery(connection, sql),
    close: () => database.terminate(),
  };
}
