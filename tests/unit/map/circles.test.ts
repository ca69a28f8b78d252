/** Proves proportional circles: area follows the count, small ones lie upon large ones, the legend's values are round. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circlePoints, circlesOf, greatestRadiusPx, legendValues, radiusPx } from '../../../src/map/circles.ts';
import { code } from './demo.ts';

const at = (text: string, value: number) => [code(text), value, [101, 6]] as const;

describe('circles', () => {
  it('have areas as their counts are to one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (a, b) => {
        const greatest = Math.max(a, b);
        const [one, other] = [radiusPx(a, greatest, 40), radiusPx(b, greatest, 40)];
        expect(one ** 2 / other ** 2).toBeCloseTo(a / b, 5);
        expect(Math.max(one, other)).toBe(40);
      }),
    );
  });

  it('stand the greatest first, and none stands for nothing', () => {
    const circles = circlesOf([at('9401', 5), at('9402', 0), at('9403', 20)], 30);
    expect(circles.map(({ code: own, radiusPx: px }) => [own, px])).toEqual([
      ['9403', 30],
      ['9401', 15],
    ]);
    expect(circlesOf([at('9401', 0)], 30)).toEqual([]);
    expect(circlePoints(circles).features.map(({ properties }) => properties?.['order'] as number)).toEqual([-20, -5]);
  });

  it('are smaller where there are many areas, but always seen', () => {
    expect(greatestRadiusPx(12, 1920)).toBe(34);
    expect(greatestRadiusPx(115, 1920)).toBeLessThan(greatestRadiusPx(12, 1920));
    expect(greatestRadiusPx(7425, 1920)).toBe(14);
    // A phone's map is half as wide, and so are its circles.
    expect(greatestRadiusPx(12, 390)).toBeLessThan(20);
    expect(greatestRadiusPx(7425, 390)).toBeGreaterThanOrEqual(7);
  });

  it('are told by round values that none of the map exceeds', () => {
    expect(legendValues(1195)).toEqual([1000, 250, 50]);
    expect(legendValues(7)).toEqual([5, 1]);
    expect(legendValues(1)).toEqual([1]);
    expect(legendValues(0)).toEqual([]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (greatest) => {
        const values = legendValues(greatest);
        expect(values[0]).toBeLessThanOrEqual(greatest);
        expect(values.every((value, index) => index === 0 || value < (values[index - 1] ?? 0))).toBe(true);
      }),
    );
  });
});
