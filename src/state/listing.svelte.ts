/** Owns the list of rows behind a figure: its keys in order, and the cells of those that are looked at. */
import { untrack } from 'svelte';
import type { Listed } from '../model/listing.ts';
import { hasStatus, standIds } from '../model/move.ts';
import type { Cell, Row } from '../model/rows.ts';
import type { IsoDate } from '../model/snapshot.ts';
import type { GroupName } from '../queries/groups.ts';
import { listColumnOf, listColumns, type ListColumn } from '../queries/listcolumns.ts';
import { cells, countedBy, keys, valuesOf, type KeyRow } from '../queries/listing.ts';
import { Answer } from './answer.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { listWord, wordingOf } from './listwords.ts';
import { askGroupName, roundOf, standingOf, type Standing } from './standing.ts';

export interface ListSort {
  readonly column: string;
  readonly descending: boolean;
}

/** As numbers: a country has a million of them. */
interface Keys {
  readonly name: GroupName | null;
  readonly length: number;
  readonly columns: Readonly<Record<keyof KeyRow, Int32Array>>;
}

/** Rows fetched at a time, and how many such pages are kept. */
const pageRows = 100;
const mostPages = 40;

export class Listing {
  readonly #dashboard: Dashboard;
  readonly #isBriefing: () => boolean;
  readonly #keys = new Answer<string, Keys>();
  #pages = $state.raw<ReadonlyMap<number, readonly Row[]>>(new Map());
  #fault = $state.raw<unknown>(null);
  #isFetching = $state(false);
  #wanted: readonly [first: number, last: number] = [0, 0];
  /** Of the cells that are fetched: what is asked for in another way is not what was asked for. */
  #ticket = 0;
  #asked = '';

  /** How a house code begins. Typed by the reader, and nowhere but here. */
  code = $state('');
  sort = $state.raw<ListSort>({ column: 'amphoe', descending: false });
  #chosen = $state.raw<readonly string[]>(listColumns.filter(({ isUsual }) => isUsual).map(({ id }) => id));
  #isOpen = $state(false);

  constructor(dashboard: Dashboard, isBriefing: () => boolean = () => false) {
    this.#dashboard = dashboard;
    this.#isBriefing = isBriefing;
  }

  readonly listed: Listed | null = $derived.by(() => this.#dashboard.view.current.rows);
  /** Of the round before, where they are looked at in that alone; null where nothing is open. */
  readonly asOf: IsoDate | null = $derived.by(() => {
    const moved = this.listed?.moved ?? null;
    if (moved !== null && !hasStatus(standIds.indexOf(moved.after))) return moved.since;
    return this.#dashboard.snapshot?.asOf ?? null;
  });
  /** The list is of a move from a round that is not open. */
  readonly isAbsent: boolean = $derived.by(() => {
    const moved = this.listed?.moved ?? null;
    return moved !== null && this.#dashboard.snapshot !== null && roundOf(this.#dashboard.rounds, moved) === null;
  });
  readonly isOfNeeds: boolean = $derived.by(() => this.listed !== null && countedBy(this.listed)?.grain === 'need');
  /** Those to choose from, in their order. */
  readonly offered: readonly ListColumn[] = $derived.by(() =>
    listColumns.filter(({ isOfNeed }) => !isOfNeed || this.isOfNeeds),
  );
  readonly columns: readonly ListColumn[] = $derived.by(() =>
    this.offered.filter(({ id }) => this.#chosen.includes(id)),
  );
  /** Whether what may tell whose household it is can be seen; never while others look on. */
  readonly isOpen: boolean = $derived.by(() => this.#isOpen && !this.#isBriefing());
  readonly canOpen: boolean = $derived.by(() => !this.#isBriefing());

  get length(): number | null {
    return this.#keys.error === null ? (this.#keys.current?.value.length ?? null) : null;
  }
  /** What the group listed is called by those who wrote it; null before that is known, and of no such group. */
  get name(): GroupName | null {
    return this.#keys.error === null ? (this.#keys.current?.value.name ?? null) : null;
  }
  get pending(): boolean {
    return this.#keys.pending || this.#isFetching;
  }
  get error(): unknown {
    return this.#keys.error ?? this.#fault;
  }

  choose(columns: readonly string[]): void {
    // A list of nothing tells nothing.
    if (columns.length > 0) this.#chosen = columns;
  }
  open(isOpen: boolean): void {
    this.#isOpen = isOpen;
  }

  /** Asks for the keys of what is listed; to be called in an effect. */
  load(): void {
    const standing = this.#standing();
    const { listed } = this;
    if (standing === null || listed === null) return;
    const column = listColumnOf(this.sort.column) ?? (listColumns[0] as ListColumn);
    const { descending } = this.sort;
    const sought = { code: this.code.trim() };
    const { session, view } = this.#dashboard;
    const { subject, entries, besides } = standing;
    const key = JSON.stringify([subject, listed, besides, sought, column.id, descending, view.current.language]);
    // What failed is asked again only when that is wanted.
    if (key === this.#asked) return;
    this.#asked = key;
    void this.#keys
      .ask(key, async (signal) => {
        for (const entry of entries) await session.load(entry);
        const values = column.isWorded
          ? (await session.ask<{ value: string }>(valuesOf(subject, listed, sought, column, besides), signal)).columns
              .value
          : [];
        const order = { column, isDescending: descending, values: this.#inOrder(column, values) };
        const rows = await session.ask<KeyRow>(keys(subject, listed, sought, order, besides), signal);
        const { snapshot, household, dimension } = rows.columns;
        return {
          name: await askGroupName(session, standing, listed, signal),
          length: rows.length,
          columns: {
            snapshot: Int32Array.from(snapshot ?? []),
            household: Int32Array.from(household ?? []),
            dimension: Int32Array.from(dimension ?? []),
          },
        };
      })
      .then(() => this.again());
  }
  retry(): void {
    this.#asked = '';
    this.load();
  }

  #inOrder(column: ListColumn, values: readonly string[]): readonly string[] {
    const { format } = this.#dashboard;
    const wording = wordingOf(this.#dashboard);
    return values
      .map((value) => ({ value, word: listWord(wording, column, value) }))
      .filter(({ word }) => word !== '')
      .sort((a, b) => format.compare(a.word, b.word))
      .map(({ value }) => value);
  }

  #standing(): Standing | null {
    return this.listed && standingOf(this.#dashboard, this.listed);
  }

  keyAt(row: number): KeyRow | null {
    const { columns } = this.#keys.current?.value ?? {};
    const household = columns?.household[row];
    if (!columns || household === undefined) return null;
    return { household, snapshot: columns.snapshot[row] ?? 0, dimension: columns.dimension[row] ?? -1 };
  }

  /** Null while it is not there yet; see `want`. */
  rowAt(row: number): Row | null {
    return this.#pages.get(Math.floor(row / pageRows))?.[row % pageRows] ?? null;
  }

  /** Fetches the rows looked at. Only the last ones wanted are: nobody reads what was scrolled past. */
  want(first: number, last: number): void {
    this.#wanted = [first, last];
    untrack(() => {
      if (!this.#isFetching) void this.#fetchWanted();
    });
  }
  /** Fetches anew, for other columns or for what was hidden. */
  again(): void {
    this.#forget();
    this.want(...this.#wanted);
  }
  #forget(): void {
    this.#ticket++;
    this.#pages = new Map();
  }

  async #fetchWanted(): Promise<void> {
    this.#isFetching = true;
    this.#fault = null;
    try {
      for (let page = this.#missing(); page !== null; page = this.#missing()) {
        const ticket = this.#ticket;
        const rows = await this.cellsOf(page * pageRows, pageRows, this.columns, this.isOpen);
        if (ticket !== this.#ticket) continue;
        const kept = [...this.#pages].slice(-mostPages + 1);
        this.#pages = new Map([...kept, [page, rows]]);
      }
    } catch (fault) {
      this.#fault = fault;
    }
    this.#isFetching = false;
  }
  #missing(): number | null {
    const [first, last] = this.#wanted;
    const end = Math.min(last, (this.length ?? 0) - 1);
    for (let page = Math.floor(first / pageRows); page * pageRows <= end; page++)
      if (!this.#pages.has(page)) return page;
    return null;
  }

  /** The cells of some rows by their columns' ids. */
  async cellsOf(from: number, count: number, columns: readonly ListColumn[], isOpen: boolean): Promise<readonly Row[]> {
    const standing = this.#standing();
    const wanted = Array.from({ length: count }, (_, at) => this.keyAt(from + at) ?? []).flat();
    if (standing === null || this.listed === null || wanted.length === 0) return [];
    const question = cells(standing.subject, this.listed, wanted, columns, isOpen && this.canOpen);
    const rows = await this.#dashboard.session.ask<Record<string, Cell>>(question);
    return Array.from({ length: rows.length }, (_, at) =>
      Object.fromEntries(columns.map(({ id }) => [id, rows.columns[id]?.[at] ?? null])),
    );
  }
}
