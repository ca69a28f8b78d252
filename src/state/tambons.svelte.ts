/** Owns what is asked tambon by tambon, whatever level is shown: only while a tool of analysis wants it. */
import { untrack } from 'svelte';
import type { Dimension } from '../model/dimension.ts';
import type { Subject } from '../model/subject.ts';
import { figuresBy, type Figures } from '../queries/figures.ts';
import { scopeOf } from '../queries/questions.ts';
import { Answer } from './answer.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';

export interface TambonFigures {
  /** Of the level tambon; its area is the one whose parts are shown. */
  readonly subject: Subject;
  /** By six-digit number, as `areas` of `queries/questions` gives them. */
  readonly areas: ReadonlyMap<number, Figures>;
  /** The same of one dimension alone; null where none was wanted. */
  readonly inDimension: { readonly dimension: Dimension; readonly areas: ReadonlyMap<number, Figures> } | null;
}

export class Tambons {
  readonly #looked: () => Dashboard;
  readonly #answer = new Answer<string, TambonFigures>();

  constructor(looked: () => Dashboard) {
    this.#looked = looked;
  }

  /** The last good answer; null before the first, where the one wanted failed, and when its snapshots are gone. */
  get current(): TambonFigures | null {
    const value = this.#answer.current?.value;
    const { entries } = this.#looked();
    if (!value || this.#answer.error !== null) return null;
    return value.subject.snapshots.every((wanted) => entries.some(({ number }) => number === wanted)) ? value : null;
  }
  get pending(): boolean {
    return this.#answer.pending;
  }
  get error(): unknown {
    return this.#answer.error;
  }

  /** To be called in an effect of the tool that wants it. */
  ask(dimension: Dimension | null = null): void {
    const { subject } = this.#looked();
    if (!subject) return;
    const wanted: Subject = { ...subject, area: scopeOf(subject.area), level: 'tambon' };
    const key = JSON.stringify([wanted, dimension]);
    const isAnswered = untrack(() => this.#answer.current?.subject === key && this.#answer.error === null);
    if (isAnswered && !untrack(() => this.#answer.pending)) return;
    void this.#answer.ask(key, async (signal) => ({
      subject: wanted,
      areas: await this.#areas(wanted, signal),
      inDimension: dimension && {
        dimension,
        areas: await this.#areas({ ...wanted, filters: { ...wanted.filters, dimensions: [dimension] } }, signal),
      },
    }));
  }

  async #areas(subject: Subject, signal: AbortSignal): Promise<ReadonlyMap<number, Figures>> {
    const { session, entries } = untrack(() => {
      const { session: at, entries: all } = this.#looked();
      return { session: at, entries: all.filter(({ number }) => subject.snapshots.includes(number)) };
    });
    return figuresBy((await session.answer(entries, subject, signal)).areas, 'area');
  }
}
