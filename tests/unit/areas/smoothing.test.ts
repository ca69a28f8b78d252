/** Owns the proof of smoothed rates: they equal those made with R, and lie between the raw rate and that of all. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { smoothed } from '../../../src/areas/smoothing.ts';

interface Case {
  readonly part: readonly number[];
  readonly whole: readonly number[];
  readonly smoothed: readonly number[];
}
const { rates } = JSON.parse(
  readFileSync(new URL('../../fixtures/statistics/classing.json', import.meta.url), 'utf8'),
) as { readonly rates: Readonly<Record<string, Case>> };

it.each(Object.entries(rates))('equals spdep’s EBest: %s', (_name, { part, whole, smoothed: expected }) => {
  const ours = smoothed(part.map((one, index) => ({ part: one, whole: whole[index] ?? 1 })));
  expect(ours).toEqual(expected.map((one): unknown => expect.closeTo(one, 10)));
});

it('says nothing of none, and the rate itself of one area', () => {
  expect(smoothed([])).toEqual([]);
  expect(smoothed([{ part: 3, whole: 12 }])).toEqual([0.25]);
  expect(
    smoothed([
      { part: 0, whole: 4 },
      { part: 0, whole: 9 },
    ]),
  ).toEqual([0, 0]);
});

it('lies between the raw rate and that of all, nearer to the first where more are counted', () => {
  const ratio = fc
    .integer({ min: 1, max: 5000 })
    .chain((whole) => fc.record({ part: fc.nat(whole), whole: fc.constant(whole) }));
  fc.assert(
    fc.property(fc.array(ratio, { minLength: 1, maxLength: 40 }), (all) => {
      const sum = (of: 'part' | 'whole'): number => all.reduce((total, one) => total + one[of], 0);
      const rate = sum('part') / sum('whole');
      smoothed(all).forEach((estimate, index) => {
        const raw = (all[index]?.part ?? 0) / (all[index]?.whole ?? 1);
        expect(estimate).toBeGreaterThanOrEqual(Math.min(raw, rate) - 1e-12);
        expect(estimate).toBeLessThanOrEqual(Math.max(raw, rate) + 1e-12);
      });
    }),
    { seed: 15703 },
  );
});
