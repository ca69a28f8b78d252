/** Spots: who is compared, who is left out and why, which way a finding points, and that the whole country takes no time. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCountry } from '../../../src/areas/boundaries.ts';
import { bySharedBorder, flat, type Neighbours } from '../../../src/areas/neighbours.ts';
import { Random } from '../../../src/areas/permuting.ts';
import { quadrants, spots } from '../../../src/areas/spots.ts';
import { permutationsFor, spotted, spotting, type SpotQuestion } from '../../../src/areas/spotting.ts';

/** A board of areas, each next to those above, below and beside it. */
function board(side: number): Neighbours {
  return flat(
    Array.from({ length: side * side }, (_, at) => {
      const [x, y] = [at % side, Math.floor(at / side)];
      return [[x - 1, y], [x + 1, y], [x, y - 1], [x, y + 1]] // prettier-ignore
        .filter(([x = 0, y = 0]) => x >= 0 && y >= 0 && x < side && y < side)
        .map(([x = 0, y = 0]) => y * side + x);
    }),
  );
}
const side = 12;
const count = side * side;
const corner = (at: number): boolean => at % side < 4 && at < 4 * side;

/** Everywhere about half still wait; in the upper left corner nine of ten, in the lower right one of ten. */
function question(change: Partial<SpotQuestion> = {}): SpotQuestion {
  const random = new Random(5, 0);
  const whole = new Float64Array(count).fill(100);
  const part = whole.map((_, at) => (corner(at) ? 85 : corner(count - 1 - at) ? 5 : 45) + random.below(11));
  return { part, whole, neighbours: board(side), fewest: 20, permutations: 9999, seed: 1, ...change };
}

describe('an area', () => {
  it('is hot or cold with its neighbours, and the others are not told of', () => {
    const { spots, quadrants, global, compared, scarce } = spotted(question());
    expect([compared, scarce]).toEqual([count, false]);
    expect([spots[0], spots[side + 1], spots[count - side - 2]]).toEqual(['hot_99', 'hot_99', 'cold_99']);
    expect([quadrants[1], quadrants[count - 2]]).toEqual(['high_high', 'low_low']);
    expect(spots[6 * side + 6]).toBe('not_significant');
    expect(spots.filter((spot) => spot.startsWith('hot')).length).toBeGreaterThan(10);
    expect(global.statistic).toBeGreaterThan(0.5);
    expect(global.chance).toBe(0.0002);
  });

  it('low among high is no hot spot', () => {
    const { part } = question();
    part[side + 1] = 0;
    const { spots, quadrants } = spotted(question({ part }));
    expect(quadrants[side + 1]).toBe('low_high');
    expect(spots[side + 1]).not.toMatch(/cold/);
  });

  it('of few households is told nothing of, and bears on no other', () => {
    const [{ part, whole }, left] = [question(), side + 1];
    part[left] = 3;
    whole[left] = 19;
    const told = spotted(question({ part, whole }));
    expect([told.spots[left], told.quadrants[left], told.deviation[left], told.compared]).toEqual([
      'too_few',
      'too_few',
      NaN,
      count - 1,
    ]);
    part[left] = 19;
    expect(spotted(question({ part, whole })).deviation).toEqual(told.deviation);
    expect(spotted(question({ part, whole, fewest: 19 })).spots[left]).toMatch(/hot/);
  });

  it('without data, with impossible data, or without a neighbour is told apart', () => {
    const { part, whole } = question();
    [part[0], part[side * 3], whole[side * 5], whole[side * 7]] = [NaN, 101, 0, -1];
    part[side * 5] = 0;
    const far = board(side);
    const neighbours = flat(
      Array.from({ length: count }, (_, at) =>
        Array.from(far.others.subarray(far.starts[at], far.starts[at + 1])).filter(
          (other) => at !== count - 1 && other !== count - 1,
        ),
      ),
    );
    const told = spotted(question({ part, whole, neighbours }));
    expect([0, side * 3, side * 5, side * 7, count - 1].map((at) => told.spots[at])).toEqual([
      'no_data',
      'no_data',
      'too_few',
      'no_data',
      'alone',
    ]);
    expect([told.unusable, told.compared]).toEqual([2, count - 4]);
  });

  it('among few areas is told nothing of', () => {
    const told = spotted({
      ...question({ neighbours: board(5) }),
      part: Float64Array.from({ length: 25 }, (_, at) => at * 4),
      whole: new Float64Array(25).fill(100),
    });
    expect([told.scarce, new Set(told.spots)]).toEqual([true, new Set(['too_few'])]);
    expect(spotted({ ...question(), part: new Float64Array(), whole: new Float64Array() }).spots).toEqual([]);
  });
});

it('pure chance is seldom told of', () => {
  let told = 0;
  for (let round = 0; round < 20; round += 1) {
    const random = new Random(round, 9);
    const part = new Float64Array(count).map(() => random.below(101));
    const { spots } = spotted(question({ part, permutations: 999, seed: round }));
    told += Number(spots.some((spot) => /95|99/.test(spot)));
  }
  // With the control at 5 % in one map of twenty; three is the bound of a hundredth.
  expect(told).toBeLessThanOrEqual(4);
});

it('how the work is sliced changes no bit of it', () => {
  const finish = (slice?: number): unknown => {
    const work = spotting(question({ permutations: 199 }), slice);
    const told: number[] = [];
    for (;;) {
      const { done, value } = work.next();
      if (done) return value;
      expect(value).toBeGreaterThan(told.at(-1) ?? 0);
      told.push(value);
    }
  };
  expect(finish(1)).toEqual(finish(40_000));
  expect(finish()).toEqual(finish(40_000));
});

it('the whole country takes less than two seconds', async () => {
  const { tambon } = await loadCountry('tambon', async (path) =>
    JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8')),
  );
  const random = new Random(1, 1);
  const whole = Float64Array.from(tambon.features, () => 20 + random.below(400));
  const part = whole.map((whole, at) =>
    Math.floor((whole * (30 + random.below(30) + (at % 1000 < 60 ? 30 : 0))) / 100),
  );
  const begun = performance.now();
  const neighbours = bySharedBorder(tambon);
  const told = spotted({ part, whole, neighbours, fewest: 20, permutations: permutationsFor(part.length), seed: 1 });
  const tookMs = performance.now() - begun;
  expect(permutationsFor(part.length)).toBe(999);
  expect([part.length, told.compared]).toEqual([7425, 7425]);
  expect(told.spots.filter((spot) => spot.startsWith('hot')).length).toBeGreaterThan(100);
  expect(tookMs).toBeLessThan(2000);
});

it('every finding has words of its own and a colour of its own', () => {
  for (const registry of [spots, quadrants]) {
    expect(new Set(registry.map(({ color }) => color)).size).toBe(registry.length);
    expect(new Set(registry.map(({ title }) => title.th)).size).toBe(registry.length);
  }
});
