/** Owns which views a meeting can reach: a level and at most one option of one filter, of a measure that is told there. */
import { noFilters, type Filters } from '../model/subject.ts';
import { chosenOf, withChosen, type FilterId } from '../queries/filters.ts';
import { cellOf } from '../queries/meeting-cells.ts';
import { measures, type MeasureId } from '../queries/measures.ts';
import { openingView, type View } from './view.ts';

/** Those that a meeting can filter by, one at a time, and their options where not all can be had. */
export const meetingFilters: readonly { readonly id: FilterId; readonly options: readonly string[] | null }[] = [
  { id: 'dimensions', options: null },
  { id: 'classes', options: null },
  { id: 'statuses', options: null },
  { id: 'urgent', options: ['1'] },
];

/** What of the view stays as it is. */
const kept = [
  ...(['at', 'area', 'level', 'language', 'digits', 'method', 'classes', 'renderer', 'slide'] as const),
  ...(['deadline', 'reportingDay', 'today', 'since'] as const),
] as const satisfies readonly (keyof View)[];

/** The first option of the first filter that is on. */
function oneOf(filters: Filters): Filters {
  for (const { id, options } of meetingFilters) {
    const [chosen] = chosenOf(filters, id).filter((option) => options?.includes(option) ?? true);
    if (chosen !== undefined) return withChosen(noFilters, id, [chosen]);
  }
  return noFilters;
}

/** Whether a measure is told in a meeting under these filters; a share is, where its parts are. */
export function isTold(measure: MeasureId, filters: Filters): boolean {
  if (measure === 'household.helped_share') return filters.statuses.length === 0;
  return cellOf(measure, filters) !== null;
}

/** Those that the map can show in a meeting. */
export const toldOnMap = (filters: Filters): readonly MeasureId[] =>
  measures.filter((row) => 'onMap' in row && isTold(row.id, filters)).map(({ id }) => id);

/** The view that comes nearest to one and can be reached in a meeting; one out of a meeting as it is. */
export function reachable(view: View): View {
  if (!view.meeting) return view;
  const filters = oneOf(view.filters);
  const measure = isTold(view.measure, filters) ? view.measure : openingView.measure;
  // What has not changed stays the same one, so that nobody who reads it is called.
  const same = JSON.stringify(filters) === JSON.stringify(view.filters) ? view.filters : filters;
  const own = Object.fromEntries(kept.map((field) => [field, view[field]])) as Pick<View, (typeof kept)[number]>;
  return { ...openingView, ...own, meeting: true, measure, filters: same };
}
