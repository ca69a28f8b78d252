/** Owns when a district has reported: which reporting day a round is for, and who was in time, late or missing. */
import { addDays, dayOfMonth, lastReporting, nextReporting } from './calendar.ts';
import type { IsoDate } from './snapshot.ts';

/** A report this many days after the reporting day is in time still; a round drawn as many days before it is for it. */
export const graceDays = 3;

/**
 * `on_time`: it had been at work on its rows for this reporting day by the last day of grace. `late`: it has now, but a round
 * drawn by then shows that it had not. `idle`: its rows are there, but none was touched since the reporting day before.
 * `undated`: its rows are there, and nothing says since when. `missing`: not a row of it is in the round.
 */
export const reportings = ['on_time', 'late', 'idle', 'undated', 'missing'] as const;
export type Reporting = (typeof reportings)[number];

/** What a round tells of a district. Days are those of `updated_on`; null where the file has none. */
export interface District {
  readonly rows: number;
  /** The first row touched after the reporting day before the round's, and the last touched at all. */
  readonly firstUpdate: IsoDate | null;
  readonly lastUpdate: IsoDate | null;
}

/** The reporting day that a round is for: the last before it, or the next where that is at most `graceDays` away. */
export function reportingDayOf(asOf: IsoDate, day: number): IsoDate {
  const next = nextReporting(asOf, day);
  return next <= addDays(asOf, graceDays) ? next : lastReporting(asOf, day);
}

/** The reporting day before the one a round is for: what was touched up to it was told then. */
export function reportingDayBefore(asOf: IsoDate, day: number): IsoDate {
  return dayOfMonth(reportingDayOf(asOf, day), day, -1);
}

/** A district in a round. */
export interface Seen {
  readonly asOf: IsoDate;
  readonly district: District;
}

/**
 * In the last of the rounds told, all of which are for the same reporting day, the oldest first. A row holds its last touch
 * alone, so a touch in time may have been written over by a later one: what an earlier round saw counts too, and where no
 * round was drawn by the end of grace, nobody is called late. In a file without days of updates the round's own stands
 * for them.
 */
export function reportingOf(seen: readonly Seen[], day: number): Reporting {
  const last = seen.at(-1);
  if (!last || last.district.rows === 0) return 'missing';
  const until = addDays(reportingDayOf(last.asOf, day), graceDays);
  const isInTime = ({ asOf, district: { rows, firstUpdate, lastUpdate } }: Seen): boolean =>
    rows > 0 && (lastUpdate === null ? asOf <= until : firstUpdate !== null && firstUpdate <= until);
  if (seen.some(isInTime)) return 'on_time';
  if (last.district.lastUpdate !== null && last.district.firstUpdate === null) return 'idle';
  return seen.some(({ asOf }) => asOf <= until) ? 'late' : 'undated';
}
