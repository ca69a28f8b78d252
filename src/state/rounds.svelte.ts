/** Owns the rounds: the open snapshots of the whole looked at, by date, and the one that the round at hand is compared with. */
import { country, isWithin, type AreaCode } from '../model/area.ts';
import type { IsoDate, Snapshot } from '../model/snapshot.ts';
import type { AgeRound } from '../queries/ages.ts';
import type { RoundPair } from '../queries/moves.ts';
import { countryDates, entriesOf } from './country.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { Entry } from './entry.ts';

export interface Round {
  readonly snapshot: Snapshot;
  readonly asOf: IsoDate;
  /** One of a province, several of the country. */
  readonly entries: readonly Entry[];
}

/** What an area has of two rounds, province by province. */
export function pairsOf(before: Round, current: Round, area: AreaCode): readonly RoundPair[] {
  const isIn = (province: AreaCode): boolean => area === country || isWithin(area, province);
  const provinces = new Set([...before.entries, ...current.entries].map(({ snapshot }) => snapshot.province));
  const numberOf = (round: Round, province: AreaCode): number | null =>
    round.entries.find(({ snapshot }) => snapshot.province === province)?.number ?? null;
  return [...provinces]
    .filter(isIn)
    .sort()
    .map((province) => ({ province, then: numberOf(before, province), now: numberOf(current, province) }));
}

/** A snapshot of a known round, with the entry that it is loaded by. */
export interface KnownRound extends AgeRound {
  readonly entry: Entry;
}

/** Of the provinces that an area has part in, the oldest first. */
export function knownIn({ known }: Pick<Rounds, 'known'>, area: AreaCode): readonly KnownRound[] {
  return known.flatMap(({ asOf, entries }) =>
    entries
      .filter(({ snapshot }) => area === country || isWithin(area, snapshot.province))
      .map((entry) => ({ entry, asOf, province: entry.snapshot.province, snapshot: entry.number })),
  );
}

export class Rounds {
  readonly #looked: () => Pick<Dashboard, 'session' | 'snapshot' | 'whole' | 'view'>;

  constructor(looked: () => Pick<Dashboard, 'session' | 'snapshot' | 'whole' | 'view'>) {
    this.#looked = looked;
  }

  /** The oldest first; the sample's are open though not loaded. */
  readonly all: readonly Round[] = $derived.by(() => {
    const { session, whole: province } = this.#looked();
    if (province === null) return [];
    const own = session.entries.filter(({ snapshot }) => snapshot.province === province);
    const dates = province === country ? countryDates(session.entries) : own.map(({ snapshot }) => snapshot.asOf);
    return [...dates].sort().map((asOf) => {
      const snapshot = { province, asOf };
      return { snapshot, asOf, entries: entriesOf(session.entries, snapshot) };
    });
  });
  /** The one looked at. */
  readonly current: Round | null = $derived.by(() => {
    const { snapshot } = this.#looked();
    return this.all.find(({ asOf }) => asOf === snapshot?.asOf) ?? null;
  });
  /** Those up to the one looked at: what was known then. */
  readonly known: readonly Round[] = $derived.by(() => {
    const { current } = this;
    // What is held back differs from round to round: they can't be set against each other.
    if (current !== null && this.#looked().session.isPartial) return [current];
    return current === null ? [] : this.all.filter(({ asOf }) => asOf <= current.asOf);
  });
  /** The one compared with: the URL's, where it is open and another one, else that just before; null where there is none. */
  readonly before: Round | null = $derived.by(() => {
    if (this.#looked().session.isPartial) return null;
    const { since } = this.#looked().view.current;
    const named = this.all.find(({ asOf }) => asOf === since && asOf !== this.current?.asOf);
    return named ?? this.known.at(-2) ?? null;
  });
}
