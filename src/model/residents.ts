/** Owns who lives where in a world: how many of each kind at each spot, and which kinds and spots may have any. */
import type { Family, Random } from './family.ts';

/** Nobody, the kind 0, is everywhere. */
export class Residents {
  readonly #family: Family;
  readonly #kinds: number;
  /** By spot and kind. */
  readonly #counts: Int32Array;
  /** Whether there may be any, for none is told where there is none. */
  readonly #allowed: Uint8Array;
  /** The kinds that a spot has, in no order; of each kind where it stands there, 0 where there is none. */
  readonly #held: Int32Array;
  readonly #at: Int32Array;
  readonly #heldCounts: Int32Array;
  /** The spots that ever had a kind. */
  readonly #holders: readonly number[][];
  readonly #wasHeld: Uint8Array;

  constructor(family: Family, cells: Int32Array) {
    const { kinds, paths, width } = family;
    const size = paths.length * kinds.length;
    this.#family = family;
    this.#kinds = kinds.length;
    this.#counts = new Int32Array(size);
    this.#held = new Int32Array(size);
    this.#at = new Int32Array(size);
    this.#heldCounts = new Int32Array(paths.length);
    this.#holders = kinds.map(() => []);
    this.#wasHeld = new Uint8Array(size);
    this.#allowed = new Uint8Array(size);
    paths.forEach(([own = 0], spot) =>
      kinds.forEach((raised, kind) => {
        const isAllowed = raised.every((cell) => (cells[own * width + cell] as number) > 0);
        this.#allowed[spot * kinds.length + kind] = Number(isAllowed);
      }),
    );
    this.reset();
  }

  /** Back to the true ones. */
  reset(): void {
    this.#counts.fill(0);
    this.#at.fill(0);
    this.#heldCounts.fill(1);
    this.#family.paths.forEach((_, spot) => {
      this.#counts[spot * this.#kinds] = 1;
      this.#held[spot * this.#kinds] = 0;
    });
    for (const { spot, kind, count } of this.#family.households) this.add(spot, kind, count);
  }

  has(spot: number, kind: number): boolean {
    return (this.#counts[spot * this.#kinds + kind] as number) > 0;
  }
  may(spot: number, kind: number): boolean {
    return this.#allowed[spot * this.#kinds + kind] === 1;
  }
  /** How many kinds a spot has, and each of them. */
  heldCount(spot: number): number {
    return this.#heldCounts[spot] as number;
  }
  held(spot: number, at: number): number {
    return this.#held[spot * this.#kinds + at] as number;
  }
  anyHeld(spot: number, random: Random): number {
    return this.#held[spot * this.#kinds + random(this.#heldCounts[spot] as number)] as number;
  }
  holders(kind: number): readonly number[] {
    return this.#holders[kind] as readonly number[];
  }

  add(spot: number, kind: number, by: number): void {
    if (kind === 0) return;
    const start = spot * this.#kinds;
    const at = start + kind;
    const count = (this.#counts[at] as number) + by;
    this.#counts[at] = count;
    const place = this.#at[at] as number;
    if (count > 0 && place === 0) {
      const next = this.#heldCounts[spot]!++;
      this.#held[start + next] = kind;
      this.#at[at] = next;
      if (this.#wasHeld[at] === 0) this.#holders[kind]?.push(spot);
      this.#wasHeld[at] = 1;
    } else if (count === 0 && place > 0) {
      const last = this.#held[start + --this.#heldCounts[spot]!] as number;
      this.#held[start + place] = last;
      this.#at[start + last] = place;
      this.#at[at] = 0;
    }
  }
}
