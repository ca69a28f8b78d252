/** Owns how a figure is shown: the raw value for machines, the written one for readers, and where it belongs. */
import type { AreaCode } from '../model/area.ts';
import { smallCount } from '../model/protection.ts';
import { noFilters, type Filters } from '../model/subject.ts';
import { noFigures, type Figures } from '../queries/figures.ts';
import { isSilenced } from '../queries/filters.ts';
import { measureOf, type MeasureId } from '../queries/measures.ts';
import type { StackPart } from '../charts/stack.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import type { Datum } from '../ui/datum.ts';

type Place = Pick<Datum, 'dimension' | 'class'> & { readonly area?: AreaCode | string };

/** The filters of the figures that stand there: those of a question not yet answered say nothing about them. */
export const filtersShown = (dashboard: Dashboard): Filters => dashboard.shown?.filters ?? noFilters;

/** True where a filter has already chosen what the share would tell: it says nothing then, and is not shown. */
export function isSilent(dashboard: Dashboard, id: MeasureId): boolean {
  const { silentUnder } = measureOf(id);
  return silentUnder !== undefined && isSilenced(filtersShown(dashboard), silentUnder);
}

/** Null where there is no answer, or none that means something. */
export function valueOf(dashboard: Dashboard, id: MeasureId, figures: Figures = dashboard.figures): number | null {
  const value = isSilent(dashboard, id) ? null : (figures[id] ?? null);
  // Of what is held back some may be counted here too.
  return value === 0 && dashboard.session.isPartial ? null : value;
}

/** As a reader sees a value of this measure, without its unit. */
export function written(dashboard: Dashboard, id: MeasureId, value: number | null): string {
  const isShare = measureOf(id).format === 'share';
  if (dashboard.view.current.meeting) return writtenProtected(dashboard, isShare, value);
  if (dashboard.session.isPartial) return writtenLeast(dashboard, value);
  return isShare ? dashboard.format.percent(value) : dashboard.format.count(value);
}

/** As a meeting sees it: a small count in words, a share in whole percents; dash while it is not there yet. */
export function writtenProtected(
  { texts, format, figures }: Pick<Dashboard, 'texts' | 'format' | 'figures'>,
  isShare: boolean,
  value: number | null,
): string {
  if (value === null) return figures === noFigures ? format.count(null) : texts.meeting.withheld;
  if (isShare) return format.count(Math.round(value * 100));
  return value === smallCount ? texts.meeting.few : format.count(value);
}

/** As an account sees it from which small counts are held back. */
function writtenLeast({ texts, format, figures }: Dashboard, value: number | null): string {
  if (value !== null) return texts.cluster.least(format.count(value));
  return figures === noFigures ? format.count(null) : texts.meeting.withheld;
}

/** What stands for a figure where machines read it: a small count of a meeting never as a number. */
function told(dashboard: Dashboard, id: MeasureId, value: number | null): Datum['value'] {
  const isFew = dashboard.view.current.meeting && value === smallCount && measureOf(id).format === 'count';
  return isFew ? 'lt10' : value;
}

/** A measure's figure; of the whole view where no other figures are given. */
export function datum(
  dashboard: Dashboard,
  id: MeasureId,
  figures: Figures = dashboard.figures,
  place: Place = {},
): Datum {
  const value = valueOf(dashboard, id, figures);
  return { value: told(dashboard, id, value), text: written(dashboard, id, value), measure: id, ...place };
}

/** Helped and still waiting, side by side. */
export function split(
  dashboard: Dashboard,
  figures: Figures = noFigures,
  unit: 'household' | 'need' = 'household',
): StackPart[] {
  return (
    [
      [`${unit}.helped`, 'helped', 'var(--helped)'],
      [`${unit}.pending`, 'pending', 'var(--waiting)'],
    ] as const
  ).map(([id, label, color]) => ({
    id,
    label: dashboard.texts.matrix[label],
    color,
    on: '#ffffff',
    datum: datum(dashboard, id, figures),
  }));
}
