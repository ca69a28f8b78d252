/** Owns which loaded snapshots stand for the country: those of one as-of date, where two provinces or more have one. */
import { country, isWithin, levelWithin, type AreaCode } from '../model/area.ts';
import { snapshotKey, type IsoDate, type Snapshot } from '../model/snapshot.ts';
import type { Entry } from './entry.ts';
import type { View } from './view.ts';

/** The dates on which the country can be looked at, the latest first. */
export function countryDates(entries: readonly Entry[]): readonly IsoDate[] {
  const dates = entries.map(({ snapshot }) => snapshot.asOf);
  return [...new Set(dates.filter((date, index) => dates.indexOf(date) < index))].sort().reverse();
}

/** The entries that a snapshot names: one of a province, several of the country; none where they are not loaded. */
export function entriesOf(entries: readonly Entry[], wanted: Snapshot): readonly Entry[] {
  if (wanted.province !== country) {
    const key = snapshotKey(wanted);
    return entries.filter(({ snapshot }) => snapshotKey(snapshot) === key);
  }
  const together = entries.filter(({ snapshot }) => snapshot.asOf === wanted.asOf);
  return together.length > 1 ? together : [];
}

/** Provinces that are loaded, but of other dates only: rounds of different dates are never added up. */
export function provincesApart(entries: readonly Entry[], looked: readonly Entry[]): readonly AreaCode[] {
  const within = new Set(looked.map(({ snapshot }) => snapshot.province));
  return [...new Set(entries.map(({ snapshot }) => snapshot.province))].filter((code) => !within.has(code)).sort();
}

/** What to look at of files just opened: the country where several provinces of one date came, else the latest round. */
export function openingOf(opened: readonly Entry[]): Snapshot | null {
  const [together] = countryDates(opened);
  if (together) return { province: country, asOf: together };
  const [latest] = [...opened].sort((a, b) => (a.snapshot.asOf < b.snapshot.asOf ? 1 : -1));
  return latest?.snapshot ?? null;
}

/**
 * What changes in a view that turns to another snapshot, seen from the whole it was of: the area at hand stays where it lies
 * in the new whole, but the country is looked at from above.
 */
export function turned({ area, level }: View, from: AreaCode | null, to: Snapshot): Partial<View> {
  const turns = (from === country) !== (to.province === country);
  const isKept = area !== null && isWithin(area, to.province) && !(turns && to.province === country);
  return { at: to, area: isKept ? area : null, level: turns && !isKept ? levelWithin(to.province) : level };
}

/** What of a view may be of a file that is closed, or of somebody's rounds. */
export const leaving: Partial<View> = { at: null, area: null, rows: null, pins: null, since: null };

/** What changes in a view that turns to other entries altogether: one that waits for them stays as it is. */
export function entering({ at }: View, entries: readonly Entry[]): Partial<View> {
  return at && entriesOf(entries, at).length > 0 ? {} : { ...leaving, at: openingOf(entries) };
}
