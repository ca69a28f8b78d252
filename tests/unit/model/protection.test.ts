/** Proves the rule that every figure of a meeting goes through: what is shown, what is known from it, which shares are told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ladder, shownCount, shownShare, smallCount, spanOf, thresholds } from '../../../src/model/protection.ts';

const count = fc.oneof(fc.nat({ max: 60 }), fc.nat({ max: 9_999_999 }));
const base = fc.constantFrom(...ladder);
const protective = fc.constantFrom(...ladder.filter((one) => one !== 1));

describe('a count', () => {
  it('is none, few, the nearest of its base, or withheld', () => {
    expect([0, 1, 9, 10, 12, 13, 4812].map((one) => shownCount(one, 5))).toEqual([0, 5, 5, 10, 10, 15, 4810]);
    expect([14, 15, 4812].map((one) => shownCount(one, 10))).toEqual([10, 20, 4810]);
    expect([10, 29, 30, 4812].map((one) => shownCount(one, 20))).toEqual([20, 20, 40, 4820]);
    expect([0, 3, 4812].map((one) => shownCount(one, null))).toEqual([0, null, null]);
  });
  it('is never far from the true one, and no two small ones are told apart', () => {
    fc.assert(
      fc.property(count, protective, (one, by) => {
        const shown = shownCount(one, by);
        if (one === 0) expect(shown).toBe(0);
        else if (by === null) expect(shown).toBeNull();
        else if (one < thresholds.small) expect(shown).toBe(smallCount);
        else {
          expect(shown).toBeGreaterThanOrEqual(thresholds.small);
          expect(Math.abs((shown ?? 0) - one)).toBeLessThanOrEqual(by / 2);
          expect((shown ?? 0) % by).toBe(0);
        }
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
  it('is known to lie among just those that would be shown alike', () => {
    fc.assert(
      fc.property(count, base, (one, by) => {
        const [least, most] = spanOf(one, by);
        expect(least <= one && one <= most).toBe(true);
        const alike = (other: number): boolean => shownCount(other, by) === shownCount(one, by);
        expect(alike(least) && alike(most)).toBe(true);
        if (least > 0) expect(alike(least - 1)).toBe(false);
        expect(alike(most + 1)).toBe(by === null && one > 0);
      }),
      { seed: 8, numRuns: 2000 },
    );
  });
});

describe('a share', () => {
  it('is of enough, in whole percents, and never all or none of what is not quite that', () => {
    expect(shownShare(10, 10, 20)).toBe(0.5);
    expect(shownShare(10, smallCount, 15)).toBeNull();
    expect(shownShare(smallCount, 40, 45)).toBeNull();
    expect(shownShare(40, smallCount, 40)).toBeNull();
    expect(shownShare(995, smallCount, 1000)).toBeNull();
    expect(shownShare(0, 40, 40)).toBe(0);
    expect(shownShare(40, 0, 40)).toBe(1);
    expect(shownShare(10, 9000, 9010)).toBeNull();
    expect(shownShare(null, 10, 40)).toBeNull();
    expect(shownShare(20, 20, null)).toBeNull();
  });
});
