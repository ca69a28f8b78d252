/** Owns where the lines of a printed trend lie: dates along, counts up, and names at the ends that do not touch. */
import { ticksOf } from '../../charts/burnup.ts';
import type { PlotPx } from '../../charts/concentration.ts';
import type { TrendBlock } from '../../exports/deck.ts';
import type { PointPx } from '../../map/mapview.ts';

export interface PlacedLine {
  /** Runs of points without a gap between them. */
  readonly runs: readonly (readonly PointPx[])[];
  readonly points: readonly PointPx[];
  /** Where its name stands; null for a line without a point. */
  readonly end: PointPx | null;
}

export interface PlacedTrend {
  readonly lines: readonly PlacedLine[];
  readonly dates: readonly { readonly x: number; readonly text: string }[];
  readonly ticks: readonly { readonly y: number; readonly count: number }[];
}

const dayMs = 86_400_000;
const [nameStepPx, dateStepPx] = [15, 78];

export function placeTrend({ dates, lines }: Pick<TrendBlock, 'dates' | 'lines'>, plot: PlotPx): PlacedTrend {
  const days = dates.map(({ iso }) => Date.parse(iso) / dayMs);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const values = lines.flatMap(({ figures }) => figures.flatMap((datum) => numberOf(datum?.value)));
  const ticks = ticksOf(Math.max(1, ...values));
  const most = Math.max(1, ...values, ticks.at(-1) ?? 0);
  const x = (day: number): number =>
    plot.left + (last > first ? ((day - first) / (last - first)) * plot.width : plot.width / 2);
  const y = (count: number): number => plot.top + (1 - count / most) * plot.height;
  const placed = lines.map(({ figures }) => {
    const all = figures.map(
      (datum, at) => numberOf(datum?.value).map((value) => ({ x: x(days[at] ?? first), y: y(value) }))[0],
    );
    const runs: PointPx[][] = [[]];
    for (const point of all) {
      if (point) runs.at(-1)?.push(point);
      else if (runs.at(-1)?.length) runs.push([]);
    }
    const points = all.filter((point) => point !== undefined);
    return { runs: runs.filter((run) => run.length > 0), points, end: points.at(-1) ?? null };
  });
  return {
    lines: apart(placed),
    // From the last back, so that the latest date is never the one left out.
    dates: dates
      .map(({ text }, at) => ({ x: x(days[at] ?? first), text }))
      .reduceRight<{ x: number; text: string }[]>(
        (kept, date) => (kept[0] && kept[0].x - date.x < dateStepPx ? kept : [date, ...kept]),
        [],
      ),
    ticks: ticks.map((count) => ({ y: y(count), count })),
  };
}

const numberOf = (value: number | null | 'lt10' | undefined): number[] => (typeof value === 'number' ? [value] : []);

/** Names of lines that end at one height are moved down until each has a line of its own. */
function apart(lines: readonly PlacedLine[]): PlacedLine[] {
  const order = lines.flatMap(({ end }, at) => (end ? [{ at, end }] : [])).sort((a, b) => a.end.y - b.end.y);
  let least = -Infinity;
  const ends = new Map<number, PointPx>();
  for (const { at, end } of order) {
    const moved = Math.max(end.y, least);
    ends.set(at, { ...end, y: moved });
    least = moved + nameStepPx;
  }
  return lines.map((line, at) => ({ ...line, end: ends.get(at) ?? null }));
}
