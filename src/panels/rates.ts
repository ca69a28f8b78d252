/** Owns rates on the map: a count divided by what stands beside it, what can't be divided told apart and counted. */
import type { AreaValue } from '../areas/shading.ts';
import { smoothed, type Ratio } from '../areas/smoothing.ts';
import type { AreaCode } from '../model/area.ts';
import { denominatorOf, denominators, type Denominator, type DenominatorId } from '../queries/denominators.ts';
import { isSilenced } from '../queries/filters.ts';
import type { Figures } from '../queries/figures.ts';
import { measureOf, type MeasureId } from '../queries/measures.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import type { AreaRow } from './areas.ts';
import { filtersShown } from './datum.ts';

/** A rate of fewer than this many swings by chance. */
export const enough = 30;

export interface Rates {
  readonly values: ReadonlyMap<AreaCode, AreaValue>;
  /** All parts of all wholes. */
  readonly average: number | null;
  /** Areas without a denominator, or with zero. */
  readonly none: number;
  /** Areas that count more than they are divided by. */
  readonly over: number;
  /** Areas divided by fewer than `enough`. */
  readonly few: number;
}

/** What can stand below the line of a measure: nothing below a share, nor a count below itself. */
export function denominatorsOf(dashboard: Dashboard, id: MeasureId): readonly Denominator[] {
  const { format, grain, unit } = measureOf(id);
  if (format !== 'count' || grain !== 'household' || unit !== 'household') return [];
  return denominators.filter((row) => row.of !== id && dashboard.areaBook.offers(row.of));
}

/** The URL's denominator, where the measure can be divided by it. */
export function denominatorShown(dashboard: Dashboard, id: MeasureId): Denominator | null {
  const { per } = dashboard.view.current;
  return denominatorsOf(dashboard, id).find((row) => row.id === per) ?? null;
}

export function isSilentPer(dashboard: Dashboard, per: DenominatorId | string): boolean {
  const { silentUnder } = denominatorOf(per as DenominatorId);
  return silentUnder !== undefined && isSilenced(filtersShown(dashboard), silentUnder);
}

/** The rate of a row's figures, unsmoothed, by the denominator shown; null where it can't be told. */
export function rateOf(dashboard: Dashboard, id: MeasureId, figures: Figures): number | null {
  const per = denominatorShown(dashboard, id);
  if (!per || isSilentPer(dashboard, per.id)) return null;
  const [part, whole] = [figures[id] ?? null, figures[per.of] ?? 0];
  return part !== null && whole > 0 && part <= whole ? part / whole : null;
}

/** What the shares are made of that a share of counts beside it is. */
const madeOf: Readonly<Partial<Record<MeasureId, readonly [MeasureId, MeasureId]>>> = {
  'household.helped_share': ['household.helped', 'household.need'],
  'household.surveyed_share': ['household.surveyed', 'household.listed'],
};

/** Part and whole of what is shown; null where it is no rate of counts known beside it. */
export function termsOf(dashboard: Dashboard, id: MeasureId): readonly [MeasureId, MeasureId] | null {
  const per = denominatorShown(dashboard, id);
  return per ? [id, per.of] : (madeOf[id] ?? null);
}

/** Rates in place of `values`, which tell what has none; smoothed where wanted. Counts of a shared shape add up first. */
export function ratesOf(
  values: ReadonlyMap<AreaCode, AreaValue>,
  rows: readonly AreaRow[],
  [part, whole]: readonly [MeasureId, MeasureId],
  smooth: boolean,
): Rates {
  const told = new Map<AreaCode, { part: number; whole: number }>();
  for (const { polygon, figures } of rows) {
    const count = figures[part];
    if (polygon === null || typeof count !== 'number') continue;
    const before = told.get(polygon);
    // What one of the two lacks, their sum lacks too.
    const of = (before?.whole ?? 0) + (figures[whole] ?? Number.NaN);
    told.set(polygon, { part: (before?.part ?? 0) + count, whole: of });
  }
  const ratios = new Map<AreaCode, Ratio>();
  const rates = new Map<AreaCode, AreaValue>(values);
  let [none, over] = [0, 0];
  for (const [code, ratio] of told) {
    if (!rates.has(code)) continue;
    if (ratio.whole > 0 && ratio.part <= ratio.whole) ratios.set(code, ratio);
    else {
      if (ratio.whole > 0) over += 1;
      else none += 1;
      rates.set(code, 'not_applicable');
    }
  }
  const terms = [...ratios.values()];
  const estimates = smooth ? smoothed(terms) : terms.map((ratio) => ratio.part / ratio.whole);
  [...ratios.keys()].forEach((code, index) => rates.set(code, estimates[index] ?? 'not_applicable'));
  const sum = (of: keyof Ratio): number => terms.reduce((total, ratio) => total + ratio[of], 0);
  return {
    values: rates,
    average: terms.length > 0 ? sum('part') / sum('whole') : null,
    none,
    over,
    few: terms.filter((ratio) => ratio.whole < enough).length,
  };
}
