/** Owns answering every question of a view from the cube, with the rows that the SQL of questions.ts gives. */
import { country, levelDivisor, places, type AreaCode } from '../model/area.ts';
import { dimensions } from '../model/dimension.ts';
import { classes } from '../model/household.ts';
import type { Rows } from '../model/rows.ts';
import { statuses } from '../model/status.ts';
import type { Filters, Subject } from '../model/subject.ts';
import { areaTally } from './cube-areas.ts';
import { needBase } from './cube-axes.ts';
import { needAt, needMasks, readingOf, statusMask, width, type Reading } from './cube-counters.ts';
import { factsPassing, half, halfDimensions, needsPassing, type NeedsPassing } from './cube-passing.ts';
import { newCounters, slotTally, type Counters, type Slot } from './cube-tally.ts';
import { asCountry, partOf } from './cube-merge.ts';
import type { Cube } from './cube.ts';
import { measures, type Measure } from './measures.ts';
import { scopeOf, type QuestionName } from './questions.ts';

export type Answer = Rows<Record<string, number | null>>;

/** Rows of counters by ascending key. */
interface Counted {
  readonly keys: readonly number[];
  readonly counters: Counters;
}

const readingsOf = (grain: Measure['grain']): readonly { id: string; read: Reading }[] =>
  (measures as readonly Measure[])
    .filter((measure) => measure.grain === grain)
    .map((measure) => ({ id: measure.id, read: readingOf(measure) }));
const ofNeeds = readingsOf('need');
const ofHouseholds = [...readingsOf('household'), ...ofNeeds];

export type Answers = Readonly<Record<QuestionName, Answer>>;

/** The answers to all questions of a view, from one cube a snapshot: the subject's own numbers are not looked at. */
export function answerAll(cubes: readonly Cube[], { area, level, filters }: Subject): Answers {
  const [own] = cubes;
  const whole = own && cubes.length === 1 && area !== country ? own : asCountry(cubes);
  // A snapshot is its province, unplaced households and all.
  const within = (code: AreaCode): Cube => (code.length <= 2 ? whole : partOf(whole, code));
  const cube = within(area);
  const needs = needsPassing(cube, filters);
  // Classes leave out the filter on class; for the other questions it is applied to what was counted.
  const open = factsPassing(cube, { ...filters, classes: [] });
  const isIn = classes.map(({ id }) => filters.classes.length === 0 || filters.classes.includes(id));
  const slots = slotTally(cube, open, needs, isIn);
  const ofChosen = (key: (slot: Slot) => number, size: number): Counters =>
    slots.sum((slot) => (isIn[slot.class] ? key(slot) : null), size);
  const everything = cube.areas.length > 0 ? [0] : [];
  const scope = within(scopeOf(area));
  return {
    figures: table(
      'everything',
      only(
        everything,
        ofChosen(() => 0, 1),
      ),
      ofHouseholds,
    ),
    areas: table(
      'area',
      areaTally(scope, factsPassing(scope, filters), needsPassing(scope, filters), levelDivisor[level]),
      ofHouseholds,
    ),
    classes: table('class', occurring(slots.sum((slot) => slot.class, classes.length)), ofHouseholds),
    places: table('place', occurring(ofChosen((slot) => slot.place, places.length)), ofHouseholds),
    matrix: table('dimension', matrix(cube, needs, filters, slots.needs), ofNeeds),
  };
}

/** Groups that a household passes into: every household has a status. */
function occurring(counters: Counters): Counted {
  const keys = Array.from({ length: counters.rows }, (_, row) => row);
  return only(
    keys.filter((row) => statuses.some((_, code) => counters.values[code * counters.rows + row])),
    counters,
  );
}

function only(keys: readonly number[], { rows, values }: Counters): Counted {
  const counters = newCounters(keys.length);
  for (let counter = 0; counter < width; counter++)
    keys.forEach((row, i) => (counters.values[counter * keys.length + i] = values[counter * rows + row] as number));
  return { keys, counters };
}

/**
 * Needs by dimension and own status. Where a dimension is chosen the others stay in sight: needs of all households
 * that the other filters let pass, and the chosen statuses are the needs' own.
 */
function matrix(
  { needs }: Cube,
  { byNeeds }: NeedsPassing,
  { dimensions: chosen, statuses: wanted }: Filters,
  households: Int32Array,
): Counted {
  const isOpened = chosen.length > 0;
  const own = statusMask(isOpened && wanted.length > 0 ? wanted : undefined);
  const halves = [new Float64Array(half), new Float64Array(half)] as const;
  for (let row = 0; row < needs.length; row++) {
    if (!isOpened && byNeeds[row] === 0) continue;
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
        needMasks.forEach(
          (mask, i) => (counters.values[(needAt + i) * counters.rows + dimension]! += mask & bit ? count : 0),
        );
      }
    }),
  );
  const keys = dimensions.flatMap((_, dimension) => (met[dimension] ? [dimension] : []));
  return only(keys, counters);
}

function table(key: string, { keys, counters }: Counted, readings: readonly { id: string; read: Reading }[]): Answer {
  const columns: Record<string, readonly (number | null)[]> = { [key]: keys };
  for (const { id, read } of readings) columns[id] = read(counters.values, counters.rows);
  return { length: keys.length, columns };
}
