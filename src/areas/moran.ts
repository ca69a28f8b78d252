/** Owns Moran's I: whether like areas lie together, over all areas and around each one. */
import { deviations } from './deviation.ts';
import { countOf, type Neighbours } from './neighbours.ts';
import { chanceOf, Random } from './permuting.ts';

export interface Moran {
  /** About 1 where like lies by like, below `expected` where unlike does; null where all values are alike or none has neighbours. */
  readonly statistic: number | null;
  /** What chance would give. */
  readonly expected: number;
  /** Two-sided, by permutations; 1 without a statistic. */
  readonly chance: number;
}

/** The stream of random numbers that no area has. */
const ownStream = -1;

/** Moran's I over all areas that have neighbours, each one's neighbours weighing one together. */
export function moran(values: Float64Array, neighbours: Neighbours, permutations: number, seed: number): Moran {
  const work = moranWork(values, neighbours, permutations, seed, Infinity);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The same, yielding the part that is done, 0 to 1, after about so many steps from area to neighbour. */
export function* moranWork(
  values: Float64Array,
  neighbours: Neighbours,
  permutations: number,
  seed: number,
  stepsInSlice: number,
): Generator<number, Moran> {
  const { above, square } = deviations(values);
  const linked = above.reduce((count, _, area) => count + Number(countOf(neighbours, area) > 0), 0);
  const expected = -1 / (linked - 1);
  // The weights add up to the number of linked areas, and so does what they are set against.
  const statisticOf = (shuffled: Float64Array): number => crossed(shuffled, neighbours) / (square * values.length);
  if (square === 0 || linked < 2) return { statistic: null, expected, chance: 1 };
  const statistic = statisticOf(above);
  const random = new Random(seed, ownStream);
  const shuffled = above.slice();
  const turnsInSlice = Math.ceil(stepsInSlice / (values.length + neighbours.others.length));
  let [atLeast, atMost] = [0, 0];
  for (let turn = 0; turn < permutations; turn += 1) {
    for (let place = shuffled.length - 1; place > 0; place -= 1) {
      const other = random.below(place + 1);
      const value = shuffled[place]!;
      shuffled[place] = shuffled[other]!;
      shuffled[other] = value;
    }
    const drawn = statisticOf(shuffled);
    if (drawn >= statistic - 1e-12) atLeast += 1;
    if (drawn <= statistic + 1e-12) atMost += 1;
    if ((turn + 1) % turnsInSlice === 0 || turn + 1 === permutations) yield (turn + 1) / permutations;
  }
  return { statistic, expected, chance: chanceOf(atLeast, atMost, permutations) };
}

/** Local Moran's I of each area (Anselin 1995), its neighbours weighing one together; 0 without neighbours or where all values are alike. */
export function localMoran(values: Float64Array, neighbours: Neighbours): Float64Array {
  const { above, square } = deviations(values);
  return above.map((own, area) => (square > 0 ? (own / square) * lag(above, neighbours, area) : 0));
}

/** How far the neighbours of an area lie above the mean of all, on average; 0 without neighbours. */
export function lagOf(values: Float64Array, neighbours: Neighbours): Float64Array {
  const { above } = deviations(values);
  return above.map((_, area) => lag(above, neighbours, area));
}

function lag(above: Float64Array, { starts, others }: Neighbours, area: number): number {
  const [start, end] = [starts[area]!, starts[area + 1]!];
  let sum = 0;
  for (let at = start; at < end; at += 1) sum += above[others[at]!]!;
  return end > start ? sum / (end - start) : 0;
}

function crossed(above: Float64Array, neighbours: Neighbours): number {
  let sum = 0;
  for (let area = 0; area < above.length; area += 1) sum += above[area]! * lag(above, neighbours, area);
  return sum;
}
