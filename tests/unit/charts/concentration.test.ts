/** Proves the curve of concentration: how few areas hold how much, a click that comes back, and where the line lies. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentrate, evenly, fewestHolding, percentOf, placeCurve } from '../../../src/charts/concentration.ts';

const of = (...values: number[]) => concentrate(values.map((value, index) => ({ id: `area ${index}`, value })));

describe('concentrate', () => {
  it('adds up from the largest', () => {
    const { areas, total, holding } = of(10, 50, 0, 40);
    expect(areas.map(({ id, share }) => [id, share])).toEqual([
      ['area 1', 0.5],
      ['area 3', 0.9],
      ['area 0', 1],
      ['area 2', 1],
    ]);
    expect([total, holding]).toEqual([100, 3]);
  });

  it('finds the fewest that hold at least so much', () => {
    const curve = of(10, 50, 0, 40);
    expect([1, 50, 50.01, 90, 91, 100].map((percent) => fewestHolding(curve, percent))).toEqual([1, 1, 2, 2, 3, 3]);
    expect(fewestHolding(of(0, 0), 50)).toBe(0);
    expect(fewestHolding(of(), 50)).toBe(0);
    expect(evenly(curve, 50)).toBe(2);
    expect(evenly(of(1, 1, 1), 50)).toBe(2);
  });

  const counts = fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 80 });
  it('is never under the even line, and no fewer areas would do', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const curve = of(...values);
        curve.areas.forEach(({ share }, index) => {
          if (curve.total > 0) expect(share).toBeGreaterThanOrEqual((index + 1) / values.length - 1e-9);
        });
        const count = fewestHolding(curve, percent);
        const sum = (first: number) => curve.areas.slice(0, first).reduce((total, { value }) => total + value, 0);
        expect(count === 0).toBe(curve.total === 0);
        if (count === 0) return;
        expect(sum(count) * 100).toBeGreaterThanOrEqual(percent * curve.total - 1e-6);
        expect(sum(count - 1) * 100).toBeLessThan(percent * curve.total);
      }),
    );
  });

  it('comes back to the areas that were clicked, by the percentage in the URL', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 80 }),
        fc.nat(),
        (values, at) => {
          const curve = of(...values);
          const count = 1 + (at % values.length);
          expect(fewestHolding(curve, percentOf(curve, count))).toBe(count);
        },
      ),
    );
  });
});

describe('placeCurve', () => {
  const plot = { left: 40, top: 10, width: 200, height: 100 };
  it('goes from no area to all, from the foot to the top', () => {
    const placed = placeCurve(of(75, 25), plot);
    expect(placed.line).toBe('M40.0,110.0L140.0,35.0L240.0,10.0');
    expect(placed.point(1)).toEqual({ x: 140, y: 35 });
  });

  it('finds the area under the pointer, never none, and never one that holds nothing', () => {
    const { countAt } = placeCurve(of(75, 20, 5, 0), plot);
    expect([0, 40, 90, 139, 141, 240, 900].map(countAt)).toEqual([1, 1, 1, 2, 2, 3, 3]);
  });
});
