/** Statistics equal those that R's spdep computed apart, and chance is the same to the last bit however the work is parted. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adjusted } from '../../../src/areas/discovery.ts';
import { giStar } from '../../../src/areas/hotspot.ts';
import { lagOf, localMoran, moran } from '../../../src/areas/moran.ts';
import { countOf, flat, withinKm, type LonLat } from '../../../src/areas/neighbours.ts';
import { chanceOf, emptyTails, permute, Random, type Draws } from '../../../src/areas/permuting.ts';

interface Told {
  readonly values: number[];
  readonly neighbours: number[][];
  readonly giStar: number[];
  readonly localMoran: number[];
  readonly quadrant: string[];
  readonly moran: number;
  readonly expected: number;
  readonly moranUpper: number;
  readonly chance: (number | null)[];
  readonly chanceSpdep: (number | null)[];
  readonly adjusted: (number | null)[];
}
const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/statistics/${name}.json`, import.meta.url), 'utf8'));
const bands = json('bands') as Record<string, Told & { readonly km: number }>;
const told = { ...(json('statistics') as Record<string, Told>), ...bands };
const permutations = 9999;
const seed = 1;

function chances(draws: Draws, step: number): (number | null)[] {
  const tails = emptyTails(draws.values.length);
  for (let from = 0; from < draws.values.length; from += step)
    permute(draws, tails, from, Math.min(from + step, draws.values.length));
  return [...draws.values.keys()].map((area) =>
    countOf(draws.neighbours, area) === 0
      ? null
      : chanceOf(tails.atLeast[area] ?? NaN, tails.atMost[area] ?? NaN, draws.permutations),
  );
}

describe.each(Object.entries(told))('of %s', (name, one) => {
  const values = Float64Array.from(one.values);
  const neighbours = flat(one.neighbours);
  const isLinked = (area: number): boolean => countOf(neighbours, area) > 0;
  const largest = (ours: Float64Array, theirs: number[]): number =>
    Math.max(...theirs.map((value, area) => Math.abs(value - (ours[area] ?? NaN))));

  it('Gi*, local and global Moran are those of R', () => {
    expect(largest(giStar(values, neighbours), one.giStar)).toBeLessThan(1e-9);
    expect(largest(localMoran(values, neighbours), one.localMoran)).toBeLessThan(1e-9);
    const global = moran(values, neighbours, permutations, seed);
    expect(global.statistic).toBeCloseTo(one.moran, 12);
    expect(global.expected).toBeCloseTo(one.expected, 12);
    // Both tails here, one there.
    expect(Math.abs(global.chance - 2 * one.moranUpper)).toBeLessThan(0.003);
  });

  it('the quadrants are those of R', () => {
    const around = lagOf(values, neighbours);
    const local = localMoran(values, neighbours);
    for (const area of one.values.keys()) {
      if (!isLinked(area)) continue;
      const side = (isHigh: boolean): string => (isHigh ? 'High' : 'Low');
      const isHighAround = (around[area] ?? 0) > 0;
      expect(`${side((local[area] ?? 0) > 0 === isHighAround)}-${side(isHighAround)}`).toBe(one.quadrant[area]);
    }
  });

  it('chance is that of R within what chance itself allows', () => {
    const ours = chances({ values, neighbours, permutations, seed }, values.length);
    let squares = 0;
    let linked = 0;
    for (const [area, theirs] of one.chance.entries()) {
      const own = ours[area];
      if (theirs === null || own === null || own === undefined) {
        expect([area, own]).toEqual([area, null]);
        continue;
      }
      // Each is twice a share among as many draws.
      const spread = 2 * Math.sqrt((2 * Math.max(theirs / 2, 1e-3) * (1 - theirs / 2)) / permutations);
      expect(Math.abs(own - theirs), `area ${area}`).toBeLessThan(5 * spread);
      squares += ((own - theirs) / spread) ** 2;
      linked += 1;
      // spdep draws with replacement, which spreads a little wider, the more so the more of all are drawn.
      expect(Math.abs(own - (one.chanceSpdep[area] ?? NaN)), `area ${area} of spdep`).toBeLessThan(
        name in bands ? 0.12 : 0.05,
      );
    }
    expect(squares / linked).toBeLessThan(1.5);
    expect(squares / linked).toBeGreaterThan(0.4);
  });

  it('the chances after the control of false discoveries are those of R', () => {
    const ours = adjusted(Float64Array.from(one.chance, (chance) => chance ?? NaN));
    for (const [area, theirs] of one.adjusted.entries())
      if (theirs === null) expect(ours[area]).toBeNaN();
      else expect(ours[area]).toBeCloseTo(theirs, 12);
  });
});

it.each(Object.entries(bands))('neighbours by distance of %s are those of R', (_, { km, neighbours }) => {
  const points = (json('pattani') as { point: LonLat }[]).map(({ point }) => point);
  expect(withinKm(points, km)).toEqual(flat(neighbours));
});

describe('chance', () => {
  const { values, neighbours } = told['pattani'] ?? expect.fail();
  const draws = (own: number): Draws => ({
    values: Float64Array.from(values),
    neighbours: flat(neighbours),
    permutations: 199,
    seed: own,
  });

  it('is the same to the last bit for the same seed, however the areas are parted', () => {
    const whole = chances(draws(7), values.length);
    fc.assert(fc.property(fc.integer({ min: 1, max: values.length }), (step) => {
      expect(chances(draws(7), step)).toEqual(whole);
    }), { seed: 1, numRuns: 20 }); // prettier-ignore
    expect(chances(draws(8), values.length)).not.toEqual(whole);
  });

  it('is what counting every arrangement gives', () => {
    // One of six areas with two neighbours: of the ten pairs of the other five, two have a sum of at least 9.
    const tails = emptyTails(6);
    const one = { values: Float64Array.of(7, 1, 2, 3, 4, 5), neighbours: flat([[4, 5], [], [], [], [], []]) };
    permute({ ...one, permutations: 100_000, seed: 3 }, tails, 0, 1);
    expect((tails.atLeast[0] ?? 0) / 100_000).toBeCloseTo(0.1, 2);
    expect(tails.atMost[0]).toBe(100_000);
    const two = { ...one, neighbours: flat([[3, 5], [], [], [], [], []]) };
    permute({ ...two, permutations: 100_000, seed: 3 }, tails, 0, 1);
    expect((tails.atLeast[0] ?? 0) / 100_000).toBeCloseTo(0.2, 2);
    expect((tails.atMost[0] ?? 0) / 100_000).toBeCloseTo(0.9, 2);
  });

  it('finds nothing where all areas are alike', () => {
    const values = new Float64Array(40).fill(0.1);
    const ring = flat(Array.from({ length: 40 }, (_, area) => [(area + 1) % 40, (area + 39) % 40, (area + 2) % 40]));
    expect(new Set(chances({ values, neighbours: ring, permutations: 99, seed }, 40))).toEqual(new Set([1]));
    expect(giStar(values, ring).every((deviation) => deviation === 0)).toBe(true);
    expect(moran(values, ring, 99, seed)).toMatchObject({ chance: 1 });
  });

  it('comes from numbers that are spread evenly, in every stream', () => {
    for (const stream of [-1, 0, 1, 7424]) {
      const random = new Random(20220629, stream);
      const tally = new Array<number>(20).fill(0);
      for (let turn = 0; turn < 100_000; turn += 1) tally[random.below(20)]! += 1;
      const deviation = tally.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
      // Chi-squared with 19 degrees of freedom: beyond 5 and 45 it is one in a thousand.
      expect(deviation).toBeLessThan(45);
      expect(deviation).toBeGreaterThan(5);
    }
  });
});
