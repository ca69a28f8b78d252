/** Owns the smaller cubes for the filters in hand: in them cells lie together that are counted alike. */
import { dimensions } from '../model/dimension.ts';
import { noFilters, type Filters } from '../model/subject.ts';
import { withoutAxes, type AxisId } from './cube-axes.ts';
import { axisOf, needsPassing } from './cube-passing.ts';
import { asTheyAre, ordered, recount } from './cube-recount.ts';
import type { Cube } from './cube.ts';
import { chosenOf, filters, withChosen, type Filter, type FilterId } from './filters.ts';
import type { Sliced } from './slices.ts';

/** Nothing is counted by these: they lie together unless a filter looks at them. By place households are counted, but not areas. */
const uncounted: readonly AxisId[] = ['locality', 'members'];
const uncountedByArea: readonly AxisId[] = ['place'];
const lookingAt = (axis: AxisId): readonly FilterId[] =>
  (filters as readonly Filter[]).filter(({ compares }) => axisOf(compares) === axis).map(({ id }) => id);
const looked = uncounted.map((axis) => ({ axis, ids: lookingAt(axis) }));

/** Those of which that is so under the filters. */
const leftOut = (chosen: Filters): readonly AxisId[] =>
  looked.filter(({ ids }) => ids.every((id) => chosenOf(chosen, id).length === 0)).map(({ axis }) => axis);

/** The same filters, but for those on what nothing is counted by. */
export const withoutUncounted = (chosen: Filters): Filters =>
  looked.flatMap(({ ids }) => ids).reduce((set, id) => withChosen(set, id, []), chosen);

interface Made {
  /** By the axes left out: for any needs, and the unfinished work on them, which goes on where it stood. */
  readonly fewerFacts: Map<string, Cube>;
  readonly making: Map<string, Sliced<Cube>>;
  /** By axes left out and filters on needs, those last used at the end. */
  readonly fewerNeeds: Map<string, Cube>;
}
const made = new WeakMap<Cube, Made>();
function madeOf(cube: Cube): Made {
  const known = made.get(cube) ?? { fewerFacts: new Map(), making: new Map(), fewerNeeds: new Map() };
  made.set(cube, known);
  return known;
}
/** So many for needs are kept of a cube: for each dimension alone, and as many others. */
const mostKept = 2 * dimensions.length;
const factsKey = (chosen: Filters): string => leftOut(chosen).join();
const keyOf = (chosen: Filters): string => [factsKey(chosen), chosen.dimensions, chosen.together].join(' ');

/** The smallest cube that there is for counting areas under the filters. */
export function coarsest(cube: Cube, chosen: Filters): Cube {
  const { fewerFacts, fewerNeeds } = madeOf(cube);
  const coarse = fewerNeeds.get(keyOf(chosen));
  if (coarse) keep(fewerNeeds, chosen, coarse);
  return coarse ?? fewerFacts.get(factsKey(chosen)) ?? cube;
}

/** The smallest that there is for counting anything else. */
export const withAllNeeds = (cube: Cube, chosen: Filters): Cube =>
  madeOf(cube).fewerFacts.get(factsKey(chosen)) ?? cube;

/** Makes the smaller cubes for the filters, where they are missing: it takes longer than an answer. */
export function* coarsen(cube: Cube, chosen: Filters): Sliced<void> {
  const { fewerFacts, making, fewerNeeds } = madeOf(cube);
  if (fewerNeeds.has(keyOf(chosen))) return;
  const key = factsKey(chosen);
  if (!fewerFacts.has(key)) {
    const work = making.get(key) ?? withFewerFacts(cube, leftOut(chosen));
    making.set(key, work);
    try {
      fewerFacts.set(key, yield* work);
    } finally {
      making.delete(key);
    }
  }
  keep(fewerNeeds, chosen, yield* withFewerNeeds(fewerFacts.get(key) ?? cube, chosen));
}

function keep(all: Map<string, Cube>, chosen: Filters, coarse: Cube): void {
  all.delete(keyOf(chosen));
  all.set(keyOf(chosen), coarse);
  const [oldest] = all.keys();
  if (all.size > mostKept && oldest !== undefined) all.delete(oldest);
}

function withFewerFacts(cube: Cube, without: readonly AxisId[]): Sliced<Cube> {
  const { areas, needs } = cube;
  const { keys, ids } = ordered(withoutAxes(cube.facts, without));
  return recount({ areas, facts: keys, needs }, [
    { cube, areas: asTheyAre(areas), facts: ids, needs: asTheyAre(needs) },
  ]);
}

/**
 * Needs that count alike whatever statuses are chosen stand as the first of them; a household without a chosen one is left
 * out, as is one that does not wait in just the dimensions asked for: in what is left the first passes for all.
 */
function* withFewerNeeds(cube: Cube, { dimensions, together }: Filters): Sliced<Cube> {
  const { areas } = cube;
  const { keys: facts, ids: factIds } = ordered(withoutAxes(cube.facts, uncountedByArea));
  const { byNeeds } = needsPassing(cube, { ...noFilters, dimensions, together });
  const first = new Map<number, number>();
  byNeeds.forEach((way, row) => way > 0 && !first.has(way) && first.set(way, cube.needs[row] as number));
  const needs = Uint32Array.from(first.values());
  const places = new Map([...first.keys()].map((way, place) => [way, place]));
  const ids = Int32Array.from(byNeeds, (way) => places.get(way) ?? -1);
  yield;
  return yield* recount({ areas, facts, needs }, [{ cube, areas: asTheyAre(areas), facts: factIds, needs: ids }]);
}
