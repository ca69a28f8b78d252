/** Owns the pace of help: how fast it went from round to round, how fast it must go, and when it ends as it goes now. */
import { addDays } from './calendar.ts';
import { daysBetween, type IsoDate } from './snapshot.ts';

/** What one round counts. Those still waiting are `need - helped`. */
export interface Standing {
  readonly asOf: IsoDate;
  readonly need: number;
  readonly helped: number;
}

/** What changed in a day between two rounds: a gain in helped, a fall in those still waiting. */
export interface Interval {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly days: number;
  readonly helpedPerDay: number;
  readonly pendingPerDay: number;
}

/**
 * `finished`: nobody waits. `unknown`: fewer than two rounds. `moving`: those still waiting become fewer, and there is a day
 * on which none are left. `still`: they hardly do, so that it would take more than `mostYears`. `backwards`: they become more.
 */
export type Course = 'finished' | 'unknown' | 'moving' | 'still' | 'backwards';

export interface Forecast {
  readonly course: Course;
  readonly pending: number;
  readonly intervals: readonly Interval[];
  /** Helped more in a day; null with fewer than two rounds. */
  readonly helpedPerDay: number | null;
  /** How many fewer wait after a day. */
  readonly pendingPerDay: number | null;
  /** How many the need itself grows by in a day: what was helped and yet still waits. */
  readonly newPerDay: number | null;
  /** To be helped in a day, so that none wait after the deadline's; null where no day is left, or nobody waits. */
  readonly requiredPerDay: number | null;
  /** Where nobody is left as it goes now; null unless `moving`. */
  readonly finish: IsoDate | null;
  /** From the deadline to the finish: positive is late, negative early. */
  readonly lateDays: number | null;
  readonly range: Range | null;
  /** Days from today to the deadline; 0 or fewer where it is today or past. */
  readonly daysLeft: number;
}

/** When nobody is left, were it from now on as in the quickest, and as in the slowest interval; null: not within reach. */
export interface Range {
  readonly earliest: IsoDate | null;
  readonly latest: IsoDate | null;
}

/** What takes longer has no end that anyone can plan for. */
export const mostYears = 50;
/** Fewer rounds give one interval, which can't tell how much intervals differ. */
export const roundsForRange = 3;

/**
 * The rounds, the oldest first and no two of a day, against a deadline, seen from `today` (by rule the latest as-of date).
 *
 * The present pace is the median of the paces between every two rounds (Theil and Sen): of two rounds simply the one
 * between them, of more one that a single odd round, a heap of late entries or a correction, can't move far. It is taken
 * of those still waiting, since the need moves too, and as told of the helped; what is between the two is `newPerDay`.
 * Finish: the latest round's day and as many whole days as its waiting take at that pace.
 *
 * The range is no probability: it is what follows if all goes as in the quickest, and as in the slowest, of the intervals
 * between rounds that follow one another. With as few rounds as there are anything finer would be made up. The present
 * pace always lies within, because a pace between two rounds is a mean of the intervals between them.
 *
 * Days are counted between as-of dates, so that months of 28 to 31 days and leap years are right by themselves.
 */
export function forecast(rounds: readonly Standing[], { deadline, today }: Term): Forecast {
  const last = rounds.at(-1);
  const pending = last ? waiting(last) : 0;
  const intervals = rounds.slice(1).map((to, index) => between(rounds[index] as Standing, to));
  const pairs = rounds.flatMap((to, at) => rounds.slice(0, at).map((from) => between(from, to)));
  const helpedPerDay = median(pairs.map((pair) => pair.helpedPerDay));
  const pendingPerDay = median(pairs.map((pair) => pair.pendingPerDay));
  const newPerDay = helpedPerDay === null || pendingPerDay === null ? null : helpedPerDay - pendingPerDay;
  const daysLeft = daysBetween(today, deadline);
  const required = daysLeft > 0 && pending > 0 ? Math.max(0, pending / daysLeft + (newPerDay ?? 0)) : null;
  const finish = last && pendingPerDay !== null ? finishOf(last, pendingPerDay) : null;
  const told = { pending, intervals, helpedPerDay, pendingPerDay, newPerDay, requiredPerDay: required, daysLeft };
  const none = { finish: null, lateDays: null, range: null };
  if (last && pending <= 0) return { ...told, ...none, course: 'finished' };
  if (!last || pendingPerDay === null) return { ...told, ...none, course: 'unknown' };
  const paces = intervals.map((interval) => interval.pendingPerDay);
  const range =
    rounds.length < roundsForRange
      ? null
      : { earliest: finishOf(last, Math.max(...paces)), latest: finishOf(last, Math.min(...paces)) };
  const course = finish ? 'moving' : pendingPerDay < 0 ? 'backwards' : 'still';
  return { ...told, course, finish, lateDays: finish && daysBetween(deadline, finish), range };
}

export interface Term {
  readonly deadline: IsoDate;
  readonly today: IsoDate;
}

const waiting = ({ need, helped }: Standing): number => need - helped;

function between(from: Standing, to: Standing): Interval {
  const days = daysBetween(from.asOf, to.asOf);
  return {
    from: from.asOf,
    to: to.asOf,
    days,
    helpedPerDay: (to.helped - from.helped) / days,
    pendingPerDay: (waiting(from) - waiting(to)) / days,
  };
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

function finishOf(last: Standing, perDay: number): IsoDate | null {
  // A last household that is helped on the day itself: rounding of halves and thirds is no further day.
  const days = Math.ceil(waiting(last) / perDay - 1e-9);
  return perDay > 0 && days <= mostYears * 365.25 ? addDays(last.asOf, days) : null;
}

/** Standings of several areas as one: of those days on which all have one. */
export function added(all: readonly (readonly Standing[])[]): readonly Standing[] {
  const [first = [], ...others] = all;
  return first.flatMap(({ asOf, need, helped }) => {
    const same = others.map((standings) => standings.find((standing) => standing.asOf === asOf));
    if (same.includes(undefined)) return [];
    const sum = (of: 'need' | 'helped'): number => same.reduce((total, standing) => total + (standing?.[of] ?? 0), 0);
    return [{ asOf, need: need + sum('need'), helped: helped + sum('helped') }];
  });
}
