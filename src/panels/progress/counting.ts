/** Owns a tool's own count put on the map: how many of each polygon, cut into classes, none among them. */
import { categoryShading, type Category } from '../../areas/categories.ts';
import { zeroColor } from '../../areas/scheme.ts';
import { shade, type AreaValue } from '../../areas/shading.ts';
import type { AreaCode } from '../../model/area.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { Painting } from '../analysis/painting.ts';
import { areaValues, type AreaRow } from '../areas.ts';

export interface Counting {
  /** Of the legend, and short for the tooltip. */
  readonly title: string;
  readonly label: string;
  readonly measure: string;
  readonly none: string;
  readonly range: (from: string, to: string) => string;
  /** After a value that is told alone. */
  readonly unit?: string;
  readonly value: (row: AreaRow) => AreaValue;
  /** What two rows that share a polygon have can't be added up. */
  readonly isApart?: boolean;
}

export function countPainting(dashboard: Dashboard, rows: readonly AreaRow[], of: Counting): Painting {
  const { count } = dashboard.format;
  const counts = new Map<AreaCode, AreaValue>();
  for (const row of rows) {
    if (row.polygon === null) continue;
    const [own, before] = [of.value(row), counts.get(row.polygon) ?? 0];
    const isSum = typeof own === 'number' && typeof before === 'number' && !(of.isApart && counts.has(row.polygon));
    counts.set(row.polygon, isSum ? before + own : 'not_applicable');
  }
  const counted = new Map<AreaCode, AreaValue>(
    [...areaValues(dashboard, 'household.listed', rows)].map(([code, value]) => [
      code,
      typeof value === 'number' ? (counts.get(code) ?? 'no_data') : value,
    ]),
  );
  const cut = shade({ values: counted, scheme: 'waiting', unit: 'count', classes: 5 });
  const steps = cut.classes.map(({ from, to, color }, index): Category => {
    const last = index === cut.classes.length - 1 ? to : to - 1;
    return {
      id: `class-${index}`,
      color,
      title: from >= last ? count(from) : of.range(count(from), count(last)),
    };
  });
  const categories: readonly Category[] = [{ id: 'none', title: of.none, color: zeroColor }, ...steps];
  const values = new Map(
    [...counted].map(([code, value]): [AreaCode, AreaValue] => [
      code,
      typeof value === 'number' ? (cut.classOf(value) ?? -1) + 1 : value,
    ]),
  );
  return {
    kinds: { title: of.title, measure: of.measure, values, shading: categoryShading(values, categories), categories },
    marked: new Set(),
    lines: (code) => {
      const value = counts.get(code);
      if (typeof value !== 'number') return [];
      return [{ label: of.label, value: [count(value), of.unit].filter(Boolean).join(' '), measure: of.measure }];
    },
  };
}
