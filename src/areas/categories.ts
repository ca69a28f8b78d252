/** Owns shading by category: areas of one kind share a colour, and a value is the place of its category in the list. */
import type { AreaCode } from '../model/area.ts';
import { missingColors, zeroColor } from './scheme.ts';
import type { AreaValue, Missing, Shading } from './shading.ts';

export interface Category {
  readonly id: string;
  readonly title: string;
  /** Lower-case six-digit hex. */
  readonly color: string;
}

/** The classes are the categories, in their order: a class's index is the value, and its one bound. */
export function categoryShading(
  values: ReadonlyMap<AreaCode, AreaValue>,
  categories: readonly Pick<Category, 'color'>[],
): Shading {
  const counts = new Map<AreaValue, number>();
  for (const value of values.values()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const missing = Object.fromEntries(
    Object.entries(missingColors).map(([kind, color]) => [kind, { color, count: counts.get(kind as Missing) ?? 0 }]),
  ) as Shading['missing'];
  const classOf = (value: AreaValue): number | null =>
    typeof value === 'number' && categories[value] !== undefined ? value : null;
  return {
    scheme: 'neutral',
    classes: categories.map(({ color }, index) => ({ from: index, to: index, color, count: counts.get(index) ?? 0 })),
    zero: { color: zeroColor, count: 0 },
    missing,
    classOf,
    colorOf: (value) =>
      typeof value === 'string' ? missingColors[value] : (categories[value]?.color ?? missingColors.no_data),
  };
}
