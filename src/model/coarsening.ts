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
  /** Cells of one option of a filter are one block. */
  readonly block: number;
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
  readonly isForMost?: true;
}
const rounds: readonly Round[] = [
  { pushes: 15, forces: 2 },
  { pushes: 30, forces: 10 },
  { pushes: 60, forces: 20, coarsens: true },
  { pushes: 100, forces: 20, coarsens: true },
  { pushes: 200, forces: 80, coarsens: true, reachesUp: true },
  { pushes: 400, forces: 160, coarsens: true, reachesUp: true },
  { pushes: 1200, forces: 800, coarsens: true, reachesUp: true },
  { pushes: 1000, forces: 1000, coarsens: true, reachesUp: true, sparesNone: true, isForMost: true },
];
/** After what stood in the way is hidden; and before all is. */
const hidden: Round = { pushes: 500, forces: 300, coarsens: true, reachesUp: true };
const lastly: Round = { pushes: 3000, forces: 2000, coarsens: true, reachesUp: true };
const mending = 25;
const strays = 100_000;
const steps = 200;

/**
 * The base of each cell. A small cell is safe when a walk through worlds that all show the same has met it so far apart that
 * `valuesLeft` values remain: whoever looks on can't tell these worlds apart, whatever they reckon. Where the walk doesn't get
 * there, what stands in its way is shown more coarsely, and only so that the worlds met before still show the same.
 */
export function coarsened(family: Family, rankOf: (cell: number) => Rank, onshare?: (share: number) => void): Base[] {
  const size = family.places * family.width;
  const spans: Spans = { least: new Int32Array(size), most: new Int32Array(size) };
  const random = seeded(2565);
  const world = new World(family, new Turns(family), spans, random);
  const cells = world.cells.slice();
  const ranks = Array.from(cells, (_, cell) => rankOf(cell));
  const bases: Base[] = Array.from(cells, () => null);
  /** What it costs to show a cell more coarsely in this round; below zero where that is not known yet. */
  const costs = new Float64Array(size).fill(-1);
  const show = (cell: number, base: Base): void => {
    bases[cell] = base;
    costs[cell] = -1;
    [spans.least[cell], spans.most[cell]] = spanOf(cells[cell] as number, base);
  };
  const small = [...cells.keys()].filter((cell) => isSmall(cells[cell] as number));
  const isOpen = (cell: number): boolean =>
    (world.most[cell] as number) - (world.least[cell] as number) < thresholds.valuesLeft - 1;
  const last = ranks.reduce((most, rank) => Math.max(most, rank.layer), 0);
  let layer = 0;
  let reachesUp = false;
  let sparesExact = true;
  /** Each layer takes about twice as long as the one before. */
  const shareOf = (layers: number): number => (2 ** layers - 1) / (2 ** (last + 1) - 1);
  let share = 0;

  /** The next base whose span holds all of the present one; undefined where the cell stays as it is. */
  const wider = (cell: number): Base | undefined => {
    const base = bases[cell] as Base;
    const { isKept, layer: own } = ranks[cell] as Rank;
    const stays = base === null || cells[cell] === 0 || (own < layer && !reachesUp) || (base === 1 && sparesExact);
    if (stays) return undefined;
    const [least, most] = [spans.least[cell] as number, spans.most[cell] as number];
    const fits = (next: Base): boolean => {
      const [from, to] = spanOf(cells[cell] as number, next);
      return from <= least && to >= most && to - from > most - least;
    };
    const next = ladder.slice(ladder.indexOf(base) + 1).find(fits) ?? null;
    return next === null && isKept && own < layer && sparesExact ? undefined : next;
  };
  const costOf = (cell: number): number => {
    const base = wider(cell);
    if (base === undefined) return Infinity;
    const { weight, layer: own, isKept } = ranks[cell] as Rank;
    return (
      weight *
      300 ** Math.max(0, layer - own) *
      (bases[cell] === 1 ? 1e6 : 1) *
      (base === null ? (isKept ? 100 : 4) : base === thresholds.bases.at(-1) ? 2 : 1)
    );
  };
  const cost = (found: readonly number[]): number => {
    let sum = 0;
    for (const cell of found) {
      if ((costs[cell] as number) < 0) costs[cell] = costOf(cell);
      sum += costs[cell] as number;
    }
    return sum;
  };

  /** Looks for worlds in which the cell is another; true when it is safe. */
  const roam = (cell: number, { pushes, forces, coarsens }: Round): boolean => {
    onshare?.(share);
    for (let step = 0; step < steps; step++) {
      let best: readonly number[] = [];
      let bestCost = Infinity;
      const first = random(2) === 0;
      for (const isUp of [first, !first]) {
        for (let misses = 0; misses < pushes && isOpen(cell); misses++) {
          const found = world.push(cell, isUp);
          if (found === 0) [misses, best, bestCost] = [0, [], Infinity];
          // Where nothing can be moved, little will be found.
          if (found < 0) misses++;
          if (found <= 0 || !coarsens) continue;
          const sum = cost(world.hindering);
          if (sum < bestCost) [best, bestCost] = [[...world.hindering], sum];
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
    // What is wanted most is worth a longer look before it is coarsened, and what is wanted less is rather hidden.
    const [longer, own] = layer > 1 ? [1, rounds.filter(({ isForMost }) => !isForMost)] : [6, rounds];
    own.forEach((round, past) => {
      reachesUp = round.reachesUp === true;
      sparesExact = round.sparesNone !== true;
      costs.fill(-1);
      const long = { ...round, pushes: round.pushes * longer, forces: round.forces * longer };
      open.forEach((cell, done) => {
        share = shareOf(layer + (past + done / open.length) / own.length);
        if (isOpen(cell)) roam(cell, long);
      });
      open = open.filter(isOpen);
    });
    return open;
  };

  /**
   * Hides of the layer, for each cell that is left, its own place; then its option all around, then all around, then its
   * option everywhere, and at last one place above after the other. A cell of a layer before lies round too much of this one
   * to begin so.
   */
  const hideRound = (open: readonly number[]): void => {
    const placeOf = (cell: number): number => Math.floor(cell / family.width);
    for (const cell of open) {
      const { layer: own, block } = ranks[cell] as Rank;
      const [over, around] = [world.over(placeOf(cell)), world.around(placeOf(cell))];
      const isKin = (other: number): boolean => (ranks[other] as Rank).block === block;
      const isIn = (places: ReadonlySet<number>, option: boolean) => (other: number) =>
        places.has(placeOf(other)) && (!option || isKin(other));
      const beside = [...around].filter((place) => !over.has(place)).map((place) => isIn(new Set([place]), false));
      const near = [isIn(over, true), isIn(around, true), isIn(over, false), ...beside];
      const circles = own < layer ? [isKin, ...near] : [...near, isKin];
      const hides = (isMeant: (other: number) => boolean): boolean => {
        let hid = false;
        ranks.forEach((rank, other) => {
          if (rank.layer !== layer || bases[other] === null || !isMeant(other)) return;
          hid ||= cells[other] !== 0;
          show(other, null);
        });
        return hid;
      };
      sparesExact = true;
      costs.fill(-1);
      if (!isOpen(cell) || roam(cell, lastly)) continue;
      if (circles.some((isMeant) => hides(isMeant) && roam(cell, hidden))) continue;
      sparesExact = false;
      costs.fill(-1);
      // What was shown before the layer was is safe without it.
      const regions = [...world.regions()].filter((region) => !around.has(region));
      const isSafe = (): boolean => roam(cell, lastly);
      if (isSafe()) continue;
      regions.some((region) => hides((other) => world.around(region).has(placeOf(other))) && isSafe());
      if (isOpen(cell)) hides(() => true);
    }
  };

  cells.forEach((_, cell) => show(cell, null));
  for (; layer <= last; layer++) {
    const open = walk();
    share = shareOf(layer + 1);
    hideRound(open);
  }
  return bases;
}
