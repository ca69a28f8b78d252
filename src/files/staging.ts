/** Owns proven records becoming Arrow: a code for each text, with file and line, in chunks, and the words that the codes stand for. */
import { stagedColumns, type ColumnId } from '../model/columns.ts';
import { intData, stream, textData } from './arrowstream.ts';
import { chunkRows, CodedColumn, PlainColumn, type Word } from './codedcolumn.ts';
import type { Stretch } from './stretch.ts';

const recordsAtOnce = 250;
/** Nearly each row has another one, so eleven digits stand as their number, and any other cell as -1 less its word's code. */
export const plainColumn: ColumnId = 'house_code';

/** Rows and the words first met in them, each a complete Arrow stream. `words`: file, kind, code, word; 0 is the empty text. */
export interface StagedChunk {
  readonly chunk: Uint8Array;
  readonly words: Uint8Array | null;
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
  /** `ours`: its own codes by those of stretches. */
  readonly #coded: readonly { readonly column: CodedColumn; readonly place: number; readonly ours: number[] }[];
  readonly #plain: PlainColumn | null;
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
    const [plain = null] = this.#present.flatMap(([column]) => (column instanceof PlainColumn ? [column] : []));
    this.#plain = plain;
    this.#coded = this.#present.flatMap(([column, place]) =>
      column instanceof CodedColumn ? [{ column, place, ours: [] }] : [],
    );
  }

  /** A chunk when this record filled it. */
  add(fields: readonly string[], line: number): StagedChunk | null {
    const row = this.#rows++;
    this.#lines[row] = line;
    this.#records.push(fields);
    if (this.#records.length === recordsAtOnce) this.#spread();
    return this.#rows === chunkRows ? this.take() : null;
  }

  /** Gives the code of a text in the field at `place`; null where that field is not staged, or is the house code. */
  coderOf(place: number): ((text: string) => number) | null {
    return this.#coded.find((one) => one.place === place)?.column.codeOf ?? null;
  }

  /** As `add`, of a record whose fields are codes already, its house code a number. */
  addCoded(codes: Int32Array, house: number, line: number): StagedChunk | null {
    this.#spread();
    const row = this.#rows++;
    this.#lines[row] = line;
    this.#plain?.put(row, house);
    for (const { column, place } of this.#coded) column.put(row, codes[place]!);
    return this.#rows === chunkRows ? this.take() : null;
  }

  /** Words first met since it was last asked. */
  learned(): readonly Word[] {
    return this.#words.splice(0);
  }

  /** Takes the words that codes of stretches stand for, and gives them its own codes. */
  learn(words: readonly Word[]): void {
    for (const { kind, code, word } of words) {
      const coded = this.#coded.find(({ column }) => column.kind === kind);
      if (coded) coded.ours[code] = coded.column.codeOf(word);
    }
  }

  /** As `addCoded`, of all lines of a stretch whose words were learned; a chunk as often as they fill one. */
  *addStretch({ lines, houses, codes }: Stretch, first: number): Generator<StagedChunk> {
    this.#spread();
    for (let from = 0; from < lines;) {
      const row = this.#rows;
      const to = Math.min(lines, from + chunkRows - row);
      for (let at = from; at < to; at++) {
        this.#lines[row + at - from] = first + at;
        this.#plain?.put(row + at - from, houses[at]!);
      }
      for (const { column, place, ours } of this.#coded) column.putAll(row, codes[place]!, from, to, ours);
      this.#rows += to - from;
      from = to;
      const full = this.#rows === chunkRows ? this.take() : null;
      if (full) yield full;
    }
  }

  /** House codes that come again, once all records are taken; null where that is not known. */
  get again(): readonly string[] | null {
    return this.#plain?.codes.again ?? null;
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
    if (this.#records.length === 0) return;
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
