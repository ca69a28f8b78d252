/** Owns which dimensions come together among the households looked at: asked only while a reader looks. */
import { untrack } from 'svelte';
import { overlaps, overlapsOf, type Overlap, type OverlapRow } from '../queries/overlaps.ts';
import { Answer } from './answer.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';

export class Overlaps {
  readonly #looked: () => Pick<Dashboard, 'entries' | 'session' | 'subject'>;
  readonly #answer = new Answer<string, readonly Overlap[]>();
  #asked = '';

  constructor(looked: () => Pick<Dashboard, 'entries' | 'session' | 'subject'>) {
    this.#looked = looked;
  }

  /** Null before the first answer, and where the last question failed. */
  get current(): readonly Overlap[] | null {
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
    const { entries, session, subject } = this.#looked();
    if (subject === null) return;
    const own = entries.filter(({ number }) => subject.snapshots.includes(number));
    // The level and the dimensions chosen change nothing here.
    const key = JSON.stringify({
      ...subject,
      level: null,
      filters: { ...subject.filters, dimensions: [], together: [] },
    });
    // Read untracked: an error that lasts would call for itself for ever.
    if (untrack(() => this.#asked === key && this.#answer.error === null)) return;
    this.#asked = key;
    void this.#answer.ask(key, async (signal) => {
      for (const entry of own) await session.load(entry);
      return overlapsOf(await session.ask<OverlapRow>(overlaps(subject), signal));
    });
  }
}
