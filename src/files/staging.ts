/** Owns proven records becoming Arrow: a code for each text, with file and line, in chunks, and the words that the codes stand for. */
import { Int32, Int64, makeData, type Data } from 'apache-arrow';
import { stagedColumns, type ColumnId } from '../model/columns.ts';
import { intData, stream, textData } from './arrowstream.ts';
import { HouseCodes } from './housecodes.ts';

/** Rows of a chunk: as many as the engine packs together, few enough to be cancelled and shown as progress. */
export const chunkRows = 122_880;
const recordsAtOnce = 250;
/** A column of more words than these repeats few of them, so those met are forgotten, and may get another code later. */
const mostWords = 200_000;
/** Words met last, found by a few of their letters: most cells are one of few. A power of two. */
const nearWords = 256;
/** Nearly each row has another one, so eleven digits stand as their number, and any other cell as -1 less its word's code. */
export const plainColumn: ColumnId = 'house_code';

/** Rows and the words first met in them, each a complete Arrow stream. `words`: file, kind, code, word; 0 is the empty text. */
export interface StagedChunk {
  readonly chunk: Uint8Array;
  readonly words: Uint8Array | null;
}

interface Word {
  readonly kind: ColumnId;
  readonly code: number;
  readonly word: string;
}

/** The codes of one column's texts in one chunk. The words are known for the whole file. */
class CodedColumn {
  readonly #kind: ColumnId;
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
    this.#kind = kind;
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
        code = this.#codeOf(text);
      }
      codes[at++] = code;
      this.#counts[code]!++;
    }
  }

  /** The code of one more cell. */
  count(text: string): number {
    const code = this.#codeOf(text);
    this.#counts[code]!++;
    return code;
  }

  #codeOf(text: string): number {
    const last = text.length - 1;
    const place = last < 0 ? 0 : (last * 31 + text.charCodeAt(last) * 7 + text.charCodeAt(last >> 1)) & (nearWords - 1);
    const near = this.#near[place]!;
    if (near.word === text) return near.code;
    return (this.#near[place] = this.#known.get(text) ?? this.#learn(text)).code;
  }

  #learn(text: string): Word {
    if (this.#known.size >= mostWords) this.#known = new Map([['', this.#empty]]);
    // A part of a text keeps the whole in memory, and that would be the file.
    const word = { kind: this.#kind, code: this.#next++, word: ` ${text}`.slice(1) };
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
    const codes = this.#codes.length === 0 ? new Int32Array(length) : this.#codes.slice(0, length);
    return makeData({ type: new Int32(), length, nullCount: 0, data: codes });
  }
}

class PlainColumn {
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
    if (this.#halves.length === 0) this.#halves = new Int32Array(chunkRows * 2);
    let at = row * 2;
    for (const fields of records) {
      const text = fields[place] ?? '';
      const code = this.codes.add(text);
      const number = code < 0 ? -1 - this.#others.count(text) : code;
      this.#halves[at++] = number | 0;
      this.#halves[at++] = Math.floor(number / 2 ** 32);
    }
  }

  take(length: number): Data {
    const halves = this.#halves.length === 0 ? new Int32Array(length * 2).fill(-1) : this.#halves.slice(0, length * 2);
    return makeData({ type: new Int64(), length, nullCount: 0, data: new BigInt64Array(halves.buffer) });
  }
}

/** Gathers records and gives a chunk as soon as it is full. Columns that a file lacks are empty texts. */
export class Stage {
  readonly #file: number;
  readonly #words: Word[] = [];
  readonly #columns = stagedColumns.map((id) =>
    id === plainColumn ? new PlainColumn(id, this.#words) : new CodedColumn(id, this.#words),
  );
  /** Column and its field, for those that the file has. */
  readonly #present: readonly (readonly [CodedColumn | PlainColumn, number])[];
  readonly #houses: HouseCodes | null;
  readonly #lines = new Int32Array(chunkRows);
  /** Records not yet among the columns: a column takes many at once, while its texts are at hand. */
  #records: (readonly string[])[] = [];
  #rows = 0;
  #rowsTaken = 0;

  /** `file` is the file's index in the receipt; `headers` the column of each field. */
  constructor(file: number, headers: readonly (string | null)[]) {
    this.#file = file;
    this.#present = this.#columns.flatMap((column, index) => {
      const place = headers.indexOf(stagedColumns[index] ?? '');
      return place < 0 ? [] : [[column, place] as const];
    });
    const [plain] = this.#present.flatMap(([column]) => (column instanceof PlainColumn ? [column] : []));
    this.#houses = plain?.codes ?? null;
  }

  /** A chunk when this record filled it. */
  add(fields: readonly string[], line: number): StagedChunk | null {
    const row = this.#rows++;
    this.#lines[row] = line;
    this.#records.push(fields);
    if (this.#records.length === recordsAtOnce) this.#spread();
    return this.#rows === chunkRows ? this.take() : null;
  }

  /** House codes that come again, once all records are taken; null where that is not known. */
  get again(): readonly string[] | null {
    return this.#houses?.again ?? null;
  }

  /** How many rows hold each word, once all are taken, as a complete Arrow stream: file, kind, code, rows. */
  get counts(): Uint8Array {
    const present = new Set(this.#present.map(([column]) => column));
    const met = this.#columns.flatMap((column, index) => {
      const counts = present.has(column) ? column.counts : [this.#rowsTaken];
      return Array.from(counts, (rows, code) => ({ kind: stagedColumns[index] ?? '', code, rows })).filter(
        ({ rows }) => rows > 0,
      );
    });
    return stream({
      file: intData(new Int32Array(met.length).fill(this.#file)),
      kind: textData(met.map(({ kind }) => kind)),
      code: intData(Int32Array.from(met, ({ code }) => code)),
      rows: intData(Int32Array.from(met, ({ rows }) => rows)),
    });
  }

  #spread(): void {
    const row = this.#rows - this.#records.length;
    for (const [column, place] of this.#present) column.set(row, this.#records, place);
    this.#records = [];
  }

  /** What is left, or null where nothing is. */
  take(): StagedChunk | null {
    const length = this.#rows;
    if (length === 0) return null;
    this.#spread();
    this.#rows = 0;
    this.#rowsTaken += length;
    const chunk = stream({
      file: intData(new Int32Array(length).fill(this.#file)),
      line: intData(this.#lines.slice(0, length)),
      ...Object.fromEntries(this.#columns.map((column, index) => [stagedColumns[index], column.take(length)])),
    });
    const words = this.#words.splice(0);
    if (words.length === 0) return { chunk, words: null };
    const table = {
      file: intData(new Int32Array(words.length).fill(this.#file)),
      kind: textData(words.map(({ kind }) => kind)),
      code: intData(Int32Array.from(words, ({ code }) => code)),
      word: textData(words.map(({ word }) => word)),
    };
    return { chunk, words: stream(table) };
  }
}
