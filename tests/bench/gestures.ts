/** Owns what a reader does to the filters in the comparisons: toggles set and lifted, and a window slid over the visits. */
import { noFilters, type Filters } from '../../src/model/subject.ts';
import { filters, withChosen, type Filter, type FilterId } from '../../src/queries/filters.ts';

export const gestureAxes = ['class', 'survey', 'locality', 'urgent'] as const;
export type GestureAxis = (typeof gestureAxes)[number];

/** The same filter for the cube, and as codes of one axis for the others; null lifts it. */
export interface Gesture {
  readonly kind: 'toggle' | 'slide';
  readonly axis: GestureAxis;
  readonly codes: { readonly from: number; readonly to: number } | null;
  readonly filters: Filters;
}

const filterOf = {
  class: 'classes',
  survey: 'surveys',
  locality: 'localities',
  urgent: 'urgent',
} as const satisfies Record<GestureAxis, FilterId>;
const optionsOf = (axis: GestureAxis): readonly string[] =>
  (filters as readonly Filter[]).find(({ id }) => id === filterOf[axis])?.options.map(({ id }) => id) ?? [];

function gesture(kind: Gesture['kind'], axis: GestureAxis, from: number, to: number): Gesture {
  const options = optionsOf(axis);
  // A flag's codes are 1 no and 2 yes, its options yes and no.
  const codeOf = (option: number): number => (axis === 'urgent' ? 2 - option : option);
  return {
    kind,
    axis,
    codes: { from: codeOf(from), to: codeOf(to) },
    filters: withChosen(noFilters, filterOf[axis], options.slice(from, to + 1)),
  };
}

const lifted = (kind: Gesture['kind'], axis: GestureAxis): Gesture => ({ kind, axis, codes: null, filters: noFilters });

/** Each option of each axis set, then lifted. */
export const toggles: readonly Gesture[] = gestureAxes.flatMap((axis) =>
  optionsOf(axis).flatMap((_, option): readonly Gesture[] => [
    gesture('toggle', axis, option, option),
    lifted('toggle', axis),
  ]),
);

/** A window that grows, travels and shrinks over the codes of the visits, and is lifted. */
export const slides: readonly Gesture[] = [
  ...[
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 2],
    [1, 3],
    [2, 3],
    [2, 4],
    [3, 4],
    [4, 4],
    [3, 3],
  ].map(([from = 0, to = from]) => gesture('slide', 'survey', from, to)),
  lifted('slide', 'survey'),
];
