/** Owns what a figure is a figure of, wherever on the page it stands: the subject and the snapshots behind it. */
import { country, isWithin } from '../model/area.ts';
import type { Listed, Moved } from '../model/listing.ts';
import type { Subject } from '../model/subject.ts';
import type { RoundPair } from '../queries/moves.ts';
import { scopeOf } from '../queries/questions.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { Entry } from './entry.ts';
import { pairsOf, type Round, type Rounds } from './rounds.svelte.ts';

export interface Standing {
  readonly subject: Subject;
  readonly entries: readonly Entry[];
  /** The rounds that households moved between; none where a list is of one round. */
  readonly pairs: readonly RoundPair[];
}

type Looked = Pick<Dashboard, 'entries' | 'subject' | 'whole' | 'rounds' | 'session'>;

/** A figure of an area may stand beside those of another one: it is then of that area within the whole, not of the one looked at. */
export function standingOf(looked: Looked, listed: Listed): Standing | null {
  const standing = ofRound(looked, listed);
  if (standing === null || listed.moved === null) return standing;
  const { rounds, session } = looked;
  const before = roundOf(rounds, listed.moved);
  if (before === null || rounds.current === null) return null;
  const pairs = pairsOf(before, rounds.current, scopeOf(standing.subject.area));
  const numbers = pairs.flatMap(({ then, now }) => [then, now]);
  return { ...standing, pairs, entries: session.entries.filter(({ number }) => numbers.includes(number)) };
}

/** The round that a move is from; null where it is not open. */
export const roundOf = ({ all, current }: Rounds, { since }: Moved): Round | null =>
  all.find(({ asOf }) => asOf === since && asOf !== current?.asOf) ?? null;

function ofRound({ entries, subject, whole }: Looked, { area }: Listed): Standing | null {
  if (subject === null || whole === null) return null;
  const pairs: readonly RoundPair[] = [];
  if (area === null)
    return { subject, pairs, entries: entries.filter(({ number }) => subject.snapshots.includes(number)) };
  const isPlaced = !area.startsWith('00');
  // Unplaced households are their snapshot's: those of another province are none of this area's.
  const own =
    whole === country && isPlaced ? entries.filter(({ snapshot }) => isWithin(area, snapshot.province)) : entries;
  return { subject: { ...subject, area: whole, snapshots: own.map(({ number }) => number) }, pairs, entries: own };
}
