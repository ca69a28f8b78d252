/** Owns the proof that every row of a list of any length can be scrolled to, and that what is in sight is drawn. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seen, type Sight } from '../../../src/ui/windowing.ts';

const sight: fc.Arbitrary<Sight> = fc
  .record({
    count: fc.oneof(fc.nat({ max: 50 }), fc.nat({ max: 5_000_000 })),
    rowPx: fc.constantFrom(40, 45),
    viewPx: fc.integer({ min: 0, max: 2000 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ at, ...rest }) => {
    const { heightPx } = seen({ ...rest, scrollPx: 0 });
    return { ...rest, scrollPx: at * Math.max(0, heightPx - rest.viewPx) };
  });

it('draws every row that is in sight, and not many more', () => {
  fc.assert(
    fc.property(sight, (of) => {
      const { first, last, topOf, heightPx } = seen(of);
      expect(heightPx).toBeLessThanOrEqual(10_000_000);
      expect(last - first).toBeLessThan(of.viewPx / of.rowPx + 16);
      if (of.count === 0) return;
      expect(first).toBeGreaterThanOrEqual(0);
      expect(last).toBeLessThan(of.count);
      // Above the first and below the last nothing of another row is in sight.
      if (first > 0) expect(topOf(first)).toBeLessThanOrEqual(of.scrollPx);
      if (last < of.count - 1) expect(topOf(last + 1)).toBeGreaterThanOrEqual(of.scrollPx + of.viewPx - 0.001);
    }),
    { seed: 2565 },
  );
});

it('brings any row into sight', () => {
  fc.assert(
    fc.property(sight, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (of, luck) => {
      if (of.count === 0 || of.viewPx < of.rowPx) return;
      const row = Math.floor(luck * of.count);
      const scrollPx = seen(of).scrollTo(row);
      const there = seen({ ...of, scrollPx });
      expect(there.first).toBeLessThanOrEqual(row);
      expect(there.last).toBeGreaterThanOrEqual(row);
      expect(there.topOf(row)).toBeGreaterThanOrEqual(scrollPx - 0.01);
      expect(there.topOf(row) + of.rowPx).toBeLessThanOrEqual(scrollPx + of.viewPx + 0.01);
    }),
    { seed: 2565 },
  );
});
