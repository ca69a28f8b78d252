/** Owns what concentration is asked of: the map's measure where it counts households, over the areas in sight. */
import { concentrate, fewestHolding, type Concentration } from '../../charts/concentration.ts';
import type { AreaCode } from '../../model/area.ts';
import { measureOf, type MeasureId } from '../../queries/measures.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { AreaRow } from '../areas.ts';
import type { Painting } from './painting.ts';

export interface Concentrated {
  readonly measure: MeasureId;
  readonly curve: Concentration;
  /** How many areas the URL picks, those that hold most first. */
  readonly picked: number;
  /** Not known to be in any area, and so in none of the curve. */
  readonly unplaced: number;
}

export function concentratedOf(dashboard: Dashboard, rows: readonly AreaRow[]): Concentrated {
  const { format, grain } = measureOf(dashboard.measure);
  const measure = format === 'count' && grain === 'household' ? dashboard.measure : 'household.pending';
  const held = ({ figures }: AreaRow): number => figures[measure] ?? 0;
  const curve = concentrate(rows.flatMap((row) => (row.code === null ? [] : { id: row.key, value: held(row) })));
  return {
    measure,
    curve,
    picked: fewestHolding(curve, dashboard.view.current.partPercent),
    unplaced: rows.reduce((sum, row) => sum + (row.code === null ? held(row) : 0), 0),
  };
}

export function concentrationPainting(dashboard: Dashboard, rows: readonly AreaRow[]): Painting {
  const { curve, picked } = concentratedOf(dashboard, rows);
  const keys = new Set(curve.areas.slice(0, picked).map(({ id }) => id));
  const marked = new Set<AreaCode>(rows.flatMap(({ key, polygon }) => (polygon && keys.has(key) ? polygon : [])));
  return { kinds: null, marked };
}
