/** Owns what became of households between two rounds: asked of the rows while a reader looks, of the cubes for the key figures. */
import { untrack } from 'svelte';
import { country, isWithin, type AreaCode } from '../model/area.ts';
import type { Move } from '../model/move.ts';
import type { IsoDate } from '../model/snapshot.ts';
import type { Subject } from '../model/subject.ts';
import { grouped, type Grouped } from '../queries/figures.ts';
import { measureOf, type MeasureId } from '../queries/measures.ts';
import { moves, movesOf, type MoveRow, type RoundPair } from '../queries/moves.ts';
import { scopeOf } from '../queries/questions.ts';
import { Answer } from './answer.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { Entry } from './entry.ts';
import { pairsOf, type Round } from './rounds.svelte.ts';

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
  readonly #figures = new Answer<string, readonly [then: Grouped, now: Grouped]>();

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
    return this.#passage.pending || this.#figures.pending;
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

  /** The round just before the one at hand: what the key figures are set against. */
  readonly #last: Round | null = $derived.by(() => this.#looked().rounds.known.at(-2) ?? null);
  readonly #figured: string | null = $derived.by(() => {
    const { subject } = this.#looked();
    const then = this.#last?.entries.filter(({ snapshot }) => isIn(subject?.area ?? country)(snapshot.province)) ?? [];
    if (subject === null || then.length === 0) return null;
    // By amphoe, for an amphoe that is not in both rounds has no change.
    const now = { ...subject, level: subject.area.length > 4 ? ('tambon' as const) : ('amphoe' as const) };
    return JSON.stringify([{ ...now, snapshots: then.map(({ number }) => number) }, now] satisfies [Subject, Subject]);
  });

  /** Asks the cubes of both rounds, which answer before the rows are there; to be called in an effect of the strip. */
  loadFigures(): void {
    const asked = this.#figured;
    const { session } = this.#looked();
    untrack(() => {
      const { current, error, pending } = this.#figures;
      if (asked === null || (current?.subject === asked && error === null && !pending)) return;
      const answerTo = async (subject: Subject, signal: AbortSignal): Promise<Grouped> => {
        const entries = session.entries.filter(({ number }: Entry) => subject.snapshots.includes(number));
        return grouped(await session.answer(entries, subject, signal));
      };
      const [then, now] = JSON.parse(asked) as [Subject, Subject];
      void this.#figures.ask(asked, async (signal) => [await answerTo(then, signal), await answerTo(now, signal)]);
    });
  }

  /** How far a figure went since the round before, over the areas that both rounds have; null where nothing can be told. */
  since(id: MeasureId): { readonly asOf: IsoDate; readonly change: number } | null {
    const { current, error } = this.#figures;
    const last = this.#last;
    if (!current || error !== null || last === null || current.subject !== this.#figured) return null;
    const [then, now] = current.value;
    const shared = [...now.areas.keys()].filter((area) => then.areas.has(area));
    if (shared.length === 0) return null;
    const sum = ({ areas }: Grouped, one: MeasureId): number =>
      shared.reduce((total, area) => total + (areas.get(area)?.[one] ?? 0), 0);
    const of = (round: Grouped): number | null => {
      if (measureOf(id).format === 'count') return sum(round, id);
      const need = sum(round, 'household.need');
      return id === 'household.helped_share' && need > 0 ? sum(round, 'household.helped') / need : null;
    };
    const [before, after] = [of(then), of(now)];
    return before === null || after === null ? null : { asOf: last.asOf, change: after - before };
  }
}

const isIn =
  (area: AreaCode) =>
  (province: AreaCode): boolean =>
    area === country || isWithin(area, province);
