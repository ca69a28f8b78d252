/** Owns the words that the page's sentence ends with where the map compares: with what, or by what it is parted. */
import { measureOf } from '../../queries/measures.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import { otherMeasure, otherRound, sharesAndCounts } from './counterpart.ts';
import { kindOf } from './registry.ts';

/** Empty where one map shows one measure of one snapshot. */
export function comparedPhrase(dashboard: Dashboard): string {
  const { language, map, series } = dashboard.view.current;
  const texts = dashboard.texts.kinds;
  const kind = kindOf(map);
  if (kind.hasSeries) return texts.parted(texts.seriesOf[series]);
  if (!kind.against) return '';
  const { share, count } = sharesAndCounts(dashboard);
  const beside = share === dashboard.measure ? count : share;
  const measure = kind.against === 'measures' ? beside : kind.against === 'any' ? otherMeasure(dashboard) : null;
  if (measure) return texts.comparedWith(measureOf(measure).title[language]);
  const round = otherRound(dashboard);
  return round ? texts.comparedAsOf(dashboard.format.date(round.asOf)) : '';
}
