/** Proves where the parts of a stacked bar and their figures stand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barShare, fullOf, placeParts } from '../../../src/charts/bar.ts';
import { placeStack, type StackPart } from '../../../src/charts/stack.ts';
import { textWidthEm } from '../../../src/charts/textwidth.ts';
import type { Datum } from '../../../src/ui/datum.ts';

const part = (id: string, value: Datum['value'], text = String(value)): StackPart => ({
  id,
  label: id,
  color: '#000000',
  on: '#ffffff',
  datum: { value, text, measure: 'household.pending' },
});

describe('placeStack', () => {
  it('sets parts side by side, in proportion', () => {
    const [helped, pending] = placeStack([part('helped', 300), part('pending', 100)], 400, 400, 16, 0);
    expect(helped).toMatchObject({ xPx: 0, widthPx: 300 });
    expect(pending).toMatchObject({ xPx: 300, widthPx: 100 });
  });

  it('writes a figure inside where it fits, and the last one after the bar where there is room', () => {
    const placed = placeStack([part('helped', 3), part('pending', 1)], 800, 400, 16);
    expect(placed[0]?.label).toBeNull();
    expect(placed[1]?.label).toMatchObject({ text: '1', inside: false });
    expect(placeStack([part('helped', 400)], 400, 400, 16)[0]?.label).toMatchObject({ inside: true, xPx: 6 });
  });

  it('draws nothing for zero, for what is not known and for what is kept small', () => {
    expect(placeStack([part('a', 0), part('b', null), part('c', 'lt10', '< 10')], 100, 400, 16)).toEqual([]);
    expect(placeStack([part('a', 1)], 0, 400, 16)).toEqual([]);
  });

  it('keeps every part in sight, in order, inside the box', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 6 });
    fc.assert(
      fc.property(values, fc.integer({ min: 60, max: 2000 }), (list, widthPx) => {
        const parts = list.map((value, index) => part(String(index), value));
        const full = list.reduce((sum, value) => sum + value, 0);
        const placed = placeStack(parts, full, widthPx, 16);
        expect(placed.map((each) => each.part.id)).toEqual(
          parts.filter(({ datum }) => Number(datum.value) > 0).map(({ id }) => id),
        );
        let endPx = 0;
        for (const { xPx, widthPx: partPx } of placed) {
          expect(partPx).toBeGreaterThan(0.5);
          expect(xPx).toBeGreaterThanOrEqual(endPx - 1e-6);
          endPx = xPx + partPx;
        }
        expect(endPx).toBeLessThanOrEqual(widthPx + 1e-6);
      }),
    );
  });
});

describe('barShare', () => {
  it('is the share of the longest bar, and nothing for what must not be seen', () => {
    expect(barShare(50, 200)).toBe(0.25);
    expect(barShare(300, 200)).toBe(1);
    for (const value of [0, -1, null, 'lt10', NaN] as const) expect(barShare(value, 200)).toBe(0);
    expect(barShare(5, 0)).toBe(0);
  });
});

describe('textWidthEm', () => {
  it('gives vowels and tones above and below no width', () => {
    expect(textWidthEm('กี่')).toBe(textWidthEm('ก'));
    expect(textWidthEm('ปูยุด')).toBe(textWidthEm('ปยด'));
  });
});

describe('placeParts', () => {
  const figures = (...values: readonly Datum['value'][]) => ({
    figures: values.map((value) => part('a', value).datum),
  });

  it('lays parts as long as their figures one after the other, and nothing where there is none to show', () => {
    const rows = [figures(30, 70), figures('lt10', 50), figures(null, 0)];
    const full = fullOf(rows);
    expect(full).toBe(100);
    const [a, b, c] = rows.map((row) => placeParts(row, full, 203, 1.5));
    expect(a).toEqual([
      { at: 0, x: 0, width: 60 },
      { at: 1, x: 60, width: 140 },
    ]);
    expect(b).toEqual([{ at: 1, x: 0, width: 100 }]);
    expect(c).toEqual([]);
    expect(fullOf([])).toBe(0);
  });

  it('keeps within the room, and shows what is small', () => {
    const amounts = fc.array(fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 4 }), { maxLength: 30 });
    fc.assert(
      fc.property(amounts, fc.constantFrom(0, 1.5), (all, least) => {
        const rows = all.map((values) => figures(...values));
        for (const row of rows) {
          const placed = placeParts(row, fullOf(rows), 200, least);
          expect(placed.reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(200.001);
          for (const { width } of placed) expect(width).toBeGreaterThanOrEqual(least);
        }
      }),
      { seed: 94 },
    );
  });
});
