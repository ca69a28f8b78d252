/** Proves shading by category: a value is the place of its category, zero too, and what has no value is never painted like one. */
import { describe, expect, it } from 'vitest';
import { categoryShading } from '../../../src/areas/categories.ts';
import type { AreaValue } from '../../../src/areas/shading.ts';
import type { AreaCode } from '../../../src/model/area.ts';

const categories = [{ color: '#aa0000' }, { color: '#00aa00' }, { color: '#0000aa' }];
const values = new Map<AreaCode, AreaValue>([
  ['9401' as AreaCode, 0],
  ['9402' as AreaCode, 2],
  ['9403' as AreaCode, 2],
  ['9404' as AreaCode, 'no_data'],
]);

describe('categoryShading', () => {
  const shading = categoryShading(values, categories);

  it('gives each its colour and its class, the first too', () => {
    expect([0, 1, 2].map((value) => shading.colorOf(value))).toEqual(categories.map(({ color }) => color));
    expect([0, 1, 2].map((value) => shading.classOf(value))).toEqual([0, 1, 2]);
  });

  it('counts the areas of each, and none as zero', () => {
    expect(shading.classes.map(({ count }) => count)).toEqual([1, 0, 2]);
    expect(shading.zero.count).toBe(0);
    expect(shading.missing.no_data.count).toBe(1);
  });

  it('paints what has none, or one not in the list, like no category', () => {
    for (const value of ['no_data', 'not_loaded', 3, 0.5, -1, NaN] as const) {
      expect(shading.classOf(value)).toBeNull();
      expect(categories.map(({ color }) => color)).not.toContain(shading.colorOf(value));
    }
  });
});
