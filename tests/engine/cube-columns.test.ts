/** What cubes are made from: of many snapshots in one pass, the same as of each alone. */
import { expect, it } from 'vitest';
import fc from 'fast-check';
import { askAllCubeColumns, askCubeColumns } from '../../src/queries/cube-columns.ts';
import { openTables } from './opened.ts';
import { fill, household } from './households.ts';

const engine = await openTables();

it('is the same together as alone, of rows that lie mixed and of a snapshot without any', async () => {
  await fill(engine, fc.sample(household, { numRuns: 200, seed: 3 }));
  // Every third household is of another snapshot, so that no run of rows is whole.
  for (const table of ['household', 'need'])
    await engine.run({ sql: `update ${table} set snapshot = 1 + household % 3`, params: [] });
  const together = await askAllCubeColumns(engine, [3, 1, 2, 9]);
  expect([...together.keys()]).toEqual([3, 1, 2, 9]);
  for (const [snapshot, columns] of together) expect(columns).toEqual(await askCubeColumns(engine, snapshot));
  expect(together.get(9)?.households.household).toHaveLength(0);
  const sizes = [1, 2, 3].map((snapshot) => together.get(snapshot)?.households.household.length ?? 0);
  expect(sizes.every((size) => size > 20)).toBe(true);
});
