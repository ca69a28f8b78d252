/** Owns counting cells: a scan raises few numbers a cell, and settles them into a group's counters when it is through. */
import { places } from '../model/area.ts';
import { classes } from '../model/household.ts';
import { needAt, newCounters, personsAt, width, type Counters } from './cube-counters.ts';
import { way, type NeedsPassing } from './cube-passing.ts';
import type { Cube, Pairs } from './cube.ts';

/** What the cells of one group come to: households by outcome of their needs, then by kind of their facts and status. */
interface Tally {
  readonly counts: Int32Array;
  persons: number;
}
/** Where the kinds begin. */
const kindsAt = ({ outcomes }: NeedsPassing): number => outcomes.length + 1;
const newTally = ({ kinds }: Cube, passing: NeedsPassing): Tally => ({
  counts: new Int32Array(kindsAt(passing) + kinds.raised.length),
  persons: 0,
});

/** Which counters a household raises, and by how much, at each place of a tally: flat, because settling is much of the work. */
interface Raising {
  readonly from: Uint32Array;
  readonly counters: Uint8Array;
  readonly by: Uint8Array;
}
function raising({ kinds }: Cube, { outcomes }: NeedsPassing): Raising {
  const raised: (readonly (readonly [counter: number, by: number])[])[] = [
    [],
    ...outcomes.map(({ status, needs }) => [[status, 1] as const, ...needs.map((by, i) => [needAt + i, by] as const)]),
    ...kinds.raised.map((counters) => counters.map((counter) => [counter, 1] as const)),
  ];
  const all = raised.map((row) => row.filter(([, by]) => by > 0));
  const from = new Uint32Array(all.length + 1);
  all.forEach((row, i) => (from[i + 1] = (from[i] as number) + row.length));
  return {
    from,
    counters: Uint8Array.from(all.flat(), ([counter]) => counter),
    by: Uint8Array.from(all.flat(), ([, by]) => by),
  };
}

/** Adds a tally to a row of counters, and empties it. */
function settle({ from, counters, by }: Raising, tally: Tally, into: Counters, row: number): void {
  const { counts } = tally;
  const at = row * width;
  for (let place = 1; place < counts.length; place++) {
    const count = counts[place] as number;
    if (count === 0) continue;
    counts[place] = 0;
    const end = from[place + 1] as number;
    for (let i = from[place] as number; i < end; i++) into[at + (counters[i] as number)]! += count * (by[i] as number);
  }
  into[at + personsAt]! += tally.persons;
  tally.persons = 0;
}

/** Class and place of a household. */
export interface Slot {
  readonly class: number;
  readonly place: number;
}
const slots: readonly Slot[] = classes.flatMap((_, code) => places.map((_, place) => ({ class: code, place })));

export interface SlotTally {
  /** Adds the slots' counters up by a key; those without one are left out. */
  sum(key: (slot: Slot) => number | null, size: number): Counters;
  /** Households by needs: those of a chosen class, whatever their needs. */
  readonly needs: Int32Array;
}

/** Counts by class and place at once. `isIn` says which facts pass all filters but that on class, `isChosen` which classes. */
export function slotTally(
  cube: Cube,
  isIn: Uint8Array,
  passing: NeedsPassing,
  isChosen: readonly boolean[],
): SlotTally {
  const { codes, kinds, pairs, factStarts } = cube;
  const tallies = slots.map(() => newTally(cube, passing));
  const needs = new Int32Array(cube.needs.length);
  const unseen = new Int32Array(cube.needs.length);
  for (let fact = 0; fact < cube.facts.length; fact++) {
    if (!isIn[fact]) continue;
    const own = codes.class[fact] as number;
    run(
      pairs,
      factStarts[fact] as number,
      factStarts[fact + 1] as number,
      kindsAt(passing) + (kinds.byFacts[fact] as number),
      passing.byNeeds,
      tallies[own * places.length + (codes.place[fact] as number)] as Tally,
      isChosen[own] ? needs : unseen,
    );
  }
  const counters = newCounters(slots.length);
  const raised = raising(cube, passing);
  tallies.forEach((tally, slot) => settle(raised, tally, counters, slot));
  return {
    needs,
    sum(key, size) {
      const result = newCounters(size);
      slots.forEach((slot, row) => {
        const group = key(slot);
        if (group === null || group >= size) return;
        for (let counter = 0; counter < width; counter++)
          result[group * width + counter]! += counters[row * width + counter] as number;
      });
      return result;
    },
  };
}

/** Pairs of the same facts. */
function run(
  { needs, households, persons }: Pairs,
  start: number,
  end: number,
  kind: number,
  ways: Uint16Array,
  tally: Tally,
  byNeeds: Int32Array,
): void {
  const { counts } = tally;
  const { kindAt, kind: kinds, outcomeAt } = way;
  let everybody = 0;
  for (let pair = start; pair < end; pair++) {
    const need = needs[pair] as number;
    const count = households[pair] as number;
    byNeeds[need]! += count;
    const own = ways[need] as number;
    if (own === 0) continue;
    counts[own >> outcomeAt]! += count;
    counts[kind + ((own >> kindAt) & kinds)]! += count;
    everybody += persons[pair] as number;
  }
  tally.persons += everybody;
}
