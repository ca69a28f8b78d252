/** Owns the short way from bytes to a record: a whole line of UTF-8 in which nothing needs a second look. */
import { CellText } from './celltext.ts';
import type { EmitRecord } from './records.ts';

const lf = 10;
const cr = 13;
const quote = 34;

/** A cell is known again by its bytes, its quotes among them; longer ones are decoded each time. */
const longestKnownBytes = 128;
const slotCount = 32_768;

/** The cells met before: most of a column are one of a few, and need not be decoded again. */
class KnownCells {
  readonly texts = new Array<string>(slotCount).fill('');
  readonly lengths = new Uint8Array(slotCount);
  readonly #bytes = new Uint8Array(slotCount * longestKnownBytes);
  readonly #words = new DataView(this.#bytes.buffer);

  /** True where the cell of a slot stands at `at`; what follows it is not looked at. */
  isAt(slot: number, words: DataView, at: number): boolean {
    const length = this.lengths[slot]!;
    if (at + length > words.byteLength) return false;
    const known = slot * longestKnownBytes;
    let done = 0;
    for (; done + 4 <= length; done += 4)
      if (words.getInt32(at + done) !== this.#words.getInt32(known + done)) return false;
    for (; done < length; done++) if (words.getUint8(at + done) !== this.#bytes[known + done]) return false;
    return true;
  }

  /** Where a cell of these bytes is, or is to be. */
  slotOf(words: DataView, from: number, to: number): number {
    let hash = to - from;
    let at = from;
    for (; at + 4 <= to; at += 4) {
      hash = Math.imul(hash ^ words.getInt32(at), 0x2c1b3c6d);
      hash ^= hash >>> 15;
    }
    for (; at < to; at++) hash = Math.imul(hash ^ words.getUint8(at), 0x01000193);
    return (hash ^ (hash >>> 16)) & (slotCount - 1);
  }

  learn(slot: number, bytes: Uint8Array, from: number, to: number, text: string): void {
    this.texts[slot] = text;
    this.lengths[slot] = to - from;
    for (let at = from, known = slot * longestKnownBytes; at < to;) this.#bytes[known++] = bytes[at++]!;
  }
}

/** Reads what `LineReader` and `RecordReader` would read alike, and leaves to them whatever else a line may be. */
export class SwiftReader {
  readonly #emit: EmitRecord;
  readonly #delimiter: number;
  /** 1 for the bytes that end a cell, or end the short way. */
  readonly #stops = new Uint8Array(256);
  readonly #cells = new KnownCells();
  readonly #text = new CellText();
  /** The cells above, by column, and where they stand: often the same cell comes again. */
  readonly #fields: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #bytes: Uint8Array = new Uint8Array();
  #words: DataView = new DataView(this.#bytes.buffer);

  constructor(delimiter: string, emit: EmitRecord) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#emit = emit;
    for (const byte of [this.#delimiter, lf, cr, quote, 0]) this.#stops[byte] = 1;
  }

  /** Gives the record of the line that begins at `start`, and where the next one does; 0 for a line that is not for here. */
  read(bytes: Uint8Array, start: number, line: number): number {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      this.#starts.fill(0);
      this.#ends.fill(0);
    }
    const fields = this.#fields;
    const starts = this.#starts;
    const ends = this.#ends;
    for (let column = 0, at = start; ; column++) {
      if (column === fields.length) {
        fields.push('');
        starts.push(0);
        ends.push(0);
      }
      const length = ends[column]! - starts[column]!;
      const isAbove = length > 0 && this.#isEnd(bytes[at + length]) && this.#isSame(starts[column]!, at, length);
      const end = isAbove ? at + length : this.#endOf(bytes, at);
      if (!isAbove) {
        const text = end < 0 ? null : this.#textOf(bytes, at, end);
        if (text === null) return 0;
        fields[column] = text;
      }
      starts[column] = at;
      ends[column] = end;
      at = end;
      const mark = bytes[at++];
      if (mark === this.#delimiter) continue;
      if (mark !== lf && (mark !== cr || bytes[at] !== lf)) return 0;
      const stop = at - 1;
      this.#emit(fields.slice(0, column + 1), line, () => this.#text.line(bytes, start, stop), null, false);
      return mark === lf ? at : at + 1;
    }
  }

  #isSame(above: number, at: number, length: number): boolean {
    const words = this.#words;
    let done = 0;
    for (; done + 4 <= length; done += 4) if (words.getInt32(above + done) !== words.getInt32(at + done)) return false;
    for (; done < length; done++) if (words.getUint8(above + done) !== words.getUint8(at + done)) return false;
    return true;
  }

  #isEnd(byte: number | undefined): boolean {
    return byte === this.#delimiter || byte === lf || byte === cr;
  }

  /** Where the cell ends that begins at `at`; -1 where its quotes are not plain. */
  #endOf(bytes: Uint8Array, at: number): number {
    let end = at;
    if (bytes[at] !== quote) {
      while (this.#stops[bytes[end]!] === 0) end++;
      return end;
    }
    for (end++; bytes[end] !== quote; end++) if (bytes[end] === lf || bytes[end] === cr || bytes[end] === 0) return -1;
    return end + 1;
  }

  /** Null where the cell is no UTF-8. */
  #textOf(bytes: Uint8Array, from: number, to: number): string | null {
    if (from === to) return '';
    if (to - from > longestKnownBytes) return this.#text.of(bytes, from, to);
    const slot = this.#cells.slotOf(this.#words, from, to);
    if (this.#cells.lengths[slot] === to - from && this.#cells.isAt(slot, this.#words, from))
      return this.#cells.texts[slot]!;
    const text = this.#text.of(bytes, from, to);
    if (text !== null) this.#cells.learn(slot, bytes, from, to, text);
    return text;
  }
}
