/** Whatever goes wrong between page and cluster: told by its own code, nothing half taken for whole, and the next try works. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { AppError, type ErrorCode } from '../../src/model/error.ts';
import { faults, type FaultName } from './faulty.ts';
import { openServer, type Server } from './opened.ts';
import { admin } from './users.ts';

let server: Server;
let engine: Engine;
beforeAll(async () => {
  server = await openServer();
  engine = server.open();
});
afterAll(() => server.close());

/** Several batches, so that a half holds whole ones. */
const rows = 200_000;
const many = { sql: 'select number::integer as n from numbers(?) order by n', params: [rows] };
const expectWhole = async (own = engine): Promise<void> => {
  const { length, columns } = await ask<{ n: number }>(own, many);
  expect([length, columns.n.at(-1)]).toEqual([rows, rows - 1]);
};

describe('a fault', () => {
  const codes: Readonly<Record<FaultName, ErrorCode | null>> = {
    refuse: 'cluster_unreachable',
    gateway: 'cluster_busy',
    portal: 'cluster_unreachable',
    silent: 'cluster_slow',
    stall: 'cluster_slow',
    restart: 'cluster_cut',
    cut: 'cluster_cut',
    endless: 'cluster_cut',
    late: 'engine_memory',
    skew: null,
    busy: 'cluster_busy',
  };
  it.each(Object.keys(faults) as FaultName[])('is told, and the next try works: %s', async (name) => {
    const code = codes[name];
    await server.spoil(name, 9);
    const isSilent = name === 'silent' || name === 'stall';
    const asked = ask(isSilent ? server.open({ timeoutMs: 1500 }) : engine, many);
    if (code) await expect(asked).rejects.toMatchObject({ code });
    else expect((await asked).length).toBe(rows);
    await server.spoil(name, 0);
    await expectWhole();
  });

  it.each(['refuse', 'gateway', 'portal', 'busy'] as const)('that passes is not even noticed: %s', async (name) => {
    await server.spoil(name, 2);
    await expectWhole();
  });

  it.each(['restart', 'cut', 'late'] as const)('after the first rows gives no rows twice: %s', async (name) => {
    await server.spoil(name, 1);
    const told: number[] = [];
    const all = async (): Promise<void> => {
      for await (const chunk of engine.query(many)) told.push(chunk.length);
    };
    await expect(all()).rejects.toBeInstanceOf(AppError);
    expect(told.length).toBeGreaterThan(0);
  });

  it('of a statement that writes is not tried again: it may have been done', async () => {
    await engine.run({ sql: 'create table written (n Int32) engine = MergeTree order by n', params: [] });
    await server.spoil('refuse', 1);
    await expect(engine.run({ sql: 'insert into written select 1', params: [] })).rejects.toMatchObject({
      code: 'cluster_unreachable',
    });
    expect(
      (await ask<{ n: number }>(engine, { sql: 'select count(*) as n from written', params: [] })).columns.n,
    ).toEqual([1]);
  });

  it('of nobody at the address is told as such', async () => {
    const nobody = server.open({ origin: 'http://127.0.0.1:9' });
    await expect(ask(nobody, many)).rejects.toMatchObject({ code: 'cluster_unreachable' });
  });

  it('of a wrong password or name is told, and not tried again', async () => {
    const before = (await server.told()).asked.length;
    for (const user of [
      { ...admin, password: 'x' },
      { ...admin, name: 'ไม่มี' },
    ])
      await expect(ask(server.open({}, user), many)).rejects.toMatchObject({ code: 'cluster_password' });
    expect((await server.told()).asked.length).toBe(before);
  });
});

describe('a question', () => {
  it('that is called off is called off at the server too', async () => {
    const stop = new AbortController();
    await server.spoil('stall', 1);
    const asked = ask(server.open(), many, stop.signal);
    setTimeout(() => stop.abort(), 100);
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(async () => (await server.told()).killed.length).toBeGreaterThan(0);
    const { asked: all, killed } = await server.told();
    expect(all.find(({ id }) => id === killed.at(-1))?.sql).toContain('numbers');
  });

  it('that is called off is not reckoned on', async () => {
    const stop = new AbortController();
    let rows = 0;
    const endless = { sql: 'select number::integer as n from numbers(?)', params: [100_000_000_000] };
    const all = async (): Promise<void> => {
      for await (const chunk of server.open().query(endless, stop.signal)) {
        rows += chunk.length;
        stop.abort();
      }
    };
    await expect(all()).rejects.toMatchObject({ name: 'AbortError' });
    expect(rows).toBeGreaterThan(0);
    const ended = async (): Promise<unknown> =>
      (await server.told()).asked.findLast(({ sql }) => sql.includes('numbers'))?.running.ended;
    await expect.poll(ended, { timeout: 5000 }).toBe('killed');
    await expectWhole();
  });

  it('carries any text as a value, and never as words of its own', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }).filter((one) => !/[\ud800-\udfff]/u.test(one)),
      fc.constantFrom(
        "'; drop table kept; --",
        '\\',
        "\\'",
        '{p0:String}',
        '‹0›',
        '?',
        '\\N',
        '%27',
        'ก\t\n\r',
        '‹1›',
        '}',
      ),
    );
    await fc.assert(
      fc.asyncProperty(text, text, async (a, b) => {
        const sql = "select ? as a, '?' as mark, ? as b, ? = ? as same";
        const { columns } = await ask(engine, { sql, params: [a, b, a, b] });
        expect([columns.a?.[0], columns.mark?.[0], columns.b?.[0]]).toEqual([a, '?', b]);
        expect(Boolean(columns.same?.[0])).toBe(a === b);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves neither value nor password in an address, which servers write into logs', async () => {
    await ask(engine, { sql: 'select ? as code', params: ['94010012345'] });
    const { url } = (await server.told()).asked.at(-1)!;
    expect(url).toContain('query_id');
    expect(decodeURIComponent(url)).not.toMatch(/94010012345|select|ผู้ดูแล/);
  });
});
