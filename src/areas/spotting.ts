/** Owns the search for areas that stand out with their neighbours: what is compared, what is left out, and what may be told. */
import { adjusted } from './discovery.ts';
import { giStar } from './hotspot.ts';
import { lagOf, localMoran, moranWork, type Moran } from './moran.ts';
import { among, countOf, type Neighbours } from './neighbours.ts';
import { chanceOf, emptyTails, permute } from './permuting.ts';
import type { Quadrant, Spot, Untold } from './spots.ts';

export interface SpotQuestion {
  /** Of each area: what is compared is `part / whole`, both counted in the same households. NaN: not known. */
  readonly part: Float64Array;
  readonly whole: Float64Array;
  readonly neighbours: Neighbours;
  /** An area of fewer is told nothing of and is nobody's yardstick: by chance alone its share swings too far. */
  readonly fewest: number;
  /** 999 find what is sure to 95 %; few areas can afford more, and the finer certainty is only to be had so. */
  readonly permutations: number;
  readonly seed: number;
}

/** Of fewer areas nothing is told: there is no "elsewhere" to differ from. */
export const fewestAreas = 30;

/** As many as fit into the time of 999 for the whole country. */
export function permutationsFor(areas: number): number {
  return areas > 1000 ? 999 : 9999;
}

export interface Spotting {
  /** Each as many as the areas asked about, in their order. */
  readonly spots: readonly Spot[];
  readonly quadrants: readonly Quadrant[];
  /** Gi* in standard deviations, local Moran's I, and the chance of either after the control of false discoveries; NaN where not told. */
  readonly deviation: Float64Array;
  readonly localI: Float64Array;
  readonly chance: Float64Array;
  readonly global: Moran;
  readonly compared: number;
  /** Areas whose part and whole can't be: no whole, less than nothing, or a part greater than its whole. */
  readonly unusable: number;
  /** Too few areas to tell anything of any. */
  readonly scarce: boolean;
}

const surely = [
  { most: 0.01, hot: 'hot_99', cold: 'cold_99' },
  { most: 0.05, hot: 'hot_95', cold: 'cold_95' },
  { most: 0.1, hot: 'hot_90', cold: 'cold_90' },
] as const;
const tellingQuadrants = 0.05;
/** Neighbours drawn in one slice of the work, about 30 milliseconds of it. */
const drawsInSlice = 2_500_000;

/** Yields the part that is done, 0 to 1, after each slice of the work; how it is sliced changes no bit of the result. */
export function* spotting(
  { part, whole, neighbours, fewest, permutations, seed }: SpotQuestion,
  slice = drawsInSlice,
): Generator<number, Spotting> {
  const left = Array.from(part, (own, area) => leftOut(own, whole[area]!, fewest));
  const chosen = [...left.keys()].filter((area) => left[area] === null);
  const values = Float64Array.from(chosen, (area) => part[area]! / whole[area]!);
  const links = among(neighbours, chosen);
  const scarce = chosen.length < fewestAreas;

  const tails = emptyTails(chosen.length);
  for (let from = 0, to = 0; from < chosen.length && !scarce; from = to) {
    const reach = links.starts[from]! + slice / permutations;
    do to += 1;
    while (to < chosen.length && links.starts[to + 1]! + to - from < reach);
    permute({ values, neighbours: links, permutations, seed }, tails, from, to);
    // As many draws again are to come, for all areas at once.
    yield to / chosen.length / 2;
  }
  const chances = adjusted(
    Float64Array.from(chosen, (_, index) =>
      scarce || countOf(links, index) === 0 ? NaN : chanceOf(tails.atLeast[index]!, tails.atMost[index]!, permutations),
    ),
  );
  const overall = moranWork(values, links, scarce ? 0 : permutations, seed, slice);
  let global = overall.next();
  for (; !global.done; global = overall.next()) yield 0.5 + global.value / 2;
  const [gi, localI, around] = [giStar(values, links), localMoran(values, links), lagOf(values, links)];

  const spots: Spot[] = left.map((why) => untold(why));
  const quadrants: Quadrant[] = left.map((why) => untold(why));
  const blank = (): Float64Array => new Float64Array(part.length).fill(NaN);
  const told = { deviation: blank(), localI: blank(), chance: blank() };
  chosen.forEach((area, index) => {
    const chance = chances[index]!;
    if (Number.isNaN(chance)) {
      spots[area] = quadrants[area] = scarce ? 'too_few' : 'alone';
      return;
    }
    const isRare = tails.atLeast[index]! < tails.atMost[index]! ? 'hot' : 'cold';
    spots[area] = spotOf(chance, isRare, gi[index]!);
    quadrants[area] = quadrantOf(chance, localI[index]!, around[index]!);
    told.deviation[area] = gi[index]!;
    told.localI[area] = localI[index]!;
    told.chance[area] = chance;
  });
  return {
    spots,
    quadrants,
    ...told,
    global: global.value,
    compared: chosen.length,
    unusable: left.filter((why) => why === 'unusable').length,
    scarce,
  };
}

/** Does all of it at once. */
export function spotted(question: SpotQuestion): Spotting {
  const work = spotting(question);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

type LeftOut = 'no_data' | 'unusable' | 'too_few';

function leftOut(part: number, whole: number, fewest: number): LeftOut | null {
  if (Number.isNaN(part) || Number.isNaN(whole)) return 'no_data';
  if (part < 0 || whole < part || !Number.isFinite(whole)) return 'unusable';
  // Where nobody is in need there is no share of them, which is no fault of the data.
  return whole === 0 || whole < fewest ? 'too_few' : null;
}

function untold(why: LeftOut | null): Untold {
  return why === null ? 'not_significant' : why === 'unusable' ? 'no_data' : why;
}

/** The neighbours are rare on one side, and the area with them lies to that side of the mean. */
function spotOf(chance: number, side: 'hot' | 'cold', deviation: number): Spot {
  const sure = surely.find(({ most }) => chance <= most);
  return sure && (side === 'hot' ? deviation > 0 : deviation < 0) ? sure[side] : 'not_significant';
}

function quadrantOf(chance: number, localI: number, around: number): Quadrant {
  if (chance > tellingQuadrants || localI === 0) return 'not_significant';
  if (localI > 0) return around > 0 ? 'high_high' : 'low_low';
  return around > 0 ? 'low_high' : 'high_low';
}
