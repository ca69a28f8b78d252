/** Owns how coarsely each count of a snapshot is shown in a meeting, so that none of the small ones can be worked out. */
import { seeded, type Family, type Spans } from './family.ts';
import { ladder, spanOf, thresholds, type Base } from './protection.ts';
import { Turns } from './turns.ts';
import { World } from './worlds.ts';

/** What a cell is worth to the reader. */
export interface Rank {
  /** What is shown of one layer stays as it is while the next is added to it, the first being the most wanted. */
  readonly layer: number;
  /** Of two cells of a layer the lighter is coarsened. */
  readonly weight: number;
  /** Shown coarsely rather than not. */
  readonly isKept: boolean;
  /** Shown as it is, where it may be. */
  readonly isExact: boolean;
}

const isSmall = (count: number): boolean => count > 0 && count < thresholds.small;
/**
 * How long is looked for a world in which a small cell is another: plain moves, and moves with their mending, that may fail
 * one after the other. In the first rounds nothing is coarsened for it, in the last also what was shown before, and at the
 * very last what would stay exact.
 */
interface Round {
  readonly pushes: number;
  readonly forces: number;
  readonly coarsens?: true;
  readonly reachesUp?: true;
  readonly sparesNone?: true;
}
const rounds: readonly Round[] = [
  { pushes: 15, forces: 2 },
  { pushes: 30, forces: 10 },
  { pushes: 60, forces: 20, coarsens: true },
  { pushes: 100, forces: 20, coarsens: true },
  { pushes: 200, forces: 80, coarsens: true, reachesUp: true },
  { pushes: 400, forces: 160, coarsens: true, reachesUp: true },
  { pushes: 2000, forces: 1500, coarsens: true, reachesUp: true },
  { pushes: 1000, forces: 1000, coarsens: true, reachesUp: true, sparesNone: true },
];
/** After what stood in the way is hidden. */
const lastly: Round = { pushes: 1000, forces: 500, coarsens: true, reachesUp: true };
const mending = 25;
const strays = 100_000;
const steps = 200;

/**
 * The base of each cell. A small cell is safe when a walk through worlds that all show the same has met it so far apart that
 * `valuesLeft` values remain: whoever looks on can't tell these worlds apart, whatever they reckon. Where the walk doesn't get
 * there, what stands in its way is shown more coarsely, and only so that the worlds met before still show the same.
 */
export function coarsened(family: Family, rankOf: (cell: number) => Rank, onround?: (told: string) => void): Base[] {
  const size = family.places * family.width;
  const spans: Spans = { least: new Int32Array(size), most: new Int32Array(size) };
  const random = seeded(2565);
  const world = new World(family, new Turns(family), spans, random);
  const cells = world.cells.slice();
  const ranks = Array.from(cells, (_, cell) => rankOf(cell));
  const bases: Base[] = [];
  const show = (cell: number, base: Base): void => {
    bases[cell] = base;
    [spans.least[cell], spans.most[cell]] = spanOf(cells[cell] as number, base);
  };
  const small = [...cells.keys()].filter((cell) => isSmall(cells[cell] as number));
  const isOpen = (cell: number): boolean =>
    (world.most[cell] as number) - (world.least[cell] as number) < thresholds.valuesLeft - 1;
  const last = ranks.reduce((most, rank) => Math.max(most, rank.layer), 0);
  let layer = 0;
  let reachesUp = false;
  let sparesExact = true;

  /** The next base whose span holds all of the present one; undefined where the cell stays as it is. */
  const wider = (cell: number): Base | undefined => {
    const base = bases[cell] as Base;
    if (
      base === null ||
      cells[cell] === 0 ||
      ((ranks[cell] as Rank).layer < layer && !reachesUp) ||
      (base === 1 && sparesExact)
    )
      return undefined;
    const [least, most] = [spans.least[cell] as number, spans.most[cell] as number];
    const fits = (next: Base): boolean => {
      const [from, to] = spanOf(cells[cell] as number, next);
      return from <= least && to >= most && to - from > most - least;
    };
    const next = ladder.slice(ladder.indexOf(base) + 1).find(fits) ?? null;
    const { isKept, layer: own } = ranks[cell] as Rank;
    return next === null && isKept && own < layer && sparesExact ? undefined : next;
  };
  const cost = (found: readonly number[]): number =>
    found.reduce((sum, cell) => {
      const base = wider(cell);
      if (base === undefined) return Infinity;
      const { weight, layer: own } = ranks[cell] as Rank;
      return (
        sum +
        weight *
          300 ** Math.max(0, layer - own) *
          (bases[cell] === 1 ? 1e6 : 1) *
          (base === null ? ((ranks[cell] as Rank).isKept ? 100 : 4) : base === thresholds.bases.at(-1) ? 2 : 1)
      );
    }, 0);

  /** Looks for worlds in which the cell is another; true when it is safe. */
  const roam = (cell: number, { pushes, forces, coarsens }: Round): boolean => {
    for (let step = 0; step < steps; step++) {
      let best: readonly number[] = [];
      let bestCost = Infinity;
      const first = random(2) === 0;
      for (const isUp of [first, !first]) {
        for (let misses = 0; misses < pushes && isOpen(cell); misses++) {
          const found = world.push(cell, isUp);
          if (found === null || (found.length > 0 && !coarsens)) continue;
          const sum = cost(found);
          if (found.length === 0) [misses, best, bestCost] = [0, [], Infinity];
          else if (sum < bestCost) [best, bestCost] = [found, sum];
        }
        for (let misses = 0; misses < forces && isOpen(cell); misses++)
          if (world.force(cell, isUp, mending)) [misses, best, bestCost] = [0, [], Infinity];
        if (!isOpen(cell)) return true;
      }
      if (best.length === 0) return false;
      for (const one of best) {
        const base = wider(one) ?? null;
        show(one, base);
      }
    }
    return false;
  };
  /** Shows the layer, and looks for worlds for all small cells; those that are left. */
  const walk = (): readonly number[] => {
    ranks.forEach((rank, cell) => {
      const isExact = rank.isExact && !isSmall(cells[cell] as number);
      if (rank.layer === layer) show(cell, isExact ? 1 : thresholds.bases[0]);
    });
    world.reset();
    for (let i = 0; i < strays; i++) world.stray();
    let open = small.filter(isOpen);
    for (const round of rounds) {
      reachesUp = round.reachesUp === true;
      sparesExact = round.sparesNone !== true;
      // What is wanted most is worth a longer look before it is coarsened.
      const longer = layer > 1 ? 1 : 6;
      const own = { ...round, pushes: round.pushes * longer, forces: round.forces * longer };
      for (const cell of open) if (isOpen(cell)) roam(cell, own);
      open = open.filter(isOpen);
    }
    onround?.(
      `layer ${layer}: ${open.length} open, ${ranks.filter((rank, cell) => rank.isKept && cells[cell] !== 0 && bases[cell] === null).length} kept withheld`,
    );
    return open;
  };

  cells.forEach((_, cell) => show(cell, null));
  for (; layer <= last; layer++) {
    const open = walk();
    // What remains is hidden with all that it lies in, then with all around; and if that is not enough, the whole layer is.
    for (const cell of open) {
      const place = Math.floor(cell / family.width);
      for (const round of [world.over(place), world.around(place), null]) {
        if (!isOpen(cell)) break;
        ranks.forEach((rank, other) => {
          const isMeant = round === null || round.has(Math.floor(other / family.width));
          if (rank.layer === layer && isMeant) show(other, null);
        });
        if (round === null || roam(cell, lastly)) break;
      }
    }
  }
  return bases;
}
