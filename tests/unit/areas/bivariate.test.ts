/** Proves parting by two figures: thirds and averages, equal values together, and colours that every eye tells apart. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapKind, kindColors, kindOf, stepOf, thirds } from '../../../src/areas/bivariate.ts';
import { eyes, linear, type Rgb } from '../../support/eyes.ts';

describe('thirds', () => {
  it('part twelve different values in fours', () => {
    const values = [5, 12, 1, 9, 3, 7, 11, 2, 10, 6, 8, 4];
    const cuts = thirds(values);
    const steps = values.map((value) => stepOf(value, cuts));
    for (const step of [0, 1, 2]) expect(steps.filter((one) => one === step)).toHaveLength(4);
    expect(stepOf(4, cuts)).toBe(0);
    expect(stepOf(9, cuts)).toBe(2);
  });

  it('put three areas into three steps, and equal ones into the middle', () => {
    expect([10, 20, 30].map((value) => stepOf(value, thirds([10, 20, 30])))).toEqual([0, 1, 2]);
    expect(stepOf(7, thirds([7, 7, 7, 7]))).toBe(1);
  });

  it('never part equal values, nor set a smaller one above a larger', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { minLength: 3 }), (values) => {
        const cuts = thirds(values);
        const sorted = values.toSorted((a, b) => a - b).map((value) => stepOf(value, cuts));
        expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
        // No third is fuller than a third by whole values, but where equal ones stand together.
        if (new Set(values).size === values.length)
          for (const step of [0, 2])
            expect(sorted.filter((one) => one === step).length).toBeLessThanOrEqual(Math.ceil(values.length / 3));
      }),
    );
  });

  it('leave one cut with two sides, the cut itself on the upper', () => {
    expect([49, 50, 51].map((value) => stepOf(value, [50]))).toEqual([0, 1, 1]);
  });
});

describe('kinds', () => {
  it('set much need with little help at the end of the first row', () => {
    expect(gapKind(3)).toBe(kindOf(2, 0, 3));
    expect(gapKind(2)).toBe(kindOf(1, 0, 2));
  });

  it('take the corners of nine for four', () => {
    const nine = kindColors(3);
    expect(kindColors(2)).toEqual([nine[0], nine[2], nine[6], nine[8]]);
  });
});

/** Ottosson's Oklab. */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

describe('the nine colours', () => {
  it.each(Object.entries(eyes))('stay apart for %s eyes', (_, matrix) => {
    const seen = kindColors(3).map((color) => {
      const rgb = linear(color);
      const through = matrix.map((row) =>
        Math.max(0, Math.min(1, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2])),
      ) as unknown as Rgb;
      return oklab(through);
    });
    for (const [a, one] of seen.entries())
      for (const [b, other] of seen.entries())
        if (a < b)
          expect(Math.hypot(...one.map((value, i) => value - (other[i] ?? 0))), `${a} ${b}`).toBeGreaterThan(0.1);
  });
});
