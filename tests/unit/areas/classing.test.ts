/** Owns the proof of the class methods: against figures made with R, and for any values that no area falls between classes. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundestAt } from '../../../src/areas/bounds.ts';
import { chosenMethod, classMethods, methodOf, type MethodId } from '../../../src/areas/classing.ts';
import { innerBounds, shade, type AreaValue, type ScaledShading } from '../../../src/areas/shading.ts';
import { lookOf } from '../../../src/map/mapview.ts';
import type { AreaCode } from '../../../src/model/area.ts';

interface Series {
  readonly values: readonly number[];
  readonly mean: number;
  readonly sd: number;
  readonly per: readonly {
    readonly classes: number;
    readonly quantile: readonly number[];
    readonly equal: readonly number[];
    readonly natural_sizes: readonly number[];
  }[];
}
const made = JSON.parse(readFileSync(new URL('../../fixtures/statistics/classing.json', import.meta.url), 'utf8')) as {
  readonly series: Readonly<Record<string, Series>>;
};

const map = (values: readonly AreaValue[]): ReadonlyMap<AreaCode, AreaValue> =>
  new Map(values.map((value, index) => [String(100000 + index) as AreaCode, value]));
const cuts = (id: MethodId, sorted: readonly number[], most: number): readonly number[] =>
  methodOf(id).cuts?.(sorted, most, 'count') ?? [];

describe('cuts equal those of R', () => {
  for (const [name, { values, mean, sd, per }] of Object.entries(made.series)) {
    it.each(per)(`${name}, $classes classes`, ({ classes, quantile, equal, natural_sizes }) => {
      const close = (expected: readonly number[]) => expected.map((one): unknown => expect.closeTo(one, 9));
      expect(cuts('quantile', values, classes)).toEqual(close(quantile));
      expect(cuts('equal', values, classes)).toEqual(close(equal));
      const middle = (classes - 2) / 2;
      expect(cuts('deviation', values, classes)).toEqual(
        close(Array.from({ length: classes - 1 }, (_, index) => mean + (index - middle) * sd)),
      );
      // Where two partitions are as good, either is right: what counts is how alike the values of a class are.
      const starts = cuts('natural', values, classes);
      const ours = [...starts, Infinity].map(
        (to, index) => values.filter((value) => value >= (starts[index - 1] ?? -Infinity) && value < to).length,
      );
      expect(ours).toHaveLength(classes);
      expect(unlikeness(values, ours)).toBeCloseTo(unlikeness(values, natural_sizes), 9);
    });
  }
});

/** Squared distances from the mean of the class, summed. */
function unlikeness(sorted: readonly number[], sizes: readonly number[]): number {
  let from = 0;
  return sizes.reduce((sum, size) => {
    const inside = sorted.slice(from, (from += size));
    const mean = inside.reduce((total, value) => total + value, 0) / size;
    return sum + inside.reduce((total, value) => total + (value - mean) ** 2, 0);
  }, 0);
}

describe('bounds', () => {
  const classes = (method: MethodId, values: readonly AreaValue[], rest: object = {}): ScaledShading =>
    shade({ values: map(values), scheme: 'waiting', unit: 'count', method, ...rest });
  const inner = (...asked: Parameters<typeof classes>): readonly number[] => innerBounds(classes(...asked));

  it('of natural breaks are the roundest numbers that change no class', () => {
    expect(inner('natural', [1, 2, 3, 48, 52, 240, 260], { classes: 3 })).toEqual([20, 200]);
    expect(roundestAt(41, [39, 41])).toBe(40);
    expect(roundestAt(0.12, [0.08, 0.12])).toBe(0.1);
    expect(roundestAt(3, [-40, 3])).toBe(0);
  });

  it('of equal widths are as wide as one another', () => {
    expect(inner('equal', [10, 12, 13, 30, 60, 75, 90, 110], { classes: 5 })).toEqual([30, 50, 70, 90]);
  });

  it('of round numbers are 1, 2, 5 and their tenfolds, as many as there are classes for', () => {
    expect(inner('rounded', [3, 7, 12, 30, 70], { classes: 9 })).toEqual([5, 10, 20, 50]);
    expect(inner('rounded', [3, 7, 12, 30, 700], { classes: 5 })).toEqual([10, 30, 100]);
    expect(inner('rounded', [0.0004, 0.2, 0.9], { classes: 5, unit: 'share' })).toEqual([0.001]);
  });

  it('of the thresholds stand whatever the shares are; of counts there are none', () => {
    const shares = classes('thresholds', [0.3, 0.31, 0.4], { unit: 'share' });
    expect(shares.classes.map(({ from, to, count }) => [from, to, count])).toEqual([
      [0, 0.25, 0],
      [0.25, 0.5, 3],
      [0.5, 0.75, 0],
      [0.75, 1, 0],
    ]);
    expect(classes('thresholds', [3, 4, 9]).method).not.toBe('thresholds');
  });

  it('that are given stand, empty classes too, and hold for values beyond them', () => {
    const given = classes('natural', [12, 14, 17], { breaks: [10, 20, 30] });
    expect(innerBounds(given)).toEqual([10, 20, 30]);
    expect(given.classes.map(({ count }) => count)).toEqual([0, 3, 0, 0]);
    expect([given.classOf(3), given.classOf(10), given.classOf(500)]).toEqual([0, 1, 3]);
    expect(given.colorOf(12)).toBe(classes('natural', [1, 99, 400], { breaks: [10, 20, 30] }).colorOf(12));
  });

  it('round a middle lie as far on either side, and each side has its own colours', () => {
    const change = classes('equal', [-30, -12, -3, 0, 4, 8, 60], { mid: 0, classes: 4 });
    expect(innerBounds(change)).toEqual([0, 32]);
    expect(change.zero.count).toBe(1);
    expect([-30, -3].map(change.colorOf)).toEqual([change.colorOf(-12), change.colorOf(-12)]);
    expect(new Set([-12, 4, 60].map(change.colorOf)).size).toBe(3);
    // The same distance is as strong: of two classes above, the one below is like the nearer.
    const half = classes('thresholds', [0, 0.1, 0.3, 0.6, 0.9], { mid: 0.5, unit: 'share' });
    expect(half.zero.count).toBe(0);
    expect(half.classes.map(({ count }) => count)).toEqual([2, 1, 1, 1]);
  });
});

describe('the automatic choice', () => {
  const chosen = (values: readonly number[], unit: 'count' | 'share' = 'count') =>
    chosenMethod(
      [...values].sort((a, b) => a - b),
      unit,
      5,
    );
  it.each([
    ['one class for each of few values', [3, 3, 5, 9, 9], 'count', { method: 'natural', reason: 'few' }],
    ['a single value', [7], 'count', { method: 'natural', reason: 'few' }],
    ['no value', [], 'count', { method: 'natural', reason: 'few' }],
    [
      'policy for spread shares',
      [0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.9],
      'share',
      { method: 'thresholds', reason: 'policy' },
    ],
    [
      'quantile for shares close by',
      [0.31, 0.32, 0.33, 0.34, 0.36, 0.37],
      'share',
      { method: 'quantile', reason: 'even' },
    ],
    ['groups for a few high ones', [10, 11, 12, 13, 14, 90], 'count', { method: 'natural', reason: 'skewed' }],
    ['tenfolds for very unlike ones', [1, 2, 3, 5, 9, 4000], 'count', { method: 'rounded', reason: 'wide' }],
    ['quantile for even ones', [10, 20, 30, 40, 50, 60], 'count', { method: 'quantile', reason: 'even' }],
  ] as const)('%s', (_name, values, unit, expected) => expect(chosen(values, unit)).toEqual(expected));
});

const odd = fc.constantFrom<AreaValue>('no_data', 'not_loaded', 'not_applicable', 'withheld', NaN, Infinity, -Infinity);
const amount = fc.oneof(fc.nat(20_000), fc.nat(4), fc.integer({ min: -3000, max: 3000 }));
const share = fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 300 })).map(([a, b]) => Math.min(a, b) / Math.max(a, b));
const few = fc.constantFrom(0, 1, 5, -5);

describe('any values, by every method, with and without a middle', () => {
  const methods = classMethods.map(({ id }) => id);
  it.each(methods)(
    '%s: each value is in exactly one class between its bounds; both renderers paint that class',
    (method) => {
      const asked = fc.record({
        unit: fc.constantFrom('count' as const, 'share' as const),
        classes: fc.integer({ min: 3, max: 9 }),
        mid: fc.option(fc.constantFrom(0, 0.5, 12)),
      });
      const values = fc.oneof(
        fc.array<AreaValue>(fc.oneof({ weight: 8, arbitrary: amount }, odd), { maxLength: 60 }),
        fc.array<AreaValue>(fc.oneof({ weight: 8, arbitrary: share }, odd), { maxLength: 60 }),
        fc.array<AreaValue>(few, { maxLength: 12 }),
      );
      fc.assert(
        fc.property(values, asked, (all, how) => {
          const shading = shade({ values: map(all), scheme: 'waiting', method, ...how });
          const bounds = [...shading.classes.map(({ from }) => from), ...shading.classes.slice(-1).map(({ to }) => to)];
          bounds.forEach((bound, index) => expect(index === 0 || bound >= (bounds[index - 1] ?? bound)).toBe(true));
          const starts = innerBounds(shading);
          expect(new Set(starts).size).toBe(starts.length);
          expect(shading.classes.length).toBeLessThanOrEqual(how.classes + (shading.method === 'thresholds' ? 1 : 0));
          const missing = Object.values(shading.missing).reduce((sum, { count }) => sum + count, 0);
          const counted = shading.classes.reduce((sum, { count }) => sum + count, 0);
          expect(counted + shading.zero.count + missing).toBe(all.length);
          if (shading.method !== 'thresholds')
            for (const { count } of shading.classes) expect(count).toBeGreaterThan(0);
          const view = { values: map(all), shading, selected: null, hovered: null, classShown: null };
          all.forEach((value, index) => {
            const at = shading.classOf(value);
            const look = lookOf(String(100000 + index) as AreaCode, { ...view, marked: new Set() } as typeof view);
            expect(look.color).toBe(at === null ? shading.colorOf(value) : shading.classes[at]?.color);
            if (at === null || typeof value !== 'number') return;
            const one = shading.classes[at];
            const isLast = at === shading.classes.length - 1;
            expect(one && value >= one.from && (isLast ? value <= one.to : value < one.to)).toBe(true);
          });
        }),
        { numRuns: 300, seed: 5000 + methods.indexOf(method) },
      );
    },
  );
});
