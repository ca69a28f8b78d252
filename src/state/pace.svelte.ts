/** Owns the pace of what is looked at: all known rounds asked at once, and a forecast of the whole and of each part. */
import { country, isWithin, levelOf, type AreaCode, type Level } from '../model/area.ts';
import { dimensions, type Dimension } from '../model/dimension.ts';
import { classes } from '../model/household.ts';
import { forecast, type Forecast, type Standing } from '../model/pace.ts';
import type { IsoDate } from '../model/snapshot.ts';
import { noFilters, type Subject } from '../model/subject.ts';
import type { Figures, Grouped } from '../queries/figures.ts';
import { Compared, type Comparand, type Told } from './compared.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { outsideOf, roundsOf, standingOf, standingsBy, type RoundAreas } from './standings.ts';

export interface Part {
  /** Area number, id of a dimension or of a class. */
  readonly key: string;
  readonly standings: readonly Standing[];
  readonly forecast: Forecast;
}

export interface Paced {
  readonly subject: Subject;
  readonly level: Level;
  readonly rounds: readonly IsoDate[];
  /** Known rounds that lack the district looked at. */
  readonly without: readonly IsoDate[];
  readonly standings: readonly Standing[];
  readonly forecast: Forecast;
  readonly areas: readonly Part[];
  /** Numbers of the districts that a round lacks; in none of the figures. */
  readonly outside: readonly number[];
}

export class Pacing {
  readonly #looked: () => Dashboard;
  readonly #rounds: Compared;
  /** The same rounds of the districts that stand outside: what of classes and dimensions is theirs is taken off. */
  readonly #outside: Compared;

  constructor(looked: () => Dashboard) {
    this.#looked = looked;
    this.#rounds = new Compared(looked);
    this.#outside = new Compared(looked);
  }

  get pending(): boolean {
    return this.#rounds.pending || this.#outside.pending;
  }
  get error(): unknown {
    return this.#rounds.error ?? this.#outside.error;
  }

  /** To be called in an effect of the tool; with `parts`, for classes and dimensions too. */
  ask(parts = false): void {
    const wanted = this.#comparands();
    this.#rounds.ask(wanted);
    const paced = parts ? this.current : null;
    if (!paced) return;
    this.#outside.ask(
      paced.outside.flatMap((number) =>
        wanted.map(({ key, subject }): Comparand => {
          const area = String(number).slice(0, 4).padStart(4, '0') as AreaCode;
          return { key: `${key} ${number}`, subject: { ...subject, area, level: 'amphoe' } };
        }),
      ),
    );
  }

  #comparands(): readonly Comparand[] {
    const { subject, rounds } = this.#looked();
    if (!subject) return [];
    const { area } = subject;
    return rounds.known.map(({ asOf, entries }) => {
      const own = entries.filter(({ snapshot }) => area === country || isWithin(area, snapshot.province));
      const snapshots = own.map(({ number }) => number);
      return { key: asOf, subject: { ...subject, snapshots, level: subject.level === 'tambon' ? 'tambon' : 'amphoe' } };
    });
  }

  /** The answers that belong together and to rounds that are open. */
  readonly #told: readonly Told[] = $derived.by(() => {
    const { rounds } = this.#looked();
    const isKnown = ({ key }: Told): boolean => rounds.known.some(({ asOf }) => asOf === key);
    return this.#rounds.current.every(isKnown) ? this.#rounds.current : [];
  });

  /** Null before the first answer and where it failed. */
  readonly current: Paced | null = $derived.by(() => {
    const { level: shown, following } = this.#looked();
    const { term } = following;
    const [first] = this.#told;
    if (!first || !term.deadline || !term.today) return null;
    const { deadline, today } = term;
    const all = this.#told.map(roundAreas);
    const { area } = first.subject;
    const rounds = roundsOf(all, area);
    const outside = outsideOf(rounds, this.#expected(area));
    // Answers of tambon add up to any level; those of amphoe not to tambon, which are asked for by then.
    const level = first.subject.level === 'amphoe' && shown === 'tambon' ? 'amphoe' : shown;
    const part = ([number, standings]: [number, readonly Standing[]]): Part => ({
      key: String(number).padStart(6, '0'),
      standings,
      forecast: forecast(standings, { deadline, today }),
    });
    const standings = standingOf(rounds, area, outside);
    return {
      subject: first.subject,
      level,
      rounds: rounds.map(({ asOf }) => asOf),
      without: all.filter((round) => !rounds.includes(round)).map(({ asOf }) => asOf),
      standings,
      forecast: forecast(standings, { deadline, today }),
      areas: [...standingsBy(rounds, level, outside)].map(part),
      outside,
    };
  });

  /** By class in households, by dimension in needs; null while what lies outside is still asked. */
  parts(of: 'classes' | 'dimensions'): readonly Part[] | null {
    const { term } = this.#looked().following;
    const paced = this.current;
    if (!paced || !term.deadline || !term.today) return null;
    const beside = this.#outside.current;
    if (paced.outside.length > 0 && (this.#outside.pending || beside.length === 0)) return null;
    const { deadline, today } = term;
    const rows = of === 'classes' ? classes : dimensions;
    return rows.flatMap(({ id }, code): Part[] => {
      const standings = this.#told
        .filter(({ key }) => paced.rounds.includes(key as IsoDate))
        .map(({ key, grouped }) => {
          const own = read(grouped, of, code);
          const off = beside
            .filter((told) => told.key.startsWith(`${key} `))
            .map((told) => read(told.grouped, of, code));
          const sum = (id: 'need' | 'helped'): number => off.reduce((total, counted) => total + counted[id], 0);
          return { asOf: key as IsoDate, need: own.need - sum('need'), helped: own.helped - sum('helped') };
        });
      if (standings.every(({ need }) => need === 0)) return [];
      return [{ key: id as Dimension, standings, forecast: forecast(standings, { deadline, today }) }];
    });
  }

  /** Districts that ought to be in every round: those of the open provinces, within what is looked at. */
  #expected(area: AreaCode): readonly AreaCode[] {
    const { session, rounds } = this.#looked();
    if (area !== country && levelOf(area) !== 'province') return [area.slice(0, 4) as AreaCode];
    const provinces = new Set(rounds.known.flatMap(({ entries }) => entries.map(({ snapshot }) => snapshot.province)));
    return [...provinces]
      .filter((province) => isWithin(province, area))
      .flatMap((province) => session.gazetteer.children(province).map(({ code }) => code));
  }

  /** Help can't be followed where a filter has chosen by its status. */
  readonly isSilent: boolean = $derived.by(() => {
    const { filters } = this.current?.subject ?? { filters: noFilters };
    return filters.statuses.length > 0 || filters.together.length > 0;
  });
}

const roundAreas = ({ key, grouped }: Told): RoundAreas => ({ asOf: key as IsoDate, areas: grouped.areas });

function read(grouped: Grouped, of: 'classes' | 'dimensions', code: number): { need: number; helped: number } {
  const figures: Figures | undefined = (of === 'classes' ? grouped.classes : grouped.matrix).get(code);
  if (of === 'classes') return { need: figures?.['household.need'] ?? 0, helped: figures?.['household.helped'] ?? 0 };
  const helped = figures?.['need.helped'] ?? 0;
  return { need: helped + (figures?.['need.pending'] ?? 0), helped };
}
