/** Bringing clean tables into a cluster: all of a file or nothing, the same file once, and whatever breaks off, what was shown stays whole. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bring } from '../../scripts/clickhouse/bringing.ts';
import { askLines, broughtTables } from '../../scripts/clickhouse/counting.ts';
import { openTablesFile, Refused } from '../../scripts/clickhouse/tablesfile.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { orderedTables, tables } from '../../src/model/rows.ts';
import { openIntake } from '../engine/opened.ts';
import { openServer, type Server } from './opened.ts';
import { firstOf, saveTables } from './saved.ts';
import { makeTables } from './tables.ts';
import { admin, officer } from './users.ts';

const home = mkdtempSync(join(tmpdir(), 'phungpao-bring-'));
const at = (name: string): string => join(home, name);
const intake = await openIntake();
let server: Server;
let engine: Engine;

beforeAll(async () => {
  server = await openServer();
  engine = server.open({ isMaking: false });
  await makeTables(engine);
  const { receipt: first } = await intake.answer([firstOf(400)], { firstSnapshot: 1 });
  await saveTables(intake, first, at('first.zip'));
  const { receipt: corrected } = await intake.answer([firstOf(300)], { firstSnapshot: 7 });
  await saveTables(intake, corrected, at('corrected.zip'));
  const { receipt: later } = await intake.answer([firstOf(350, '2565-07-10')], { firstSnapshot: 11 });
  await saveTables(intake, later, at('later.zip'));
});
afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

/** What a reader is shown: each round with its rows, its cube and the ties between them. */
const shown = async (): Promise<unknown> =>
  await askLines(engine, {
    sql: `select round.snapshot as snapshot, round.households as told, own.rows as rows, own.areas as areas,
        met.needs as needs, cells.households as counted
      from round
      left join (select snapshot, count(*)::integer as rows, sum(area)::double as areas from household group by snapshot) as own
        on own.snapshot = round.snapshot
      left join (select snapshot, count(*)::integer as needs from need group by 1) as met
        on met.snapshot = round.snapshot
      left join (select snapshot, sum(households)::integer as households from cube group by 1) as cells
        on cells.snapshot = round.snapshot
      order by round.snapshot`,
    params: [],
  });
const file = (name: string): ReturnType<typeof openTablesFile> => openTablesFile(at(name));

/** A file of which one thing was changed on its way. */
async function changed(change: (entries: Record<string, Uint8Array>) => void): Promise<string> {
  const entries = unzipSync(new Uint8Array(readFileSync(at('first.zip'))));
  change(entries);
  await writeFile(at('changed.zip'), zipSync(entries));
  return 'changed.zip';
}
function retold(entries: Record<string, Uint8Array>, change: (manifest: Record<string, unknown>) => void): void {
  const manifest = JSON.parse(new TextDecoder().decode(entries['manifest.json'])) as Record<string, unknown>;
  change(manifest);
  entries['manifest.json'] = new TextEncoder().encode(JSON.stringify(manifest));
}

describe('a file of clean tables', () => {
  it('is the same for the same tables, and names no file of the reader', async () => {
    const { receipt } = await intake.answer([firstOf(400)], { firstSnapshot: 1 });
    await intake.empty();
    const again = await intake.answer([firstOf(400)], { firstSnapshot: 1 });
    expect(again.receipt.rows).toEqual(receipt.rows);
    const bytes = await saveTables(intake, again.receipt, at('again.zip'));
    expect(Buffer.from(bytes).equals(readFileSync(at('first.zip')))).toBe(true);
    const { manifest } = await file('first.zip');
    expect(manifest.rows.household).toBe(manifest.snapshots[0]?.households);
    expect(manifest.rows.trait).toBeGreaterThan(0);
    expect(JSON.stringify(manifest)).not.toContain('logbook');
  });

  it.each<readonly [string, (entries: Record<string, Uint8Array>) => void, RegExp]>([
    [
      'a part is another',
      (all) => (all['need/0000.arrows'] = all['household/0000.arrows'] as Uint8Array),
      /not as it was/,
    ],
    ['a part is missing', (all) => delete all['need/0000.arrows'], /missing/],
    ['the receipt is another', (all) => (all['receipt.json'] = new Uint8Array(3)), /not as it was/],
    ['it is newer', (all) => retold(all, (told) => (told.form = 2)), /newer/],
    ['it is older', (all) => retold(all, (told) => (told.form = 0)), /another version/],
    ['its codes are others', (all) => retold(all, (told) => (told.tables = 'x')), /another version/],
    [
      'its sums are others',
      (all) => retold(all, (told) => ((told.snapshots as { needs: number }[])[0]!.needs += 1)),
      /sums/,
    ],
    ['it is something else', (all) => retold(all, (told) => (told.kind = 'x')), /no clean tables/],
  ])('is refused before anything is asked where %s', async (_, change, reason) => {
    const name = await changed((entries) => void change(entries));
    await expect(file(name)).rejects.toThrow(reason);
    await expect(file(name)).rejects.toBeInstanceOf(Refused);
  });

  it('is refused where it is damaged', async () => {
    await writeFile(at('damaged.zip'), readFileSync(at('first.zip')).subarray(0, 5000));
    await expect(file('damaged.zip')).rejects.toBeInstanceOf(Refused);
  });
});

describe('bringing it', () => {
  it('brings every cell, under a number of its own', async () => {
    expect(await bring(engine, await file('first.zip'))).toBe(true);
    expect(await shown()).toMatchObject([{ snapshot: 194, told: 400, rows: 400, counted: 400 }]);
    for (const table of broughtTables) {
      const names = Object.entries(tables[table]).flatMap(([name, type]) =>
        name === 'snapshot' ? [] : type === 'DATE' ? `strftime(${name}, '%Y-%m-%d') as ${name}` : name,
      );
      if (orderedTables.includes(table)) names.push('rowid::double as rowid');
      const lines = async (of: Engine, snapshot: number): Promise<readonly string[]> =>
        (await askLines(of, { sql: `select ${names.join(', ')} from ${table} where snapshot = ?`, params: [snapshot] }))
          .map((line) => JSON.stringify(line))
          .sort();
      const there = await lines(engine, 194);
      expect(there, table).toEqual(await lines(intake.engine, 1));
      if (table === 'household') expect(there.length).toBe(400);
    }
  });

  it('changes nothing the second time, and keeps other rounds apart', async () => {
    const before = await shown();
    expect(await bring(engine, await file('first.zip'))).toBe(false);
    expect(await shown()).toEqual(before);
    expect(await bring(engine, await file('later.zip'))).toBe(true);
    expect(await shown()).toMatchObject([{ snapshot: 194 }, { snapshot: 294, rows: 350 }]);
  });

  it('puts a corrected round in the place of the old one', async () => {
    expect(await bring(engine, await file('corrected.zip'))).toBe(true);
    expect(await shown()).toMatchObject([
      { snapshot: 294, rows: 350 },
      { snapshot: 394, rows: 300, told: 300, counted: 300 },
    ]);
    const viewed = await ask<{ snapshot: number }>(server.open({}, officer), {
      sql: 'select distinct snapshot from household order by 1',
      params: [],
    });
    // Whoever still looks at the old one does so until the next is brought.
    expect(viewed.columns.snapshot).toEqual([194, 294, 394]);
  });

  it('leaves what is shown whole wherever it breaks off, and comes right the next time', async () => {
    let other = 'first.zip';
    let stops = 0;
    for (let at = 0; ; at++) {
      const tried = await file(other);
      const before = await shown();
      const isThrough = { done: false };
      for (const isDone of [false, true]) {
        isThrough.done = await bring(breaking(engine, at, isDone), tried).then(
          () => true,
          (fault: unknown) => {
            if (!(fault instanceof Broken)) throw fault;
            return false;
          },
        );
        if (isThrough.done) break;
        stops++;
        // The one row set by which a file is shown may have been written before the break: then the new is there, whole.
        const now = await shown();
        if (JSON.stringify(now) !== JSON.stringify(before)) {
          expect(isDone).toBe(true);
          expect(await bring(engine, tried)).toBe(false);
        }
        for (const line of now as Record<string, number>[])
          expect([line.rows, line.counted]).toEqual([line.told, line.told]);
      }
      if (isThrough.done) break;
      if ((await bring(engine, tried)) || at > 0) other = other === 'first.zip' ? 'corrected.zip' : 'first.zip';
    }
    expect(stops).toBeGreaterThan(30);
    // Nothing of what broke off is left after one more.
    await bring(engine, await file('first.zip'));
    await bring(engine, await file('corrected.zip'));
    const sql = 'select count(distinct snapshot)::integer as n from household';
    expect((await ask<{ n: number }>(engine, { sql, params: [] })).columns.n[0]).toBeLessThanOrEqual(3);
  });

  it('brings several rounds of a province at once, each under its own number', async () => {
    const days = ['2565-08-01', '2565-09-01'];
    const [header = '', ...lines] = (await Promise.all(days.map((date) => firstOf(20, date).text()))).flatMap((text) =>
      text.trim().split('\n'),
    );
    const both = new File([[header, ...lines.filter((line) => line !== header)].join('\n')], 'logbook.csv');
    const { receipt } = await intake.answer([both], { firstSnapshot: 21 });
    expect(receipt.snapshots.length).toBe(2);
    await saveTables(intake, receipt, at('both.zip'));
    expect(await bring(engine, await file('both.zip'))).toBe(true);
    const rounds = await askLines<{ snapshot: number; rows: number; told: number }>(engine, {
      sql: `select snapshot, households as told, rows from round
        join (select snapshot, count(*)::integer as rows from household group by snapshot) as own using (snapshot)
        where as_of > '2022-07-31' order by snapshot`,
      params: [],
    });
    expect(rounds.map(({ rows, told }) => [rows, told])).toEqual([
      [20, 20],
      [20, 20],
    ]);
    expect((rounds[1]?.snapshot ?? 0) - (rounds[0]?.snapshot ?? 0)).toBe(100);
  });

  it('is refused where the tables, the folds or the rounds are of another version', async () => {
    const tried = await file('first.zip');
    const before = await shown();
    for (const [spoil, mend, reason] of [
      ['alter table need add column extra Nullable(Int32)', 'alter table need drop column extra', /table need/],
      [
        'insert into fold values (999, 1)',
        'alter table fold delete where mask = 999 settings mutations_sync = 2',
        /fold/,
      ],
      [
        "insert into round_brought values (113, '13', '2022-06-29', 2, 'x', 1, 1, now())",
        "alter table round_brought delete where province = '13' settings mutations_sync = 2",
        /another version/,
      ],
    ] as const) {
      await engine.run({ sql: spoil, params: [] });
      await expect(bring(engine, tried)).rejects.toThrow(reason);
      await engine.run({ sql: mend, params: [] });
    }
    expect(await shown()).toEqual(before);
  });

  it('is not shown where fewer rows came than were sent', async () => {
    const before = await shown();
    const losing: Engine = {
      ...wrapped(engine),
      load: async (table, chunks) => (table === 'need' ? undefined : await engine.load(table, chunks)),
    };
    await expect(bring(losing, await file('first.zip'))).rejects.toThrow(/rows of need/);
    expect(await shown()).toEqual(before);
  });
});

describe('the command', () => {
  const script = new URL('../../scripts/clickhouse/bring.ts', import.meta.url).pathname;
  const tsx = createRequire(import.meta.url).resolve('tsx');
  const args = (name: string, ...more: string[]): string[] => ['--import', tsx, script, at(name), ...more];
  const env = { ...process.env, CLICKHOUSE_PASSWORD: admin.password };
  const own = (): string[] => ['--url', server.origin, '--user', admin.name, '--database', 'default'];

  it('brings a file, says so, and leaves the old whole where it is killed', async () => {
    const before = JSON.stringify(await shown());
    for (const afterMs of [900, 1300]) {
      const child = spawn(process.execPath, args('first.zip', ...own()), { env });
      setTimeout(() => child.kill('SIGKILL'), afterMs);
      await new Promise((resolve) => child.once('exit', resolve));
      for (const line of (await shown()) as Record<string, number>[])
        expect([line.rows, line.counted]).toEqual([line.told, line.told]);
    }
    const done = spawnSync(process.execPath, args('first.zip', ...own()), { env, encoding: 'utf8' });
    expect([done.stderr, done.status]).toEqual(['', 0]);
    expect(done.stdout).toMatch(/(brought and counted|already there).*94 2022-06-29/);
    expect(JSON.stringify(await shown())).not.toBe(before);
    const again = spawnSync(process.execPath, args('first.zip', ...own()), { env, encoding: 'utf8' });
    expect(again.stdout).toContain('already there');
  });

  it.each([
    ['the way there is open to all', ['--url', 'http://cluster.example', '--user', 'x'], /https/],
    ['the password is an argument', ['--url', 'https://c.example', '--user', 'x', '--password', 'y'], /npx tsx/],
  ])('is refused where %s', (_, more, reason) => {
    const told = spawnSync(process.execPath, args('first.zip', ...more), { env, encoding: 'utf8' });
    expect(told.stdout).toMatch(reason);
    expect(told.status).toBe(1);
  });

  it('says that the password is wrong', () => {
    const wrong = { ...env, CLICKHOUSE_PASSWORD: 'x' };
    const told = spawnSync(process.execPath, args('first.zip', ...own()), { env: wrong, encoding: 'utf8' });
    expect([told.stdout.includes('cluster_password'), told.status]).toEqual([true, 1]);
  });
});

class Broken extends Error {}

const wrapped = (of: Engine): Engine => ({
  lost: of.lost,
  load: (...given) => of.load(...given),
  run: (...given) => of.run(...given),
  query: (...given) => of.query(...given),
  giveUp: () => of.giveUp(),
  close: () => of.close(),
});

/** Dies at a call, before it is made or after it was done. */
function breaking(of: Engine, at: number, isDone: boolean): Engine {
  let calls = 0;
  const step = async (work: () => Promise<void>): Promise<void> => {
    const isLast = calls++ === at;
    if (isLast && !isDone) throw new Broken();
    await work();
    if (isLast) throw new Broken();
  };
  return {
    ...wrapped(of),
    load: (...given) => step(() => of.load(...given)),
    run: (...given) => step(() => of.run(...given)),
    async *query(...given) {
      if (calls++ === at) throw new Broken();
      yield* of.query(...given);
    },
  };
}
