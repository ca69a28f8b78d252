/** Owns the figures of a snapshot as sums of households: places within places, kinds of households, the cells they raise. */

/** Households of one kind at one spot raise the same cells. */
export interface Family {
  /** Cells of a place: those of place p are numbered from `p * width`. */
  readonly width: number;
  readonly places: number;
  /** Where households are counted, the spots: each as a place with all that it lies in, itself first. */
  readonly paths: readonly (readonly number[])[];
  /** The cells, below `width`, that a household of each kind raises; the kind 0 is nobody. */
  readonly kinds: readonly (readonly number[])[];
  /** What a household of each kind may be taken for: nobody first, then what is most like it; nobody for any, in order. */
  readonly alike: readonly (readonly number[])[];
  /** Each pair of spot and kind once. */
  readonly households: readonly { readonly spot: number; readonly kind: number; readonly count: number }[];
}

/** What a cell may be without being shown otherwise, for each cell. */
export interface Spans {
  readonly least: Int32Array;
  readonly most: Int32Array;
}

export type Random = (below: number) => number;
/** Alike on every machine, so that a figure is shown alike whenever it is looked at. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** The true counts. */
export function cellsOf({ width, places, paths, kinds, households }: Family): Int32Array {
  const cells = new Int32Array(places * width);
  for (const { spot, kind, count } of households)
    for (const place of paths[spot] ?? []) for (const cell of kinds[kind] ?? []) cells[place * width + cell]! += count;
  return cells;
}
