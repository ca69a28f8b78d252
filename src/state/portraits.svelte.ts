/** Owns the portraits of areas asked for by code: figures, needs by dimension, and how a figure went from round to round. */
import { untrack } from 'svelte';
import { country, isWithin, levelOf, provinceOf, type AreaCode } from '../model/area.ts';
import type { IsoDate } from '../model/snapshot.ts';
import type { Subject } from '../model/subject.ts';
import { grouped, noFigures, type Figures, type Grouped } from '../queries/figures.ts';
import { Answer } from './answer.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { Entry } from './session.svelte.ts';

export interface Portrait {
  readonly figures: Figures;
  /** By code of the dimension: counts of needs. */
  readonly dimensions: ReadonlyMap<number, Figures>;
  /** The same area in every round of its province, the oldest first; of one round alone, nothing. */
  readonly rounds: readonly { readonly asOf: IsoDate; readonly figures: Figures }[];
}

interface Wish {
  /** How long a wish must last before anything is asked. */
  readonly restMs: number;
  readonly withRounds: boolean;
}

export class Portraits {
  readonly #looked: () => Dashboard;
  readonly #wish: Wish;
  readonly #answer = new Answer<string, ReadonlyMap<AreaCode, Portrait>>();

  constructor(looked: () => Dashboard, wish: Wish) {
    this.#looked = looked;
    this.#wish = wish;
  }

  get pending(): boolean {
    return this.#answer.pending;
  }
  /** Null while it is not there. */
  of(code: AreaCode): Portrait | null {
    const { current } = this.#answer;
    return current?.subject === this.#view ? (current.value.get(code) ?? null) : null;
  }

  /** What every portrait depends on beside its area. */
  get #view(): string {
    const { entries, view } = this.#looked();
    return JSON.stringify([entries.map(({ number }) => number), view.current.filters, view.current.meeting]);
  }

  /** Asks for these and forgets all others; to be called in an effect. Late answers are dropped. */
  ask(codes: readonly AreaCode[]): void {
    const view = this.#view;
    const isThere = untrack(() => !this.pending && codes.every((code) => this.of(code) !== null));
    if (isThere) return;
    void this.#answer.ask(view, async (signal) => {
      if (this.#wish.restMs > 0) await new Promise((resolve) => setTimeout(resolve, this.#wish.restMs));
      const portraits = new Map<AreaCode, Portrait>();
      for (const code of codes) {
        signal.throwIfAborted();
        portraits.set(code, await this.#portrait(code, signal));
      }
      return portraits;
    });
  }

  async #portrait(code: AreaCode, signal: AbortSignal): Promise<Portrait> {
    const { entries, session } = untrack(() => {
      const { entries: looked, session: at } = this.#looked();
      return { entries: looked, session: at };
    });
    const isOwn = ({ snapshot }: Entry): boolean => code === country || isWithin(code, snapshot.province);
    const { figures, matrix } = await this.#asked(entries.filter(isOwn), code, signal);
    const rounds: Portrait['rounds'][number][] = [];
    const province = code === country ? null : provinceOf(code);
    const all = session.entries
      .filter(({ snapshot }) => snapshot.province === province)
      .sort((a, b) => (a.snapshot.asOf < b.snapshot.asOf ? -1 : 1));
    if (this.#wish.withRounds && all.length > 1)
      for (const entry of all) {
        signal.throwIfAborted();
        const answer = await this.#asked([entry], code, signal);
        rounds.push({ asOf: entry.snapshot.asOf, figures: answer.figures.get(0) ?? noFigures });
      }
    return { figures: figures.get(0) ?? noFigures, dimensions: matrix, rounds };
  }

  async #asked(entries: readonly Entry[], area: AreaCode, signal: AbortSignal): Promise<Grouped> {
    const { session, view } = this.#looked();
    const subject: Subject = {
      snapshots: entries.map(({ number }) => number),
      area,
      level: area === country ? 'province' : levelOf(area),
      filters: view.current.filters,
      ...(view.current.meeting && { meeting: true }),
    };
    return grouped(await session.answer(entries, subject, signal));
  }
}
