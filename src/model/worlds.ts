/** Owns the worlds that a reader of protected figures can't tell from the true one: how one becomes another, household by household. */
import { cellsOf, type Family, type Random, type Spans } from './family.ts';
import type { Turn, Turns } from './turns.ts';

/** A household becomes of another kind, and a second one elsewhere too, as a rule the other way round; or none. */
interface Move {
  readonly spot: number;
  readonly turn: Turn;
  readonly other: number;
  readonly undoing: Turn | null;
}

/** A world that shows the same as the true one, and the least and most that each cell was in any on the way to it. */
export class World {
  readonly cells: Int32Array;
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** The spots that each place holds. */
  readonly within: readonly (readonly number[])[];
  readonly #family: Family;
  readonly #turns: Turns;
  readonly #spans: Spans;
  readonly #kinds: number;
  readonly #random: Random;
  /** By spot and kind: how many there are, and whether there may be any, for none is told where there is none. */
  readonly #counts: Int32Array;
  readonly #allowed: Uint8Array;
  /** The kinds that a spot ever had, the spots that ever had a kind, the spots in the same place one level up. */
  readonly #held: readonly number[][];
  readonly #holders: readonly number[][];
  readonly #beside: readonly (readonly number[])[];

  constructor(family: Family, turns: Turns, spans: Spans, random: Random) {
    const { kinds, paths, width, places } = family;
    this.#family = family;
    this.#turns = turns;
    this.#spans = spans;
    this.#random = random;
    this.#kinds = kinds.length;
    this.cells = cellsOf(family);
    this.least = this.cells.slice();
    this.most = this.cells.slice();
    const within: number[][] = Array.from({ length: places }, () => []);
    paths.forEach((path, spot) => path.forEach((place) => within[place]?.push(spot)));
    this.within = within;
    this.#beside = paths.map((path) => within[path[1] ?? path[0] ?? 0] ?? []);
    this.#counts = new Int32Array(paths.length * kinds.length);
    this.#held = paths.map(() => [0]);
    this.#holders = kinds.map(() => []);
    for (const { spot, kind, count } of family.households) {
      this.#counts[spot * kinds.length + kind] = count;
      this.#held[spot]?.push(kind);
      this.#holders[kind]?.push(spot);
    }
    this.#allowed = new Uint8Array(paths.length * kinds.length);
    paths.forEach(([own = 0], spot) =>
      kinds.forEach((cells, kind) => {
        const isAllowed = cells.every((cell) => (this.cells[own * width + cell] as number) > 0);
        this.#allowed[spot * kinds.length + kind] = Number(isAllowed);
      }),
    );
  }

  /** Back to the true one. */
  reset(): void {
    for (const cells of [this.cells, this.least, this.most]) cells.set(cellsOf(this.#family));
    this.#counts.fill(0);
    for (const { spot, kind, count } of this.#family.households) this.#counts[spot * this.#kinds + kind] = count;
  }

  /** A place, what it holds, and all that it lies in. */
  over(place: number): ReadonlySet<number> {
    return new Set(this.within[place]?.flatMap((spot) => this.#family.paths[spot] ?? []));
  }
  /** And what lies beside it. */
  around(place: number): ReadonlySet<number> {
    const beside = this.within[place]?.flatMap((spot) => this.#beside[spot] ?? []) ?? [];
    return new Set(beside.flatMap((spot) => this.#family.paths[spot] ?? []));
  }

  /** Tries a move at random, anywhere. */
  stray(): void {
    const spot = this.#random(this.#family.paths.length);
    const turn = this.#any(this.#turns.of(this.#any(this.#held[spot] as readonly number[]) as number));
    const move = turn && this.#moveOf(spot, turn);
    if (!move || this.#isHindered(move)) return;
    this.#do(move, 1);
    this.#note(move);
  }

  /** Tries a move at random that raises or lowers a cell; the cells in its way, none where it was made, null where none was found. */
  push(cell: number, isUp: boolean): readonly number[] | null {
    const move = this.#pushing(cell, isUp, this.#startsOf(cell, isUp));
    if (!move) return null;
    const found = this.#inTheWay(move);
    if (found.length > 0) return found;
    this.#do(move, 1);
    this.#note(move);
    return found;
  }

  /** Makes such a move whatever it does to other cells, and mends these by further ones; takes all back where that fails. */
  force(cell: number, isUp: boolean, tries: number): boolean {
    const first = this.#pushing(cell, isUp, this.#startsOf(cell, isUp));
    if (!first) return false;
    const broken = this.#inTheWay(first);
    const done = [first];
    this.#do(first, 1);
    for (let i = 0; i < tries && broken.length > 0 && broken.length < 12; i++) {
      const one = broken[this.#random(broken.length)] as number;
      const move = this.#pushing(one, (this.cells[one] as number) < (this.#spans.least[one] as number), null);
      if (!move || !this.#mends(move, cell, isUp)) continue;
      this.#do(move, 1);
      done.push(move);
      this.#each(move, (touched) => {
        const at = broken.indexOf(touched);
        const isBroken = this.#beyond(touched, this.cells[touched] as number) > 0;
        if (isBroken && at < 0) broken.push(touched);
        else if (!isBroken && at >= 0) broken.splice(at, 1);
        return true;
      });
    }
    if (broken.length === 0) {
      for (const move of done) this.#note(move);
      return true;
    }
    for (const move of done.toReversed()) this.#do(move, -1);
    return false;
  }

  /** Whether it breaks less than it mends, and doesn't give up what was won. */
  #mends(move: Move, won: number, isUp: boolean): boolean {
    let worse = 0;
    this.#each(move, (cell, by) => {
      const count = this.cells[cell] as number;
      worse += this.#beyond(cell, count + by) - this.#beyond(cell, count);
      if (cell === won && by > 0 !== isUp) worse += 1000;
      return worse < 20;
    });
    return worse < 0 || (worse === 0 && this.#random(4) === 0);
  }

  #beyond(cell: number, count: number): number {
    const [least, most] = [this.#spans.least[cell] as number, this.#spans.most[cell] as number];
    return count < least ? least - count : count > most ? count - most : 0;
  }

  #any<T>(all: readonly T[]): T | undefined {
    return all[this.#random(all.length)];
  }
  #has(spot: number, kind: number): boolean {
    return kind === 0 || (this.#counts[spot * this.#kinds + kind] as number) > 0;
  }
  #may(spot: number, kind: number): boolean {
    return this.#allowed[spot * this.#kinds + kind] === 1;
  }

  #last: { readonly cell: number; readonly isUp: boolean; readonly starts: readonly number[] } | null = null;
  #startsOf(cell: number, isUp: boolean): readonly number[] {
    if (this.#last?.cell !== cell || this.#last.isUp !== isUp)
      this.#last = { cell, isUp, starts: this.#starts(cell, isUp) };
    return this.#last.starts;
  }
  /** Where something that raises or lowers a cell could begin: spot and kind, one after the other. */
  #starts(cell: number, isUp: boolean): readonly number[] {
    const { width, kinds } = this.#family;
    const own = cell % width;
    const found: number[] = [];
    for (const spot of this.within[Math.floor(cell / width)] as readonly number[])
      for (const kind of this.#held[spot] as readonly number[])
        if (kind !== 0 && (kinds[kind]?.includes(own) || this.#turns.moving(kind, own, isUp).length > 0))
          found.push(spot, kind);
    return found;
  }

  /** A move at random that raises or lowers a cell; it begins at one of the starts, where they are known. */
  #pushing(cell: number, isUp: boolean, starts: readonly number[] | null): Move | null {
    const { width, kinds } = this.#family;
    const place = Math.floor(cell / width);
    const own = cell % width;
    const spots = this.within[place] as readonly number[];
    for (let tries = 0; tries < 8; tries++) {
      const at = starts === null ? 0 : 2 * this.#random(starts.length / 2);
      const spot = starts === null ? (this.#any(spots) as number) : (starts[at] as number);
      const kind =
        starts === null ? (this.#any(this.#held[spot] as readonly number[]) as number) : (starts[at + 1] as number);
      if (kind === 0 || kind === undefined) continue;
      // One more or one fewer of those who are there, else one who is taken for another.
      const isOne = kinds[kind]?.includes(own) === true && this.#random(3) > 0;
      const turn = isOne
        ? isUp
          ? this.#turns.coming(kind)
          : this.#turns.going(kind)
        : this.#any(this.#turns.moving(kind, own, isUp));
      const move = turn && this.#moveOf(spot, turn, place);
      if (move) return move;
    }
    return null;
  }

  /** `place`: what is undone elsewhere is undone outside of it, or the place would not change. */
  #moveOf(spot: number, turn: Turn, place = this.#family.paths[spot]?.[0] ?? 0): Move | null {
    if (!this.#has(spot, turn.from) || !this.#may(spot, turn.to)) return null;
    const { paths } = this.#family;
    const inside = this.within[place] as readonly number[];
    const isAll = inside.length === paths.length;
    if (this.#random(isAll ? 2 : 8) === 0) return { spot, turn, other: -1, undoing: null };
    // What stays within one amphoe is seen in fewer figures.
    const near = this.#beside[spot] as readonly number[];
    const isNear = inside.length < near.length && this.#random(4) > 0;
    const isFit = (other: number, undoing: Turn): boolean =>
      other !== spot &&
      this.#has(other, undoing.from) &&
      this.#may(other, undoing.to) &&
      (isAll || inside.length === 1 || !inside.includes(other));
    if (isAll || this.#random(3) > 0) {
      const other = isNear ? (this.#any(near) as number) : this.#random(paths.length);
      const held = this.#held[other] as readonly number[];
      for (let tries = 0; tries < 10 && !isAll; tries++) {
        const undoing = this.#turns.changing(this.#any(held) as number, turn.undo);
        if (undoing && isFit(other, undoing)) return { spot, turn, other, undoing };
      }
      // Somebody who is not quite alike.
      const kind = this.#any(held) as number;
      const undoing =
        kind === 0 ? null : turn.from === 0 ? this.#turns.going(kind) : turn.to === 0 ? this.#turns.coming(kind) : null;
      return undoing && isFit(other, undoing) ? { spot, turn, other, undoing } : null;
    }
    const undoing = this.#any(this.#turns.all(turn.undo));
    if (!undoing) return null;
    const holders = undoing.from === 0 ? near : (this.#holders[undoing.from] as readonly number[]);
    for (let tries = 0; tries < 4 && holders.length > 0; tries++) {
      const other = this.#any(holders) as number;
      if (isFit(other, undoing) && (!isNear || near.includes(other))) return { spot, turn, other, undoing };
    }
    return null;
  }

  #isHindered(move: Move): boolean {
    const { least, most } = this.#spans;
    return !this.#each(move, (cell, by) => {
      const count = (this.cells[cell] as number) + by;
      return count >= (least[cell] as number) && count <= (most[cell] as number);
    });
  }

  /** The cells that would be shown otherwise. */
  #inTheWay(move: Move): number[] {
    const found: number[] = [];
    this.#each(move, (cell, by) => {
      if (this.#beyond(cell, (this.cells[cell] as number) + by) > 0) found.push(cell);
      return true;
    });
    return found;
  }

  #do(move: Move, sign: 1 | -1): void {
    this.#each(move, (cell, by) => {
      this.cells[cell]! += sign * by;
      return true;
    });
    const { spot, turn, other, undoing } = move;
    this.#count(spot, turn.from, -sign);
    this.#count(spot, turn.to, sign);
    if (!undoing) return;
    this.#count(other, undoing.from, -sign);
    this.#count(other, undoing.to, sign);
  }
  #note(move: Move): void {
    this.#each(move, (cell) => {
      const count = this.cells[cell] as number;
      if (count < (this.least[cell] as number)) this.least[cell] = count;
      if (count > (this.most[cell] as number)) this.most[cell] = count;
      return true;
    });
  }
  #count(spot: number, kind: number, by: number): void {
    if (kind === 0) return;
    const at = spot * this.#kinds + kind;
    this.#counts[at]! += by;
    const held = this.#held[spot] as number[];
    if (by < 0 || held.includes(kind)) return;
    held.push(kind);
    this.#holders[kind]?.push(spot);
  }

  /** Every cell that a move changes, and by how much; false as soon as one says no. */
  #each({ spot, turn, other, undoing }: Move, visit: (cell: number, by: number) => boolean): boolean {
    const { paths, width } = this.#family;
    const path = paths[spot] as readonly number[];
    const otherPath = undoing ? (paths[other] as readonly number[]) : [];
    for (const place of path) {
      const start = place * width;
      if (undoing && otherPath.includes(place)) {
        if (undoing.change === turn.undo) continue;
        const both = new Map<number, number>();
        for (const [cells, by] of [
          [turn.up, 1],
          [turn.down, -1],
          [undoing.up, 1],
          [undoing.down, -1],
        ] as const)
          for (const cell of cells) both.set(cell, (both.get(cell) ?? 0) + by);
        for (const [cell, by] of both) if (by !== 0 && !visit(start + cell, by)) return false;
        continue;
      }
      for (const cell of turn.up) if (!visit(start + cell, 1)) return false;
      for (const cell of turn.down) if (!visit(start + cell, -1)) return false;
    }
    for (const place of otherPath) {
      if (path.includes(place)) continue;
      const start = place * width;
      for (const cell of (undoing as Turn).up) if (!visit(start + cell, 1)) return false;
      for (const cell of (undoing as Turn).down) if (!visit(start + cell, -1)) return false;
    }
    return true;
  }
}
