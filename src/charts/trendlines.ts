/** Owns lines over dates in their first two steps: figures by date (what) → points and labels on a plot (where). */
import type { Datum } from '../ui/datum.ts';
import type { PlotPx } from './concentration.ts';
import { ticksOf } from './burnup.ts';
import { textWidthEm } from './textwidth.ts';

export interface TrendLine {
  readonly name: string;
  readonly color: string;
  /** Said beforehand, not counted: its points may lie apart. */
  readonly dashed: boolean;
  readonly figures: readonly (Datum | null)[];
}

export interface PlacedLine {
  readonly line: TrendLine;
  /** Runs of points without a gap between them. */
  readonly runs: readonly (readonly { readonly x: number; readonly y: number }[])[];
  /** Its last figure, and where its name stands beside the plot; null: it has no point. */
  readonly last: { readonly datum: Datum; readonly y: number; readonly labelY: number } | null;
}

export interface PlacedTrend {
  readonly plot: PlotPx;
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  /** The dates that have room, the last one first of all. */
  readonly dates: readonly { readonly x: number; readonly text: string; readonly anchor: 'start' | 'middle' | 'end' }[];
  readonly lines: readonly PlacedLine[];
}

interface Options {
  readonly dates: readonly { readonly iso: string; readonly text: string }[];
  readonly lines: readonly TrendLine[];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly textPx: number;
  readonly tickText: (value: number) => string;
}

const numberOf = (datum: Datum | null | undefined): number | null =>
  typeof datum?.value === 'number' ? datum.value : null;

export function placeTrend({ dates, lines, widthPx, heightPx, textPx, tickText }: Options): PlacedTrend {
  const values = lines.flatMap(({ figures }) => figures.flatMap((datum) => numberOf(datum) ?? []));
  const steps = ticksOf(Math.max(1, ...values));
  const most = Math.max(1, ...values, steps.at(-1) ?? 1) * 1.05;
  const wide = (text: string): number => textWidthEm(text) * textPx;
  const lineHeight = textPx * 1.35;
  const labels = lines.map(({ name, figures }) => Math.max(wide(name), wide(lastOf(figures)?.text ?? '') * 1.1));
  const left = Math.max(...steps.map((value) => wide(tickText(value)))) + 12;
  const right = Math.min(widthPx * 0.4, Math.max(0, ...labels) + keyPx + 16);
  const plot = {
    left,
    top: textPx * 0.7,
    width: Math.max(1, widthPx - left - right),
    height: Math.max(1, heightPx - textPx * 2.75),
  };
  const days = dates.map(({ iso }) => Date.parse(iso) / 86_400_000);
  const [first = 0, end = 0] = [days[0], days.at(-1)];
  const x = (at: number): number =>
    plot.left + (end > first ? ((days[at]! - first) / (end - first)) * plot.width : plot.width / 2);
  const y = (value: number): number => plot.top + (1 - value / most) * plot.height;
  const labelYs = spread(
    lines.map(({ figures }) => {
      const value = numberOf(lastOf(figures));
      return value === null ? null : y(value);
    }),
    lineHeight * 2 + 4,
    { from: lineHeight, to: heightPx - lineHeight },
  );
  return {
    plot,
    ticks: steps.map((value) => ({ value, y: y(value) })),
    dates: datesWithRoom(
      dates.map(({ text }, at) => ({ text, x: x(at), half: wide(text) / 2 })),
      plot,
    ),
    lines: lines.map((line, index) => {
      const points = line.figures.map((datum, at) => {
        const value = numberOf(datum);
        return value === null ? null : { x: x(at), y: y(value) };
      });
      const datum = lastOf(line.figures);
      const value = numberOf(datum);
      return {
        line,
        runs: line.dashed ? [points.filter((point) => point !== null)] : runsOf(points),
        last: datum && value !== null ? { datum, y: y(value), labelY: labelYs[index] ?? y(value) } : null,
      };
    }),
  };
}

/** Length of the piece of line that stands before a name. */
export const keyPx = 44;

const lastOf = (figures: TrendLine['figures']): Datum | null =>
  figures.findLast((datum) => numberOf(datum) !== null) ?? null;

/** A line counted breaks where a date has no figure. */
function runsOf<T>(points: readonly (T | null)[]): readonly (readonly T[])[] {
  const runs: T[][] = [[]];
  for (const point of points) {
    if (point === null) runs.push([]);
    else runs.at(-1)!.push(point);
  }
  return runs.filter((run) => run.length > 0);
}

/** Moves heights apart until none is nearer to the next than `least`, all of them between two bounds if they fit. */
export function spread(
  wanted: readonly (number | null)[],
  least: number,
  bounds: { readonly from: number; readonly to: number },
): readonly (number | null)[] {
  const order = wanted.flatMap((y, at) => (y === null ? [] : [{ at, y }])).sort((a, b) => a.y - b.y || a.at - b.at);
  let floor = bounds.from;
  for (const one of order) {
    one.y = Math.max(one.y, floor);
    floor = one.y + least;
  }
  let ceiling = bounds.to;
  for (const one of [...order].reverse()) {
    one.y = Math.min(one.y, ceiling);
    ceiling = one.y - least;
  }
  const placed = new Map(order.map(({ at, y }) => [at, y]));
  return wanted.map((_, at) => placed.get(at) ?? null);
}

function datesWithRoom(
  dates: readonly { readonly text: string; readonly x: number; readonly half: number }[],
  plot: PlotPx,
): PlacedTrend['dates'] {
  const kept: { from: number; to: number; x: number; text: string; anchor: 'start' | 'middle' | 'end' }[] = [];
  const end = plot.left + plot.width;
  // The last date matters most, then the first, then the later ones.
  const order = [dates.at(-1), dates[0], ...dates.slice(1, -1).reverse()];
  for (const date of order) {
    if (!date) continue;
    const anchor = date.x + date.half > end + 20 ? 'end' : date.x - date.half < 0 ? 'start' : 'middle';
    const at = anchor === 'end' ? end : date.x;
    const from = anchor === 'end' ? at - 2 * date.half : anchor === 'start' ? at : at - date.half;
    const to = from + 2 * date.half;
    if (kept.every((other) => to + 12 <= other.from || from >= other.to + 12)) {
      kept.push({ from, to, x: at, text: date.text, anchor });
    }
  }
  return kept.sort((a, b) => a.x - b.x).map(({ x, text, anchor }) => ({ x, text, anchor }));
}
