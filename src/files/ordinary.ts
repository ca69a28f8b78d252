/** Owns the shortest way from bytes to staging: a household's line becomes codes where nothing in it needs a second look. */
import type { ColumnId } from '../model/columns.ts';
import type { Candidate } from './broken.ts';
import { CellText, isThai } from './celltext.ts';
import { isSame, KnownCodes, unknownCode } from './knowncodes.ts';
import { likenessOf, type Ordinary } from './likeness.ts';
import type { TakeBytes } from './lines.ts';
import { RecordReader } from './records.ts';
import type { Stage, StagedChunk } from './staging.ts';
import type { Stretch } from './stretch.ts';

const lf = 10;
const cr = 13;
const quote = 34;
const zero = 48;
const houseDigits = 11;

/** The proof, as far as ordinary lines concern it. */
interface Judge {
  readonly columns: readonly (ColumnId | null)[];
  readonly ordinary: Ordinary | null;
  takeOrdinary(line: OrdinaryLine, codes: ArrayLike<number>): void;
  takeOrdinaries(lines: number, filled: ArrayLike<number>): void;
}

/** The line taken last, which is kept or looked at once more when the next one is read. */
export interface OrdinaryLine {
  /** The record as every other. */
  record(): Candidate;
  keep(): void;
}

/** The words of one column, or a column that is not staged. */
interface Field {
  readonly known: KnownCodes;
  readonly codeOf: ((text: string) => number) | null;
  readonly isWatched: boolean;
}

export class OrdinaryLines implements OrdinaryLine {
  readonly #judge: Judge;
  readonly #stage: () => Stage | null;
  readonly #keep: (stage: Stage, codes: Int32Array, house: number, line: number) => void;
  readonly #give: (chunk: StagedChunk) => void;
  readonly #text = new CellText();
  /** 1 for the bytes that end a cell, or end the short way. */
  readonly #stops = new Uint8Array(256);
  #delimiter = 0;
  #ordinary: Ordinary | null = null;
  #fields: readonly Field[] = [];
  #bytes: Uint8Array = new Uint8Array();
  #words = new DataView(this.#bytes.buffer);
  /** The cells above, by field: often the same cell comes again. */
  #starts = new Int32Array(0);
  #lengths = new Int32Array(0);
  #above = new Int32Array(0);
  #houseAbove = 0;
  /** The line taken last. */
  #codes = new Int32Array(0);
  #line = 0;
  #house = 0;
  #start = 0;
  #stop = 0;
  #from: Uint8Array = this.#bytes;

  constructor(
    judge: Judge,
    stage: () => Stage | null,
    keep: (stage: Stage, codes: Int32Array, house: number, line: number) => void,
    give: (chunk: StagedChunk) => void = () => undefined,
  ) {
    this.#judge = judge;
    this.#stage = stage;
    this.#keep = keep;
    this.#give = give;
  }

  /** Gives the bytes of lines that `delimiter` parts. */
  reading(delimiter: string): TakeBytes {
    this.#delimiter = delimiter.charCodeAt(0);
    for (const byte of [this.#delimiter, lf, cr, quote, 0]) this.#stops[byte] = 1;
    return (bytes, start, number) => {
      const next = this.#read(bytes, start, number);
      // What another way reads in between may change what is ordinary.
      if (next === 0) this.#ordinary = null;
      return next;
    };
  }

  /** What lines must be like now, for who reads them beside the scan; null where each needs a second look. */
  get like(): string | null {
    const { ordinary, columns } = this.#judge;
    return ordinary && this.#stage() && likenessOf(ordinary, columns, String.fromCharCode(this.#delimiter));
  }

  /** Whether lines that were read beside the scan are what they must be like now. To be told of each stretch, in order. */
  expects({ like, words }: Stretch): boolean {
    this.#stage()?.learn(words);
    return like === this.like;
  }

  /** Takes the lines of a stretch that was expected; `first` is the number of the first. */
  takeAll(stretch: Stretch, first: number): void {
    this.#judge.takeOrdinaries(stretch.lines, stretch.filled);
    for (const chunk of this.#stage()?.addStretch(stretch, first) ?? []) this.#give(chunk);
  }

  record(): Candidate {
    const text = this.#text.line(this.#from, this.#start, this.#stop);
    let read: string[] = [];
    const reader = new RecordReader(String.fromCharCode(this.#delimiter), 0, (fields) => (read = fields));
    reader.push({ number: this.#line, text, end: '\n', fault: null });
    return { fields: read, line: this.#line, text, fault: null, isLast: false, holes: [] };
  }

  keep(): void {
    const stage = this.#stage();
    if (stage) this.#keep(stage, this.#codes, this.#house, this.#line);
  }

  #begin(): Ordinary | null {
    const { ordinary, columns } = this.#judge;
    const stage = this.#stage();
    if (!ordinary || !stage) return null;
    if (this.#fields.length === 0) {
      this.#fields = columns.map((_, place) => ({
        known: new KnownCodes(),
        codeOf: stage.coderOf(place),
        isWatched: ordinary.watched.includes(place),
      }));
      this.#starts = new Int32Array(columns.length);
      this.#lengths = new Int32Array(columns.length);
      this.#above = new Int32Array(columns.length);
      this.#codes = new Int32Array(columns.length);
    }
    return (this.#ordinary = ordinary);
  }

  /** Where the next line begins; 0 for a line that is not for here. */
  #read(bytes: Uint8Array, start: number, line: number): number {
    const ordinary = this.#ordinary ?? this.#begin();
    if (!ordinary) return 0;
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      this.#lengths.fill(0);
    }
    const { width, house, filled, blank } = ordinary;
    const starts = this.#starts;
    const lengths = this.#lengths;
    const above = this.#above;
    const delimiter = this.#delimiter;
    let at = start;
    for (let place = 0; place < width; place++, at++) {
      const first = bytes[at]!;
      if (first === delimiter || first === lf || first === cr) {
        lengths[place] = 0;
        above[place] = 0;
      } else {
        const length = lengths[place]!;
        const isAbove =
          length > 0 && this.#isEnd(bytes[at + length]) && isSame(this.#words, starts[place]!, this.#words, at, length);
        const end = isAbove ? at + length : place === house ? this.#houseCode(at) : this.#cell(place, at);
        if (end < 0) {
          lengths[place] = 0;
          return 0;
        }
        starts[place] = at;
        lengths[place] = end - at;
        at = end;
      }
      if (place < width - 1 && bytes[at] !== delimiter) return 0;
    }
    // Past the mark that ended the last cell.
    const stop = at - 1;
    const mark = bytes[stop];
    if (mark !== lf && (mark !== cr || bytes[at] !== lf)) return 0;
    if (above[house] === 0) return 0;
    for (const place of filled) if (above[place] === 0) return 0;
    for (const place of blank) if (above[place] !== 0) return 0;
    this.#judge.takeOrdinary(this, above);
    this.#codes.set(above);
    this.#line = line;
    this.#house = this.#houseAbove;
    this.#from = bytes;
    this.#start = start;
    this.#stop = stop;
    return mark === lf ? at : at + 1;
  }

  #isEnd(byte: number | undefined): boolean {
    return byte === this.#delimiter || byte === lf || byte === cr;
  }

  /** Reads a house code of eleven digits. Where it ends; -1 for any other. */
  #houseCode(at: number): number {
    const bytes = this.#bytes;
    const isQuoted = bytes[at] === quote;
    const first = isQuoted ? at + 1 : at;
    let number = 0;
    for (let digit = first; digit < first + houseDigits; digit++) {
      const value = bytes[digit]! - zero;
      if (!(value >= 0 && value <= 9)) return -1;
      number = number * 10 + value;
    }
    const end = first + houseDigits;
    this.#houseAbove = number;
    this.#above[this.#ordinary!.house] = number > 0 ? 1 : 0;
    return !isQuoted ? end : bytes[end] === quote ? end + 1 : -1;
  }

  /** Reads the cell that begins at `at`. Where it ends; -1 where it needs a second look. */
  #cell(place: number, at: number): number {
    const bytes = this.#bytes;
    const stops = this.#stops;
    let end = at;
    let hash = 0;
    let all = 0;
    if (bytes[at] === quote)
      for (end++; bytes[end] !== quote; end++) {
        const byte = bytes[end]!;
        if (byte === lf || byte === cr || byte === 0) return -1;
        hash = Math.imul(hash ^ byte, 0x01000193);
        all |= byte;
      }
    for (let byte = bytes[end]!; stops[byte] === 0; byte = bytes[++end]!) {
      hash = Math.imul(hash ^ byte, 0x01000193);
      all |= byte;
    }
    if (bytes[at] === quote) end++;
    const { known, codeOf, isWatched } = this.#fields[place]!;
    if (!codeOf && !isWatched && (all < 128 || isThai(bytes, at, end))) {
      this.#above[place] = end - at > 2 || bytes[at] !== quote ? 1 : 0;
      return end;
    }
    let code = known.find(this.#words, at, end - at, hash);
    if (code === unknownCode) {
      const text = this.#text.of(bytes, at, end);
      if (text === null) return -1;
      code = isWatched && this.#ordinary!.isDoubtful(place, text) ? -1 : codeOf ? codeOf(text) : text === '' ? 0 : 1;
      known.learn(bytes, at, end - at, hash, code);
    }
    this.#above[place] = code;
    return code < 0 ? -1 : end;
  }
}
