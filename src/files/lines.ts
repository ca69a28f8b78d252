/** Owns bytes becoming lines of text: strictly decoded, any mix of line ends, and the lines that can't be read told apart. */
import { isUtf8, type Encoding } from './encodings.ts';

/** `not_utf8`: a line of another encoding inside a file of UTF-8. `not_decoded`: signs that the file's own encoding has not. */
export type LineFault = 'not_utf8' | 'not_decoded';

/** One physical line. `end` is what closed it, empty only at the end of the file. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  readonly end: '\n' | '\r\n' | '\r' | '';
  /** Where there is one, `text` is the best that can be shown of it. */
  readonly fault: LineFault | null;
}

/**
 * What a decoder writes for what it can't read: some give the bytes that Windows-874 leaves open to private signs. U+FFFD in
 * a file of UTF-8 was lost before, and is a sign as any other.
 */
const undecoded = /[\ufffd\uf8c1-\uf8c8]/;

const lf = 10;
const cr = 13;

/**
 * Is offered each line of UTF-8 that an LF ends before it is decoded. Says where the next one begins; 0 declines the line,
 * which is then emitted as every other.
 */
export type TakeBytes = (bytes: Uint8Array, start: number, number: number) => number;

/** Feeds lines to `emit` as bytes arrive. What does not end yet waits for the next bytes. */
export class LineReader {
  readonly #emit: (line: Line) => void;
  readonly #take: TakeBytes | null;
  readonly #encoding: Encoding;
  readonly #strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #thai = new TextDecoder('windows-874');
  /** For encodings whose line ends are not single bytes: these are decoded before they are split. */
  readonly #wide: TextDecoder | null;
  #text = '';
  #rest: Uint8Array[] = [];
  #isFirst = true;
  #number = 0;

  constructor(emit: (line: Line) => void, encoding: Encoding = 'utf-8', take: TakeBytes | null = null) {
    this.#emit = emit;
    this.#take = take;
    this.#encoding = encoding;
    this.#wide = encoding.startsWith('utf-16') ? new TextDecoder(encoding) : null;
  }

  push(bytes: Uint8Array): void {
    if (this.#wide) return this.#pushText(this.#wide.decode(bytes, { stream: true }));
    let chunk = bytes;
    if (this.#isFirst && this.#rest.length > 0) chunk = this.#joined(chunk);
    if (this.#isFirst) {
      if (chunk.length < 3) return void this.#rest.push(chunk);
      if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) chunk = chunk.subarray(3);
      this.#isFirst = false;
    }
    let cut = chunk.lastIndexOf(lf);
    // A file of the old Macintosh has no LF at all. A CR that ends the chunk may still get its LF.
    if (cut < 0 && chunk.length > 1) cut = chunk.lastIndexOf(cr, chunk.length - 2);
    if (cut < 0 || chunk.length === 0) return void this.#rest.push(chunk.slice());
    // Only the line that began before is copied together; all others are read where they stand.
    const first = this.#rest.length === 0 ? -1 : chunk.indexOf(lf);
    const from = first < 0 ? 0 : first + 1;
    const begun = from === 0 ? null : this.#joined(chunk.subarray(0, from));
    const whole = from === 0 ? this.#joined(chunk.subarray(0, cut + 1)) : chunk.subarray(from, cut + 1);
    if (cut + 1 < chunk.length) this.#rest.push(chunk.slice(cut + 1));
    if (begun) this.#block(begun);
    if (whole.length > 0) this.#block(whole);
  }

  /** Leaves out whole lines that somebody else reads: the number of the first; null where a line has begun already. */
  pass(lines: number): number | null {
    if (this.#isFirst || this.#rest.length > 0) return null;
    this.#number += lines;
    return this.#number - lines + 1;
  }

  finish(): void {
    if (this.#wide) {
      this.#pushText(this.#wide.decode());
      if (this.#text !== '') this.#split(this.#text);
      return;
    }
    const whole = this.#joined(new Uint8Array());
    if (whole.length > 0) this.#block(whole);
  }

  #joined(last: Uint8Array): Uint8Array {
    if (this.#rest.length === 0) return last;
    const parts = [...this.#rest, last];
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    this.#rest = [];
    return whole;
  }

  #pushText(text: string): void {
    this.#text += text;
    let cut = this.#text.lastIndexOf('\n');
    if (cut < 0 && this.#text.length > 1) cut = this.#text.lastIndexOf('\r', this.#text.length - 2);
    if (cut < 0) return;
    const whole = this.#text.slice(0, cut + 1);
    this.#text = this.#text.slice(cut + 1);
    this.#split(whole);
  }

  #block(bytes: Uint8Array): void {
    if (this.#encoding === 'windows-874') return this.#oldThai(bytes);
    if (!this.#take) return this.#strictly(bytes);
    let at = 0;
    for (const last = bytes.lastIndexOf(lf); at <= last;) {
      const next = this.#take(bytes, at, this.#number + 1);
      const stop = next === 0 ? bytes.indexOf(lf, at) + 1 : next;
      if (next === 0) this.#strictly(bytes.subarray(at, stop));
      else this.#number++;
      at = stop;
    }
    if (at < bytes.length) this.#strictly(bytes.subarray(at));
  }

  #strictly(bytes: Uint8Array): void {
    let text: string;
    try {
      text = this.#strict.decode(bytes);
    } catch {
      this.#lineByLine(bytes, (line) => {
        if (isUtf8(line)) this.#split(this.#strict.decode(line));
        else this.#split(this.#thai.decode(line), 'not_utf8');
      });
      return;
    }
    this.#split(text);
  }

  /** A line of UTF-8 inside a file of Windows-874 would be read as other Thai letters; เธ and เน give it away. */
  #oldThai(bytes: Uint8Array): void {
    const text = this.#thai.decode(bytes);
    if (!/เ[ธน]/.test(text)) return this.#split(text);
    this.#lineByLine(bytes, (line) => {
      const isForeign = line.some((byte) => byte >= 128) && isUtf8(line);
      this.#split(isForeign ? this.#strict.decode(line) : this.#thai.decode(line), isForeign ? 'not_decoded' : null);
    });
  }

  #lineByLine(bytes: Uint8Array, take: (line: Uint8Array) => void): void {
    for (let at = 0; at < bytes.length;) {
      const found = bytes.indexOf(lf, at);
      const next = found < 0 ? bytes.length : found + 1;
      take(bytes.subarray(at, next));
      at = next;
    }
  }

  #split(text: string, fault: LineFault | null = null): void {
    const hasCr = text.includes('\r');
    for (let at = 0; at < text.length;) {
      const found = text.indexOf('\n', at);
      const stop = found < 0 ? text.length : found;
      const end = found < 0 ? '' : '\n';
      const cr = hasCr ? text.indexOf('\r', at) : -1;
      if (cr < 0 || cr >= stop) this.#line(text.slice(at, stop), end, fault);
      else if (cr === stop - 1 && end !== '') this.#line(text.slice(at, cr), '\r\n', fault);
      else this.#withReturns(text.slice(at, stop), end, fault);
      at = stop + 1;
    }
  }

  #withReturns(text: string, end: '\n' | '', fault: LineFault | null): void {
    const parts = text.split('\r');
    const last = parts.pop() ?? '';
    parts.forEach((part, index) => {
      const closesBoth = index === parts.length - 1 && last === '' && end === '\n';
      this.#line(part, closesBoth ? '\r\n' : '\r', fault);
    });
    if (last !== '' || (parts.length === 0 && end !== '')) this.#line(last, end, fault);
  }

  #line(text: string, end: Line['end'], fault: LineFault | null): void {
    const isLost = fault === null && this.#encoding !== 'utf-8' && undecoded.test(text);
    this.#emit({ number: ++this.#number, text, end, fault: isLost ? 'not_decoded' : fault });
  }
}
