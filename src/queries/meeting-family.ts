/** Owns how the households of a cube raise the cells of a meeting, place by place. */
import { levelDivisor } from '../model/area.ts';
import { dimensions } from '../model/dimension.ts';
import { classes } from '../model/household.ts';
import { foldTable } from '../model/status.ts';
import type { Family } from '../model/family.ts';
import { codesOf, needBase } from './cube-axes.ts';
import { asTheyAre, rowsOf } from './cube-recount.ts';
import type { Cube } from './cube.ts';
import { factCells, needCells, statusCells, told, width } from './meeting-cells.ts';

/** The whole of the snapshot, an amphoe's number, and what is known no more finely than a row says: `p`, `a941000`, `t941001`. */
export type PlaceKey = string;
export interface Placed {
  readonly family: Family;
  /** What holds the same households is one place. */
  readonly places: ReadonlyMap<PlaceKey, number>;
}

/** A pattern's households differ in class, urgency and whether they are beyond the amphoe. */
const flags = 4;
const variants = classes.length * flags;
const factsOf = (variant: number) => ({
  class: Math.floor(variant / flags),
  urgent: (variant & 1) === 1,
  over: (variant & 2) === 2,
});
/** A household is taken for one whose needs are among so many that are most like its own. */
const likest = 16;
/** One of no need is also taken for one of the needs that are most common, and the other way round. */
const commonest = 8;

interface Pattern {
  readonly status: number;
  readonly cells: readonly number[];
}

export function placed(cube: Cube): Placed {
  const { areas, facts, needs } = cube;
  const home = Math.floor((areas.at(-1) ?? 0) / levelDivisor.province) * levelDivisor.province;
  // Those known to lie in the province and no more, and those not even that, are told together.
  const spots = [...new Set([...areas].map((area) => area || home))].sort((a, b) => a - b);
  const { paths, places, count } = nested(spots);
  const patterns: Pattern[] = [];
  const known = new Map<string, number>();
  const patternOf = Array.from(needs, (key) => {
    const pattern = patternFrom(key);
    const text = pattern.cells.join();
    const at = known.get(text) ?? patterns.push(pattern) - 1;
    known.set(text, at);
    return at;
  });
  const [own, urgent, over] = (['class', 'urgent', 'over_capacity'] as const).map((axis) => codesOf(axis, facts));
  const variantOf = Array.from(
    facts,
    (_, at) => (own?.[at] ?? 0) * flags + Number(urgent?.[at] === 2) + 2 * Number(over?.[at] === 2),
  );
  const kinds = patterns.flatMap(({ status, cells }) =>
    Array.from({ length: variants }, (_, variant) =>
      [...cells, ...factCells(status, factsOf(variant))].sort((a, b) => a - b),
    ),
  );
  const spotOf = Array.from(areas, (area) => spots.indexOf(area || home));
  const counts = new Map<number, number>();
  const common = new Float64Array(patterns.length);
  const size = kinds.length + 1;
  const rows = rowsOf([{ cube, areas: asTheyAre(areas), facts: asTheyAre(facts), needs: asTheyAre(needs) }]);
  for (let row = 0; row < rows.areas.length; row++) {
    const pattern = patternOf[rows.needs[row] as number] as number;
    const kind = 1 + pattern * variants + (variantOf[rows.facts[row] as number] as number);
    common[pattern]! += rows.households?.[row] ?? 1;
    const at = (spotOf[rows.areas[row] as number] as number) * size + kind;
    counts.set(at, (counts.get(at) ?? 0) + (rows.households?.[row] ?? 1));
  }
  return {
    family: {
      width,
      places: count,
      paths,
      kinds: [[], ...kinds],
      alike: alikeOf(patterns, common),
      households: [...counts]
        .sort(([a], [b]) => a - b)
        .map(([at, households]) => ({ spot: Math.floor(at / size), kind: at % size, count: households })),
    },
    places,
  };
}

function patternFrom(key: number): Pattern {
  const digits = dimensions.map((_, place) => Math.floor(key / needBase ** place) % needBase);
  const mask = digits.reduce((bits, digit) => bits | ((1 << digit) >> 1), 0);
  const status = foldTable[mask] as number;
  const ofNeeds = digits.flatMap((digit, dimension) => (digit === 0 ? [] : needCells(dimension, digit - 1)));
  return { status, cells: [...statusCells(status), ...ofNeeds] };
}

/** Each spot with the amphoe and the whole that it lies in, where these hold more than it. */
function nested(spots: readonly number[]): { paths: number[][]; places: Map<PlaceKey, number>; count: number } {
  const amphoeOf = (spot: number): number => Math.floor(spot / levelDivisor.amphoe) * levelDivisor.amphoe;
  const amphoe = [...new Set(spots.map(amphoeOf))];
  const places = new Map<PlaceKey, number>();
  let count = 0;
  const paths: number[][] = spots.map((spot) => {
    places.set(`t${spot}`, count);
    return [count++];
  });
  const gather = (key: PlaceKey, within: readonly number[]): void => {
    const tops = new Set(within.map((spot) => paths[spot]?.at(-1)));
    const [only] = tops;
    if (tops.size === 1 && only !== undefined) return void places.set(key, only);
    places.set(key, count);
    for (const spot of within) paths[spot]?.push(count);
    count++;
  };
  const all = spots.map((_, at) => at);
  for (const one of amphoe)
    gather(
      `a${one}`,
      all.filter((at) => amphoeOf(spots[at] as number) === one),
    );
  gather('p', all);
  return { paths, places, count };
}

/** Nobody for any; for each kind nobody, another class, another flag, needs much alike. */
function alikeOf(patterns: readonly Pattern[], common: Float64Array): readonly (readonly number[])[] {
  const isNeed = ({ cells }: Pattern): boolean => cells.includes(told.indexOf('need'));
  const ranked = patterns.map((_, at) => at).sort((a, b) => (common[b] ?? 0) - (common[a] ?? 0) || a - b);
  const [needs, others] = [true, false].map((own) =>
    ranked.filter((at) => isNeed(patterns[at] as Pattern) === own).slice(0, commonest),
  ) as [number[], number[]];
  const kindAt = (pattern: number, variant: number): number => 1 + pattern * variants + variant;
  const near = patterns.map(({ cells }, own) => {
    const set = new Set(cells);
    const like = patterns
      .map((other, at) => ({
        at,
        common: other.cells.filter((cell) => set.has(cell)).length,
        size: other.cells.length,
      }))
      .filter(({ at }) => at !== own)
      .sort((a, b) => a.size - 2 * a.common - (b.size - 2 * b.common) || a.at - b.at)
      .slice(0, likest)
      .map(({ at }) => at);
    const across = others.includes(own) ? needs : needs.includes(own) ? others : [];
    return [...new Set([...like, ...across])];
  });
  const ofKind = patterns.flatMap((_, pattern) =>
    Array.from({ length: variants }, (__, variant) => [
      0,
      ...classes
        .map((___, own) => own * flags + (variant % flags))
        .filter((other) => other !== variant)
        .map((other) => kindAt(pattern, other)),
      ...[1, 2].map((flag) => kindAt(pattern, variant ^ flag)),
      ...(near[pattern] ?? []).map((other) => kindAt(other, variant)),
    ]),
  );
  return [ofKind.map((_, at) => at + 1), ...ofKind];
}
