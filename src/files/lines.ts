/** Owns bytes becoming lines of text: strict UTF-8, any mix of line ends, and the lines that are not UTF-8 told apart. */

/** One physical line. `end` is what closed it, empty only at the end of the file. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  readonly end: '\n' | '\r\n' | '\r' | '';
  /** False: the bytes were no UTF-8 and `text` is what an old Thai Windows would have shown. */
  readonly isUtf8: boolean;
}

const lf = 10;
const cr = 13;

/** Feeds lines to `emit` as bytes arrive. What does not end yet waits for the next bytes. */
export class LineReader {
  readonly #emit: (line: Line) => void;
  readonly #strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #thai = new TextDecoder('windows-874');
  #rest: Uint8Array[] = [];
  #isFirst = true;
  #number = 0;

  constructor(emit: (line: Line) => void) {
    this.#emit = emit;
  }

  push(bytes: Uint8Array): void {
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
    const whole = this.#joined(chunk.subarray(0, cut + 1));
    if (cut + 1 < chunk.length) this.#rest.push(chunk.slice(cut + 1));
    this.#block(whole);
  }

  finish(): void {
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

  #block(bytes: Uint8Array): void {
    let text: string;
    try {
      text = this.#strict.decode(bytes);
    } catch {
      this.#lineByLine(bytes);
      return;
    }
    this.#split(text, true);
  }

  /** A block with a byte that is not UTF-8: only the line that holds it suffers. */
  #lineByLine(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const found = bytes.indexOf(lf, at);
      const next = found < 0 ? bytes.length : found + 1;
      const line = bytes.subarray(at, next);
      try {
        this.#split(this.#strict.decode(line), true);
      } catch {
        this.#split(this.#thai.decode(line), false);
      }
      at = next;
    }
  }

  #split(text: string, isUtf8: boolean): void {
    const hasCr = text.includes('\r');
    for (let at = 0; at < text.length;) {
      const found = text.indexOf('\n', at);
      const stop = found < 0 ? text.length : found;
      const end = found < 0 ? '' : '\n';
      if (hasCr) this.#withReturns(text.slice(at, stop), end, isUtf8);
      else this.#emit({ number: ++this.#number, text: text.slice(at, stop), end, isUtf8 });
      at = stop + 1;
    }
  }

  #withReturns(text: string, end: '\n' | '', isUtf8: boolean): void {
    const parts = text.split('\r');
    const last = parts.pop() ?? '';
    parts.forEach((part, index) => {
      const closesBoth = index === parts.length - 1 && last === '' && end === '\n';
      this.#emit({ number: ++this.#number, text: part, end: closesBoth ? '\r\n' : '\r', isUtf8 });
    });
    if (last !== '' || (parts.length === 0 && end !== ''))
      this.#emit({ number: ++this.#number, text: last, end, isUtf8 });
  }
}
