/** Owns the answers that are seen beside one another: several subjects, asked and answered together. */
import { untrack } from 'svelte';
import type { Subject } from '../model/subject.ts';
import { grouped, type Grouped } from '../queries/figures.ts';
import { Answer } from './answer.svelte.ts';
import type { Session } from './session.svelte.ts';

/** One of the subjects: `key` names it among the others. */
export interface Comparand {
  readonly key: string;
  readonly subject: Subject;
}

export interface Told extends Comparand {
  readonly grouped: Grouped;
}

export class Compared {
  readonly #looked: () => { readonly session: Session };
  readonly #answer = new Answer<string, readonly Told[]>();

  constructor(looked: () => { readonly session: Session }) {
    this.#looked = looked;
  }

  /** The last good answers, which belong together; none before the first, nor where they failed or a snapshot is gone. */
  get current(): readonly Told[] {
    const { entries } = this.#looked().session;
    const told = this.#answer.error === null ? (this.#answer.current?.value ?? []) : [];
    const isOpen = (number: number): boolean => entries.some((entry) => entry.number === number);
    return told.every(({ subject }) => subject.snapshots.every(isOpen)) ? told : [];
  }
  get pending(): boolean {
    return this.#answer.pending;
  }
  get error(): unknown {
    return this.#answer.error;
  }

  /** To be called in an effect of what shows them. */
  ask(comparands: readonly Comparand[]): void {
    const key = JSON.stringify(comparands);
    const { session } = this.#looked();
    untrack(() => {
      const { current, error, pending } = this.#answer;
      if (comparands.length === 0 || (current?.subject === key && error === null && !pending)) return;
      void this.#answer.ask(key, (signal) =>
        Promise.all(
          comparands.map(async ({ key: name, subject }) => {
            const entries = session.entries.filter(({ number }) => subject.snapshots.includes(number));
            return { key: name, subject, grouped: grouped(await session.answer(entries, subject, signal)) };
          }),
        ),
      );
    });
  }
}
