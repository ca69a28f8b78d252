/** Owns how a household may be taken for one of another kind, and what that changes in the figures. */
import type { Family } from './family.ts';

/** Lists laid one after the other: those of the number n stand from `starts[n]` up to `starts[n + 1]`. */
interface Laid {
  readonly starts: Int32Array;
  readonly all: Int32Array;
}

/**
 * A household of one kind in the place of another is a turn, and what changes with it a change: each has a number, and is
 * read from columns, for a walk looks at tens of millions of them. The kind 0 is nobody.
 */
export class Turns {
  /** Those of a kind are numbered from `starts[kind]` up to `starts[kind + 1]`: to nobody first; of nobody to each in order. */
  readonly starts: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The number of the change, and of the one that undoes it. */
  readonly change: Int32Array;
  readonly undo: Int32Array;
  /** The cells that a change raises and lowers, and by how much. */
  readonly touchStarts: Int32Array;
  readonly touched: Int32Array;
  readonly by: Int8Array;
  /** The turns that make a change. */
  readonly alike: Laid;
  readonly #moving: Laid;
  readonly #width: number;
  /** By kind and change, open addressing: the turn, and one more, so that 0 is none. */
  readonly #table: Int32Array;

  constructor({ kinds, alike, width }: Pick<Family, 'kinds' | 'alike' | 'width'>) {
    this.#width = width;
    this.starts = new Int32Array(alike.length + 1);
    alike.forEach((others, kind) => (this.starts[kind + 1] = (this.starts[kind] as number) + others.length));
    const count = this.starts.at(-1) ?? 0;
    [this.from, this.to] = [new Int32Array(count), new Int32Array(count)];
    [this.change, this.undo] = [new Int32Array(count), new Int32Array(count)];
    const numbers = new Map<string, number>();
    const changes: { readonly up: readonly number[]; readonly down: readonly number[] }[] = [];
    const numberOf = (up: readonly number[], down: readonly number[], text: string): number => {
      const known = numbers.get(text) ?? changes.push({ up, down }) - 1;
      numbers.set(text, known);
      return known;
    };
    const sets = kinds.map((cells) => new Set(cells));
    let turn = 0;
    alike.forEach((others, from) => {
      for (const to of others) {
        const up = (kinds[to] ?? []).filter((cell) => !sets[from]?.has(cell));
        const down = (kinds[from] ?? []).filter((cell) => !sets[to]?.has(cell));
        const [more, fewer] = [up.join(), down.join()];
        [this.from[turn], this.to[turn]] = [from, to];
        this.change[turn] = numberOf(up, down, `${more}/${fewer}`);
        this.undo[turn++] = numberOf(down, up, `${fewer}/${more}`);
      }
    });
    this.touchStarts = new Int32Array(changes.length + 1);
    changes.forEach(({ up, down }, at) => {
      this.touchStarts[at + 1] = (this.touchStarts[at] as number) + up.length + down.length;
    });
    this.touched = Int32Array.from(changes.flatMap(({ up, down }) => [...up, ...down]));
    this.by = Int8Array.from(changes.flatMap(({ up, down }) => [...up.map(() => 1), ...down.map(() => -1)]));
    this.alike = laid(changes.length, (each) => this.change.forEach((change, own) => each(change, own)));
    this.#moving = laid(kinds.length * width * 2, (each) => {
      for (let own = 0; own < count; own++) {
        const change = this.change[own] as number;
        for (let at = this.touchStarts[change] as number; at < (this.touchStarts[change + 1] as number); at++)
          each(this.#wayOf(this.from[own] as number, this.touched[at] as number, (this.by[at] as number) > 0), own);
      }
    });
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(count * 2 + 2)));
    for (let own = 0; own < count; own++) {
      let at = this.#slotOf(this.from[own] as number, this.change[own] as number);
      while (this.#table[at] !== 0) at = (at + 1) & (this.#table.length - 1);
      this.#table[at] = own + 1;
    }
  }

  /** Nobody becomes of this kind. */
  coming(kind: number): number {
    return kind - 1;
  }
  going(kind: number): number {
    return this.starts[kind] as number;
  }
  /** The turn of a kind that makes this change; below zero where it has none. */
  changing(kind: number, change: number): number {
    for (let at = this.#slotOf(kind, change); ; at = (at + 1) & (this.#table.length - 1)) {
      const turn = (this.#table[at] as number) - 1;
      if (turn < 0 || (this.from[turn] === kind && this.change[turn] === change)) return turn;
    }
  }
  /** How many turns of a kind raise or lower a cell, and each of them. */
  movingCount(kind: number, cell: number, isUp: boolean): number {
    const way = this.#wayOf(kind, cell, isUp);
    return (this.#moving.starts[way + 1] as number) - (this.#moving.starts[way] as number);
  }
  moving(kind: number, cell: number, isUp: boolean, at: number): number {
    return this.#moving.all[(this.#moving.starts[this.#wayOf(kind, cell, isUp)] as number) + at] as number;
  }

  #wayOf(kind: number, cell: number, isUp: boolean): number {
    return (kind * this.#width + cell) * 2 + Number(isUp);
  }
  #slotOf(kind: number, change: number): number {
    const mixed = Math.imul(kind, 0x9e3779b1) ^ Math.imul(change, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & (this.#table.length - 1);
  }
}

function laid(lists: number, every: (each: (list: number, one: number) => void) => void): Laid {
  const starts = new Int32Array(lists + 1);
  every((list) => starts[list + 1]!++);
  for (let list = 0; list < lists; list++) starts[list + 1]! += starts[list] as number;
  const all = new Int32Array(starts[lists] as number);
  const next = starts.slice();
  every((list, one) => (all[next[list]!++] = one));
  return { starts, all };
}
