/** Owns answering every question of a view from the cube, with the rows that the SQL of questions.ts gives. */
import { country, levelDivisor, places, type AreaCode } from '../model/area.ts';
import { dimensions } from '../model/dimension.ts';
import { classes } from '../model/household.ts';
import { statuses } from '../model/status.ts';
import { noFilters, type Filters, type Subject } from '../model/subject.ts';
import { byArea } from './cube-areas.ts';
import { needBase } from './cube-axes.ts';
import { needAt, needMasks, newCounters, statusMask, width, type Counters } from './cube-counters.ts';
import { coarsen, withAllNeeds } from './cube-coarse.ts';
import { factsPassing, half, halfDimensions, needsPassing, type NeedsPassing } from './cube-passing.ts';
import { slotTally, type Slot } from './cube-tally.ts';
import { asCountry, partOf } from './cube-merge.ts';
import type { AllCounted, Counted } from './cube-reading.ts';
import type { Cube } from './cube.ts';
import { scopeOf } from './questions.ts';
import type { Sliced } from './slices.ts';

/** What answers all questions of a view (see cube-reading), from one cube a snapshot: the subject's own numbers are not looked at. */
export function answerAll(cubes: readonly Cube[], { area, level, filters }: Subject): AllCounted {
  const whole = wholeOf(cubes, area);
  const cube = withAllNeeds(partOf(whole, area), filters);
  const needs = needsPassing(cube, filters);
  // Classes leave out the filter on class; for the other questions it is applied to what was counted.
  const open = factsPassing(cube, { ...filters, classes: [] });
  const isIn = classes.map(({ id }) => filters.classes.length === 0 || filters.classes.includes(id));
  const slots = slotTally(cube, open, needs, isIn);
  const ofChosen = (key: (slot: Slot) => number, size: number): Counters =>
    slots.sum((slot) => (isIn[slot.class] ? key(slot) : null), size);
  const isAny = cube.areas.length > 0;
  return {
    figures: { keys: new Uint32Array(isAny ? 1 : 0), counters: ofChosen(() => 0, isAny ? 1 : 0) },
    areas: byArea(partOf(whole, scopeOf(area)), filters, levelDivisor[level]),
    classes: occurring(slots.sum((slot) => slot.class, classes.length)),
    places: occurring(ofChosen((slot) => slot.place, places.length)),
    matrix: matrix(cube, needs, filters, slots.needs),
  };
}

/** Makes ready for the questions that follow on a subject's: most look at the same dimensions, or at one, or at all. */
export function* prepare(cubes: readonly Cube[], { area, filters }: Subject): Sliced<void> {
  const scope = partOf(wholeOf(cubes, area), scopeOf(area));
  yield* coarsen(scope, filters);
  const others = [[], ...dimensions.map(({ id }) => [id])];
  for (const chosen of others) yield* coarsen(scope, { ...filters, dimensions: chosen, together: [] });
}

/** The cube that the area is seen in. */
function wholeOf(cubes: readonly Cube[], area: AreaCode): Cube {
  const [own] = cubes;
  return own && cubes.length === 1 && area !== country ? own : asCountry(cubes);
}

/** Groups that a household passes into: every household has a status. */
const occurring = (counters: Counters): Counted =>
  only((row) => statuses.some((_, code) => counters[row * width + code]), counters);

function only(isIn: (row: number) => boolean, counters: Counters): Counted {
  const keys = Uint32Array.from({ length: counters.length / width }, (_, row) => row).filter(isIn);
  const own = newCounters(keys.length);
  keys.forEach((row, i) => own.set(counters.subarray(row * width, (row + 1) * width), i * width));
  return { keys, counters: own };
}

/**
 * Needs by dimension and own status, of the households by needs, which may be more than those that pass. Where a dimension is chosen the others stay in sight: needs of all households
 * that the other filters let pass, and the chosen statuses are the needs' own.
 */
function matrix(cube: Cube, passing: NeedsPassing, filters: Filters, households: Int32Array): Counted {
  const { needs } = cube;
  const { dimensions: chosen, statuses: wanted, together } = filters;
  const isOpened = chosen.length > 0;
  const isAll = isOpened && together.length === 0;
  const { byNeeds } = isOpened && !isAll ? needsPassing(cube, { ...noFilters, together }) : passing;
  const own = statusMask(isOpened && wanted.length > 0 ? wanted : undefined);
  const halves = [new Float64Array(half), new Float64Array(half)] as const;
  for (let row = 0; row < needs.length; row++) {
    if (!isAll && byNeeds[row] === 0) continue;
    const key = needs[row] as number;
    const upper = Math.floor(key / half);
    halves[0][key - upper * half]! += households[row] as number;
    halves[1][upper]! += households[row] as number;
  }
  const counters = newCounters(dimensions.length);
  const met = dimensions.map(() => 0);
  halves.forEach((counts, part) =>
    counts.forEach((count, key) => {
      if (count === 0) return;
      for (let place = 0; place < halfDimensions; place++) {
        const bit = (1 << (Math.floor(key / needBase ** place) % needBase)) >> 1;
        if ((bit & own) === 0) continue;
        const dimension = part * halfDimensions + place;
        met[dimension]! += count;
        needMasks.forEach((mask, i) => (counters[dimension * width + needAt + i]! += mask & bit ? count : 0));
      }
    }),
  );
  return only((dimension) => met[dimension] !== 0, counters);
}
