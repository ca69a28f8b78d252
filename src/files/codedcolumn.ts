/** Owns one column on its way to staging: a number for each cell, and the words that the numbers stand for. */
import { Bool, Int32, Int64, Int8, makeData, Uint16, Uint8, type Data } from 'apache-arrow';
import type { ColumnId } from '../model/columns.ts';
import { HouseCodes } from './housecodes.ts';

/** Rows of a chunk: as many as the engine packs together, few enough to be cancelled and shown as progress. */
export const chunkRows = 122_880;
/** A column of more words than these repeats few of them, so those met are forgotten, and may get another code later. */
const mostWords = 200_000;
/** Words met last, found by a few of their letters: most cells are one of few. A power of two. */
const nearWords = 256;

export interface Word {
  readonly kind: ColumnId;
  readonly code: number;
  readonly word: string;
}

/** The codes of one column's texts in one chunk, as narrow as they fit. The words are known for the whole file. */
export class CodedColumn {
  readonly kind: ColumnId;
  readonly #words: Word[];
  #codes = new Int32Array(0);
  #known = new Map<string, Word>();
  readonly #near: Word[];
  readonly #empty: Word;
  #next = 0;
  /** How many cells of the file have a code. */
  #counts = new Int32Array(64);

  /** Words first met are added to `words`. */
  constructor(kind: ColumnId, words: Word[]) {
    this.kind = kind;
    this.#words = words;
    this.#empty = this.#learn('');
    this.#near = new Array<Word>(nearWords).fill(this.#empty);
  }

  get counts(): Int32Array {
    return this.#counts.subarray(0, this.#next);
  }

  /** Takes the field at `place` of records that begin at `row`. */
  set(row: number, records: readonly (readonly string[])[], place: number): void {
    if (this.#codes.length === 0) this.#codes = new Int32Array(chunkRows);
    const codes = this.#codes;
    // Most often a text comes again in the next row.
    let above: string | null = null;
    let code = 0;
    let at = row;
    for (const fields of records) {
      const text = fields[place] ?? '';
      if (text !== above) {
        above = text;
        code = this.codeOf(text);
      }
      codes[at++] = code;
      this.#counts[code]!++;
    }
  }

  /** The code of one more cell. */
  count(text: string): number {
    const code = this.codeOf(text);
    this.#counts[code]!++;
    return code;
  }

  /** One more cell of a code that is known already. */
  put(row: number, code: number): void {
    if (this.#codes.length === 0) this.#codes = new Int32Array(chunkRows);
    this.#codes[row] = code;
    this.#counts[code]!++;
  }

  /** As `put`, of the cells `from` to `to` of codes that `ours` tells. */
  putAll(row: number, codes: Int32Array, from: number, to: number, ours: readonly number[]): void {
    if (this.#codes.length === 0) this.#codes = new Int32Array(chunkRows);
    for (let at = from, own = row; at < to; at++, own++) {
      const code = ours[codes[at]!]!;
      this.#codes[own] = code;
      this.#counts[code]!++;
    }
  }

  readonly codeOf = (text: string): number => {
    const last = text.length - 1;
    const place = last < 0 ? 0 : (last * 31 + text.charCodeAt(last) * 7 + text.charCodeAt(last >> 1)) & (nearWords - 1);
    const near = this.#near[place]!;
    if (near.word === text) return near.code;
    return (this.#near[place] = this.#known.get(text) ?? this.#learn(text)).code;
  };

  #learn(text: string): Word {
    if (this.#known.size >= mostWords) this.#known = new Map([['', this.#empty]]);
    // A part of a text keeps the whole in memory, and that would be the file.
    const word = { kind: this.kind, code: this.#next++, word: ` ${text}`.slice(1) };
    if (this.#next > this.#counts.length) {
      const more = new Int32Array(this.#counts.length * 2);
      more.set(this.#counts);
      this.#counts = more;
    }
    this.#known.set(word.word, word);
    this.#words.push(word);
    return word;
  }

  take(length: number): Data {
    const codes = this.#codes;
    // The empty text throughout is 0 throughout: a bit a row is enough.
    if (codes.length === 0)
      return makeData({ type: new Bool(), length, nullCount: 0, data: new Uint8Array((length + 7) >> 3) });
    if (this.#next <= 2 ** 8)
      return makeData({ type: new Uint8(), length, nullCount: 0, data: Uint8Array.from(codes.subarray(0, length)) });
    if (this.#next <= 2 ** 16)
      return makeData({ type: new Uint16(), length, nullCount: 0, data: Uint16Array.from(codes.subarray(0, length)) });
    return makeData({ type: new Int32(), length, nullCount: 0, data: codes.slice(0, length) });
  }
}

/** House codes: nearly each row has another one. */
export class PlainColumn {
  readonly codes = new HouseCodes();
  readonly #others: CodedColumn;
  /** Of 64 bits each, the low half first. */
  #halves = new Int32Array(0);

  constructor(kind: ColumnId, words: Word[]) {
    this.#others = new CodedColumn(kind, words);
  }

  get counts(): Int32Array {
    return this.#others.counts;
  }

  set(row: number, records: readonly (readonly string[])[], place: number): void {
    let at = row;
    for (const fields of records) {
      const text = fields[place] ?? '';
      const code = this.codes.add(text);
      this.#write(at++, code < 0 ? -1 - this.#others.count(text) : code);
    }
  }

  /** A code of eleven digits, as a number. */
  put(row: number, code: number): void {
    this.codes.addNumber(code);
    this.#write(row, code);
  }

  #write(row: number, number: number): void {
    if (this.#halves.length === 0) this.#halves = new Int32Array(chunkRows * 2);
    this.#halves[row * 2] = number | 0;
    this.#halves[row * 2 + 1] = Math.floor(number / 2 ** 32);
  }

  take(length: number): Data {
    if (this.#halves.length === 0)
      return makeData({ type: new Int8(), length, nullCount: 0, data: new Int8Array(length).fill(-1) });
    const halves = this.#halves.slice(0, length * 2);
    return makeData({ type: new Int64(), length, nullCount: 0, data: new BigInt64Array(halves.buffer) });
  }
}
