/** DuckDB-WASM as it is shipped, in Node. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { openNodeEngine } from '../support/engine.ts';
import { held } from '../support/rubbish.ts';
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

/** Twenty ways to want more than there is. */
const many = 'range(4000000) r(i)';
const hungry = [
  `create table large as select md5(i::varchar) as t from ${many}`,
  `create table large as select i, md5(i::varchar) as t, md5((i + 1)::varchar) as u from ${many}`,
  `create table large as select md5(i::varchar) as t from ${many} order by t`,
  `select count(*) from (select md5(i::varchar) as t from ${many} group by t)`,
  `select count(distinct md5(i::varchar)) from ${many}`,
  `select count(distinct md5(i::varchar)), count(distinct md5((i * 7)::varchar)) from ${many}`,
  `select list(md5(i::varchar)) from ${many}`,
  `select string_agg(md5(i::varchar), ' ') from ${many}`,
  `select list(distinct md5(i::varchar)) from ${many}`,
  `select map_from_entries(list((i, md5(i::varchar)))) from ${many}`,
  `select median(md5(i::varchar)) from ${many}`,
  `select list(md5(i::varchar) order by i) from ${many}`,
  `select list_sort(list(md5(i::varchar))) from ${many}`,
  `select count(*) from (select distinct md5(i::varchar) from ${many})`,
  `select max(t) from (select md5(i::varchar) as t, row_number() over (order by md5(i::varchar)) as n from ${many})`,
  `select max(n) from (select count(*) over (partition by md5(i::varchar)) as n from ${many})`,
  `select t from (select md5(i::varchar) as t from ${many}) order by t`,
  `select count(*) from (select md5(i::varchar) as t from ${many}) a join (select md5(i::varchar) as t from ${many}) b using (t)`,
  `select count(*) from (select md5(i::varchar) from ${many} union select md5((-i)::varchar) from ${many})`,
  `select count(*) from (select md5(i::varchar) from ${many} intersect select md5((i + 1)::varchar) from ${many})`,
];

describe('an engine that is asked for hours', () => {
  it('keeps no answer that it gave', async () => {
    const engine = await openNodeEngine();
    const given: WeakRef<object>[] = [];
    for (let turn = 0; turn < 30; turn++)
      for await (const chunk of engine.query({ sql: 'select ?::integer as turn', params: [turn] }))
        given.push(new WeakRef(chunk.buffer));
    expect(given).toHaveLength(30);
    expect(await held(given)).toBeLessThanOrEqual(1);
    await engine.close();
  });
});

describe('an engine that dies', () => {
  const dying = async (): Promise<[Engine, Worker]> => {
    let worker: Worker | undefined;
    const engine = await openNodeEngine(undefined, (one) => (worker = one));
    if (!worker) throw new Error('no worker');
    return [engine, worker];
  };

  it('refuses what runs, what waits and what comes', async () => {
    const [engine, worker] = await dying();
    const running = ask(engine, { sql: 'select sum(i) from range(200000000) t(i)', params: [] });
    const waiting = ask(engine, { sql: 'select 1', params: [] });
    worker.terminate();
    for (const one of [running, waiting]) await expect(one).rejects.toMatchObject({ code: 'worker_lost' });
    await expect(ask(engine, { sql: 'select 1', params: [] })).rejects.toMatchObject({ code: 'worker_lost' });
    expect(engine.lost.aborted).toBe(true);
  });

  it('of a trap in WebAssembly is not asked again', async () => {
    const [engine, worker] = await dying();
    // As the engine's worker tells of it, in the place of the answer.
    const { postMessage } = worker;
    worker.postMessage = ({ messageId }: { messageId: number }) => {
      const error = { message: 'unreachable', name: 'RuntimeError', stack: '' };
      const data = { messageId: 0, requestId: messageId, type: 'ERROR', data: error };
      worker.dispatchEvent({ type: 'message', data } as unknown as Event);
    };
    await expect(ask(engine, { sql: 'select 1', params: [] })).rejects.toMatchObject({ code: 'worker_lost' });
    worker.postMessage = postMessage;
    await expect(ask(engine, { sql: 'select 1', params: [] })).rejects.toMatchObject({ code: 'worker_lost' });
  });
});

describe('an engine whose memory is not enough', () => {
  let small: Engine;
  beforeAll(async () => {
    small = await openNodeEngine(50 * 2 ** 20);
    await small.run({ sql: 'create table kept as select i from range(1000) r(i)', params: [] });
  });
  afterAll(() => small.close());

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

  it.each(hungry)('goes on after %s', async (sql) => {
    const before = (await ask(small, { sql: 'select count(*) as n from kept', params: [] })).columns.n;
    await expect(small.run({ sql, params: [] })).rejects.toMatchObject({ code: 'engine_memory' });
    expect(small.lost.aborted).toBe(false);
    expect((await ask(small, { sql: 'select count(*) as n from kept', params: [] })).columns.n).toEqual(before);
    expect((await ask(small, { sql: 'from duckdb_tables() select count(*) as n', params: [] })).columns.n).toEqual([1]);
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
