/** Owns the figure that a reader asks about: whose it is, and what a count of its own finds. */
import { parseListed, type Listed } from '../model/listing.ts';
import { isWithin } from '../model/area.ts';
import { parseSnapshotKey, snapshotKey, type Snapshot } from '../model/snapshot.ts';
import type { Question } from '../engine/engine.ts';
import { explaining, type ExplainedRow } from '../queries/explaining.ts';
import type { GroupName } from '../queries/groups.ts';
import { Answer } from './answer.svelte.ts';
import { entriesOf } from './country.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { askGroupName, standingOf, type Standing } from './standing.ts';

/** A figure as it stands on the page. */
export interface Shown {
  /** Empty where it has no value. */
  readonly value: string;
  readonly text: string;
  readonly measure: string;
  readonly area?: string | undefined;
  readonly dimension?: string | undefined;
  readonly class?: string | undefined;
  readonly snapshot?: string | undefined;
  /** Which rows it is the count of, as a link says it, where measure and place do not tell. */
  readonly rows?: string | undefined;
  /** The title of the part of the page that it stands in. */
  readonly within: string;
}

type ToldRow = ExplainedRow & { readonly name: GroupName | null };

export class Explained {
  readonly #dashboard: Dashboard;
  readonly #shown: Shown;
  readonly #answer = new Answer<Question, ToldRow>();

  constructor(dashboard: Dashboard, shown: Shown) {
    this.#dashboard = dashboard;
    this.#shown = shown;
  }

  /** Null where nothing is counted by household. */
  readonly listed: Listed | null = $derived.by(() => {
    const { measure, area, dimension, class: own, rows } = this.#shown;
    if (rows !== undefined) return parseListed(rows);
    const places = Object.entries({ area, dimension, class: own }).filter(([, value]) => value !== undefined);
    return parseListed([measure, ...places.map((place) => place.join(':'))].join('~'));
  });
  /** The snapshot it is of. */
  readonly snapshot: Snapshot | null = $derived.by(() => {
    const { snapshot } = this.#shown;
    return (snapshot === undefined ? null : parseSnapshotKey(snapshot)) ?? this.#dashboard.snapshot;
  });
  /** Whether it is of another round than the page's. */
  readonly isOfOther: boolean = $derived.by(() => {
    const { snapshot } = this.#dashboard;
    return snapshot !== null && this.snapshot !== null && snapshotKey(snapshot) !== snapshotKey(this.snapshot);
  });
  readonly #standing: Standing | null = $derived.by(() => {
    const { listed, snapshot } = this;
    if (listed === null || snapshot === null) return null;
    const standing = standingOf(this.#dashboard, listed);
    if (standing === null || !this.isOfOther) return standing;
    const entries = entriesOf(this.#dashboard.session.entries, snapshot);
    const area = isWithin(standing.subject.area, snapshot.province) ? standing.subject.area : snapshot.province;
    return {
      ...standing,
      subject: { ...standing.subject, area, snapshots: entries.map(({ number }) => number) },
      entries,
    };
  });
  readonly question: Question | null = $derived.by(() =>
    this.#standing && this.listed ? explaining(this.#standing.subject, this.listed, this.#standing.besides) : null,
  );

  get current(): ToldRow | null {
    return this.#answer.error === null ? (this.#answer.current?.value ?? null) : null;
  }
  get pending(): boolean {
    return this.#answer.pending;
  }
  get error(): unknown {
    return this.#answer.error;
  }
  /** Acts are shown, and their households listed. */
  readonly isOfActs: boolean = $derived.by(
    () => this.#shown.rows !== undefined && this.#shown.measure.startsWith('act.'),
  );
  /** Whether the count finds what is shown; null before it is known, and where what is counted is another thing. */
  readonly isSame: boolean | null = $derived.by(() => {
    if (this.current === null || this.isOfActs) return null;
    const { value } = this.current;
    const shown = this.#shown.value === '' ? null : Number(this.#shown.value);
    return value === null || shown === null ? value === shown : Math.abs(value - shown) < 1e-9;
  });

  /** To be called in an effect of what shows it. */
  load(): void {
    const { question } = this;
    const standing = this.#standing;
    if (question === null || standing === null) return;
    void this.#answer.ask(question, async (signal) => {
      const { session } = this.#dashboard;
      for (const entry of standing.entries) await session.load(entry);
      const { columns } = await session.ask<ExplainedRow>(question, signal);
      const one = (name: keyof ExplainedRow): number | null => columns[name]?.[0] ?? null;
      const name = this.listed && (await askGroupName(session, standing, this.listed, signal));
      return { value: one('value'), part: one('part'), whole: one('whole'), all: one('all') ?? 0, name };
    });
  }
}
