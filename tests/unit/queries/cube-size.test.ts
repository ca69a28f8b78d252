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
  // Keys of 4 bytes, starts, the scan; pairs of two ids and two counts; a code of each axis by facts; the rest.
  const { facts, needs, areas, pairs, factStarts, scan } = cube;
  const least =
    [facts, needs, areas, factStarts, scan.areas, scan.starts, scan.cells, ...Object.values(pairs)].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    ) +
    axes.length * facts.length;
  expect(size.bytes).toBeGreaterThanOrEqual(least);
  expect(size.bytes).toBeLessThan(least + 5_000);
});
