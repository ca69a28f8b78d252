/** Owns the burn-up in its first two steps: rounds and what follows from their pace (what) → lines on a plot (where). */
import type { PlotPx } from './concentration.ts';

/** Days are counted from the first round. */
export interface BurnUp {
  readonly rounds: readonly { readonly day: number; readonly need: number; readonly helped: number }[];
  readonly today: number;
  readonly deadline: number;
  /** Null where there is no pace. */
  readonly pace: { readonly helpedPerDay: number; readonly needPerDay: number } | null;
  /** Helped in a day, were it as in the quickest and as in the slowest interval; null: no range. */
  readonly spread: { readonly quickest: number; readonly slowest: number } | null;
  /** Whether those waiting are to be helped by the deadline: none are, or it is past. */
  readonly isRequired: boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Segment {
  readonly from: Point;
  readonly to: Point;
}

export interface PlacedBurnUp {
  readonly need: readonly Point[];
  readonly helped: readonly Point[];
  readonly needAhead: Segment | null;
  readonly present: Segment | null;
  readonly required: Segment | null;
  /** Corners of the fan between the quickest and the slowest. */
  readonly fan: readonly Point[] | null;
  readonly deadlineX: number;
  readonly endDay: number;
  readonly x: (day: number) => number;
  readonly y: (count: number) => number;
  readonly ticks: readonly number[];
}

/** How far past the deadline a late finish may stretch the plot: as a share of the days up to it. */
const mostStretch = 0.6;

/** The day on which helped meets the need at a pace; null where it never does. */
function meets({ rounds, pace }: BurnUp, helpedPerDay: number): number | null {
  const last = rounds.at(-1);
  const net = helpedPerDay - (pace?.needPerDay ?? 0);
  return last && net > 0 ? last.day + (last.need - last.helped) / net : null;
}

export function endOf(of: BurnUp): number {
  const last = of.rounds.at(-1)?.day ?? 0;
  const upTo = Math.max(of.deadline, last, of.today, 1);
  const finish = of.pace && meets(of, of.pace.helpedPerDay);
  return Math.min(Math.max(upTo, finish ?? upTo * (1 + mostStretch)) * 1.04, upTo * (1 + mostStretch));
}

/** Expected need on a day, as the pace has it grow. */
const needOn = ({ rounds, pace }: BurnUp, day: number): number => {
  const last = rounds.at(-1) ?? { day: 0, need: 0 };
  return Math.max(0, last.need + (pace?.needPerDay ?? 0) * (day - last.day));
};

/** The highest count that is drawn. */
export function topOf(of: BurnUp): number {
  return Math.max(1, needOn(of, endOf(of)), ...of.rounds.flatMap(({ need, helped }) => [need, helped]));
}

export function placeBurnUp(of: BurnUp, plot: PlotPx): PlacedBurnUp {
  const endDay = endOf(of);
  const last = of.rounds.at(-1) ?? { day: 0, need: 0, helped: 0 };
  const needAt = (day: number): number => needOn(of, day);
  const top = topOf(of);
  const ticks = ticksOf(top);
  const most = Math.max(top, ticks.at(-1) ?? top) * 1.06;
  const x = (day: number): number => plot.left + (day / endDay) * plot.width;
  const y = (count: number): number => plot.top + (1 - count / most) * plot.height;
  const at = (day: number, count: number): Point => ({ x: x(day), y: y(count) });
  /** Along a pace until it meets the need, or the plot ends, or nobody is left to be taken back. */
  const along = (perDay: number): Point => {
    const floor = perDay < 0 ? last.day - last.helped / perDay : Infinity;
    const day = Math.min(endDay, meets(of, perDay) ?? endDay, floor);
    return at(day, last.helped + perDay * (day - last.day));
  };
  const from = at(last.day, last.helped);
  const isOpen = last.need > last.helped;
  const { spread, pace } = of;
  return {
    need: of.rounds.map(({ day, need }) => at(day, need)),
    helped: of.rounds.map(({ day, helped }) => at(day, helped)),
    needAhead: pace ? { from: at(last.day, last.need), to: at(endDay, needAt(endDay)) } : null,
    present: pace && isOpen ? { from, to: along(pace.helpedPerDay) } : null,
    required: of.isRequired
      ? { from: at(Math.max(of.today, last.day), last.helped), to: at(of.deadline, needAt(of.deadline)) }
      : null,
    fan:
      spread && isOpen ? fanOf(from, along(spread.quickest), along(spread.slowest), at(endDay, needAt(endDay))) : null,
    deadlineX: x(of.deadline),
    endDay,
    x,
    y,
    ticks,
  };
}

/** Between the two paces; where the quickest has met the need, along the need until the slowest does, or the plot ends. */
function fanOf(from: Point, quickest: Point, slowest: Point, end: Point): readonly Point[] {
  const corner = quickest.x < end.x && slowest.x >= end.x - 0.5 ? [end] : [];
  return [from, quickest, ...corner, slowest];
}

/** Round numbers from zero, about four of them. */
export function ticksOf(most: number): readonly number[] {
  const raw = most / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
}

export const pathOf = (points: readonly Point[]): string =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join('');
