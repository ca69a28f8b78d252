/** Proves the seeded chance: exact splits, even draws, and the same numbers on every machine. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allot, Chance, seedOf } from '../../../scripts/sample/chance.ts';

describe('allot', () => {
  test('parts add to the total and stay within one of their share', () => {
    const weights = fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.nat(20_000), weights, (total, shares) => {
        const sum = shares.reduce((a, b) => a + b, 0);
        const parts = allot(total, shares);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        for (const [index, part] of parts.entries()) {
          expect(Math.abs(part - (total * (shares[index] as number)) / sum)).toBeLessThanOrEqual(1 + 1e-6);
        }
      }),
      { seed: 94 },
    );
  });
});

describe('Chance', () => {
  test('draws the numbers it always drew', () => {
    const chance = new Chance(seedOf('94019900001'));
    expect([seedOf('ก'), chance.whole('a', 0, 999_999), chance.whole('b', 0, 999_999)]).toEqual([
      66887052, 616190, 208983,
    ]);
  });

  test('is even, and one label says nothing of another', () => {
    const draws = Array.from({ length: 20_000 }, (_, n) => {
      const chance = new Chance(seedOf(`house${n}`));
      return [chance.unit('rank'), chance.unit('visit')] as const;
    });
    const share = (test: (draw: readonly [number, number]) => boolean): number =>
      draws.filter(test).length / draws.length;
    for (const [a, b] of draws) expect(a >= 0 && a < 1 && b >= 0 && b < 1).toBe(true);
    expect(share(([a]) => a < 0.25)).toBeCloseTo(0.25, 1);
    expect(share(([a]) => a < 0.75)).toBeCloseTo(0.75, 1);
    expect(share(([a, b]) => a < 0.5 && b < 0.5)).toBeCloseTo(0.25, 1);
  });

  test('weighs options', () => {
    const met = Array.from({ length: 5000 }, (_, n) =>
      new Chance(n).weigh('word', [
        ['often', 9],
        ['seldom', 1],
        ['never', 0],
      ]),
    );
    expect(met.filter((word) => word === 'seldom').length / met.length).toBeCloseTo(0.1, 1);
    expect(met).not.toContain('never');
  });
});
