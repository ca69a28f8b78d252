/** Owns what a figure is a figure of, wherever on the page it stands: the subject and the snapshots behind it. */
import { country, isWithin } from '../model/area.ts';
import type { Listed } from '../model/listing.ts';
import type { Subject } from '../model/subject.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { Entry } from './entry.ts';

export interface Standing {
  readonly subject: Subject;
  readonly entries: readonly Entry[];
}

type Looked = Pick<Dashboard, 'entries' | 'subject' | 'whole'>;

/** A figure of an area may stand beside those of another one: it is then of that area within the whole, not of the one looked at. */
export function standingOf({ entries, subject, whole }: Looked, { area }: Listed): Standing | null {
  if (subject === null || whole === null) return null;
  if (area === null) return { subject, entries: entries.filter(({ number }) => subject.snapshots.includes(number)) };
  const isPlaced = !area.startsWith('00');
  // Unplaced households are their snapshot's: those of another province are none of this area's.
  const own =
    whole === country && isPlaced ? entries.filter(({ snapshot }) => isWithin(area, snapshot.province)) : entries;
  return { subject: { ...subject, area: whole, snapshots: own.map(({ number }) => number) }, entries: own };
}
