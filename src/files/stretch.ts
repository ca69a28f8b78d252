/** Owns stretches: many ordinary lines of a file at once, read to codes beside the scan, which only takes them over. */
import type { Word } from './codedcolumn.ts';
import type { Likeness } from './likeness.ts';
import { OrdinaryLines, type OrdinaryLine } from './ordinary.ts';
import { doubtsIn } from './spoiled.ts';
import { Stage } from './staging.ts';

const lf = 10;

/** The lines that begin in one block of the file; each is ordinary, and so is the one after them. */
export interface Stretch {
  /** Under which likeness, as text. */
  readonly like: string;
  readonly lines: number;
  /** The end of the line that began before the block. */
  readonly head: Uint8Array;
  /** The last line that begins in the block; whether those before it are kept, it tells. */
  readonly tail: Uint8Array;
  /** Where in the file the tail ends. */
  readonly to: number;
  /** A field's codes, line by line, by its place; null of a field that is not staged. */
  readonly codes: readonly (Int32Array | null)[];
  readonly houses: Float64Array;
  /** By place: in how many lines the field is not empty. */
  readonly filled: Int32Array;
  /** Words that these codes stand for and those of no stretch before. */
  readonly words: readonly Word[];
}

/** Cells of lines to come. */
class Growing<T extends Int32Array | Float64Array> {
  #cells: T;
  readonly #make: (length: number) => T;
  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#cells = make(1 << 12);
  }
  put(at: number, cell: number): void {
    if (at === this.#cells.length) {
      const more = this.#make(at * 2);
      more.set(this.#cells);
      this.#cells = more;
    }
    this.#cells[at] = cell;
  }
  first(length: number): T {
    return this.#cells.slice(0, length) as T;
  }
}

/** Reads stretches of one file under one likeness. */
export class StretchReader {
  readonly like: string;
  readonly #stage: Stage;
  readonly #take: ReturnType<OrdinaryLines['reading']>;
  readonly #codes: readonly (Growing<Int32Array> | null)[];
  readonly #houses = new Growing((length) => new Float64Array(length));
  readonly #filled: Int32Array;
  #held: OrdinaryLine | null = null;
  #lines = 0;

  constructor(like: string) {
    this.like = like;
    const { columns, delimiter, ...places } = JSON.parse(like) as Likeness;
    const stage = (this.#stage = new Stage(0, columns));
    this.#codes = columns.map((_, place) =>
      stage.coderOf(place) ? new Growing((length) => new Int32Array(length)) : null,
    );
    this.#filled = new Int32Array(columns.length);
    const takeOrdinary = (line: OrdinaryLine): void => {
      this.#held?.keep();
      this.#held = line;
    };
    const ordinary = { ...places, isDoubtful: doubtsIn(columns) };
    this.#take = new OrdinaryLines(
      { columns, ordinary, takeOrdinary, takeOrdinaries: () => undefined },
      () => stage,
      (_, codes, house) => this.#keep(codes, house),
    ).reading(delimiter);
  }

  #keep(codes: Int32Array, house: number): void {
    const line = this.#lines++;
    this.#houses.put(line, house);
    for (let place = 0; place < codes.length; place++) {
      const code = codes[place]!;
      this.#codes[place]?.put(line, code);
      if (code !== 0) this.#filled[place]!++;
    }
  }

  /**
   * The lines that begin in a block of `blockBytes`, which stands at `start` of the file. `bytes` begin one byte before it
   * (the file's first block is not for here) and go on behind it for as long as a line may be. Null where one needs a second look.
   */
  read(bytes: Uint8Array, start: number, blockBytes: number): Stretch | null {
    const first = bytes.indexOf(lf) + 1;
    const end = blockBytes + 1;
    this.#held = null;
    this.#lines = 0;
    this.#filled.fill(0);
    let last = first;
    let at = first;
    for (let line = 1; at < end; line++) {
      const next = first === 0 ? 0 : this.#take(bytes, at, line);
      if (next === 0) return null;
      last = at;
      at = next;
    }
    if (this.#lines === 0) return null;
    const lines = this.#lines;
    return {
      like: this.like,
      lines,
      head: bytes.slice(1, first),
      tail: bytes.slice(last, at),
      to: start - 1 + at,
      codes: this.#codes.map((codes) => codes?.first(lines) ?? null),
      houses: this.#houses.first(lines),
      filled: this.#filled.slice(),
      words: this.#stage.learned(),
    };
  }
}
