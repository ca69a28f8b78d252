/** Proves the chart of the legend: every area has its place in a bar of its class, and bounds move only between their neighbours. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { innerBounds, shade } from '../../../src/areas/shading.ts';
import { axisOf, keyStep, limits, moved, segments } from '../../../src/map/histogram.ts';
import type { AreaCode } from '../../../src/model/area.ts';

const shaded = (values: readonly number[], method: 'equal' | 'rounded' | 'quantile' = 'equal') =>
  shade({
    values: new Map(values.map((value, index) => [String(100000 + index) as AreaCode, value])),
    scheme: 'waiting',
    unit: 'count',
    method,
  });

describe('the bars', () => {
  it('hold every classed area once, in the colour of its class', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 200 }), (values) => {
        const shading = shaded(values, 'quantile');
        const axis = axisOf(shading, false);
        if (!axis) return;
        const bars = segments(values, shading, axis);
        const smallest = Math.min(...bars.map(({ height }) => height));
        for (const { color, count } of shading.classes) {
          const own = bars.filter((bar) => bar.color === color).reduce((sum, { height }) => sum + height, 0);
          const all = bars.reduce((sum, { height }) => sum + height, 0);
          expect(own / all).toBeCloseTo(count / values.length, 9);
        }
        expect(smallest).toBeGreaterThan(0);
        for (const { left, width, bottom, height } of bars) {
          expect(left >= 0 && left + width <= 1 + 1e-9).toBe(true);
          expect(bottom >= 0 && bottom + height <= 1 + 1e-9).toBe(true);
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('are none where all are alike', () => {
    expect(axisOf(shaded([5, 5, 5]), false)).toBeNull();
    expect(axisOf(shaded([]), false)).toBeNull();
  });

  it('lie by tenfolds where the classes do, and back', () => {
    const axis = axisOf(shaded([1, 10, 100, 1000, 10000], 'rounded'), true);
    expect([1, 100, 10000].map((value) => axis?.at(value))).toEqual(
      [0, expect.closeTo(0.5), 1].map((one): unknown => one),
    );
    expect(axis?.value(0.25)).toBeCloseTo(10);
  });
});

describe('a bound', () => {
  const axis = { from: 0, to: 100 };
  it('moves in readable steps, and not past its neighbours', () => {
    expect(moved([20, 50, 80], 1, 63.4, axis, 1)).toEqual([20, 63, 80]);
    expect(moved([20, 50, 80], 1, 7, axis, 1)).toEqual([20, 21, 80]);
    expect(moved([20, 50, 80], 1, 99, axis, 1)).toEqual([20, 79, 80]);
    expect(moved([20, 50, 80], 2, 400, axis, 1)).toEqual([20, 50, 100]);
    expect(moved([0.25, 0.5], 0, 0.3333, { from: 0, to: 1 }, 0.01)).toEqual([0.33, 0.5]);
  });

  it('beyond the values keeps its place until it is moved', () => {
    expect(limits([10, 500], 1, axis, 1)).toEqual([11, 500]);
    expect(limits([-7, 10], 0, axis, 1)).toEqual([-7, 9]);
  });

  it('takes about a hundred presses of a key from end to end', () => {
    expect(keyStep({ from: 101, to: 1195 }, 1)).toBe(20);
    expect(keyStep({ from: 1, to: 30 }, 1)).toBe(1);
    expect(keyStep({ from: 0, to: 1 }, 0.001)).toBe(0.01);
  });

  it('stays ascending however it is pulled', () => {
    const shading = shaded([3, 8, 14, 90, 200, 340, 700]);
    const scale = axisOf(shading, false);
    if (!scale) throw new Error('no axis');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(10), fc.double({ min: -999, max: 9999, noNaN: true }))), (pulls) => {
        let bounds = innerBounds(shading);
        for (const [index, to] of pulls) bounds = moved(bounds, index % bounds.length, to, scale, 1);
        bounds.forEach((bound, index) => expect(index === 0 || bound > (bounds[index - 1] ?? bound)).toBe(true));
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
