/** Owns what became of households between two rounds: asked of the rows while a reader looks. */
import { untrack } from 'svelte';
import type { Move } from '../model/move.ts';
import type { IsoDate } from '../model/snapshot.ts';
import type { Subject } from '../model/subject.ts';
import { moves, movesOf, type MoveRow, type RoundPair } from '../queries/moves.ts';
import { scopeOf } from '../queries/questions.ts';
import { Answer } from './answer.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { pairsOf } from './rounds.svelte.ts';

type Looked = Pick<Dashboard, 'session' | 'subject' | 'rounds' | 'snapshot' | 'entries'>;

/** Two rounds and what became of the households between them. */
export interface Passage {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly subject: Subject;
  readonly moves: readonly Move[];
}

/** What is asked: as text, so that what is equal is asked once. */
interface Asked {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly subject: Subject;
  readonly pairs: readonly RoundPair[];
}

export class Moves {
  readonly #looked: () => Looked;
  readonly #passage = new Answer<string, readonly Move[]>();

  constructor(looked: () => Looked) {
    this.#looked = looked;
  }

  /** Null where there is nothing to compare. */
  readonly #asked: string | null = $derived.by(() => {
    const { subject, rounds } = this.#looked();
    const { before, current } = rounds;
    if (subject === null || before === null || current === null) return null;
    // A tambon is shown among those of its amphoe, and seen from there.
    const area = scopeOf(subject.area);
    return JSON.stringify({
      from: before.asOf,
      to: current.asOf,
      subject: { ...subject, area },
      pairs: pairsOf(before, current, area),
    } satisfies Asked);
  });

  /** The last good answer, while its rounds are open; null before the first, and where the last question failed. */
  readonly current: Passage | null = $derived.by(() => {
    const { current, error } = this.#passage;
    if (current === null || error !== null) return null;
    const { from, to, subject, pairs } = JSON.parse(current.subject) as Asked;
    const open = new Set(this.#looked().session.entries.map(({ number }) => number));
    if (pairs.some(({ then, now }) => [then, now].some((number) => number !== null && !open.has(number)))) return null;
    return { from, to, subject, moves: current.value };
  });
  get pending(): boolean {
    return this.#passage.pending;
  }
  get error(): unknown {
    return this.#passage.error;
  }

  /** Asks for the two rounds at hand; to be called in an effect of what shows them. */
  load(): void {
    const asked = this.#asked;
    const { session } = this.#looked();
    untrack(() => {
      const { current, error, pending } = this.#passage;
      if (asked === null || (current?.subject === asked && error === null && !pending)) return;
      const { subject, pairs } = JSON.parse(asked) as Asked;
      const numbers = pairs.flatMap(({ then, now }) => [then, now]);
      const entries = session.entries.filter(({ number }) => numbers.includes(number));
      void this.#passage.ask(asked, async (signal) => {
        for (const entry of entries) await session.load(entry);
        return movesOf(await session.ask<MoveRow>(moves(subject, pairs), signal));
      });
    });
  }
}
