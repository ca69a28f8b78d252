/** Owns who has reported in which round: asked of the rows of every known round, while a reader looks. */
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
import { reporting, type ReportingRow } from '../queries/reporting.ts';
import { Answer } from './answer.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { Round } from './rounds.svelte.ts';

export interface Report extends District {
  readonly state: Reporting;
}

export interface ReportedRound {
  readonly asOf: IsoDate;
  readonly reportingDay: IsoDate;
  /** By code of the amphoe: every one of the provinces open in the round, and those outside the gazetteer it has rows of. */
  readonly districts: ReadonlyMap<AreaCode, Report>;
}

const isOf = ({ entries }: Round, snapshot: number): boolean => entries.some(({ number }) => number === snapshot);
const noRows: District = { rows: 0, firstUpdate: null, lastUpdate: null };

export class Reported {
  readonly #looked: () => Dashboard;
  readonly #answer = new Answer<string, readonly ReportedRound[]>();
  #asked = '';

  constructor(looked: () => Dashboard) {
    this.#looked = looked;
  }

  get current(): readonly ReportedRound[] | null {
    return this.#answer.error === null ? (this.#answer.current?.value ?? null) : null;
  }
  get pending(): boolean {
    return this.#answer.pending;
  }
  get error(): unknown {
    return this.#answer.error;
  }

  /** To be called in an effect of the tool. */
  ask(): void {
    const { session, rounds, whole, view } = this.#looked();
    const { reportingDay: day } = view.current;
    const { known } = rounds;
    if (whole === null || known.length === 0) return;
    const entries = known.flatMap((round) => round.entries.map((entry) => ({ ...entry, asOf: round.asOf })));
    const key = JSON.stringify([entries.map(({ number }) => number), day]);
    if (untrack(() => this.#asked === key && this.#answer.error === null)) return;
    this.#asked = key;
    const provinces = [...new Set(entries.map(({ snapshot }) => snapshot.province))];
    void this.#answer.ask(key, async (signal) => {
      for (const entry of entries) await session.load(entry);
      const since = entries.map(({ number, asOf }) => ({ snapshot: number, after: reportingDayBefore(asOf, day) }));
      const { columns, length } = await session.ask<ReportingRow>(reporting(since), signal);
      const met = Array.from({ length }, (_, row) => ({
        snapshot: columns.snapshot[row] ?? 0,
        code: String(columns.area[row] ?? 0)
          .padStart(6, '0')
          .slice(0, 4) as AreaCode,
        rows: columns.rows[row] ?? 0,
        firstUpdate: isoDate(columns.first_update[row] ?? ''),
        lastUpdate: isoDate(columns.last_update[row] ?? ''),
      }));
      const expected = provinces.flatMap((province) => session.gazetteer.children(province).map(({ code }) => code));
      const all = [...new Set([...expected, ...met.map(({ code }) => code)])].sort();
      const seenIn = (round: Round, code: AreaCode): Seen => ({
        asOf: round.asOf,
        district: met.find((row) => row.code === code && isOf(round, row.snapshot)) ?? noRows,
      });
      return known.map((round, at) => {
        const due = reportingDayOf(round.asOf, day);
        const same = known.slice(0, at + 1).filter(({ asOf }) => reportingDayOf(asOf, day) === due);
        const report = (code: AreaCode): Report => ({
          ...seenIn(round, code).district,
          state: reportingOf(
            same.map((one) => seenIn(one, code)),
            day,
          ),
        });
        return {
          asOf: round.asOf,
          reportingDay: due,
          districts: new Map(all.map((code) => [code, report(code)])),
        };
      });
    });
  }

  /** Districts within what is looked at. */
  readonly shown: readonly AreaCode[] = $derived.by(() => {
    const { area } = this.#looked();
    const all = [...(this.current?.at(-1)?.districts.keys() ?? [])];
    if (area === null || area === country) return all;
    return all.filter((code) => isWithin(code, area) || isWithin(area, code));
  });
}
