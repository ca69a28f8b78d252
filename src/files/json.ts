/** Owns JSON tables: an array of objects or of arrays, or one of them a line; numbers stay as they were written. */
import { AppError } from '../model/error.ts';
import { decodeHead, encodingOf } from './encodings.ts';
import { bytesOf } from './source.ts';
import { oneTable, type Opened, type Table, type TakeRecord } from './table.ts';

/** Keys are gathered from so many records; a record with a key of its own after that is quarantined. */
const surveyedRecords = 1_000;

export function jsonTables({ source, head, seal }: Opened): Promise<readonly Table[]> {
  const file = source.name;
  const encoding = encodingOf(head, file);
  const isWrapped = /^\ufeff?\s*\[\s*[[{\]]/.test(decodeHead(head, encoding));
  const read: Table['read'] = async function* (take) {
    const rows = new JsonRows(take);
    const values = new JsonValues(isWrapped ? 1 : 0, (text) => rows.push(text));
    const decoder = new TextDecoder(encoding, { fatal: true });
    const push = (bytes?: Uint8Array): void => {
      try {
        values.push(decoder.decode(bytes, { stream: bytes !== undefined }));
      } catch (cause) {
        throw new AppError('file_damaged', { file }, cause);
      }
    };
    let bytesDone = 0;
    for await (const bytes of bytesOf(source)) {
      seal(bytes);
      push(bytes);
      bytesDone += bytes.length;
      yield bytesDone / source.size;
    }
    push();
    if (!values.isWhole) throw new AppError('file_damaged', { file });
    rows.finish();
  };
  return Promise.resolve(oneTable(encoding, read));
}

/** Values of JSON becoming records. The first are waited for, to know all keys before the header is given. */
class JsonRows {
  readonly #take: TakeRecord;
  #keys: ReadonlyMap<string, number> | null = null;
  #waiting: { readonly value: object; readonly text: string; readonly line: number }[] = [];
  #count = 0;

  constructor(take: TakeRecord) {
    this.#take = take;
  }

  push(text: string): void {
    const value = JSON.parse(asTexts(text)) as object;
    this.#waiting.push({ value, text, line: ++this.#count });
    if (this.#keys || this.#waiting.length === surveyedRecords) this.finish();
  }

  finish(): void {
    if (!this.#keys) {
      const all = this.#waiting.flatMap(({ value }) => (Array.isArray(value) ? [] : Object.keys(value)));
      this.#keys = new Map([...new Set(all)].map((key, index) => [key, index]));
      if (all.length > 0) this.#take([...this.#keys.keys()], 0, null, null, false);
    }
    for (const { value, text, line } of this.#waiting) this.#take(this.#fields(value), line, text, null, false);
    this.#waiting = [];
  }

  #fields(value: object): string[] {
    if (Array.isArray(value)) return value.map(textOf);
    const keys = this.#keys ?? new Map<string, number>();
    const fields = new Array<string>(keys.size).fill('');
    for (const [key, cell] of Object.entries(value)) fields[keys.get(key) ?? fields.length] = textOf(cell);
    return fields;
  }
}

/** Says that a text was a number; a sign that no text of a file needs. */
const numeral = '\ue000';

/** Every number becomes the text of itself: a code must keep its digits, and JSON's numbers have but fifteen. */
function asTexts(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (part) =>
    part.startsWith('"') ? part : `"${numeral}${part}"`,
  );
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  const text = typeof cell === 'string' ? cell : JSON.stringify(cell);
  if (!text.includes(numeral)) return text;
  // Some programs add .0 to every number of a column that has blanks.
  if (text.startsWith(numeral)) return text.slice(1).replace(/^(-?\d+)\.0+$/, '$1');
  return text.replace(new RegExp(`"${numeral}([^"]*)"`, 'g'), '$1');
}

/** Finds the records in a stream of JSON without holding more than one: the arrays and objects `base` brackets deep. */
class JsonValues {
  readonly #base: number;
  readonly #emit: (text: string) => void;
  #record = '';
  #depth = 0;
  #isQuoted = false;
  #isEscaped = false;
  #isClosed = false;

  constructor(base: 0 | 1, emit: (text: string) => void) {
    this.#base = base;
    this.#emit = emit;
  }

  get isWhole(): boolean {
    return this.#depth === 0 && (this.#base === 0 || this.#isClosed);
  }

  /** Throws where there is anything but records and what parts them. */
  push(text: string): void {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const sign = text[at]!;
      if (this.#isQuoted) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (sign === '\\') this.#isEscaped = true;
        else if (sign === '"') this.#isQuoted = false;
      } else if (sign === '[' || sign === '{') {
        if (this.#isClosed) throw new SyntaxError('more than one array');
        if (this.#depth++ === this.#base) from = at;
      } else if (sign === ']' || sign === '}') {
        if (--this.#depth < 0) throw new SyntaxError('a bracket too many');
        if (this.#depth === this.#base) {
          this.#emit(this.#record + text.slice(from, at + 1));
          this.#record = '';
        }
        this.#isClosed = this.#depth < this.#base;
      } else if (this.#depth > this.#base) this.#isQuoted = sign === '"';
      else if (!/[\s,\ufeff]/.test(sign)) throw new SyntaxError('a value that is no record');
    }
    if (this.#depth > this.#base) this.#record += text.slice(from);
  }
}
