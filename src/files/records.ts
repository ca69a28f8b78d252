/** Owns lines becoming records: quotes, fields, and a quote left open found at the line that opened it. */
import type { Line, LineFault, TakeBytes } from './lines.ts';
import { SwiftReader } from './swift.ts';

export type Fault = LineFault | 'nul' | 'quote_unclosed' | 'quote_stray' | 'text_after_quote';

/** A record as it stood in the file, without its last line end; where few will ask for it, it is made when asked. */
export type RecordText = string | (() => string);
export const textOf = (text: RecordText | null): string | null => (typeof text === 'function' ? text() : text);

/** `fields` are empty where there is a fault. */
export type EmitRecord = (
  fields: string[],
  line: number,
  text: RecordText,
  fault: Fault | null,
  isLast: boolean,
) => void;

/** The marks round a cell that holds delimiters or line ends; the closing one is doubled to be a letter. */
export interface Quotes {
  readonly open: string;
  readonly close: string;
}
export const usualQuotes: Quotes = { open: '"', close: '"' };

/** No cell of a household has more lines than this. It bounds what one open quote can hold up. */
const longestCellLines = 500;

export class RecordReader {
  /** The short way for a line as bytes; what it declines must be pushed. */
  readonly take: TakeBytes | null;
  /** Fields in the header as first guessed; 0 where not known. Only used to see records inside an open quote. */
  readonly #width: number;
  readonly #delimiter: string;
  readonly #quotes: Quotes;
  readonly #emit: EmitRecord;
  /** Lines of the record being read: more than one only inside quotes. */
  #open: Line[] = [];
  #fields: string[] = [];
  #field = '';
  #isQuoted = false;

  /** `ordinary`: a way shorter still, offered each line first. */
  constructor(
    delimiter: string,
    width: number,
    emit: EmitRecord,
    quotes: Quotes = usualQuotes,
    ordinary: TakeBytes | null = null,
  ) {
    this.#delimiter = delimiter;
    this.#quotes = quotes;
    this.#width = width;
    this.#emit = emit;
    const swift = quotes === usualQuotes ? new SwiftReader(delimiter, emit) : null;
    this.take =
      swift &&
      ((bytes, start, number) => {
        if (this.#open.length > 0) return 0;
        return ordinary?.(bytes, start, number) || swift.read(bytes, start, number);
      });
  }

  /** In the middle of a record that goes over several lines. */
  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  finish(): void {
    while (this.#open.length > 0) this.#reopen();
  }

  push(line: Line): void {
    const { text, number } = line;
    if (this.#open.length === 0 && !this.#hasQuote(text)) {
      const fault = line.fault ?? (text.includes('\0') ? 'nul' : null);
      this.#emit(fault ? [] : text.split(this.#delimiter), number, text, fault, line.end === '');
      return;
    }
    this.#open.push(line);
    const fault = this.#read(text);
    if (fault === null && this.#isQuoted) {
      this.#field += line.end;
      if (this.#open.length >= longestCellLines) this.#reopen();
      return;
    }
    if (this.#open.length > 1 && this.#hasSwallowed(fault !== null)) return this.#reopen();
    this.#close(fault);
  }

  /** Reads one line in the state that the line before left. A fault, or null. */
  #read(text: string): Fault | null {
    const { open, close } = this.#quotes;
    let at = 0;
    for (;;) {
      if (!this.#isQuoted && text[at] === open) {
        this.#isQuoted = true;
        this.#field = '';
        at++;
      }
      if (this.#isQuoted) {
        const quote = text.indexOf(close, at);
        if (quote < 0) {
          this.#field += text.slice(at);
          return null;
        }
        this.#field += text.slice(at, quote);
        at = quote + 1;
        if (text[at] === close) {
          this.#field += close;
          at++;
          continue;
        }
        this.#isQuoted = false;
        this.#fields.push(this.#field);
        if (at === text.length) return null;
        if (text[at] !== this.#delimiter) return 'text_after_quote';
        at++;
      } else {
        const next = text.indexOf(this.#delimiter, at);
        const cell = text.slice(at, next < 0 ? text.length : next);
        if (this.#hasQuote(cell)) return 'quote_stray';
        this.#fields.push(cell);
        if (next < 0) return null;
        at = next + 1;
      }
    }
  }

  #hasQuote(text: string): boolean {
    const { open, close } = this.#quotes;
    return text.includes(open) || (close !== open && text.includes(close));
  }

  /**
   * True when the quoted lines hold a line that by its delimiters is a whole record: the quote was never meant to reach
   * so far. The last line is looked at only when the record came out wrong, for a good one may close there; then half a
   * record is enough, for the swallowed one may have a line end of its own.
   */
  #hasSwallowed(isFaulty: boolean): boolean {
    if (this.#width < 2) return false;
    const isWrong = isFaulty || this.#fields.length !== this.#width;
    return this.#open
      .slice(1, isWrong ? undefined : -1)
      .some(({ text }) => text.split(this.#delimiter).length >= (isWrong ? Math.max(2, this.#width / 2) : this.#width));
  }

  /** Gives up the first open line as one broken record and reads the others again. */
  #reopen(): void {
    const [first, ...rest] = this.#open;
    this.#reset();
    if (!first) return;
    this.#emit([], first.number, first.text, first.fault ?? 'quote_unclosed', first.end === '');
    for (const line of rest) this.push(line);
  }

  #close(fault: Fault | null): void {
    const lines = this.#open;
    const last = lines.at(-1);
    const text = lines.map((line) => (line === last ? line.text : line.text + line.end)).join('');
    const unread = lines.find((line) => line.fault !== null)?.fault;
    const found = unread ?? (text.includes('\0') ? 'nul' : fault);
    const fields = this.#fields;
    this.#reset();
    this.#emit(found ? [] : fields, lines[0]?.number ?? 0, text, found, last?.end === '');
  }

  #reset(): void {
    this.#open = [];
    this.#fields = [];
    this.#field = '';
    this.#isQuoted = false;
  }
}
