/** Owns who has reported in which round: what each has of a district from the cubes, and when it was touched from the rows. */
import { untrack } from 'svelte';
import { country, isWithin, type AreaCode } from '../model/area.ts';
import {
  reportingDayBefore,
  reportingDayOf,
  reportingOf,
  type District,
  type Reporting,
  type Seen,
} from '../model/reporting.ts';
import { isoDate, type IsoDate } from '../model/snapshot.ts';
import { noFilters } from '../model/subject.ts';
import { grouped } from '../queries/figures.ts';
import { reporting, type ReportingRow } from '../queries/reporting.ts';
import { Answer } from './answer.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { Entry } from './entry.ts';
import type { Round } from './rounds.svelte.ts';

export interface Report extends District {
  readonly state: Reporting;
  /** Rows last touched on the reporting day before, or earlier; null where no days are known. */
  readonly idle: number | null;
}
type Dated = District & Pick<Report, 'idle'>;

export interface ReportedRound {
  readonly asOf: IsoDate;
  readonly reportingDay: IsoDate;
  /** Whether its days of updates are known; until then a district that has rows is told to have data, and no more. */
  readonly isDated: boolean;
  /** By code of the amphoe: every one of the provinces open in the round, and those outside the gazetteer it has rows of. */
  readonly districts: ReadonlyMap<AreaCode, Report>;
}

type Districts<T> = ReadonlyMap<AreaCode, T>;

/** Days of updates that can be asked for: of a snapshot, since a day. */
interface Datable {
  readonly key: string;
  readonly entry: Entry;
  readonly after: IsoDate;
}

const noRows: Dated = { rows: 0, firstUpdate: null, lastUpdate: null, idle: null };

export class Reported {
  readonly #looked: () => Dashboard;
  /** Households of each amphoe, by round. */
  readonly #presence = new Answer<string, ReadonlyMap<IsoDate, Districts<number>>>();
  #dates = $state.raw<ReadonlyMap<string, Districts<Dated>>>(new Map());
  #isEvery = $state(false);
  #isDating = $state(false);
  #fault = $state.raw<unknown>(null);
  #asked = '';
  /** What failed is asked again only when that is wanted. */
  readonly #failed = new Set<string>();

  constructor(looked: () => Dashboard) {
    this.#looked = looked;
  }

  readonly #key: string = $derived.by(() =>
    JSON.stringify(this.#looked().rounds.known.map(({ asOf, entries }) => [asOf, entries.map(({ number }) => number)])),
  );

  readonly #datable: readonly Datable[] = $derived.by(() =>
    this.#looked().rounds.known.flatMap((round) =>
      round.entries.map((entry) => ({ key: this.#keyOf(round, entry), entry, after: this.#since(round) })),
    ),
  );
  /** Not every round of a sample is worth loading for its days: the one looked at, those loaded, or all when that is asked for. */
  readonly #wanted: readonly Datable[] = $derived.by(() => {
    const { current } = this.#looked().rounds;
    return this.#datable.filter(
      ({ entry }) =>
        this.#isEvery ||
        entry.receipt !== null ||
        (current?.entries.some(({ number }) => number === entry.number) ?? false),
    );
  });
  #since({ asOf }: Round): IsoDate {
    return reportingDayBefore(asOf, this.#looked().view.current.reportingDay);
  }
  #keyOf(round: Round, { number }: Entry): string {
    return `${number} ${this.#since(round)}`;
  }
  #isDated(round: Round): boolean {
    return round.entries.every((entry) => this.#dates.has(this.#keyOf(round, entry)));
  }

  get pending(): boolean {
    return this.#presence.pending || this.#isDating;
  }
  /** How many snapshots of those wanted have told their days; null where nothing is being asked. */
  get dating(): { readonly done: number; readonly all: number } | null {
    if (!this.#isDating) return null;
    return { done: this.#wanted.filter(({ key }) => this.#dates.has(key)).length, all: this.#wanted.length };
  }
  get error(): unknown {
    return this.#presence.error ?? this.#fault;
  }

  /** To be called in an effect of the tool. */
  ask(): void {
    const key = this.#key;
    void this.#wanted;
    untrack(() => {
      if (this.#looked().rounds.known.length === 0) return;
      this.#askPresence(key);
      if (!this.#isDating) void this.#askDates();
    });
  }
  /** Asks for the days of every round, which loads the rows of those that are not. */
  dateEvery(): void {
    this.#isEvery = true;
  }
  retry(): void {
    this.#asked = '';
    this.#failed.clear();
    this.#fault = null;
    this.ask();
  }

  #askPresence(key: string): void {
    if (this.#asked === key) return;
    this.#asked = key;
    const { session, whole: area, rounds } = this.#looked();
    if (area === null) return;
    void this.#presence.ask(key, async (signal) => {
      const told = new Map<IsoDate, Districts<number>>();
      for (const { asOf, entries } of rounds.known) {
        const snapshots = entries.map(({ number }) => number);
        const subject = { snapshots, area, level: 'amphoe', filters: noFilters } as const;
        const { areas } = grouped(await session.answer(entries, subject, signal));
        told.set(
          asOf,
          new Map(
            [...areas].flatMap(([number, figures]): [AreaCode, number][] => {
              const code = amphoeOf(number);
              return code === null ? [] : [[code, figures['household.listed'] ?? 0]];
            }),
          ),
        );
      }
      return told;
    });
  }

  async #askDates(): Promise<void> {
    const next = (): Datable | undefined =>
      this.#wanted.find(({ key }) => !this.#dates.has(key) && !this.#failed.has(key));
    this.#isDating = true;
    const { session } = this.#looked();
    for (let one = next(); one; one = next()) {
      const { key, entry, after } = one;
      try {
        await session.load(entry);
        const since = [{ snapshot: entry.number, after }];
        const { columns, length } = await session.ask<ReportingRow>(reporting(since));
        const met = Array.from({ length }, (_, row): [AreaCode, Dated][] => {
          const code = amphoeOf(columns.area[row] ?? 0);
          const rows = columns.rows[row] ?? 0;
          const [firstUpdate, lastUpdate] = [columns.first_update, columns.last_update].map((days) =>
            isoDate(days[row] ?? ''),
          ) as [IsoDate | null, IsoDate | null];
          const idle = lastUpdate === null ? null : (columns.idle[row] ?? 0);
          return code === null ? [] : [[code, { rows, firstUpdate, lastUpdate, idle }]];
        });
        this.#dates = new Map([...this.#dates, [key, new Map(met.flat())]]);
      } catch (fault) {
        this.#failed.add(key);
        this.#fault = fault;
      }
    }
    this.#isDating = false;
  }

  /** Null before the first answer, and where it failed. */
  readonly current: readonly ReportedRound[] | null = $derived.by(() => {
    const { current, error } = this.#presence;
    if (current === null || error !== null || current.subject !== this.#key) return null;
    const { session, rounds, view } = this.#looked();
    const { known } = rounds;
    const { reportingDay: day } = view.current;
    const provinces = new Set(known.flatMap(({ entries }) => entries.map(({ snapshot }) => snapshot.province)));
    const expected = [...provinces].flatMap((province) => session.gazetteer.children(province).map(({ code }) => code));
    const all = [...new Set([...expected, ...[...current.value.values()].flatMap((met) => [...met.keys()])])].sort();
    const districtIn = (round: Round, code: AreaCode): Dated => {
      if (!this.#isDated(round)) return { ...noRows, rows: current.value.get(round.asOf)?.get(code) ?? 0 };
      const own = round.entries.flatMap((entry) => this.#dates.get(this.#keyOf(round, entry))?.get(code) ?? []);
      return own[0] ?? noRows;
    };
    return known.map((round, at): ReportedRound => {
      const due = reportingDayOf(round.asOf, day);
      const same = known.slice(0, at + 1).filter(({ asOf }) => reportingDayOf(asOf, day) === due);
      const isDated = this.#isDated(round);
      const report = (code: AreaCode): Report => {
        const district = districtIn(round, code);
        // Where days are not known yet, that there are rows says nothing of when.
        const seen = same
          .map((one): Seen & { isTold: boolean } => {
            const met = districtIn(one, code);
            return { asOf: one.asOf, district: met, isTold: met.rows === 0 || this.#isDated(one) };
          })
          .filter(({ isTold }) => isTold);
        return { ...district, state: !isDated && district.rows > 0 ? 'undated' : reportingOf(seen, day) };
      };
      return {
        asOf: round.asOf,
        reportingDay: due,
        isDated,
        districts: new Map(all.map((code) => [code, report(code)])),
      };
    });
  });

  /** Districts within what is looked at. */
  readonly shown: readonly AreaCode[] = $derived.by(() => {
    const { area } = this.#looked();
    const all = [...(this.current?.at(-1)?.districts.keys() ?? [])];
    if (area === null || area === country) return all;
    return all.filter((code) => isWithin(code, area) || isWithin(area, code));
  });
}

/** Null where the amphoe is not known; 9499 is one that the gazetteer does not have. */
function amphoeOf(number: number): AreaCode | null {
  const code = String(number).padStart(6, '0').slice(0, 4);
  return code.endsWith('00') ? null : (code as AreaCode);
}
