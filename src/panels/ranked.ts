/** Owns what the ranking shows beside its measure, where it begins, and what is told of a row, for the page and for files. */
import { country, pathTo } from '../model/area.ts';
import type { Figures } from '../queries/figures.ts';
import { measureOf, type MeasureId } from '../queries/measures.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import type { Datum } from '../ui/datum.ts';
import type { AreaRow } from './areas.ts';
import { denominatorShown, rateOf } from './rates.ts';

/** What a measure is to be seen against; a rate takes the place of the first. */
export function besideOf(dashboard: Dashboard, id: MeasureId): readonly MeasureId[] {
  return (['household.need', 'household.pending', 'household.helped_share'] as const)
    .filter((other) => other !== id)
    .slice(denominatorShown(dashboard, id) ? -1 : -2);
}

/** A measure where more is better is read from the worst, too. */
export const isFromLeast = (id: MeasureId): boolean =>
  measureOf(id).better === 'more' && measureOf(id).format === 'share';

/** What the map divides the measure by, of one row. */
export function rateShown(dashboard: Dashboard, id: MeasureId, figures: Figures, area?: string): Datum {
  const value = rateOf(dashboard, id, figures);
  return {
    value,
    text: dashboard.format.percent(value),
    measure: `${id}_per_${denominatorShown(dashboard, id)?.id}`,
    ...(area === undefined ? {} : { area }),
  };
}

/** Parts of a wider area than their parent are told apart by it; what has no shape says so. */
export function rowNote(dashboard: Dashboard, { code, polygon }: AreaRow): string {
  const scope = dashboard.scope ?? country;
  const between = code && code !== scope ? pathTo(code, scope).slice(1, -1).reverse() : [];
  const none = polygon === null ? dashboard.texts.ranking.noBoundary : '';
  return [...between.map((parent) => dashboard.fullNameOf(parent)), none].filter(Boolean).join(' · ');
}
