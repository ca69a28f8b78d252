/** Owns the smaller cubes for the filters in hand: in them cells lie together that every measure of an area counts alike. */
import { noFilters, type Filters } from '../model/subject.ts';
import { withoutAxes, type AxisId } from './cube-axes.ts';
import { axisOf, needsPassing } from './cube-passing.ts';
import { asTheyAre, ordered, recount } from './cube-recount.ts';
import type { Cube } from './cube.ts';
import { chosenOf, filters, type FilterId } from './filters.ts';

/** Nothing is counted by these, and few filters look at them: a filter that does is answered from the cube itself. */
const leftOut: readonly AxisId[] = ['locality', 'place', 'members'];
const needed: readonly FilterId[] = filters
  .filter(({ compares }) => leftOut.includes(axisOf(compares)))
  .map(({ id }) => id);

/** So many are kept of a cube, those last used. */
const mostKept = 3;
const made = new WeakMap<Cube, Map<string, Cube>>();
const keyOf = ({ dimensions }: Filters): string => dimensions.join();
const suits = (chosen: Filters): boolean => needed.every((id) => chosenOf(chosen, id).length === 0);

/** For any dimensions. */
const fewerFacts = new WeakMap<Cube, Cube>();

/** The smallest cube that there is for counting areas under the filters. */
export function coarsest(cube: Cube, chosen: Filters): Cube {
  if (!suits(chosen)) return cube;
  const coarse = made.get(cube)?.get(keyOf(chosen));
  if (coarse) keep(cube, chosen, coarse);
  return coarse ?? fewerFacts.get(cube) ?? cube;
}

/** Makes the smaller cubes for the filters, where they are missing: it takes longer than an answer. */
export function coarsen(cube: Cube, chosen: Filters): void {
  if (!suits(chosen) || made.get(cube)?.has(keyOf(chosen))) return;
  const base = fewerFacts.get(cube) ?? withFewerFacts(cube);
  fewerFacts.set(cube, base);
  keep(cube, chosen, withFewerNeeds(base, chosen));
}

function keep(cube: Cube, chosen: Filters, coarse: Cube): void {
  const kept = made.get(cube) ?? new Map<string, Cube>();
  made.set(cube, kept);
  kept.delete(keyOf(chosen));
  kept.set(keyOf(chosen), coarse);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}

function withFewerFacts(cube: Cube): Cube {
  const { areas, needs } = cube;
  const { keys, ids } = ordered(withoutAxes(cube.facts, leftOut));
  return recount({ areas, facts: keys, needs }, [
    { cube, areas: asTheyAre(areas), facts: ids, needs: asTheyAre(needs) },
  ]);
}

/** Needs that count alike whatever statuses are chosen stand as the first of them; a household without a chosen one is left out. */
function withFewerNeeds(cube: Cube, { dimensions }: Filters): Cube {
  const { areas, facts } = cube;
  const { byNeeds } = needsPassing(cube, { ...noFilters, dimensions });
  const first = new Map<number, number>();
  byNeeds.forEach((way, row) => way > 0 && !first.has(way) && first.set(way, cube.needs[row] as number));
  const needs = Uint32Array.from(first.values());
  const places = new Map([...first.keys()].map((way, place) => [way, place]));
  const ids = Int32Array.from(byNeeds, (way) => places.get(way) ?? -1);
  return recount({ areas, facts, needs }, [{ cube, areas: asTheyAre(areas), facts: asTheyAre(facts), needs: ids }]);
}
