/** Owns counting by area: the one scan over all cells, and what its rows come to at a level. */
import { needAt, newCounters, personsAt, testAt, width } from './cube-counters.ts';
import type { Counted } from './cube-reading.ts';
import { needPacking, packed, sumBits, testPacking, testsAWord, unpack, type Scan } from './cube-scan.ts';
import { factsPassing, needsPassing, way, type NeedsPassing } from './cube-passing.ts';
import { coarsest, withoutUncounted } from './cube-coarse.ts';
import type { Cube } from './cube.ts';
import type { Filters } from '../model/subject.ts';

/**
 * A row for each area of the level under the filters. A filter on what nothing else is counted by, and which lets most pass,
 * would have the largest cube looked through: then those left out are counted there, and taken from all of a smaller one.
 */
export function byArea(cube: Cube, filters: Filters, divisor: number): Counted {
  const own = coarsest(cube, filters);
  const isIn = factsPassing(own, filters);
  const opened = withoutUncounted(filters);
  const wide = coarsest(cube, opened);
  const plainly = (): Counted => areaTally(own, isIn, needsPassing(own, filters), divisor);
  if (wide === own) return plainly();
  const isAny = factsPassing(wide, opened);
  const isOut = factsPassing(own, opened).map((passes, fact) => passes - (isIn[fact] as number));
  if (cellsOf(wide, isAny) + cellsOf(own, isOut) >= cellsOf(own, isIn)) return plainly();
  const all = areaTally(wide, isAny, needsPassing(wide, opened), divisor);
  const out = areaTally(own, isOut, needsPassing(own, filters), divisor);
  return { keys: all.keys, counters: all.counters.map((count, at) => count - (out.counters[at] as number)) };
}

/** Cells of these facts, whatever their needs. */
export function cellsOf({ scan, factStarts }: Cube, isIn: Uint8Array): number {
  let cells = 0;
  for (let fact = 0; fact < isIn.length; fact++)
    if (isIn[fact])
      cells +=
        (scan.starts[factStarts[fact + 1] as number] as number) - (scan.starts[factStarts[fact] as number] as number);
  return cells;
}

/** `keys` are the numbers of the areas, each its smallest. */
function areaTally(cube: Cube, isIn: Uint8Array, passing: NeedsPassing, divisor: number): Counted {
  const { keys, groups } = grouped(cube.areas, divisor);
  const { areas } = cube.scan;
  const { statuses, words } = count(cube, isIn, passing);
  const counters = newCounters(keys.length);
  for (let row = 0; row < areas.length; row++) {
    const into = (groups[areas[row] as number] as number) * width;
    const start = row * rowWords;
    for (let status = 0; status < needAt; status++) counters[into + status]! += statuses[start * 2 + status] as number;
    const word = start + statusWords;
    unpack(words[word] as number, needPacking, counters, into + needAt, into + testAt);
    unpack(words[word + 1] as number, testPacking, counters, into + testAt, into + testAt + testsAWord);
    unpack(words[word + 2] as number, testPacking, counters, into + testAt + testsAWord, into + personsAt);
    counters[into + personsAt]! += words[word + 3] as number;
  }
  return { keys, counters };
}

/** The areas' parents, ascending like them, and each area's place among these. */
function grouped(areas: Uint32Array, divisor: number): { readonly keys: Uint32Array; readonly groups: Uint32Array } {
  const keys: number[] = [];
  let end = 0;
  const groups = areas.map((area) => {
    if (area >= end) {
      end = (Math.floor(area / divisor) + 1) * divisor;
      keys.push(end - divisor);
    }
    return keys.length - 1;
  });
  return { keys: Uint32Array.from(keys), groups };
}

/** A row of the scan: statuses as 32-bit numbers, then words: needs, the first tests, the other tests, persons. */
const statusWords = Math.ceil(needAt / 2);
const rowWords = statusWords + 4;
/**
 * Counts the cells of all that passes, a row of words for each of the scan's. Few arrays are at work in it, because each takes
 * registers of the processor, so statuses and words lie in one buffer.
 */
function count({ scan, pairs, factStarts, kinds }: Cube, isIn: Uint8Array, passing: NeedsPassing): Tally {
  const { byNeeds, outcomes } = passing;
  const needWords = [0, ...outcomes.map((outcome) => packed(outcome.needs, needPacking))];
  const [first, second] = [0, testsAWord].map((from) =>
    kinds.raised.map((raised) =>
      packed(
        Array.from({ length: testsAWord }, (_, i) => Number(raised.includes(testAt + from + i))),
        testPacking,
      ),
    ),
  ) as [number[], number[]];
  const tally = roomFor(scan.areas.length);
  for (let fact = 0; fact < isIn.length; fact++) {
    if (!isIn[fact]) continue;
    const end = factStarts[fact + 1] as number;
    for (let pair = factStarts[fact] as number; pair < end; pair++) {
      const own = byNeeds[pairs.needs[pair] as number] as number;
      if (own === 0) continue;
      const kind = (kinds.byFacts[fact] as number) + ((own >> way.kindAt) & way.kind);
      const needs = needWords[own >> way.outcomeAt] as number;
      countPair(scan, pair, own & way.status, needs, first[kind] as number, second[kind] as number, tally);
    }
  }
  return tally;
}

/** The innermost loop: what a household of these facts and needs raises is the same in all areas. */
function countPair(
  { starts, cells }: Scan,
  pair: number,
  status: number,
  needs: number,
  first: number,
  second: number,
  { statuses, words }: Tally,
): void {
  const [bits, mask, row, ahead] = [sumBits, (1 << sumBits) - 1, rowWords, statusWords];
  const end = 2 * (starts[pair + 1] as number);
  for (let cell = 2 * (starts[pair] as number); cell < end; cell += 2) {
    const start = (cells[cell] as number) * row;
    const sums = cells[cell + 1] as number;
    const households = sums & mask;
    const at = start + ahead;
    statuses[start * 2 + status]! += households;
    words[at]! += needs * households;
    words[at + 1]! += first * households;
    words[at + 2]! += second * households;
    words[at + 3]! += sums >> bits;
  }
}

interface Tally {
  readonly statuses: Int32Array;
  readonly words: Float64Array;
}
let room = new ArrayBuffer(0);
/** Used again and again: that of a new buffer must first be had from the system, which takes as long as the scan. */
function roomFor(rows: number): Tally {
  const length = rows * rowWords;
  if (room.byteLength < length * 8) room = new ArrayBuffer(length * 8);
  return { statuses: new Int32Array(room), words: new Float64Array(room).fill(0, 0, length) };
}
