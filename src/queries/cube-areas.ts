/** Owns counting by area: the one scan over all cells, and what its rows come to at a level. */
import { needAt, personsAt, statusKindBits, testAt } from './cube-counters.ts';
import type { NeedsPassing } from './cube-passing.ts';
import { needBits, sumBits, testBits, testsAWord, type Scan } from './cube-scan.ts';
import { newCounters, type Counters } from './cube-tally.ts';
import type { Cube } from './cube.ts';

/** A row for each area of the level; `keys` are the numbers of the areas, each its smallest. */
export function areaTally(
  cube: Cube,
  isIn: Uint8Array,
  passing: NeedsPassing,
  divisor: number,
): { readonly keys: readonly number[]; readonly counters: Counters } {
  const { areas, scan } = cube;
  const keys: number[] = [];
  const groups = Uint32Array.from(areas, (area) => {
    const key = Math.floor(area / divisor) * divisor;
    if (key !== keys.at(-1)) keys.push(key);
    return keys.length - 1;
  });
  const { statuses, words, at } = count(cube, isIn, passing);
  const counters = newCounters(keys.length);
  const { rows, values } = counters;
  for (let row = 0; row < scan.areas.length; row++) {
    const group = groups[scan.areas[row] as number] as number;
    const start = at + row * rowWords;
    for (let status = 0; status < needAt; status++)
      values[status * rows + group]! += statuses[start * 2 + status] as number;
    const word = start + statusWords;
    unpack(words[word] as number, needBits, counters, group, needAt);
    unpack(words[word + 1] as number, testBits, counters, group, testAt);
    unpack(words[word + 2] as number, testBits, counters, group, testAt + testsAWord);
    values[personsAt * rows + group]! += words[word + 3] as number;
  }
  return { keys, counters };
}

/** Adds what lies side by side in a word to as many counters of a row. */
function unpack(word: number, bits: number, { rows, values }: Counters, row: number, counter: number): void {
  const unit = 2 ** bits;
  for (let rest = word, at = counter * rows + row; rest > 0; at += rows) {
    const above = Math.floor(rest / unit);
    values[at]! += rest - above * unit;
    rest = above;
  }
}

/** A row of the scan: statuses as 32-bit numbers, then words: needs, the first tests, the other tests, persons. */
const statusWords = Math.ceil(needAt / 2);
const rowWords = statusWords + 4;
/** How a need counts: an index into the words of needs, above the kind of its status, above the status; 0 not at all. */
const statusBits = Math.ceil(Math.log2(needAt));

/**
 * Counts the cells of all facts that pass: a row of words for each of the scan's. Few arrays are at work in it, because each
 * takes registers of the processor, so tables and rows lie one after the other in one buffer.
 */
function count({ scan, facts, kinds }: Cube, isIn: Uint8Array, { byNeeds, outcomes }: NeedsPassing): Counted {
  const needWords = [0, ...outcomes.map((outcome) => packedWord(outcome.needs, needBits))];
  const testWords = [0, testsAWord].map((from) =>
    kinds.raised.map((raised) => {
      const isRaised = Array.from({ length: testsAWord }, (_, i) => Number(raised.includes(testAt + from + i)));
      return packedWord(isRaised, testBits);
    }),
  );
  const tables = [needWords, ...testWords].flat();
  const counted = roomFor(tables.length, scan.areas.length);
  counted.words.set(tables);
  const kindMask = (1 << statusKindBits) - 1;
  const ways = byNeeds.map((way) => {
    const status = outcomes[(way >> statusKindBits) - 1]?.status ?? 0;
    return ((way >> statusKindBits) << (statusKindBits + statusBits)) | ((way & kindMask) << statusBits) | status;
  });
  if (outcomes.length >= 1 << (16 - statusKindBits - statusBits)) throw new RangeError('too many kinds of needs');
  const first = needWords.length;
  const second = first + kinds.raised.length;
  for (let fact = 0; fact < facts.length; fact++) {
    if (!isIn[fact]) continue;
    const kind = kinds.byFacts[fact] as number;
    countRun(scan, fact, ways, counted, first + kind, second + kind);
  }
  return counted;
}

/**
 * The innermost loop: one look-up for the needs of a cell, and the numbers of its row. What the facts say is the same for all
 * cells of a run. Cells whose needs don't pass are counted as none: to skip them would be guessed wrongly by the processor.
 */
function countRun(
  { starts, cells }: Scan,
  fact: number,
  ways: Uint16Array,
  { statuses, words, at: firstRow }: Counted,
  first: number,
  second: number,
): void {
  const kindMask = (1 << statusKindBits) - 1;
  const statusMask = (1 << statusBits) - 1;
  const [kindAt, wordAt] = [statusBits, statusBits + statusKindBits];
  const [bits, mask] = [sumBits, (1 << sumBits) - 1];
  const [row, ahead] = [rowWords, statusWords];
  const end = 3 * (starts[fact + 1] as number);
  for (let cell = 3 * (starts[fact] as number); cell < end; cell += 3) {
    const way = ways[cells[cell + 1] as number] as number;
    const sums = (cells[cell + 2] as number) & ((0 - way) >> 31);
    const households = sums & mask;
    const start = firstRow + (cells[cell] as number) * row;
    statuses[start * 2 + (way & statusMask)]! += households;
    const kind = (way >> kindAt) & kindMask;
    const at = start + ahead;
    words[at]! += (words[way >> wordAt] as number) * households;
    words[at + 1]! += (words[first + kind] as number) * households;
    words[at + 2]! += (words[second + kind] as number) * households;
    words[at + 3]! += sums >> bits;
  }
}

interface Counted {
  readonly statuses: Int32Array;
  readonly words: Float64Array;
  /** Where the rows begin, in words. */
  readonly at: number;
}
let room = new ArrayBuffer(0);
/** Used again and again: that of a new buffer must first be had from the system, which takes as long as the scan. */
function roomFor(tableWords: number, rows: number): Counted {
  const bytes = (tableWords + rows * rowWords) * 8;
  if (room.byteLength < bytes) room = new ArrayBuffer(bytes);
  const words = new Float64Array(room).fill(0, tableWords, bytes / 8);
  return { statuses: new Int32Array(room), words, at: tableWords };
}

const packedWord = (counts: readonly number[], bits: number): number =>
  counts.reduce((word, each, i) => word + each * 2 ** (bits * i), 0);
