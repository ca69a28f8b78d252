/** What the page tells of itself: rows by snapshot and table, the engine's version and memory, and the size of a cube. */
import { expect, it } from 'vitest';
import { askAbout } from '../../src/engine/about.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { areaFigureCount, rowCounts, type RowCount } from '../../src/queries/rowcounts.ts';
import { openTables } from './opened.ts';

const engine = await openTables();

it('counts the rows of each snapshot, of those without help too', async () => {
  expect((await ask<RowCount>(engine, rowCounts())).length).toBe(0);
  const put = (table: string, snapshot: number, rows: number): Promise<void> =>
    engine.run({
      sql: `insert into ${table} (snapshot, household) select ?, range from range(?::integer)`,
      params: [snapshot, rows],
    });
  await put('household', 1, 5);
  await put('need', 1, 9);
  await put('household', 7, 2);
  await put('need', 7, 2);
  await put('help', 7, 3);
  const { columns } = await ask<RowCount>(engine, rowCounts());
  const rows = columns.snapshot.map((snapshot, at) => [
    snapshot,
    columns.household[at],
    columns.need[at],
    columns.help[at],
  ]);
  expect(rows.sort()).toEqual([
    [1, 5, 9, 0],
    [7, 2, 2, 3],
  ]);
  expect((await ask<{ rows: number }>(engine, areaFigureCount)).columns.rows).toEqual([0]);
});

it('tells its version and that rows take memory', async () => {
  const before = await askAbout(engine);
  expect(before.version).toMatch(/^v1\.\d+\.\d+/);
  await engine.run({ sql: 'create table heap as select random() as x from range(500000)', params: [] });
  const after = await askAbout(engine);
  expect(after.memoryBytes ?? 0).toBeGreaterThan((before.memoryBytes ?? 0) + 1_000_000);
});

it('is no fault where the engine can’t tell', async () => {
  const mute: Engine = {
    ...engine,
    query: () => {
      throw new Error('no such function');
    },
  } as Engine;
  expect(await askAbout(mute)).toEqual({ version: null, memoryBytes: null });
});
