/** DuckDB-WASM as it is shipped, in Node. */
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/engine/rows.ts';
import { openNodeEngine } from '../support/engine.ts';
import { engineContract } from './contract.ts';

engineContract('DuckDB-WASM', () => openNodeEngine(), {
  outward: [
    "select * from read_csv('http://127.0.0.1:9/steal')",
    "attach 'http://127.0.0.1:9/steal.db'",
    "copy loaded to 'out.csv'",
    'load httpfs',
    'load parquet',
    'set enable_external_access = true',
    'set autoload_known_extensions = true',
  ],
  long: 'select sum(i) from range(20000000) t(i)',
  isTransactional: true,
  missing: 'engine_query',
});

describe('an engine whose memory is not enough', () => {
  it('says so, and keeps what it had', async () => {
    const engine = await openNodeEngine(50 * 2 ** 20);
    await engine.run({ sql: 'create table kept as select i from range(1000) r(i)', params: [] });
    const large = engine.run({
      sql: 'create table large as select md5(i::varchar) as t from range(5000000) r(i)',
      params: [],
    });
    await expect(large).rejects.toMatchObject({ code: 'engine_memory' });
    expect((await ask(engine, { sql: 'select count(*) as n from kept', params: [] })).columns.n).toEqual([1000]);
    await engine.close();
  });

  it('packs rows, so that they take a tenth of their bytes', async () => {
    const engine = await openNodeEngine();
    const sql = "create table packed_rows as select 'ปรับปรุงบ้านและอื่น ๆ ' || i % 10 as t from range(500000) r(i)";
    await engine.run({ sql, params: [] });
    // At the latest; of itself it does so as soon as there is enough to pack.
    await engine.run({ sql: 'checkpoint', params: [] });
    const held = await ask<{ bytes: number }>(engine, {
      sql: 'select sum(memory_usage_bytes)::double as bytes from duckdb_memory()',
      params: [],
    });
    expect(held.columns.bytes[0]).toBeLessThan(5e6);
    await engine.close();
  });
});
