/** Owns what is recorded of help for the households looked at: asked only while a reader looks. */
import { untrack } from 'svelte';
import {
  actPlaces,
  acts,
  actsOf,
  doubts,
  type ActDoubt,
  type ActGroup,
  type ActPlaceRow,
  type ActRow,
  type Acts,
  type DoubtRow,
} from '../queries/acts.ts';
import { Answer } from './answer.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';

export interface RecordedActs {
  readonly by: Readonly<Record<ActGroup | 'all', readonly Acts[]>>;
  readonly doubts: Readonly<Record<ActDoubt, number>>;
  /** By agency: the six-digit number of the area where it is recorded most, and how often. */
  readonly places: ReadonlyMap<string | null, { readonly area: number; readonly acts: number }>;
}

type Looked = Pick<Dashboard, 'entries' | 'session' | 'subject' | 'snapshot'>;

export class ActBook {
  readonly #looked: () => Looked;
  readonly #answer = new Answer<string, RecordedActs>();
  #asked = '';

  constructor(looked: () => Looked) {
    this.#looked = looked;
  }

  /** Null before the first answer, and where the last question failed. */
  get current(): RecordedActs | null {
    return this.#answer.error === null ? (this.#answer.current?.value ?? null) : null;
  }
  get pending(): boolean {
    return this.#answer.pending;
  }
  get error(): unknown {
    return this.#answer.error;
  }

  /** Asks for the present subject; to be called in an effect of what shows it. */
  load(): void {
    const { entries, session, subject, snapshot } = this.#looked();
    if (subject === null || snapshot === null) return;
    const own = entries.filter(({ number }) => subject.snapshots.includes(number));
    const key = JSON.stringify(subject);
    // Read untracked: an error that lasts would call for itself for ever.
    if (untrack(() => this.#asked === key && this.#answer.error === null)) return;
    this.#asked = key;
    void this.#answer.ask(key, async (signal) => {
      for (const entry of own) await session.load(entry);
      const by = actsOf(await session.ask<ActRow>(acts(subject), signal));
      const { columns } = await session.ask<DoubtRow>(doubts(subject, snapshot.asOf), signal);
      const places = await session.ask<ActPlaceRow>(actPlaces(subject, subject.level), signal);
      const { agency, area, acts: counts } = places.columns;
      return {
        by,
        doubts: Object.fromEntries(Object.entries(columns).map(([id, [count]]) => [id, count ?? 0])) as Record<
          ActDoubt,
          number
        >,
        places: new Map(agency.map((name, row) => [name, { area: area[row] ?? 0, acts: counts[row] ?? 0 }])),
      };
    });
  }
}
