/** Owns the cells as the scan over areas reads them: by facts and needs, so that what a filter leaves out is not even looked at. */
import { dimensions } from '../model/dimension.ts';
import { needMasks, testCount } from './cube-counters.ts';
import { sliceCells, type Sliced } from './slices.ts';

/** A word is a number in which several counters lie side by side: two halves of whole bits, each a 32-bit number's. */
const halfBits = 26;
export interface Packing {
  /** Counters in each half of a word. */
  readonly aHalf: number;
  readonly bits: number;
}
const packing = (counters: number): Packing => {
  const aHalf = Math.ceil(counters / 2);
  return { aHalf, bits: Math.floor(halfBits / aHalf) };
};
export const needPacking = packing(needMasks.length);
export const testsAWord = Math.ceil(testCount / 2);
export const testPacking = packing(testsAWord);

export const packed = (counts: readonly number[], { aHalf, bits }: Packing): number =>
  counts.reduce((word, each, i) => word + each * 2 ** (i < aHalf ? bits * i : halfBits + bits * (i - aHalf)), 0);

/** Adds what lies in a word to the counters from `from` up to `end`. */
export function unpack(word: number, { aHalf, bits }: Packing, counters: Uint32Array, from: number, end: number): void {
  const upper = Math.floor(word / 2 ** halfBits) | 0;
  const lower = (word - upper * 2 ** halfBits) | 0;
  const mask = (1 << bits) - 1;
  const middle = from + aHalf;
  for (let at = from, half = lower; at < middle; at++, half >>= bits) counters[at]! += half & mask;
  for (let at = middle, half = upper; at < end; at++, half >>= bits) counters[at]! += half & mask;
}

/** No counter of a row may outgrow its bits: a household raises a test by one, needs by one a dimension. */
const rowHouseholds = Math.min(2 ** testPacking.bits - 1, Math.floor((2 ** needPacking.bits - 1) / dimensions.length));

/** `sums` are persons above so many bits of households. */
export const sumBits = 6;
const mostHouseholds = 2 ** sumBits - 1;
const mostPersons = 2 ** (16 - sumBits) - 1;
export const householdsIn = (sums: number): number => sums & mostHouseholds;
export const personsIn = (sums: number): number => sums >> sumBits;

export interface Scan {
  /** Index of each row's area, ascending: an area too large for one row has several. */
  readonly areas: Uint32Array;
  /** The cells of the i-th pair of facts and needs are `starts[i]` to `starts[i + 1]`. */
  readonly starts: Uint32Array;
  /** For each cell two numbers: its row, and both sums; a cell too large for that is several. */
  readonly cells: Uint16Array;
}

/** Columns of equal length, a row for each area of each pair. */
export interface Cells {
  readonly areas: Uint16Array;
  readonly households: Uint32Array;
  readonly persons: Uint32Array;
}

/** `starts` says where the cells of each pair begin. A `RangeError` where there are more rows than the scan can tell. */
export function* scanOf({ areas, households, persons }: Cells, starts: Uint32Array, areaCount: number): Sliced<Scan> {
  const inArea = new Float64Array(areaCount);
  let size = 0;
  for (let cell = 0; cell < areas.length; cell++) {
    inArea[areas[cell] as number]! += households[cell] as number;
    size += partsOf(households[cell] as number, persons[cell] as number);
    if (cell % sliceCells === 0) yield;
  }
  const rowAreas: number[] = [];
  const row = new Uint32Array(areaCount);
  inArea.forEach((count, area) => {
    row[area] = rowAreas.length;
    // A row is left when what it has room for is less than a part.
    for (let rest = count; rest > 0; rest -= rowHouseholds - mostHouseholds) rowAreas.push(area);
  });
  if (rowAreas.length > 2 ** 16) throw new RangeError('too many areas for the scan');
  const room = new Uint32Array(areaCount).fill(rowHouseholds);
  const cells = new Uint16Array(2 * size);
  const partStarts = new Uint32Array(starts.length);
  let at = 0;
  let pauseAt = sliceCells;
  for (let pair = 0; pair < starts.length - 1; pair++) {
    const end = starts[pair + 1] as number;
    for (let cell = starts[pair] as number; cell < end; cell++) {
      const area = areas[cell] as number;
      let count = households[cell] as number;
      let sum = persons[cell] as number;
      do {
        const own = Math.min(count, mostHouseholds);
        const people = Math.min(sum, mostPersons);
        if (own > (room[area] as number)) {
          row[area]!++;
          room[area] = rowHouseholds;
        }
        room[area]! -= own;
        cells[2 * at] = row[area] as number;
        cells[2 * at + 1] = (people << sumBits) | own;
        at++;
        count -= own;
        sum -= people;
      } while (count > 0 || sum > 0);
    }
    partStarts[pair + 1] = at;
    if (at > pauseAt) {
      pauseAt = at + sliceCells;
      yield;
    }
  }
  return { areas: Uint32Array.from(rowAreas), starts: partStarts, cells };
}

const partsOf = (households: number, persons: number): number =>
  Math.max(1, Math.ceil(households / mostHouseholds), Math.ceil(persons / mostPersons));
