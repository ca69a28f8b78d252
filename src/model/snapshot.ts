/** Owns what names a snapshot (province or country, and as-of date), and the calendar it is judged by. */
import { country, type AreaCode } from './area.ts';

/** ISO date in the Gregorian calendar, `2022-06-29`; shown in the Buddhist era by `i18n/format`. */
export type IsoDate = string & { readonly __brand: 'IsoDate' };

export interface Snapshot {
  /** Two-digit province code; the country's where all provinces of one as-of date are looked at together. */
  readonly province: AreaCode;
  readonly asOf: IsoDate;
}

/** Reads an ISO date; null unless the day exists. */
export function isoDate(text: string): IsoDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? (text as IsoDate) : null;
}

/** What stands for the country where a province's digits would. */
const countryName = 'th';

/** `94.2022-06-29`, `th.2022-06-29`: the snapshot's name in the URL, in file names and in maps of loaded snapshots. */
export function snapshotKey(snapshot: Snapshot): string {
  return `${snapshot.province === country ? countryName : snapshot.province}.${snapshot.asOf}`;
}

export function parseSnapshotKey(text: string): Snapshot | null {
  const [, name, day] = /^(\d{2}|th)\.(.+)$/.exec(text) ?? [];
  const asOf = day === undefined ? null : isoDate(day);
  return asOf && { province: name === countryName ? country : (name as AreaCode), asOf };
}

/** 30 September of the fiscal year (1 October to 30 September) that the date falls in. */
export function deadlineOf(asOf: IsoDate): IsoDate {
  const year = Number(asOf.slice(0, 4));
  return `${asOf.slice(5) > '09-30' ? year + 1 : year}-09-30` as IsoDate;
}

/** 1 October on which the date's fiscal year begins. */
export function fiscalYearStart(asOf: IsoDate): IsoDate {
  return `${Number(deadlineOf(asOf).slice(0, 4)) - 1}-10-01` as IsoDate;
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
