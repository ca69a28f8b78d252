/** Owns the one household that a reader looks at: asked only while it is looked at, and hidden as the list is. */
import type { Question } from '../engine/engine.ts';
import { noFilters } from '../model/subject.ts';
import { recordsOf } from '../model/records.ts';
import type { Cell, Row } from '../model/rows.ts';
import { listColumns } from '../queries/listcolumns.ts';
import { cells, type KeyRow } from '../queries/listing.ts';
import { listedOf } from '../model/listing.ts';
import {
  acts,
  past,
  plans,
  reportedIn,
  sources,
  traits,
  type ActRow,
  type PastRow,
  type PlanRow,
  type SourceRow,
  type TraitRow,
} from '../queries/onehousehold.ts';
import { Answer } from './answer.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { Entry } from './entry.ts';

/** The oldest first: every open round of its province; null where it is not found in it. */
export type HouseholdPast = readonly {
  readonly entry: Entry;
  readonly was: PastRow | null;
  /** Whether the round has any household of its amphoe. */
  readonly isReported: boolean;
}[];

export interface HouseholdTold {
  readonly facts: Row;
  readonly acts: readonly ActRow[];
  readonly plans: readonly PlanRow[];
  readonly traits: readonly TraitRow[];
  /** File names as the receipt has them. */
  readonly sources: readonly { readonly file: string; readonly line: number }[];
}

/** Lines told at most: a household of many needs has a line for each. */
const mostSources = 12;

export class Household {
  readonly #dashboard: Dashboard;
  readonly #answer = new Answer<string, HouseholdTold>();
  /** Apart, because it waits until every round is loaded. */
  readonly #past = new Answer<string, HouseholdPast>();
  #asked = '';

  constructor(dashboard: Dashboard) {
    this.#dashboard = dashboard;
  }

  /** Null before the answer, and where it failed. */
  get current(): HouseholdTold | null {
    const { current, error } = this.#answer;
    return error === null && current?.subject === this.#asked ? current.value : null;
  }
  get past(): HouseholdPast | null {
    return this.#past.error === null ? (this.#past.current?.value ?? null) : null;
  }
  get pending(): boolean {
    return this.#answer.pending || this.#past.pending;
  }
  get error(): unknown {
    return this.#answer.error ?? this.#past.error;
  }

  /** To be called in an effect of what shows it. */
  load(row: KeyRow, isOpen: boolean): void {
    const { session } = this.#dashboard;
    const own = session.entries.find(({ number }) => number === row.snapshot);
    if (!own) return;
    const key = { ...row, dimension: -1 };
    const entries = session.entries
      .filter(({ snapshot }) => snapshot.province === own.snapshot.province)
      .sort((a, b) => (a.snapshot.asOf < b.snapshot.asOf ? -1 : 1));
    this.#asked = JSON.stringify([key, isOpen, entries.map(({ number }) => number)]);
    const asking =
      (signal: AbortSignal) =>
      async <T extends Record<string, Cell>>(question: Question): Promise<readonly T[]> =>
        recordsOf(await session.ask<T>(question, signal));
    void this.#answer.ask(this.#asked, async (signal) => {
      await session.load(own);
      const all = asking(signal);
      const listed = listedOf('household.listed');
      const [facts] = await all(cells({ filters: noFilters }, listed, [key], listColumns, isOpen));
      const files = session.entries.find(({ number }) => number === row.snapshot)?.receipt?.files ?? [];
      // What a server keeps came from files that this page never saw.
      const lines = own.served ? [] : await all<SourceRow>(sources(key));
      return {
        facts: facts ?? {},
        acts: await all<ActRow>(acts(key)),
        plans: await all<PlanRow>(plans(key)),
        traits: await all<TraitRow>(traits(key, isOpen)),
        sources: lines.slice(0, mostSources).map(({ file, line }) => ({ file: files[file]?.name ?? '', line })),
      };
    });
    void this.#past.ask(this.#asked, async (signal) => {
      for (const entry of entries) await session.load(entry);
      const numbers = entries.map(({ number }) => number);
      const found = await asking(signal)<PastRow>(past(key, numbers));
      const reported = await asking(signal)<{ snapshot: number }>(reportedIn(key, numbers));
      return entries.map((entry) => ({
        entry,
        was: found.find(({ snapshot }) => snapshot === entry.number) ?? null,
        isReported: reported.some(({ snapshot }) => snapshot === entry.number),
      }));
    });
  }
}
