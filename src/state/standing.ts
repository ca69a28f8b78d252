/** Owns what a figure is a figure of, wherever on the page it stands: the subject and the snapshots behind it. */
import { country, isWithin } from '../model/area.ts';
import type { Listed, Moved } from '../model/listing.ts';
import { recordsOf } from '../model/records.ts';
import { reportingDayBefore } from '../model/reporting.ts';
import type { Subject } from '../model/subject.ts';
import { groupName, noDays, type Days, type GroupName } from '../queries/groups.ts';
import type { Besides } from '../queries/listing.ts';
import { scopeOf } from '../queries/questions.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { Entry } from './entry.ts';
import type { Session } from './session.svelte.ts';
import { knownIn, pairsOf, type Round, type Rounds } from './rounds.svelte.ts';

export interface Standing {
  readonly subject: Subject;
  readonly entries: readonly Entry[];
  readonly besides: Besides;
}

type Looked = Pick<
  Dashboard,
  'entries' | 'following' | 'rounds' | 'session' | 'snapshot' | 'subject' | 'view' | 'whole'
>;

/** A figure of an area may stand beside those of another one: it is then of that area within the whole, not of the one looked at. */
export function standingOf(looked: Looked, listed: Listed): Standing | null {
  const standing = ofRound(looked, listed);
  if (standing === null) return null;
  if (listed.group) return ofGroup(looked, standing, listed.group.of === 'age');
  if (listed.moved === null) return standing;
  const { rounds, session } = looked;
  const before = roundOf(rounds, listed.moved);
  if (before === null || rounds.current === null) return null;
  const pairs = pairsOf(before, rounds.current, scopeOf(standing.subject.area));
  const numbers = pairs.flatMap(({ then, now }) => [then, now]);
  return {
    ...standing,
    besides: { ...standing.besides, pairs },
    entries: session.entries.filter(({ number }) => numbers.includes(number)),
  };
}

/** The rounds of the area looked at, wherever the figure stands: as those that its tool told by. */
function ofGroup(
  { rounds, snapshot, subject, following, view }: Looked,
  standing: Standing,
  isOfRounds: boolean,
): Standing {
  const known = isOfRounds && subject ? knownIn(rounds, subject.area) : [];
  const asOf = snapshot?.asOf ?? null;
  const days: Days = {
    rounds: known.map(({ snapshot: number, province, asOf: date }) => ({ snapshot: number, province, asOf: date })),
    today: following.term.today,
    asOf,
    reported: asOf && reportingDayBefore(asOf, view.current.reportingDay),
  };
  return {
    ...standing,
    besides: { ...standing.besides, days },
    entries: isOfRounds ? known.map(({ entry }) => entry) : standing.entries,
  };
}

/** The round that a move is from; null where it is not open. */
export const roundOf = ({ all, current }: Rounds, { since }: Moved): Round | null =>
  all.find(({ asOf }) => asOf === since && asOf !== current?.asOf) ?? null;

function ofRound({ entries, subject, whole }: Looked, { area }: Listed): Standing | null {
  if (subject === null || whole === null) return null;
  const besides: Besides = { pairs: [], days: noDays };
  if (area === null)
    return { subject, besides, entries: entries.filter(({ number }) => subject.snapshots.includes(number)) };
  const isPlaced = !area.startsWith('00');
  // Unplaced households are their snapshot's: those of another province are none of this area's.
  const own =
    whole === country && isPlaced ? entries.filter(({ snapshot }) => isWithin(area, snapshot.province)) : entries;
  return { subject: { ...subject, area: whole, snapshots: own.map(({ number }) => number) }, besides, entries: own };
}

/** What the group of a list is called; null where a registry has its words. */
export async function askGroupName(
  session: Pick<Session, 'ask'>,
  { subject, besides }: Standing,
  { group }: Listed,
  signal?: AbortSignal,
): Promise<GroupName | null> {
  const question = group && groupName(subject, group, besides.days);
  return question ? (recordsOf(await session.ask<GroupName>(question, signal))[0] ?? null) : null;
}
