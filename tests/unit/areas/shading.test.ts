/** Owns the proof of shading: every value has one class and one colour, bounds can be read, steps can be told apart. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shade, type AreaValue, type SchemeId, type Shading } from '../../../src/areas/shading.ts';
import type { AreaCode } from '../../../src/model/area.ts';

const map = (values: readonly AreaValue[]): ReadonlyMap<AreaCode, AreaValue> =>
  new Map(values.map((value, index) => [String(100000 + index) as AreaCode, value]));
const schemes: readonly SchemeId[] = ['waiting', 'helped', 'neutral'];
const counts = (values: readonly AreaValue[], classes?: number): Shading =>
  shade({ values: map(values), scheme: 'waiting', unit: 'count', classes });
const bounds = (shading: Shading): readonly number[] => [
  ...shading.classes.map((one) => one.from),
  ...shading.classes.slice(-1).map((one) => one.to),
];

test('amphoe of a province: five classes at bounds that can be read aloud', () => {
  const shading = counts([1204, 988, 871, 760, 702, 655, 610, 540, 433, 380, 350, 298]);
  expect(bounds(shading)).toEqual([298, 400, 600, 700, 800, 1204]);
  expect(shading.classes.map((one) => one.count)).toEqual([3, 2, 2, 2, 3]);
  expect(shading.classOf(600)).toBe(2);
  expect(shading.classOf(599)).toBe(1);
  expect(shading.classOf(1204)).toBe(4);
});

test('no value, one value, all alike, only zeros, few values', () => {
  expect(counts([]).classes).toEqual([]);
  expect(counts([]).colorOf(7)).toMatch(/^#[0-9a-f]{6}$/);
  expect(counts(['no_data', 'no_data']).missing.no_data.count).toBe(2);
  const zeros = counts([0, 0, 0]);
  expect([zeros.classes, zeros.zero.count]).toEqual([[], 3]);
  expect(counts([5]).classes).toMatchObject([{ from: 5, to: 5, count: 1 }]);
  expect(counts([9, 9, 9, 0]).classes).toMatchObject([{ from: 9, to: 9, count: 3 }]);
  expect(counts([1, 2]).classes).toMatchObject([
    { from: 1, to: 2, count: 1 },
    { from: 2, to: 2, count: 1 },
  ]);
  expect(counts([1, 1, 1, 1, 1, 40]).classes.map((one) => one.count)).toEqual([5, 1]);
});

test('shares get whole percents', () => {
  const shading = shade({ values: map([0, 0.29, 0.503, 0.41, 0.658, 0.77, 0.12, 1]), scheme: 'helped', unit: 'share' });
  for (const bound of bounds(shading)) expect(Math.round(bound * 100) / 100).toBe(bound);
  expect(shading.classes.reduce((sum, one) => sum + one.count, 0)).toBe(7);
  expect(shading.zero.count).toBe(1);
  const alike = shade({ values: map([0.501, 0.502, 0.509]), scheme: 'helped', unit: 'share' });
  expect(alike.classes).toMatchObject([{ from: 0.5, to: 0.51, count: 3 }]);
});

test('what is no number of households is no data, never a class', () => {
  const shading = counts([3, Number.NaN, Number.POSITIVE_INFINITY, -2]);
  expect(shading.missing.no_data.count).toBe(3);
  expect(shading.classOf(Number.NaN)).toBeNull();
  expect(shading.colorOf(-2)).toBe(shading.colorOf('no_data'));
});

const value = fc.oneof(
  { weight: 6, arbitrary: fc.nat(20_000) },
  { weight: 2, arbitrary: fc.nat(4) },
  { weight: 1, arbitrary: fc.constant<AreaValue>(0) },
  { weight: 1, arbitrary: fc.constantFrom<AreaValue>('no_data', 'not_loaded', 'not_applicable') },
);
const share = fc.oneof(
  fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 300 })).map(([a, b]) => Math.min(a, b) / Math.max(a, b, 1)),
  fc.constant<AreaValue>('no_data'),
);

test.each([
  ['count', value],
  ['share', share],
] as const)('any %s: counts add up, each value in one class between its bounds, more is never lighter', (unit, one) => {
  fc.assert(
    fc.property(fc.array<AreaValue>(one, { maxLength: 120 }), fc.integer({ min: 1, max: 5 }), (values, classes) => {
      const shading = shade({ values: map(values), scheme: 'waiting', unit, classes });
      const numbers = values.filter((told): told is number => typeof told === 'number');
      const positive = numbers.filter((number) => number > 0);
      expect(shading.classes.length).toBeLessThanOrEqual(classes);
      expect(shading.classes.length > 0).toBe(positive.length > 0);
      expect(shading.zero.count).toBe(numbers.length - positive.length);
      const counted = shading.classes.reduce((sum, { count }) => sum + count, 0);
      const missing = Object.values(shading.missing).reduce((sum, { count }) => sum + count, 0);
      expect(counted + shading.zero.count + missing).toBe(values.length);
      shading.classes.forEach(({ from, to, count, color }, index) => {
        const last = index === shading.classes.length - 1;
        const inside = positive.filter((number) => number >= from && (last ? number <= to : number < to));
        expect(inside).toHaveLength(count);
        expect(count).toBeGreaterThan(0);
        expect(last || to === shading.classes[index + 1]?.from).toBe(true);
        for (const number of inside) {
          expect(shading.classOf(number)).toBe(index);
          expect(shading.colorOf(number)).toBe(color);
        }
        if (unit === 'count') expect([from, to].every(Number.isInteger)).toBe(true);
      });
    }),
    { numRuns: 1500, seed: 15703 },
  );
});

test('the order of the areas changes nothing', () => {
  fc.assert(
    fc.property(fc.array<AreaValue>(value, { maxLength: 60 }), (values) => {
      expect(counts(values.toReversed()).classes).toEqual(counts(values).classes);
    }),
    { numRuns: 300, seed: 1 },
  );
});

/** CIE lightness of a colour, 0 to 100: what a grey print and a weak projector leave of it. */
function lightness(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

test.each(schemes)('%s: steps are told apart by lightness alone, for 1 to 5 classes, and from zero', (scheme) => {
  for (let classes = 1; classes <= 5; classes += 1) {
    const values = map(Array.from({ length: 100 }, (_, index) => index));
    const shading = shade({ values, scheme, unit: 'count', classes });
    const steps = [shading.zero.color, ...shading.classes.map((one) => one.color)].map(lightness);
    expect(steps).toHaveLength(classes + 1);
    for (let index = 1; index < steps.length; index += 1) {
      expect((steps[index - 1] ?? 0) - (steps[index] ?? 0)).toBeGreaterThan(index === 1 ? 7 : 12);
    }
    expect(new Set([shading.zero.color, ...Object.values(shading.missing).map((one) => one.color)]).size).toBe(5);
  }
});
