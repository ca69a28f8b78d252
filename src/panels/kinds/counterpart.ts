/** Owns what a map is set against: another snapshot of the same whole, or another measure; and the subjects that follow. */
import { country, isWithin } from '../../model/area.ts';
import { snapshotKey, type Snapshot } from '../../model/snapshot.ts';
import type { Subject } from '../../model/subject.ts';
import { measureOf, measures, type Measure, type MeasureId } from '../../queries/measures.ts';
import type { Comparand } from '../../state/compared.svelte.ts';
import { countryDates, entriesOf } from '../../state/country.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';

/** The snapshots of the whole that is looked at, the earliest first. */
export function roundsOf({ session, whole }: Dashboard): readonly Snapshot[] {
  if (whole === null) return [];
  const dates =
    whole === country
      ? countryDates(session.entries)
      : session.entries.flatMap(({ snapshot }) => (snapshot.province === whole ? snapshot.asOf : []));
  return [...dates].sort().map((asOf) => ({ province: whole, asOf }));
}

export function otherRounds(dashboard: Dashboard): readonly Snapshot[] {
  return roundsOf(dashboard).filter(({ asOf }) => asOf !== dashboard.snapshot?.asOf);
}

/** The snapshot that the URL names, else the one before; where that is the first, the one after. Null: there is no other. */
export function otherRound(dashboard: Dashboard): Snapshot | null {
  const { against } = dashboard.view.current;
  const others = otherRounds(dashboard);
  const now = dashboard.snapshot?.asOf ?? '';
  const named = typeof against === 'object' ? against : null;
  return (
    others.find((round) => named && snapshotKey(round) === snapshotKey(named)) ??
    others.findLast(({ asOf }) => asOf < now) ??
    others[0] ??
    null
  );
}

/** A snapshot that the URL names, and that can't be compared with. */
export function absentRound(dashboard: Dashboard): Snapshot | null {
  const { against } = dashboard.view.current;
  if (against === null || typeof against === 'string') return null;
  const isThere = roundsOf(dashboard).some((round) => snapshotKey(round) === snapshotKey(against));
  return isThere ? null : against;
}

/** Measures that can be drawn beside the one at hand. */
export function otherMeasures(dashboard: Dashboard): readonly Measure[] {
  return (measures as readonly (Measure & { readonly id: MeasureId })[]).filter(
    ({ id, onMap }) => onMap && id !== dashboard.measure && dashboard.areaBook.offers(id),
  );
}

/** The measure that the URL names, where it can be drawn beside the one at hand. */
export function otherMeasure(dashboard: Dashboard): MeasureId | null {
  const { against } = dashboard.view.current;
  if (typeof against !== 'string') return null;
  return otherMeasures(dashboard).some(({ id }) => id === against) ? against : null;
}

/** What two measures say at once: a share colours, a count is a circle; one of them is the measure at hand. */
export function sharesAndCounts(dashboard: Dashboard): { readonly share: MeasureId; readonly count: MeasureId } {
  const { measure } = dashboard;
  const wanted = otherMeasure(dashboard);
  const format = wanted && measureOf(wanted).format;
  if (measureOf(measure).format === 'share')
    return { share: measure, count: wanted && format === 'count' ? wanted : 'household.pending' };
  return { share: wanted && format === 'share' ? wanted : 'household.helped_share', count: measure };
}

/** The subject at hand, asked of another snapshot; null where that has nothing of this area. */
export function subjectAt({ area, session, subject }: Dashboard, snapshot: Snapshot): Subject | null {
  if (subject === null || area === null) return null;
  const own = entriesOf(session.entries, snapshot).filter(
    (entry) => area === country || isWithin(area, entry.snapshot.province),
  );
  return own.length === 0 ? null : { ...subject, snapshots: own.map(({ number }) => number) };
}

/** The subject at hand and, where a snapshot is compared with, that one; the earlier first. */
export function pairOf(dashboard: Dashboard, other: Snapshot | null): readonly Comparand[] {
  const { snapshot, subject } = dashboard;
  if (subject === null || snapshot === null) return [];
  const now = { key: snapshotKey(snapshot), subject };
  const then = other && subjectAt(dashboard, other);
  if (!other || !then) return [now];
  const pair = [now, { key: snapshotKey(other), subject: then }];
  return other.asOf < snapshot.asOf ? [...pair].reverse() : pair;
}
