/** Owns what a tool asks of the rows looked at, and only while a reader looks: the last good answer, for the present subject. */
import { untrack } from 'svelte';
import type { Subject } from '../model/subject.ts';
import { Answer } from './answer.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { Session } from './session.svelte.ts';

export type Looked = Pick<Dashboard, 'entries' | 'session' | 'subject'>;

/**
 * `Look`: what the reader chose besides, as text or such as can be written as JSON. `heeded`: the subject without what changes
 * nothing in the answer.
 */
export class Asked<Look, T> {
  readonly #looked: () => Looked;
  readonly #look: () => Look;
  readonly #ask: (session: Session, subject: Subject, look: Look, signal?: AbortSignal) => Promise<T>;
  readonly #heeded: (subject: Subject) => Subject;
  readonly #answer = new Answer<string, { readonly look: Look; readonly value: T }>();
  #asked = '';

  constructor(
    looked: () => Looked,
    look: () => Look,
    ask: (session: Session, subject: Subject, look: Look, signal?: AbortSignal) => Promise<T>,
    heeded: (subject: Subject) => Subject = (subject) => subject,
  ) {
    this.#looked = looked;
    this.#look = look;
    this.#ask = ask;
    this.#heeded = heeded;
  }

  /** With the choice that it answers. Null before the first answer, and where the last question failed. */
  get current(): { readonly look: Look; readonly value: T } | null {
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
    const { entries, session, subject: whole } = this.#looked();
    if (whole === null) return;
    const subject = this.#heeded(whole);
    const look = this.#look();
    const own = entries.filter(({ number }) => subject.snapshots.includes(number));
    const key = JSON.stringify([subject, look]);
    // Read untracked: an error that lasts would call for itself for ever.
    if (untrack(() => this.#asked === key && this.#answer.error === null)) return;
    this.#asked = key;
    void this.#answer.ask(key, async (signal) => {
      for (const entry of own) await session.load(entry);
      return { look, value: await this.#ask(session, subject, look, signal) };
    });
  }
}
