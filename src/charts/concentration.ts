/** Owns the curve of concentration in its first two steps: areas by what they hold (what) → a line over them (where). */

export interface Holding {
  readonly id: string;
  readonly value: number;
  /** Of all, held by this area and those before it: 0 to 1. */
  readonly share: number;
}

export interface Concentration {
  /** Those that hold most first; those that hold none last. */
  readonly areas: readonly Holding[];
  readonly total: number;
  /** How many hold any. */
  readonly holding: number;
}

export function concentrate(areas: readonly { readonly id: string; readonly value: number }[]): Concentration {
  const total = areas.reduce((sum, { value }) => sum + value, 0);
  // Equal ones by their id, so that the same areas are picked each time.
  const ranked = [...areas].sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
  let sum = 0;
  return {
    areas: ranked.map(({ id, value }) => {
      sum += value;
      return { id, value, share: total > 0 ? sum / total : 0 };
    }),
    total,
    holding: ranked.filter(({ value }) => value > 0).length,
  };
}

/** How many areas, those that hold most first, hold at least the percentage of all; none where nothing is held. */
export function fewestHolding({ areas, total, holding }: Concentration, percent: number): number {
  if (total === 0) return 0;
  const found = areas.findIndex(({ share }) => share * 100 >= percent - 1e-9);
  return found < 0 ? holding : found + 1;
}

/** The percentage that brings `fewestHolding` back to as many areas: what these hold, cut to hundredths. */
export function percentOf({ areas }: Concentration, count: number): number {
  return Math.max(0.01, Math.floor((areas[count - 1]?.share ?? 0) * 10_000 + 1e-6) / 100);
}

/** How many areas would hold it if all held the same. */
export function evenly({ areas }: Concentration, percent: number): number {
  return Math.ceil((areas.length * percent) / 100 - 1e-9);
}

export interface PlacedCurve {
  /** `d` of the path from no area to all. */
  readonly line: string;
  readonly even: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
  readonly point: (count: number) => { readonly x: number; readonly y: number };
  /** The number of areas, at least one that holds any, nearest to a place along the width. */
  readonly countAt: (xPx: number) => number;
}

export interface PlotPx {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function placeCurve(of: Concentration, plot: PlotPx): PlacedCurve {
  const all = Math.max(1, of.areas.length);
  const point = (count: number): { x: number; y: number } => ({
    x: plot.left + (count / all) * plot.width,
    y: plot.top + (1 - (count === 0 ? 0 : (of.areas[count - 1]?.share ?? 1))) * plot.height,
  });
  const steps = Array.from({ length: of.areas.length + 1 }, (_, count) => point(count));
  return {
    line: steps.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join(''),
    even: { x1: plot.left, y1: plot.top + plot.height, x2: plot.left + plot.width, y2: plot.top },
    point,
    countAt: (xPx) => Math.max(1, Math.min(of.holding, Math.round(((xPx - plot.left) / plot.width) * all))),
  };
}
