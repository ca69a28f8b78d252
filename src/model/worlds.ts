/** Owns the worlds that a reader of protected figures can't tell from the true one: how one becomes another, household by household. */
import { cellsOf, type Family, type Random, type Spans } from './family.ts';
import { Residents } from './residents.ts';
import type { Turns } from './turns.ts';

/** What is tried for one household, and for one elsewhere that is to undo it. */
const pushTries = 8;
const undoingTries = 10;
const holderTries = 4;
/** So much broken at once is not mended any more. */
const mostBroken = 12;

/**
 * A world that shows the same as the true one, and the least and most that each cell was in any on the way to it. One becomes
 * another by a move: a household becomes of another kind, and a second one elsewhere too, as a rule the other way round. The
 * move in hand, and what it changes, stand in columns that are used again and again: a walk tries millions.
 */
export class World {
  readonly cells: Int32Array;
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** What stood in the way of the last push. */
  readonly hindering: number[] = [];
  readonly #family: Family;
  readonly #turns: Turns;
  readonly #spans: Spans;
  readonly #random: Random;
  readonly #residents: Residents;
  /** By kind and cell: whether a household of this kind raises it. */
  readonly #raises: Uint8Array;
  /** The spots that each place holds; of each spot the place one level up. */
  readonly #within: readonly (readonly number[])[];
  readonly #nearby: readonly number[];

  /** The move in hand; `undoing` is below zero where there is none. */
  #spot = 0;
  #turn = 0;
  #other = 0;
  #undoing = -1;
  /** The cells that it changes, each once, and by how much. */
  readonly #touched: Int32Array;
  readonly #by: Int8Array;
  #touches = 0;
  readonly #sums: Int8Array;
  /** The moves of a chain, and what these broke that is not mended yet. */
  readonly #done: number[] = [];
  readonly #broken: number[] = [];
  /** Spots and kinds that something could begin with which raises or lowers a cell. */
  readonly #starts: number[] = [];
  #startsOf = -1;

  constructor(family: Family, turns: Turns, spans: Spans, random: Random) {
    const { kinds, paths, width, places } = family;
    this.#family = family;
    this.#turns = turns;
    this.#spans = spans;
    this.#random = random;
    this.cells = cellsOf(family);
    this.least = this.cells.slice();
    this.most = this.cells.slice();
    const within: number[][] = Array.from({ length: places }, () => []);
    paths.forEach((path, spot) => path.forEach((place) => within[place]?.push(spot)));
    this.#within = within;
    this.#nearby = paths.map((path) => path[1] ?? path[0] ?? 0);
    this.#residents = new Residents(family, this.cells);
    this.#raises = new Uint8Array(kinds.length * width);
    kinds.forEach((raised, kind) => raised.forEach((cell) => (this.#raises[kind * width + cell] = 1)));
    const most = 2 * width * Math.max(0, ...paths.map(({ length }) => length));
    [this.#touched, this.#by, this.#sums] = [new Int32Array(most), new Int8Array(most), new Int8Array(width)];
  }

  /** Back to the true one. */
  reset(): void {
    for (const cells of [this.cells, this.least, this.most]) cells.set(cellsOf(this.#family));
    this.#residents.reset();
    this.#startsOf = -1;
  }

  /** A place, what it holds, and all that it lies in. */
  over(place: number): ReadonlySet<number> {
    return new Set(this.#within[place]?.flatMap((spot) => this.#family.paths[spot] ?? []));
  }
  /** And what lies beside it. */
  around(place: number): ReadonlySet<number> {
    const beside = this.#within[place]?.flatMap((spot) => this.#within[this.#nearby[spot] ?? 0] ?? []) ?? [];
    return new Set(beside.flatMap((spot) => this.#family.paths[spot] ?? []));
  }

  /** Of each part of the whole one place. */
  regions(): ReadonlySet<number> {
    return new Set(this.#nearby);
  }

  /** Tries a move at random, anywhere. */
  stray(): void {
    const spot = this.#random(this.#family.paths.length);
    const kind = this.#residents.anyHeld(spot, this.#random);
    const start = this.#turns.starts[kind] as number;
    const turn = start + this.#random((this.#turns.starts[kind + 1] as number) - start);
    if (!this.#find(spot, turn, this.#ownPlace(spot))) return;
    this.#touch();
    for (let at = 0; at < this.#touches; at++) if (this.#isBreaking(at)) return;
    this.#do(1);
    this.#note();
  }

  /** Tries a move at random that raises or lowers a cell: how many cells are in its way, below zero where none was found. */
  push(cell: number, isUp: boolean): number {
    this.#listStarts(cell, isUp);
    if (!this.#findPush(cell, isUp, true)) return -1;
    this.#touch();
    this.#listHindering();
    if (this.hindering.length > 0) return this.hindering.length;
    this.#do(1);
    this.#note();
    return 0;
  }

  /** Makes such a move whatever it does to other cells, and mends these by further ones; takes all back where that fails. */
  force(cell: number, isUp: boolean, tries: number): boolean {
    this.#listStarts(cell, isUp);
    if (!this.#findPush(cell, isUp, true)) return false;
    const [done, broken] = [this.#done, this.#broken];
    done.length = broken.length = 0;
    this.#touch();
    this.#go();
    for (let i = 0; i < tries && broken.length > 0 && broken.length < mostBroken; i++) {
      const one = broken[this.#random(broken.length)] as number;
      const isLow = (this.cells[one] as number) < (this.#spans.least[one] as number);
      if (!this.#findPush(one, isLow, false)) continue;
      this.#touch();
      if (this.#mends(cell, isUp)) this.#go();
    }
    const isMended = broken.length === 0;
    for (let at = done.length - 4; at >= 0; at -= 4) {
      this.#spot = done[at] as number;
      this.#turn = done[at + 1] as number;
      this.#other = done[at + 2] as number;
      this.#undoing = done[at + 3] as number;
      this.#touch();
      if (isMended) this.#note();
      else this.#do(-1);
    }
    return isMended;
  }

  /** Makes the move in hand one of a chain. */
  #go(): void {
    this.#do(1);
    this.#done.push(this.#spot, this.#turn, this.#other, this.#undoing);
    for (let at = 0; at < this.#touches; at++) {
      const cell = this.#touched[at] as number;
      const known = this.#broken.indexOf(cell);
      const isBroken = this.#beyond(cell, this.cells[cell] as number) > 0;
      if (isBroken && known < 0) this.#broken.push(cell);
      else if (!isBroken && known >= 0) {
        this.#broken[known] = this.#broken.at(-1) as number;
        this.#broken.pop();
      }
    }
  }

  /** Whether the move in hand breaks less than it mends, and doesn't give up what was won. */
  #mends(won: number, isUp: boolean): boolean {
    let worse = 0;
    for (let at = 0; at < this.#touches; at++) {
      const cell = this.#touched[at] as number;
      const by = this.#by[at] as number;
      const count = this.cells[cell] as number;
      if (cell === won && by > 0 !== isUp) return false;
      worse += this.#beyond(cell, count + by) - this.#beyond(cell, count);
      if (worse >= 20) return false;
    }
    return worse < 0 || (worse === 0 && this.#random(4) === 0);
  }

  #beyond(cell: number, count: number): number {
    const least = this.#spans.least[cell] as number;
    if (count < least) return least - count;
    const most = this.#spans.most[cell] as number;
    return count > most ? count - most : 0;
  }

  #ownPlace(spot: number): number {
    return (this.#family.paths[spot] as readonly number[])[0] as number;
  }
  #isIn(spot: number, place: number): boolean {
    const path = this.#family.paths[spot] as readonly number[];
    return path[0] === place || path[1] === place || path[2] === place;
  }

  #listStarts(cell: number, isUp: boolean): void {
    const asked = cell * 2 + Number(isUp);
    if (this.#startsOf === asked) return;
    this.#startsOf = asked;
    const { width } = this.#family;
    const own = cell % width;
    this.#starts.length = 0;
    for (const spot of this.#within[Math.floor(cell / width)] as readonly number[])
      for (let at = this.#residents.heldCount(spot) - 1; at > 0; at--) {
        const kind = this.#residents.held(spot, at);
        if (this.#raises[kind * width + own] === 1 || this.#turns.movingCount(kind, own, isUp) > 0)
          this.#starts.push(spot, kind);
      }
  }

  /** Finds a move at random that raises or lowers a cell; it begins at one of the starts, where they are listed. */
  #findPush(cell: number, isUp: boolean, isListed: boolean): boolean {
    const { width } = this.#family;
    const place = Math.floor(cell / width);
    const own = cell % width;
    const spots = this.#within[place] as readonly number[];
    if (isListed && this.#starts.length === 0) return false;
    for (let tries = 0; tries < pushTries; tries++) {
      const at = isListed ? 2 * this.#random(this.#starts.length / 2) : 0;
      const spot = (isListed ? this.#starts[at] : spots[this.#random(spots.length)]) as number;
      const kind = isListed ? (this.#starts[at + 1] as number) : this.#residents.anyHeld(spot, this.#random);
      if (kind === 0) continue;
      // One more or one fewer of those who are there, else one who is taken for another.
      const isOne = this.#raises[kind * width + own] === 1 && this.#random(3) > 0;
      const count = isOne ? 1 : this.#turns.movingCount(kind, own, isUp);
      if (count === 0) continue;
      const turn = !isOne
        ? this.#turns.moving(kind, own, isUp, this.#random(count))
        : isUp
          ? this.#turns.coming(kind)
          : this.#turns.going(kind);
      if (this.#find(spot, turn, place)) return true;
    }
    return false;
  }

  /** Finds what undoes a turn, or nothing; what is undone elsewhere is undone outside of `place`, or that would not change. */
  #find(spot: number, turn: number, place: number): boolean {
    const [residents, turns, random] = [this.#residents, this.#turns, this.#random];
    const [from, to, undo] = [turns.from[turn] as number, turns.to[turn] as number, turns.undo[turn] as number];
    if (!residents.has(spot, from) || !residents.may(spot, to)) return false;
    const all = this.#family.paths.length;
    const insideCount = (this.#within[place] as readonly number[]).length;
    const isAll = insideCount === all;
    this.#spot = spot;
    this.#turn = turn;
    this.#undoing = -1;
    if (random(isAll ? 2 : 8) === 0) return true;
    // What stays within one amphoe is seen in fewer figures.
    const nearby = this.#nearby[spot] as number;
    const near = this.#within[nearby] as readonly number[];
    const isNear = insideCount < near.length && random(4) > 0;
    const outside = isAll || insideCount === 1 ? -1 : place;
    if (isAll || random(3) > 0) {
      const other = isNear ? (near[random(near.length)] as number) : random(all);
      for (let tries = 0; tries < undoingTries && !isAll; tries++) {
        const undoing = turns.changing(residents.anyHeld(other, random), undo);
        if (undoing >= 0 && this.#takes(other, undoing, outside)) return true;
      }
      // Somebody who is not quite alike.
      const kind = residents.anyHeld(other, random);
      if (kind === 0 || (from !== 0 && to !== 0)) return false;
      return this.#takes(other, from === 0 ? turns.going(kind) : turns.coming(kind), outside);
    }
    const { starts, all: alike } = turns.alike;
    const start = starts[undo] as number;
    const count = (starts[undo + 1] as number) - start;
    if (count === 0) return false;
    const undoing = alike[start + random(count)] as number;
    const undone = turns.from[undoing] as number;
    const holders = undone === 0 ? near : residents.holders(undone);
    for (let tries = 0; tries < holderTries && holders.length > 0; tries++) {
      const other = holders[random(holders.length)] as number;
      if ((!isNear || this.#isIn(other, nearby)) && this.#takes(other, undoing, outside)) return true;
    }
    return false;
  }
  /** Takes what undoes a turn in hand, where it can be done. */
  #takes(other: number, undoing: number, outside: number): boolean {
    if (other === this.#spot || !this.#residents.has(other, this.#turns.from[undoing] as number)) return false;
    if (!this.#residents.may(other, this.#turns.to[undoing] as number)) return false;
    if (outside >= 0 && this.#isIn(other, outside)) return false;
    this.#other = other;
    this.#undoing = undoing;
    return true;
  }

  #isBreaking(at: number): boolean {
    const cell = this.#touched[at] as number;
    return this.#beyond(cell, (this.cells[cell] as number) + (this.#by[at] as number)) > 0;
  }
  /** The cells that would be shown otherwise. */
  #listHindering(): void {
    this.hindering.length = 0;
    for (let at = 0; at < this.#touches; at++)
      if (this.#isBreaking(at)) this.hindering.push(this.#touched[at] as number);
  }

  #do(sign: 1 | -1): void {
    for (let at = 0; at < this.#touches; at++)
      this.cells[this.#touched[at] as number]! += sign * (this.#by[at] as number);
    this.#turnOver(this.#spot, this.#turn, sign);
    if (this.#undoing >= 0) this.#turnOver(this.#other, this.#undoing, sign);
  }
  #turnOver(spot: number, turn: number, sign: 1 | -1): void {
    this.#residents.add(spot, this.#turns.from[turn] as number, -sign);
    this.#residents.add(spot, this.#turns.to[turn] as number, sign);
  }
  #note(): void {
    for (let at = 0; at < this.#touches; at++) {
      const cell = this.#touched[at] as number;
      const count = this.cells[cell] as number;
      if (count < (this.least[cell] as number)) this.least[cell] = count;
      if (count > (this.most[cell] as number)) this.most[cell] = count;
    }
  }

  /** Gathers what the move in hand changes. */
  #touch(): void {
    this.#touches = 0;
    const change = this.#turns.change[this.#turn] as number;
    const isPair = this.#undoing >= 0;
    const undoing = isPair ? (this.#turns.change[this.#undoing] as number) : -1;
    const isUndone = undoing === (this.#turns.undo[this.#turn] as number);
    for (const place of this.#family.paths[this.#spot] as readonly number[]) {
      if (!isPair || !this.#isIn(this.#other, place)) this.#touchOne(place, change);
      else if (!isUndone) this.#touchBoth(place, change, undoing);
    }
    if (!isPair) return;
    for (const place of this.#family.paths[this.#other] as readonly number[])
      if (!this.#isIn(this.#spot, place)) this.#touchOne(place, undoing);
  }
  #touchOne(place: number, change: number): void {
    const { touchStarts, touched, by } = this.#turns;
    const start = place * this.#family.width;
    const end = touchStarts[change + 1] as number;
    for (let at = touchStarts[change] as number; at < end; at++) {
      this.#touched[this.#touches] = start + (touched[at] as number);
      this.#by[this.#touches++] = by[at] as number;
    }
  }
  #touchBoth(place: number, change: number, undoing: number): void {
    const { width } = this.#family;
    const first = this.#touches;
    this.#touchOne(place, change);
    this.#touchOne(place, undoing);
    const sums = this.#sums;
    const start = place * width;
    for (let at = first; at < this.#touches; at++)
      sums[(this.#touched[at] as number) - start]! += this.#by[at] as number;
    let end = first;
    for (let at = first; at < this.#touches; at++) {
      const cell = this.#touched[at] as number;
      const sum = sums[cell - start] as number;
      if (sum === 0) continue;
      sums[cell - start] = 0;
      this.#touched[end] = cell;
      this.#by[end++] = sum;
    }
    this.#touches = end;
  }
}
