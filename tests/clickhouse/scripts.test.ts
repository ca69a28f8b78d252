/** What stands in scripts/clickhouse: tables that are those of the page, statements that parse, and what roles may read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { ask, toIPC } from '../../src/engine/rows.ts';
import { orderedTables, tables } from '../../src/model/rows.ts';
import { foldTable } from '../../src/model/status.ts';
import { openServer, type Server } from './opened.ts';
import { makeTables, statementsOf } from './tables.ts';
import { admin, officer, viewer } from './users.ts';

let server: Server;
let engine: Engine;
beforeAll(async () => {
  server = await openServer();
  engine = server.open();
  await makeTables(engine);
});
afterAll(() => server.close());

const types: Readonly<Record<string, string>> = {
  INTEGER: 'Int32',
  UTINYINT: 'UInt8',
  USMALLINT: 'UInt16',
  BOOLEAN: 'Bool',
  VARCHAR: 'String',
  DATE: 'Date32',
  DOUBLE: 'Float64',
};
const rowsOf = async (own: Engine, table: string): Promise<number> =>
  (await ask<{ n: number }>(own, { sql: ['select count(*) as n from', table].join(' '), params: [] })).columns.n[0] ??
  -1;

describe('the tables', () => {
  it.each(Object.entries(tables))('are those of the page: %s', async (table, columns) => {
    const sql =
      'select name, type from system.columns where table = ? and database = currentDatabase() order by position';
    const told = await ask<{ name: string; type: string }>(engine, { sql, params: [table] });
    const bare = told.columns.type.map((type) => type.replaceAll(/Nullable|LowCardinality|[()]/g, ''));
    const own = Object.entries(columns).map(([name, type]) => [name, types[type]]);
    if (orderedTables.some((one) => one === table)) own.push(['rowid', 'Int64']);
    expect(told.columns.name.map((name, at) => [name, bare[at]])).toEqual(own);
  });

  it.each(['1-tables.sql', '2-roles.sql', '3-cluster.sql'])('stand in statements that parse: %s', async (name) => {
    const statements = await statementsOf(name);
    expect(statements.length).toBeGreaterThan(5);
    for (const sql of statements)
      await ask(engine, { sql: 'select formatQuery(?) as said', params: [sql] }).catch((fault: unknown) => {
        throw new Error(sql, { cause: fault });
      });
    await expect(
      ask(engine, { sql: 'select formatQuery(?) as said', params: ['create tabel x (a Int32'] }),
    ).rejects.toBeDefined();
  });

  it('are made twice without harm', async () => {
    await makeTables(engine);
    expect(await rowsOf(engine, 'household')).toBe(0);
  });
});

describe('the rounds', () => {
  it('are those that came last, each under its own number', async () => {
    const brought = [
      "insert into round_brought values (194, '94', '2022-06-29', 1, 'a', 3, 4, '2026-01-01 00:00:00')",
      "insert into round_brought values (113, '13', '2022-06-29', 1, 'b', 5, 6, '2026-01-01 00:00:00')",
      "insert into round_brought values (294, '94', '2022-06-29', 1, 'c', 2, 4, '2026-01-02 00:00:00')",
    ];
    for (const sql of brought) await engine.run({ sql, params: [] });
    const sql = 'select snapshot, sha256 from round order by snapshot';
    const { columns } = await ask<{ snapshot: number; sha256: string }>(engine, { sql, params: [] });
    expect(columns).toEqual({ snapshot: [113, 294], sha256: ['b', 'c'] });
    const own = await ask<{ snapshot: number }>(server.open({}, officer), {
      sql: 'select snapshot from round',
      params: [],
    });
    expect(own.columns.snapshot).toEqual([294]);
  });
});

describe('a role', () => {
  it('of an officer reads no row where no province is named, and of each table', async () => {
    const statements = await statementsOf('2-roles.sql');
    const of = (pattern: RegExp): readonly string[] => statements.flatMap((sql) => pattern.exec(sql)?.[1] ?? []).sort();
    const granted = of(/^grant select on (\w+) to phungpao_officer$/).filter((table) => table !== 'fold');
    granted.push('round_brought');
    granted.sort();
    expect(granted.length).toBe(9);
    expect(of(/^create row policy if not exists phungpao_none on (\w+) using 0 to phungpao_officer$/)).toEqual(granted);
    expect(of(/^create row policy if not exists phungpao_94 on (\w+) using .* to phungpao_officer_94$/)).toEqual(
      granted,
    );
    expect(of(/^create row policy if not exists phungpao_all on (\w+) using 1 /)).toEqual(granted);
  });

  beforeAll(async () => {
    const sql = [
      'insert into household (snapshot, household, area) select 100 + p, number, p * 10000 + 101 from numbers(30), (select unnest([94, 13]) as p)',
      'insert into need select 100 + p, number, 0, number % 8, 0, 0 from numbers(30), (select unnest([94, 13]) as p)',
      'insert into cube values (194, 940101, 1, 1, 9, 20), (194, 940102, 1, 1, 8, 20), (194, 940101, 2, 1, 9, 9), (194, 940101, 3, 1, 4, 4), (113, 130101, 1, 1, 9, 9), (194, 940201, 1, 2, 6, 6), (194, 940201, 1, 6, 5, 5)',
    ];
    const folds = foldTable.map((status, mask) => ({ mask, status }));
    await engine.load('fold', [toIPC({ mask: 'int', status: 'int' }, folds)]);
    for (const each of sql) await engine.run({ sql: each, params: [] });
  });

  it('of an officer reads the rows of its own province, however it asks', async () => {
    expect(await rowsOf(engine, 'household')).toBe(60);
    const own = server.open({}, officer);
    for (const table of ['household', 'need']) expect(await rowsOf(own, table)).toBe(30);
    const sql = 'select distinct snapshot from household where snapshot = ? or true';
    expect((await ask<{ snapshot: number }>(own, { sql, params: [113] })).columns.snapshot).toEqual([194]);
    const out = 'select count(*) as n from household settings additional_table_filters = {}';
    await expect(ask(own, { sql: out, params: [] })).rejects.toMatchObject({ code: 'cluster_role' });
  });

  it('of a viewer reads the cube without its small cells, and is refused all rows', async () => {
    const own = server.open({}, viewer);
    const shown = await ask<Record<string, number>>(own, {
      sql: 'select area, facts, needs, households, persons from cube_shown order by area, facts',
      params: [],
    });
    // 9 and 8 of one amphoe are 17; 9 and 4 are held back, 13 together that need no help; of the other amphoe 6 that wait and 5
    // that were helped are 11 households, and no more is told; 9 alone is nowhere.
    expect(shown.columns).toEqual({
      area: [940100, 940100, 940200],
      facts: [0, 1, -1],
      needs: [59049, 1, -1],
      households: [13, 17, 11],
      persons: [0, 40, 0],
    });
    for (const table of ['household', 'need', 'cube'])
      await expect(rowsOf(own, table)).rejects.toMatchObject({ code: 'cluster_role' });
  });

  it.each([officer, viewer])('writes nothing: $name', async (user) => {
    const own = server.open({}, user);
    const write = own.run({ sql: 'insert into fold values (1, 1)', params: [] });
    await expect(write).rejects.toMatchObject({ code: 'cluster_role' });
    expect(await rowsOf(server.open({}, admin), 'fold')).toBe(foldTable.length);
  });
});
