/** A cube that the engine counted is the cube counted here from every household, cell by cell. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { askCubeCells } from '../../src/queries/cube-cells.ts';
import { askCubeColumns } from '../../src/queries/cube-columns.ts';
import { buildCube, buildCubeOfCells } from '../../src/queries/cube.ts';
import { openTables } from './opened.ts';
import { fill, household } from './households.ts';

const engine = await openTables();

it('is the same cube', async () => {
  const drawn = fc.sample(household, { numRuns: 300, seed: 5 });
  // Some stand there several times: a cell of several households counts each of them.
  await fill(engine, [...drawn, ...drawn.slice(0, 100), ...drawn.slice(0, 30)]);
  for (const snapshot of [1, 2, 3]) {
    const cells = await askCubeCells(engine, snapshot);
    expect(cells.area.length).toBeGreaterThan(50);
    expect(buildCubeOfCells(cells)).toEqual(buildCube(await askCubeColumns(engine, snapshot)));
  }
});

it('is refused where a household has two needs of one dimension', async () => {
  await fill(engine, fc.sample(household, { numRuns: 5, seed: 5 }));
  await engine.run({
    sql: 'insert into need (snapshot, household, dimension, status) select snapshot, household, dimension, 3 from need',
    params: [],
  });
  const cells = await askCubeCells(engine, 1);
  expect(() => buildCubeOfCells(cells)).toThrow(RangeError);
});
