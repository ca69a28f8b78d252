/** How large a cube is told to be: its cells, and every buffer it holds, each once. */
import { expect, it } from 'vitest';
import { axes } from '../../../src/queries/cube-axes.ts';
import { sizeOf } from '../../../src/queries/cube-size.ts';
import { buildCube } from '../../../src/queries/cube.ts';

it('counts the cells and the bytes of all columns', () => {
  const area = Int32Array.of(941001, 941001, 941002);
  const household = Int32Array.of(0, 1, 2);
  const zeros = new Int32Array(3);
  const cube = buildCube({
    households: { household, area, facts: zeros, persons: zeros },
    needs: { household, need: Int32Array.of(2, 2, 2) },
  });
  const size = sizeOf(5, cube);
  expect(size).toMatchObject({ snapshot: 5, cells: 2 });
  // Facts, needs and areas of 4 bytes a key; four columns of a byte a cell, twice; a code of each axis by facts; the rest.
  const { facts, needs, areas, starts, scan, totalStarts } = cube;
  const least =
    [facts, needs, areas, starts, totalStarts, scan.areas, scan.starts, scan.cells].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    ) +
    4 * 2 +
    4 * cube.totals.facts.length +
    axes.length * facts.length;
  expect(size.bytes).toBeGreaterThanOrEqual(least);
  expect(size.bytes).toBeLessThan(least + 5_000);
});
