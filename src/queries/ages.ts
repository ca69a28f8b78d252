/** Owns asking how long households have waited, and which did not move for rounds: over those still waiting that pass. */
import type { Parameter, Question } from '../engine/engine.ts';
import { ageBands, longDays, stuckRounds, type AgeBand } from '../model/age.ts';
import { country, levelDivisor, type AreaCode } from '../model/area.ts';
import type { Rows } from '../model/rows.ts';
import type { IsoDate } from '../model/snapshot.ts';
import { pendingStatuses, statusCode } from '../model/status.ts';
import { noFilters, type Subject } from '../model/subject.ts';
import { relations, scopeOf } from './questions.ts';

/** A snapshot of a known round; the last of them is the subject's own. */
export interface AgeRound {
  readonly snapshot: number;
  readonly province: AreaCode;
  readonly asOf: IsoDate;
}

const bandColumns = ageBands.map(({ id }) => id);
const counted = ['pending', 'known', 'seen', 'least', 'after', 'stuck', ...bandColumns] as const;
type Counted = (typeof counted)[number];
export type AgeRow = Record<Counted, number> & {
  /** 1 where the row is of all areas together. */
  whole: number;
  area: number | null;
  median: number | null;
  oldest: number | null;
};

/** How long households of an area have waited. */
export interface Ages {
  readonly pending: number;
  /** Of those waiting: whose age is known; known from the round in which they were first seen; seen in the first round
   * already, so that they have waited at least as long; with a day that is yet to come. */
  readonly known: number;
  readonly seen: number;
  readonly least: number;
  readonly after: number;
  readonly stuck: number;
  readonly medianDays: number | null;
  readonly oldestDays: number | null;
  readonly bands: Readonly<Record<AgeBand, number>>;
}

const datesOf = (rounds: readonly AgeRound[]): readonly IsoDate[] =>
  [...new Set(rounds.map(({ asOf }) => asOf))].sort();

/** The dates of the rounds in which a stuck household stood alike; none where fewer are known. */
export function stuckDates(rounds: readonly AgeRound[]): readonly IsoDate[] {
  const dates = datesOf(rounds);
  return dates.length < stuckRounds ? [] : dates.slice(-stuckRounds);
}

/**
 * `told`: a row per household that passes and still waits, with `days`, how long it has. A case begins on the day of the
 * visit, else with the first round that has the house code in the same province; one round alone tells nothing. A day after
 * the as-of date, or after `today`, is no age. Stuck is who has the same status, folded from the chosen dimensions, in each of
 * the last rounds, whatever it was otherwise; a house code that one of them has twice must stand alike in both rows.
 */
export function aged(
  subject: Subject,
  rounds: readonly AgeRound[],
  today: IsoDate,
  homed = false,
): { sql: string; params: readonly Parameter[] } {
  const own = relations(subject, homed);
  const dates = datesOf(rounds);
  const before = stuckDates(rounds).slice(0, -1);
  const earlier = rounds.filter(({ asOf }) => before.includes(asOf));
  const all = relations({
    ...subject,
    area: country,
    snapshots: earlier.map(({ snapshot }) => snapshot),
    filters: { ...noFilters, dimensions: subject.filters.dimensions },
  });
  const pending = pendingStatuses.map((id) => statusCode[id]).join(', ');
  return {
    sql: `${own.sql}, round as (
        select *, min(as_of) over (partition by province) as begins
        from (values ${rounds.map(() => '(?::integer, ?::integer, ?::date)').join(', ') || '(null, null, null)'}) told(snapshot, province, as_of)
      ), first_seen as (
        select province, house_code, min(as_of) as first_on from household join round using (snapshot)
        where house_code is not null group by province, house_code
      ), earlier as (${all.sql}
        select snapshot, household, status from answered
      ), stood as (
        select province, house_code, bit_or(1 << e.status::integer)::integer as mask, count(distinct as_of) as dates
        from earlier e join household using (snapshot, household) join round using (snapshot)
        where house_code is not null group by province, house_code
      ), aged as (
        select s.*, surveyed_on is null as unvisited, first_on = begins as since_first,
          coalesce(surveyed_on, ${dates.length > 1 ? 'first_on' : 'null::date'}) as since, least(as_of, ?::date) as latest,
          coalesce(dates = ${stuckRounds - 1} and mask = 1 << status::integer, false) as is_stuck
        from (
          select r.*, first_on from (
            select h.*, province, as_of, begins from (
              select a.*, surveyed_on, house_code from answered a join household using (snapshot, household)
              where status in (${pending})
            ) h join round using (snapshot)
          ) r left join first_seen using (province, house_code)
        ) s left join stood using (province, house_code)
      ), told as (select *, if(since <= latest, date_diff('day', since, ?::date), null)::integer as days from aged)`,
    params: [
      ...own.params,
      ...rounds.flatMap(({ snapshot, province, asOf }) => [snapshot, Number(province), asOf]),
      ...all.params,
      today,
      today,
    ],
  };
}

/** What a household of `told` must be to be counted in a group. */
export const agedTests: Readonly<Record<Counted | 'unknown' | 'surveyed' | 'long', string>> = {
  pending: 'true',
  known: 'days is not null',
  unknown: 'days is null',
  surveyed: 'not unvisited and days is not null',
  seen: 'unvisited and days is not null',
  least: 'unvisited and since_first and days is not null',
  after: 'since > latest',
  stuck: 'is_stuck',
  long: `days > ${longDays}`,
  ...(Object.fromEntries(
    ageBands.map(({ id, to }, at) => {
      const from = ageBands[at - 1]?.to ?? -1;
      return [id, `days > ${from}${to === Infinity ? '' : ` and days <= ${to}`}`];
    }),
  ) as Record<AgeBand, string>),
};

/** A row for each area of the level within the scope, and one for all of it. */
export function ages(subject: Subject, rounds: readonly AgeRound[], today: IsoDate): Question {
  const area = scopeOf(subject.area);
  const homed = area === country;
  const { sql, params } = aged({ ...subject, area }, rounds, today, homed);
  const divisor = levelDivisor[subject.level];
  const counts = counted.map((id) => `(count(*) filter (where ${agedTests[id]}))::double as ${id}`);
  return {
    sql: `${sql}, keyed as (
        select * replace ((${homed ? 'if(area = 0, home, area)' : 'area'} // ${divisor} * ${divisor}) as area) from told
      )
      select grouping(area)::integer as whole, area::integer as area, median(days)::double as median,
        max(days)::double as oldest, ${counts.join(', ')}
      from keyed group by grouping sets ((area), ()) order by whole, area`,
    params,
  };
}

export interface AgesBy {
  readonly all: Ages;
  /** By six-digit number, as `areas` of `queries/questions` gives them. */
  readonly areas: ReadonlyMap<number, Ages>;
}

export const noAges: Ages = {
  pending: 0,
  known: 0,
  seen: 0,
  least: 0,
  after: 0,
  stuck: 0,
  medianDays: null,
  oldestDays: null,
  bands: Object.fromEntries(bandColumns.map((id) => [id, 0])) as Record<AgeBand, number>,
};

export function agesOf({ columns, length }: Rows<AgeRow>): AgesBy {
  const areas = new Map<number, Ages>();
  let all = noAges;
  for (let row = 0; row < length; row++) {
    const count = (name: Counted): number => columns[name][row] ?? 0;
    const told: Ages = {
      pending: count('pending'),
      known: count('known'),
      seen: count('seen'),
      least: count('least'),
      after: count('after'),
      stuck: count('stuck'),
      medianDays: columns.median[row] ?? null,
      oldestDays: columns.oldest[row] ?? null,
      bands: Object.fromEntries(bandColumns.map((id) => [id, count(id)])) as Record<AgeBand, number>,
    };
    if (columns.whole[row] === 1) all = told;
    else areas.set(columns.area[row] ?? 0, told);
  }
  return { all, areas };
}

/** Who has waited long. */
export function longOf({ bands }: Ages): number {
  return ageBands.reduce((sum, { id, to }) => (to > longDays ? sum + bands[id] : sum), 0);
}
