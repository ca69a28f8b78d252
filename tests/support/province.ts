/** Owns drawing synthetic provinces as cubes, seeded: skewed areas, needs that lie together, rare statuses, unplaced rows. */
import { dimensions } from '../../src/model/dimension.ts';
import { classes } from '../../src/model/household.ts';
import { seeded } from '../../src/model/family.ts';
import { axes, needBase } from '../../src/queries/cube-axes.ts';
import { buildCube, type Cube } from '../../src/queries/cube.ts';

const stride = (id: string): number =>
  axes
    .slice(
      0,
      axes.findIndex((axis) => axis.id === id),
    )
    .reduce((product, { size }) => product * size, 1);
/** Statuses by code, the usual ones often. */
const statusShares = [5, 34, 12, 4, 6, 33, 4, 2];
const markShares = [35, 30, 15, 45, 10];
const classShares = [4, 48, 38, 10];

function drawn(random: (below: number) => number, shares: readonly number[]): number {
  let rest = random(shares.reduce((sum, share) => sum + share, 0));
  return shares.findIndex((share) => (rest -= share) < 0);
}

/** Households over these areas, the first ones more than the last; one province's numbers of six digits, 0 for unplaced. */
export function drawProvince(seed: number, households: number, areas: readonly number[]): Cube {
  const random = seeded(seed);
  const columns = { household: [] as number[], area: [] as number[], facts: [] as number[], persons: [] as number[] };
  const needs = { household: [] as number[], need: [] as number[] };
  for (let household = 0; household < households; household++) {
    const [a, b] = [random(areas.length), random(areas.length)];
    columns.household.push(household);
    columns.area.push(areas[Math.min(a, b)] ?? 0);
    columns.persons.push(3);
    const flag = (share: number): number => (random(100) < share ? 2 : 1);
    columns.facts.push(
      drawn(random, classShares) * stride('class') +
        flag(5) * stride('urgent') +
        flag(4) * stride('over_capacity') +
        stride('persons'),
    );
    // Most files tell one status for all needs of a household.
    const common = drawn(random, statusShares);
    const marked = markShares.flatMap((share, dimension) => (random(100) < share ? [dimension] : []));
    for (const dimension of marked.length > 0 ? marked : [dimensions.length - 1]) {
      const status = random(8) === 0 ? drawn(random, statusShares) : common;
      needs.household.push(household);
      needs.need.push(dimension * needBase + status + 1);
    }
  }
  if (classes.length !== classShares.length) throw new Error('a class was added');
  const ints = <K extends string>(all: Record<K, number[]>): Record<K, Int32Array> =>
    Object.fromEntries(Object.entries<number[]>(all).map(([name, rows]) => [name, Int32Array.from(rows)])) as never;
  return buildCube({ households: ints(columns), needs: ints(needs) } as Parameters<typeof buildCube>[0]);
}
