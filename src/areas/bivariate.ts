/** Owns parting areas by two figures at once, need and help: at thirds or at the average, and the colours of both. */
import { quantileSorted } from 'd3-array';

/** Where low and high part: one cut, or two with a middle between them. */
export type Cuts = readonly [number] | readonly [number, number];

/** Thirds of the values: what lies between the two cuts, or on one of them, is the middle. */
export function thirds(values: readonly number[]): Cuts {
  const sorted = [...values].sort((a, b) => a - b);
  return [quantileSorted(sorted, 1 / 3) ?? 0, quantileSorted(sorted, 2 / 3) ?? 0];
}

/** 0 low, up to the number of cuts. Equal values always stand in one step; where all are equal, all are in the middle. */
export function stepOf(value: number, cuts: Cuts): number {
  const [low, high] = cuts;
  if (value < low) return 0;
  if (high === undefined) return 1;
  return value > high ? 2 : 1;
}

/** Place in the list of kinds: need grows along a row, help from row to row. */
export function kindOf(need: number, help: number, size: number): number {
  return help * size + need;
}

/** Much need with little help is the last of the first row. */
export function gapKind(size: number): number {
  return size - 1;
}

/**
 * Need is warm, help is cool, both are dark, neither is light. Mixed evenly between four corners in a perceptual space;
 * any two stay apart for colour-blind eyes too (held by a test).
 */
const nine = [
  '#efeade',
  '#df9c7f',
  '#c4480f',
  '#9fbfd5',
  '#8c7981',
  '#6f3534',
  '#4b93c9',
  '#3b537b',
  '#231a36',
] as const;

/** Colours of the kinds of a square of 2 or 3 steps, in their order. */
export function kindColors(size: 2 | 3): readonly string[] {
  return size === 3 ? nine : [nine[0], nine[2], nine[6], nine[8]];
}

/** Of an area that is in no kind. */
export const fewColor = '#cfcabf';
