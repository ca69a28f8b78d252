/** Owns counting in days and months: a day so many days on, and the day of each month on which districts report. */
import { isoDate, type IsoDate } from './snapshot.ts';

/** What a day of a year is in months, leap years among them: a pace by day is told by the month with it. */
export const daysPerMonth = 365.25 / 12;

/** The reporting day where the reader sets no other: the 10th. */
export const usualReportingDay = 10;

const utc = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`);
const written = (date: Date): IsoDate => isoDate(date.toISOString().slice(0, 10)) as IsoDate;

/** The day so many whole days later; earlier where negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return written(new Date(utc(date).getTime() + days * 86_400_000));
}

/** A day of the month that lies so many months from the date's; in a shorter month its last day. */
export function dayOfMonth(date: IsoDate, day: number, months = 0): IsoDate {
  const from = utc(date);
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0));
  return written(new Date(last.getTime() + (Math.min(day, last.getUTCDate()) - last.getUTCDate()) * 86_400_000));
}

/** The latest reporting day that is not after the date. */
export function lastReporting(date: IsoDate, day: number): IsoDate {
  const own = dayOfMonth(date, day);
  return own <= date ? own : dayOfMonth(date, day, -1);
}

/** The first reporting day after the date. */
export function nextReporting(date: IsoDate, day: number): IsoDate {
  const own = dayOfMonth(date, day);
  return own > date ? own : dayOfMonth(date, day, 1);
}

/** A day of a month, `1` to `31`; null for what is none. */
export function parseDay(text: string): number | null {
  return /^([1-9]|[12]\d|3[01])$/.test(text) ? Number(text) : null;
}
