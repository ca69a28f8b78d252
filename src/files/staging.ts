/** Owns proven records becoming Arrow: a code for each text, with file and line, in chunks, and the words that the codes stand for. */
import { Int32, makeData, RecordBatch, Schema, Field, Struct, Table, tableToIPC, Utf8, type Data } from 'apache-arrow';
import { stagedColumns, type ColumnId } from '../model/columns.ts';
import { HouseCodes } from './housecodes.ts';

/** Rows of a chunk: as many as the engine packs together, few enough to be cancelled and shown as progress. */
export const chunkRows = 122_880;
const recordsAtOnce = 250;
/** A column of more words than these repeats few of them, so those met are forgotten, and may get another code later. */
const mostWords = 200_000;
/** Nearly each row has another one, so they stand as they are. */
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
  #known = new Map<string, number>();
  #next = 0;

  /** Words first met are added to `words`. */
  constructor(kind: ColumnId, words: Word[]) {
    this.#kind = kind;
    this.#words = words;
    this.#learn('');
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
        code = this.#known.get(text) ?? this.#learn(text);
      }
      codes[at++] = code;
    }
  }

  #learn(text: string): number {
    if (this.#known.size >= mostWords) this.#known = new Map([['', 0]]);
    // A part of a text keeps the whole in memory, and that would be the file.
    const word = ` ${text}`.slice(1);
    const code = this.#next++;
    this.#known.set(word, code);
    this.#words.push({ kind: this.#kind, code, word });
    return code;
  }

  take(length: number): Data {
    const codes = this.#codes.length === 0 ? new Int32Array(length) : this.#codes.slice(0, length);
    return makeData({ type: new Int32(), length, nullCount: 0, data: codes });
  }
}

class PlainColumn {
  readonly codes = new HouseCodes();
  #texts: string[] = [];

  set(_row: number, records: readonly (readonly string[])[], place: number): void {
    for (const fields of records) {
      const text = fields[place] ?? '';
      this.#texts.push(text);
      this.codes.add(text);
    }
  }

  take(length: number): Data {
    const texts = this.#texts.length > 0 ? this.#texts : Array.from({ length }, () => '');
    this.#texts = [];
    return textData(texts);
  }
}

/** Gathers records and gives a chunk as soon as it is full. Columns that a file lacks are empty texts. */
export class Stage {
  readonly #file: number;
  readonly #words: Word[] = [];
  readonly #columns = stagedColumns.map((id) =>
    id === plainColumn ? new PlainColumn() : new CodedColumn(id, this.#words),
  );
  /** Column and its field, for those that the file has. */
  readonly #present: readonly (readonly [CodedColumn | PlainColumn, number])[];
  readonly #houses: HouseCodes | null;
  readonly #lines = new Int32Array(chunkRows);
  /** Records not yet among the columns: a column takes many at once, while its texts are at hand. */
  #records: (readonly string[])[] = [];
  #rows = 0;

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

const encoder = new TextEncoder();

function intData(data: Int32Array): Data {
  return makeData({ type: new Int32(), length: data.length, nullCount: 0, data });
}

function textData(texts: readonly string[]): Data {
  const valueOffsets = new Int32Array(texts.length + 1);
  const data = new Uint8Array(texts.reduce((sum, { length }) => sum + length * 3, 0));
  let used = 0;
  texts.forEach((text, index) => {
    used += encoder.encodeInto(text, data.subarray(used)).written;
    valueOffsets[index + 1] = used;
  });
  return makeData({ type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets, data: data.subarray(0, used) });
}

function stream(columns: Readonly<Record<string, Data>>): Uint8Array {
  const children = Object.values(columns);
  const schema = new Schema(Object.entries(columns).map(([name, data]) => new Field(name, data.type, false)));
  const length = children[0]?.length ?? 0;
  const struct = makeData({ type: new Struct(schema.fields), length, nullCount: 0, children });
  return tableToIPC(new Table(schema, [new RecordBatch(schema, struct)]), 'stream');
}
