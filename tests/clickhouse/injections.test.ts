/** Texts made to change a database change nothing on the cluster: as a value, as a key in a link, as a cell brought in, as a name or a password. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bring } from '../../scripts/clickhouse/bringing.ts';
import { askLines } from '../../scripts/clickhouse/counting.ts';
import { openTablesFile } from '../../scripts/clickhouse/tablesfile.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import type { AreaCode } from '../../src/model/area.ts';
import { groupIds } from '../../src/model/group.ts';
import { listedOf } from '../../src/model/listing.ts';
import { noFilters, type Subject } from '../../src/model/subject.ts';
import { traitPlaces } from '../../src/queries/aspects.ts';
import { groupName } from '../../src/queries/groups.ts';
import { listColumns } from '../../src/queries/listcolumns.ts';
import { keys, valuesOf } from '../../src/queries/listing.ts';
import { openIntake } from '../engine/opened.ts';
import { injections } from '../fixtures/hostile/injections.ts';
import { csv, file } from '../support/formats.ts';
import { openServer, type Server } from './opened.ts';
import { saveTables } from './saved.ts';
import { makeTables } from './tables.ts';
import { admin, officer } from './users.ts';

const home = mkdtempSync(join(tmpdir(), 'phungpao-injections-'));
const intake = await openIntake();
let server: Server;
let engine: Engine;
const texts = injections;
/** The number under which the file came in. */
const number = 194;
const subject: Subject = { snapshots: [number], area: '94' as AreaCode, level: 'amphoe', filters: noFilters };

/** Every table of the database with its rows and what is in them. */
async function standing(): Promise<string> {
  const names = await askLines<{ name: string }>(engine, {
    sql: "select name from system.tables where database = currentDatabase() and name <> 'cube_shown' order by name",
    params: [],
  });
  const sums = names.map(
    ({ name }) =>
      `select '${name}' as what, count(*)::double as rows, sum(cityHash64(*)) % 1000003 as told from ${name}`,
  );
  // An order asked for after `union all` is that of its last part alone.
  const lines = await askLines(engine, { sql: sums.join(' union all '), params: [] });
  return JSON.stringify([names, lines.map((line) => JSON.stringify(line)).sort()]);
}
let before = '';

beforeAll(async () => {
  server = await openServer();
  engine = server.open();
  await makeTables(engine);
  const header = [
    'ณ วันที่',
    'รหัสบ้าน',
    'บ้านเลขที่',
    'หมู่บ้าน',
    'รหัสตำบล',
    'มิติสุขภาพ',
    'สถานะการช่วยเหลือ',
    'กิจกรรมที่ช่วยเหลือ',
    'ทีมปฏิบัติการตำบล',
    'ทีมพี่เลี้ยง',
  ];
  const rows = texts.map((text, row) => [
    '29/06/2565',
    `9410${String(row + 1).padStart(7, '0')}`,
    text,
    text,
    '941001',
    '1',
    'ช่วยเหลือแล้ว',
    text,
    text,
    text,
  ]);
  const { receipt } = await intake.answer([file(csv([header, ...rows]), 'แทรก.csv')], { firstSnapshot: 1 });
  await saveTables(intake, receipt, join(home, 'injections.zip'));
  await bring(engine, await openTablesFile(join(home, 'injections.zip')));
  before = await standing();
});
afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

describe('a text that would change a database', () => {
  it('comes in as the cell that it is', async () => {
    const lines = async (of: Engine, snapshot: number): Promise<unknown> =>
      await askLines(of, {
        sql: 'select house_code, house_no, village, team, mentor from household where snapshot = ? order by house_code',
        params: [snapshot],
      });
    const there = await lines(engine, number);
    expect(there).toEqual(await lines(intake.engine, 1));
    expect((there as unknown[]).length).toBeGreaterThan(150);
    expect(JSON.stringify(there)).toMatch(/drop table/i);
  });

  it('is a value of each question that has a text, and no more', async () => {
    const [column] = listColumns;
    for (const [at, text] of texts.entries()) {
      const echoed = await ask<{ text: string }>(engine, { sql: 'select ? as text', params: [text] });
      expect(echoed.columns.text[0]).toBe(text);
      if (at % 3 > 0) continue;
      const of = groupIds[at % groupIds.length]!;
      const asked = [
        keys(
          subject,
          listedOf('household.pending', {}),
          { code: text },
          { column: column!, isDescending: false, values: [text] },
        ),
        keys(
          subject,
          listedOf('household.pending', { group: { of, key: text } }),
          { code: '' },
          { column: column!, isDescending: true, values: [] },
        ),
        valuesOf(subject, listedOf('household.pending', {}), { code: text }, column!),
        groupName(subject, { of, key: text }),
        traitPlaces(subject, 'attitude', text),
      ];
      for (const question of asked) if (question) await ask(engine, question);
    }
    expect(await standing()).toBe(before);
  });

  it('is no name, no password and no database', async () => {
    for (const text of texts.filter((_, at) => at % 5 === 0)) {
      for (const user of [
        { name: text, password: admin.password },
        { name: admin.name, password: text },
      ])
        await expect(ask(server.open({}, user), { sql: 'select 1 as n', params: [] })).rejects.toMatchObject({
          code: 'cluster_password',
        });
      await expect(
        ask(server.open({ database: text }), { sql: 'select count(*) as n from household', params: [] }),
      ).rejects.toBeDefined();
    }
    expect(await standing()).toBe(before);
  });

  it('shows an officer no row of another province', async () => {
    await engine.run({ sql: 'insert into household (snapshot, household, area) values (113, 1, 130101)', params: [] });
    const own = server.open({}, officer);
    for (const text of texts.filter((_, at) => at % 5 === 0)) {
      const sql =
        'select count(*)::integer as n from household where snapshot % 100 <> 94 and (house_code = ? or true)';
      expect((await ask<{ n: number }>(own, { sql, params: [text] })).columns.n[0]).toBe(0);
    }
  });
});
