/** Owns the cells as the scan over areas reads them: by facts, so that what a filter leaves out is not even looked at. */
import { dimensions } from '../model/dimension.ts';
import { needMasks, testCount } from './cube-counters.ts';
import type { Cells } from './cube.ts';

/** A word is a number of 53 whole bits in which several counters lie side by side. */
const wordBits = 53;
export const needBits = Math.floor(wordBits / needMasks.length);
export const testsAWord = Math.ceil(testCount / 2);
export const testBits = Math.floor(wordBits / testsAWord);
/** No counter of a row may outgrow its bits: a household raises a test by one, needs by one a dimension. */
const rowHouseholds = Math.min(2 ** testBits - 1, Math.floor((2 ** needBits - 1) / dimensions.length));

/** `sums` are persons above so many bits of households. */
export const sumBits = 6;
const mostHouseholds = 2 ** sumBits - 1;
const mostPersons = 2 ** (16 - sumBits) - 1;

export interface Scan {
  /** Index of each row's area, ascending: an area too large for one row has several. */
  readonly areas: Uint32Array;
  /** The cells of the i-th facts are `starts[i]` to `starts[i + 1]`. */
  readonly starts: Uint32Array;
  /** For each cell three numbers: its row, the index of its needs, and both sums; a cell too large for that is several. */
  readonly cells: Uint16Array;
}

/** `starts` says where the cells of each area begin. A `RangeError` where there are more rows or needs than the scan can tell. */
export function scanOf(cells: Cells, starts: Uint32Array, factCount: number, needCount: number): Scan {
  const { facts, needs, households, persons } = cells;
  const next = new Uint32Array(factCount + 1);
  const parts = new Uint32Array(facts.length);
  for (let cell = 0; cell < facts.length; cell++) {
    const count = households[cell] as number;
    const sum = persons[cell] as number;
    const own =
      count <= mostHouseholds && sum <= mostPersons
        ? 1
        : Math.max(Math.ceil(count / mostHouseholds), Math.ceil(sum / mostPersons));
    parts[cell] = own;
    next[(facts[cell] as number) + 1]! += own;
  }
  for (let fact = 0; fact < factCount; fact++) next[fact + 1]! += next[fact] as number;
  const size = next[factCount] as number;
  const scan = new Uint16Array(3 * size);
  const factStarts = next.slice();
  const areas: number[] = [];
  for (let area = 0; area < starts.length - 1; area++) {
    let room = 0;
    for (let cell = starts[area] as number; cell < (starts[area + 1] as number); cell++) {
      let count = households[cell] as number;
      let sum = persons[cell] as number;
      for (let part = parts[cell] as number; part > 0; part--) {
        const own = Math.min(count, mostHouseholds);
        const people = Math.min(sum, mostPersons);
        if (own > room || room === 0) {
          areas.push(area);
          room = rowHouseholds;
        }
        room -= own;
        const at = 3 * next[facts[cell] as number]!++;
        scan[at] = areas.length - 1;
        scan[at + 1] = needs[cell] as number;
        scan[at + 2] = (people << sumBits) | own;
        count -= own;
        sum -= people;
      }
    }
  }
  if (areas.length > 2 ** 16 || needCount > 2 ** 16) throw new RangeError('too many areas or needs for the scan');
  return { areas: Uint32Array.from(areas), starts: factStarts, cells: scan };
}
