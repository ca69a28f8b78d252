/** Owns how a household may be taken for one of another kind, and what that changes in the figures. */
import type { Family } from './family.ts';

/** A household of one kind in the place of another, and what changes with it. The kind 0 is nobody. */
export interface Turn {
  readonly from: number;
  readonly to: number;
  readonly up: readonly number[];
  readonly down: readonly number[];
  /** The number of the change, and of the one that undoes it. */
  readonly change: number;
  readonly undo: number;
}

const none: readonly Turn[] = [];

export class Turns {
  readonly #lists: readonly (readonly Turn[])[];
  readonly #ofKind: readonly ReadonlyMap<number, Turn>[];
  readonly #byChange: readonly (readonly Turn[])[];
  readonly #byCell: (readonly Turn[] | undefined)[];
  /** By kind, cell and way: whether any turn moves it so. */
  readonly #moves: Uint8Array;
  readonly #width: number;

  constructor({ kinds, alike, width }: Pick<Family, 'kinds' | 'alike' | 'width'>) {
    this.#width = width;
    const numbers = new Map<string, number>();
    const numberOf = (text: string): number => {
      const known = numbers.get(text) ?? numbers.size;
      numbers.set(text, known);
      return known;
    };
    const sets = kinds.map((cells) => new Set(cells));
    this.#lists = alike.map((others, from) =>
      others.map((to) => {
        const up = (kinds[to] ?? []).filter((cell) => !sets[from]?.has(cell));
        const down = (kinds[from] ?? []).filter((cell) => !sets[to]?.has(cell));
        const [more, fewer] = [up.join(), down.join()];
        return { from, to, up, down, change: numberOf(`${more}/${fewer}`), undo: numberOf(`${fewer}/${more}`) };
      }),
    );
    this.#ofKind = this.#lists.map((turns) => new Map(turns.map((turn) => [turn.change, turn])));
    const byChange: Turn[][] = Array.from({ length: numbers.size }, () => []);
    for (const turns of this.#lists) for (const turn of turns) byChange[turn.change]?.push(turn);
    this.#byChange = byChange;
    this.#moves = new Uint8Array(kinds.length * width * 2);
    for (const turns of this.#lists)
      for (const { from, up, down } of turns) {
        for (const cell of up) this.#moves[(from * width + cell) * 2 + 1] = 1;
        for (const cell of down) this.#moves[(from * width + cell) * 2] = 1;
      }
    this.#byCell = new Array<readonly Turn[] | undefined>(kinds.length * width * 2);
  }

  of(kind: number): readonly Turn[] {
    return this.#lists[kind] ?? none;
  }
  /** Nobody becomes of this kind. */
  coming(kind: number): Turn {
    return this.#lists[0]?.[kind - 1] as Turn;
  }
  going(kind: number): Turn {
    return this.#lists[kind]?.[0] as Turn;
  }
  /** The turn of a kind that makes this change, where it has one. */
  changing(kind: number, change: number): Turn | undefined {
    return this.#ofKind[kind]?.get(change);
  }
  all(change: number): readonly Turn[] {
    return this.#byChange[change] ?? none;
  }
  /** Those that raise or lower a cell. */
  moving(kind: number, cell: number, isUp: boolean): readonly Turn[] {
    const at = (kind * this.#width + cell) * 2 + Number(isUp);
    if (this.#moves[at] === 0) return none;
    return (this.#byCell[at] ??= this.of(kind).filter(({ up, down }) => (isUp ? up : down).includes(cell)));
  }
}
