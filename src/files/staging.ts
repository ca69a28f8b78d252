/** Owns proven records becoming Arrow: dictionary-encoded text columns with their file and line, in chunks. */
import {
  Dictionary,
  Int32,
  makeData,
  makeVector,
  RecordBatch,
  Schema,
  Field,
  Struct,
  Table,
  tableToIPC,
  Utf8,
} from 'apache-arrow';
import { stagedColumns } from '../model/columns.ts';

/** Rows of a chunk: large enough to be quick, small enough to be cancelled and shown as progress. */
export const chunkRows = 50_000;
const recordsAtOnce = 250;

const encoder = new TextEncoder();

/** The distinct texts of one column in one chunk, and which of them each row has. */
class TextColumn {
  readonly #codes = new Int32Array(chunkRows);
  #known = new Map<string, number>();

  /** Takes the field at `place` of records that begin at `row`. */
  set(row: number, records: readonly (readonly string[])[], place: number): void {
    const codes = this.#codes;
    const known = this.#known;
    // Most often a text comes again in the next row.
    let above: string | null = null;
    let code = 0;
    let at = row;
    for (const fields of records) {
      const text = fields[place] ?? '';
      if (text !== above) {
        above = text;
        const met = known.get(text);
        code = met ?? known.size;
        if (met === undefined) known.set(text, code);
      }
      codes[at++] = code;
    }
  }

  /** The column of the first `length` rows; the next chunk starts empty. */
  take(length: number, id: number) {
    // A column that the file lacks was never set: every code is 0, and 0 is the empty text.
    const texts = this.#known.size > 0 ? this.#known : new Map([['', 0]]);
    this.#known = new Map();
    const offsets = new Int32Array(texts.size + 1);
    let bytes = new Uint8Array(1024);
    let used = 0;
    let index = 0;
    for (const text of texts.keys()) {
      if (used + text.length * 3 > bytes.length) {
        const larger = new Uint8Array(Math.max(bytes.length * 2, used + text.length * 3));
        larger.set(bytes.subarray(0, used));
        bytes = larger;
      }
      used += encoder.encodeInto(text, bytes.subarray(used)).written;
      offsets[++index] = used;
    }
    const words = makeData({
      type: new Utf8(),
      length: texts.size,
      nullCount: 0,
      valueOffsets: offsets,
      data: bytes.subarray(0, used),
    });
    return makeData({
      type: new Dictionary(new Utf8(), new Int32(), id),
      length,
      nullCount: 0,
      data: this.#codes.slice(0, length),
      dictionary: makeVector(words),
    });
  }
}

/** Gathers records and gives a complete Arrow stream for each full chunk. Columns a file lacks are empty texts. */
export class Stage {
  readonly #file: number;
  /** Column and its field, for those that the file has. */
  readonly #present: readonly (readonly [TextColumn, number])[];
  readonly #columns = stagedColumns.map(() => new TextColumn());
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
  }

  /** A chunk when this record filled it. */
  add(fields: readonly string[], line: number): Uint8Array | null {
    const row = this.#rows++;
    this.#lines[row] = line;
    this.#records.push(fields);
    if (this.#records.length === recordsAtOnce) this.#spread();
    return this.#rows === chunkRows ? this.take() : null;
  }

  #spread(): void {
    const row = this.#rows - this.#records.length;
    for (const [column, place] of this.#present) column.set(row, this.#records, place);
    this.#records = [];
  }

  /** What is left, or null where nothing is. */
  take(): Uint8Array | null {
    const length = this.#rows;
    if (length === 0) return null;
    this.#spread();
    this.#rows = 0;
    const int = new Int32();
    const children = [
      makeData({ type: int, length, nullCount: 0, data: new Int32Array(length).fill(this.#file) }),
      makeData({ type: int, length, nullCount: 0, data: this.#lines.slice(0, length) }),
      ...this.#columns.map((column, index) => column.take(length, index)),
    ];
    const names = ['file', 'line', ...stagedColumns];
    const schema = new Schema(children.map((data, index) => new Field(names[index] ?? '', data.type, false)));
    const struct = makeData({ type: new Struct(schema.fields), length, nullCount: 0, children });
    return tableToIPC(new Table(schema, [new RecordBatch(schema, struct)]), 'stream');
  }
}
