/** Owns chance: seeded random numbers, and how often shuffled neighbours come out as high, or as low, as the real ones. */
import type { Neighbours } from './neighbours.ts';

export interface Draws {
  readonly values: Float64Array;
  readonly neighbours: Neighbours;
  readonly permutations: number;
  readonly seed: number;
}

/** Of each area: how many permutations gave its neighbours a sum at least, and at most, as great as the real one. */
export interface Tails {
  readonly atLeast: Uint32Array;
  readonly atMost: Uint32Array;
}

export function emptyTails(areas: number): Tails {
  return { atLeast: new Uint32Array(areas), atMost: new Uint32Array(areas) };
}

/**
 * Conditional permutations of the areas from `from` to before `to`: the area keeps its own value, its neighbours are drawn
 * from all other areas, none twice. Each area draws from a stream of its own, so that however the areas are parted among
 * calls, every bit of the result is the same.
 */
export function permute(
  { values, neighbours, permutations, seed }: Draws,
  tails: Tails,
  from: number,
  to: number,
): void {
  const { starts, others } = neighbours;
  const last = values.length - 1;
  const pool = new Float64Array(values.length);
  let greatest = 0;
  for (const value of values) greatest = Math.max(greatest, Math.abs(value));
  for (let area = from; area < to; area += 1) {
    const [start, end] = [starts[area]!, starts[area + 1]!];
    const count = end - start;
    let real = 0;
    for (let at = start; at < end; at += 1) real += values[others[at]!]!;
    // Equal sums, added in another order, may differ in their last bits.
    const dust = 1e-12 * greatest * count;
    const random = new Random(seed, area);
    pool.set(values);
    pool[area] = values[last]!;
    let [atLeast, atMost] = [0, 0];
    for (let turn = 0; turn < permutations; turn += 1) {
      let sum = 0;
      // The pool's first places are filled by chance; whatever order it was left in, each choice is equally likely.
      for (let place = 0; place < count; place += 1) {
        const drawn = place + random.below(last - place);
        const value = pool[drawn]!;
        pool[drawn] = pool[place]!;
        pool[place] = value;
        sum += value;
      }
      if (sum >= real - dust) atLeast += 1;
      if (sum <= real + dust) atMost += 1;
    }
    tails.atLeast[area] = atLeast;
    tails.atMost[area] = atMost;
  }
}

/** Two-sided: either tail could have surprised. The real arrangement counts as one of those that may occur, so it is never 0. */
export function chanceOf(atLeast: number, atMost: number, permutations: number): number {
  return Math.min(1, (2 * (Math.min(atLeast, atMost) + 1)) / (permutations + 1));
}

/** Random numbers by Marsaglia's xorshift of 128 bits; each seed and stream starts elsewhere in its period. */
export class Random {
  readonly #state: Int32Array;

  constructor(seed: number, stream: number) {
    let mixed = scatter(seed) ^ Math.imul(stream + 1, 0x9e3779b1);
    this.#state = Int32Array.from({ length: 4 }, () => (mixed = scatter((mixed + 0x6b43a9b5) | 0)));
    // All zeros would stay so for ever.
    this.#state[3]! |= 1;
    for (let turn = 0; turn < 8; turn += 1) this.below(1);
  }

  /** A whole number from 0 to below `bound`. */
  below(bound: number): number {
    const state = this.#state;
    let turned = state[0]!;
    turned ^= turned << 11;
    turned ^= turned >>> 8;
    state[0] = state[1]!;
    state[1] = state[2]!;
    const newest = state[3]!;
    state[2] = newest;
    const next = newest ^ (newest >>> 19) ^ turned;
    state[3] = next;
    return Math.floor((next >>> 0) * 2 ** -32 * bound);
  }
}

/** Lets every bit of a word bear on every other (the finish of MurmurHash3). */
function scatter(word: number): number {
  let bits = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
