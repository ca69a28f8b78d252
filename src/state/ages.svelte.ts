/** Owns how long households have waited: asked of the rows of every known round, while a reader looks. */
import { untrack } from 'svelte';
import { country, levelOf, type Level } from '../model/area.ts';
import type { IsoDate } from '../model/snapshot.ts';
import type { Subject } from '../model/subject.ts';
import {
  ages,
  agesOf,
  noAges,
  stuckDates,
  type AgeRound,
  type AgeRow,
  type Ages,
  type AgesBy,
} from '../queries/ages.ts';
import { scopeOf } from '../queries/questions.ts';
import { Answer } from './answer.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { knownIn } from './rounds.svelte.ts';

export interface ToldAges extends AgesBy {
  readonly subject: Subject;
  readonly today: IsoDate;
  /** Of the area looked at: a tambon's own, where one is chosen among those of its amphoe. */
  readonly own: Ages;
  /** How many rounds are known, the first of them, and those in which a stuck household stood alike (none: too few). */
  readonly rounds: number;
  readonly begins: IsoDate | null;
  readonly stuckDates: readonly IsoDate[];
}

export class AgeBook {
  readonly #looked: () => Dashboard;
  readonly #level: Level | null;
  readonly #answer = new Answer<string, ToldAges>();
  #asked = '';

  /** `level`: always of that level, whatever the map shows. */
  constructor(looked: () => Dashboard, level: Level | null = null) {
    this.#looked = looked;
    this.#level = level;
  }

  /** The last good answer; null before the first, where the last failed, and when its snapshots are gone. */
  get current(): ToldAges | null {
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

  /** To be called in an effect of what shows it. */
  ask(): void {
    const { session, rounds, subject, following } = this.#looked();
    const { today } = following.term;
    if (subject === null || today === null) return;
    const wanted: Subject = this.#level ? { ...subject, area: scopeOf(subject.area), level: this.#level } : subject;
    const met = knownIn(rounds, wanted.area);
    const told = met.map(({ snapshot, province, asOf }): AgeRound => ({ snapshot, province, asOf }));
    const key = JSON.stringify([wanted, told, today]);
    if (untrack(() => this.#asked === key && this.#answer.error === null)) return;
    this.#asked = key;
    void this.#answer.ask(key, async (signal) => {
      for (const { entry } of met) await session.load(entry);
      const by = agesOf(await session.ask<AgeRow>(ages(wanted, told, today), signal));
      const dates = [...new Set(told.map(({ asOf }) => asOf))];
      const isOne = wanted.area !== country && levelOf(wanted.area) === 'tambon';
      return {
        ...by,
        subject: wanted,
        today,
        own: isOne ? (by.areas.get(Number(wanted.area)) ?? noAges) : by.all,
        rounds: dates.length,
        begins: dates[0] ?? null,
        stuckDates: stuckDates(told),
      };
    });
  }
}
