/** Owns what a subject's filters mean for a cube: which facts pass, and which needs, and how these are counted. */
import { dimensions } from '../model/dimension.ts';
import { foldTable, pendingStatuses, statuses } from '../model/status.ts';
import type { Filters } from '../model/subject.ts';
import { axes, needBase, needPlaces, type AxisId } from './cube-axes.ts';
import { needMasks, statusKindBits, statusKinds, statusMask } from './cube-counters.ts';
import type { Cube } from './cube.ts';
import { bitsOf, chosenOf, filters, type Comparison, type Filter } from './filters.ts';

/** By facts: 0 where a filter on households leaves them out. */
export function factsPassing({ facts, codes }: Cube, chosen: Filters): Uint8Array {
  const result = new Uint8Array(facts.length).fill(1);
  for (const filter of filters as readonly Filter[]) {
    const options = chosenOf(chosen, filter.id as (typeof filters)[number]['id']);
    const axis = axisOf(filter.compares);
    if (filter.narrows !== 'household' || options.length === 0 || axis === null) continue;
    const passing = codesPassing(axis, filter.compares, options);
    const own = codes[axis];
    for (let row = 0; row < result.length; row++) result[row]! &= passing[own[row] as number] as number;
  }
  return result;
}

/** The axis that a filter on households looks at; null where it looks at their needs. */
export function axisOf(compares: Comparison): AxisId | null {
  if ('waitsIn' in compares) return null;
  return ('column' in compares ? compares.column : 'flag' in compares ? compares.flag : 'members') as AxisId;
}

/** The codes of an axis that a filter's options let pass. */
function codesPassing(axis: AxisId, compares: Comparison, options: readonly string[]): Uint8Array {
  const size = axes.find(({ id }) => id === axis)?.size ?? 0;
  const passes = (code: number): boolean => {
    if ('column' in compares) return ((bitsOf(compares.codes, options) >> code) & 1) === 1;
    if ('flag' in compares) return code === (options.includes('1') ? 2 : 1);
    return 'counts' in compares && (bitsOf(compares.counts, options) & code) > 0;
  };
  return Uint8Array.from({ length: size }, (_, code) => Number(passes(code)));
}

/** How a household is counted that has a need in the chosen dimensions, and its folded status among the chosen. */
export interface Outcome {
  readonly status: number;
  /** How many of the chosen needs each of `needMasks` counts. */
  readonly needs: readonly number[];
}

/** How needs count, as one number: the status, above it its kind, above that the index into `outcomes` + 1. */
const kindAt = Math.ceil(Math.log2(statuses.length));
const outcomeAt = kindAt + statusKindBits;
export const way = { status: (1 << kindAt) - 1, kindAt, kind: (1 << statusKindBits) - 1, outcomeAt } as const;
const mostOutcomes = 2 ** (16 - outcomeAt) - 1;

export interface NeedsPassing {
  /** How each of the needs counts; 0 where they don't pass. */
  readonly byNeeds: Uint16Array;
  readonly outcomes: readonly Outcome[];
}

/** Three dimensions at a time, so that the needs are read from two small tables. */
export const halfDimensions = dimensions.length / 2;
export const half = needBase ** halfDimensions;
/** Up to six needs are counted: three bits. */
const countBits = 3;

export function needsPassing({ needs }: Cube, chosen: Filters): NeedsPassing {
  const isChosen = dimensions.map(({ id }) => chosen.dimensions.length === 0 || chosen.dimensions.includes(id));
  const wanted = statusMask(chosen.statuses.length === 0 ? undefined : chosen.statuses);
  const low = halfTable(isChosen.slice(0, halfDimensions));
  const high = halfTable(isChosen.slice(halfDimensions));
  const waits = chosen.together.length > 0 ? waiting(bitsOf(dimensions, chosen.together)) : null;
  const outcomes: Outcome[] = [];
  const found = new Uint16Array(statuses.length << (countBits * needMasks.length));
  const byNeeds = new Uint16Array(needs.length);
  for (let row = 0; row < byNeeds.length; row++) {
    const key = needs[row] as number;
    const upper = (key / half) | 0;
    const lower = key - upper * half;
    const mask = (low.masks[lower] as number) | (high.masks[upper] as number);
    const status = foldTable[mask] as number;
    if (mask === 0 || ((wanted >> status) & 1) === 0 || waits?.(lower, upper) === false) continue;
    const counts = (low.counts[lower] as number) + (high.counts[upper] as number);
    const unlike = counts * statuses.length + status;
    const outcome = found[unlike] || (found[unlike] = outcomes.push({ status, needs: unpacked(counts) }));
    byNeeds[row] = (outcome << outcomeAt) | ((statusKinds[status] as number) << kindAt) | status;
  }
  if (outcomes.length > mostOutcomes) throw new RangeError('too many kinds of needs');
  return { byNeeds, outcomes };
}

/** Whether of all its needs a household waits, and in just these dimensions. */
function waiting(dimensionMask: number): (lower: number, upper: number) => boolean {
  const all = halfTable(new Array<boolean>(halfDimensions).fill(true)).masks;
  const pending = statusMask(pendingStatuses);
  const waits = all.map((_, key) =>
    needPlaces.slice(0, halfDimensions).reduce((bits, unit, place) => {
      const status = (1 << (Math.floor(key / unit) % needBase)) >> 1;
      return status & pending ? bits | (1 << place) : bits;
    }, 0),
  );
  const low = dimensionMask & ((1 << halfDimensions) - 1);
  const high = dimensionMask >> halfDimensions;
  return (lower, upper) => {
    if (waits[lower] !== low || waits[upper] !== high) return false;
    const status = foldTable[(all[lower] as number) | (all[upper] as number)] as number;
    return ((pending >> status) & 1) === 1;
  };
}

/** By the digits of some dimensions: the mask of their chosen needs' statuses, and what `needMasks` count of them. */
function halfTable(isChosen: readonly boolean[]): { masks: Uint8Array; counts: Uint32Array } {
  const size = needBase ** isChosen.length;
  const masks = new Uint8Array(size);
  const counts = new Uint32Array(size);
  isChosen.forEach((isOn, place) => {
    const unit = needBase ** place;
    for (let key = unit; isOn && key < size; key++) {
      const bit = (1 << (Math.floor(key / unit) % needBase)) >> 1;
      masks[key]! |= bit;
      counts[key]! += countsOf[bit] as number;
    }
  });
  return { masks, counts };
}

/** By a status's bit: what `needMasks` count of a need of that status, each in its own bits. */
const countsOf = Uint32Array.from({ length: 1 << statuses.length }, (_, bit) =>
  needMasks.reduce((counts, mask, i) => counts | (mask & bit ? 1 << (countBits * i) : 0), 0),
);
const unpacked = (counts: number): readonly number[] =>
  needMasks.map((_, i) => (counts >> (countBits * i)) & ((1 << countBits) - 1));
