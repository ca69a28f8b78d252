/** Owns the pace as it is shown: the one sentence, the rows of its table, the chart's days, late and in time on the map. */
import { categoryShading, type Category } from '../../areas/categories.ts';
import type { AreaValue } from '../../areas/shading.ts';
import type { BurnUp } from '../../charts/burnup.ts';
import { agencies } from '../../model/agency.ts';
import { areaOfNumber, type AreaCode } from '../../model/area.ts';
import { dayOfMonth, daysPerMonth } from '../../model/calendar.ts';
import { dimensions, type Dimension } from '../../model/dimension.ts';
import { classes } from '../../model/household.ts';
import { added, forecast, mostYears, type Forecast, type Standing } from '../../model/pace.ts';
import { daysBetween, type IsoDate } from '../../model/snapshot.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { Paced, Part } from '../../state/pace.svelte.ts';
import type { Datum } from '../../ui/datum.ts';
import { areaValues, nameOf, polygonOf, type AreaRow } from '../areas.ts';
import type { Painting } from '../analysis/painting.ts';

export interface PaceRow {
  readonly key: string;
  readonly name: string;
  /** Null: outside, because a round lacks it. */
  readonly forecast: Forecast | null;
  readonly hasNoPolygon: boolean;
}

/** A pace by the day as readers are told it: by the month. */
export const monthly = (perDay: number | null): number | null => (perDay === null ? null : perDay * daysPerMonth);

/** Whole households; more than none and less than one is not none. */
export function writtenPace({ format }: Dashboard, perDay: number | null): string {
  const value = monthly(perDay);
  if (value === null || Math.abs(value) >= 1 || value === 0) return format.count(value && Math.round(value));
  return `< ${format.count(1)}`;
}

const paceDatum = (dashboard: Dashboard, measure: string, perDay: number | null): Datum => ({
  value: monthly(perDay),
  text: writtenPace(dashboard, perDay),
  measure,
});

export interface ToldPace {
  readonly words: string;
  readonly figures: Readonly<Record<string, Datum>>;
}

/** The finding in one sentence. */
export function paceTold(dashboard: Dashboard, { forecast: of, standings }: Paced, deadline: IsoDate): ToldPace {
  const { format } = dashboard;
  const texts = dashboard.texts.pace;
  const count = (measure: string, value: number): Datum => ({ value, text: format.count(value), measure });
  const figures = {
    required: paceDatum(dashboard, 'household.required_per_month', of.requiredPerDay),
    present: paceDatum(dashboard, 'household.helped_per_month', of.helpedPerDay),
    growth: paceDatum(dashboard, 'household.growth_per_month', of.pendingPerDay === null ? null : -of.pendingPerDay),
    pending: count('household.pace_pending', of.pending),
    late: count('day.late', of.lateDays ?? 0),
    early: count('day.early', -(of.lateDays ?? 0)),
  };
  const last = standings.at(-1);
  const day = format.shortDate(deadline);
  if (!last || (last.need === 0 && standings.every(({ need }) => need === 0)))
    return { words: last ? texts.finished(format.date(last.asOf)) : texts.nothing, figures };
  if (of.course === 'finished') return { words: texts.finished(format.date(last.asOf)), figures };
  if (of.course === 'unknown')
    return { words: of.requiredPerDay === null ? texts.alonePast(day) : texts.alone(day), figures };
  const isEnough = of.requiredPerDay !== null && (of.helpedPerDay ?? 0) >= of.requiredPerDay;
  const begin = of.requiredPerDay === null ? texts.past(day) : isEnough ? texts.enough : texts.behind;
  return {
    words: `${begin} · ${[endTold(dashboard, of), rangeTold(dashboard, of)].filter(Boolean).join(', ')}`,
    figures,
  };
}

function endTold({ format, texts: { pace: texts } }: Dashboard, { course, finish, lateDays }: Forecast): string {
  if (course === 'backwards') return texts.backwards;
  if (finish === null || lateDays === null) return texts.still(format.count(mostYears));
  const day = format.shortDate(finish);
  return lateDays > 0 ? texts.late(day) : lateDays < 0 ? texts.early(day) : texts.onTheDay(day);
}

function rangeTold({ format, texts: { pace: texts } }: Dashboard, { range }: Forecast): string {
  if (!range) return '';
  if (range.earliest === null) return texts.rangeNone;
  const earliest = format.shortDate(range.earliest);
  return range.latest === null ? texts.rangeOpen(earliest) : texts.range(earliest, format.shortDate(range.latest));
}

/** Rows of the breakdown chosen; null while they are asked. */
export function paceRows(dashboard: Dashboard, paced: Paced): readonly PaceRow[] | null {
  const { view, following } = dashboard;
  const { language, breakdown } = view.current;
  if (breakdown === 'areas') return areaRowsOf(dashboard, paced);
  const parts = following.pacing.parts(breakdown === 'classes' ? 'classes' : 'dimensions');
  if (!parts) return null;
  if (breakdown === 'agencies') return agencyRows(dashboard, parts);
  const names = new Map([...classes, ...dimensions].map(({ id, title }) => [id as string, title[language]]));
  return parts.map(({ key, forecast: of }) => ({
    key,
    name: names.get(key) ?? key,
    forecast: of,
    hasNoPolygon: false,
  }));
}

function areaRowsOf(dashboard: Dashboard, { areas, outside, level }: Paced): readonly PaceRow[] {
  const inside = areas.map(({ key, forecast: of }): PaceRow => {
    const code = areaOfNumber(Number(key), level);
    return {
      key: code ?? key,
      name: nameOf(dashboard, Number(key), code),
      forecast: of,
      hasNoPolygon: code === null || polygonOf(dashboard, code) === null,
    };
  });
  const left = outside.map((number): PaceRow => {
    const code = areaOfNumber(number, 'amphoe');
    return { key: code ?? String(number), name: nameOf(dashboard, number, code), forecast: null, hasNoPolygon: false };
  });
  return [...inside.sort((a, b) => (urgency(b) > urgency(a) ? 1 : urgency(b) < urgency(a) ? -1 : 0)), ...left];
}

/** What never ends as it goes stands first, then the latest; what is complete or not known last. */
function urgency({ forecast: of }: PaceRow): number {
  if (of?.course === 'still' || of?.course === 'backwards') return Infinity;
  return of?.lateDays ?? -Infinity;
}

/** A host's dimensions together: of each agency its own needs, which several may share. */
function agencyRows(dashboard: Dashboard, parts: readonly Part[]): readonly PaceRow[] {
  const { deadline, today } = dashboard.following.term;
  const { language } = dashboard.view.current;
  if (!deadline || !today) return [];
  const hostsOf = ({ key }: Part): readonly string[] => dashboard.following.hosts.of(dashboard.whole, key as Dimension);
  return [...new Set(parts.flatMap(hostsOf))].map((host): PaceRow => {
    const standings = added(parts.filter((part) => hostsOf(part).includes(host)).map((part) => part.standings));
    return {
      key: host,
      name: agencies.find(({ id }) => id === host)?.title[language] ?? host,
      forecast: forecast(standings, { deadline, today }),
      hasNoPolygon: false,
    };
  });
}

/** The chart's days, counted from the first round; null of a single round or none. */
export function burnUpOf({ standings, forecast: of }: Paced, deadline: IsoDate, today: IsoDate): BurnUp | null {
  const [first] = standings;
  if (!first) return null;
  const day = (date: IsoDate): number => daysBetween(first.asOf, date);
  const paces = of.intervals.map(({ pendingPerDay }) => pendingPerDay);
  const needPerDay = of.newPerDay ?? 0;
  return {
    rounds: standings.map(({ asOf, need, helped }) => ({ day: day(asOf), need, helped })),
    today: day(today),
    deadline: day(deadline),
    pace: of.helpedPerDay === null ? null : { helpedPerDay: of.helpedPerDay, needPerDay },
    spread: of.range && { quickest: Math.max(...paces) + needPerDay, slowest: Math.min(...paces) + needPerDay },
    isRequired: of.requiredPerDay !== null,
  };
}

/** The firsts of the months from the first round on, so many days long. */
export function monthsFrom(
  { format }: Dashboard,
  first: IsoDate,
  days: number,
): readonly { readonly day: number; readonly text: string }[] {
  const firsts = Array.from({ length: Math.ceil(days / 28) + 1 }, (_, month) => dayOfMonth(first, 1, month + 1));
  return firsts
    .map((date) => ({ day: daysBetween(first, date), text: format.shortDate(date).replace(/^\d+\s/, '') }))
    .filter(({ day }) => day <= days);
}

/** So many days are late; more are very late. */
const lateDays = 30;
const kindIds = ['finished', 'inTime', 'late', 'veryLate', 'never', 'untold'] as const;
const colors = ['#26737f', '#8dc4c1', '#f6c282', '#d97b34', '#8e3610', '#d8d3ca'] as const;

function kindOf({ course, lateDays: late }: Forecast): (typeof kindIds)[number] {
  if (course === 'finished') return 'finished';
  if (course === 'unknown') return 'untold';
  if (late === null) return 'never';
  return late <= 0 ? 'inTime' : late <= lateDays ? 'late' : 'veryLate';
}

export function pacePainting(dashboard: Dashboard, rows: readonly AreaRow[]): Painting | null {
  const { following, level, format } = dashboard;
  const { current: paced, isSilent } = following.pacing;
  const { deadline, today } = following.term;
  if (!paced || paced.level !== level || isSilent || !deadline || !today) return null;
  const texts = dashboard.texts.pace;
  const title = (id: (typeof kindIds)[number]): string => {
    const words = texts.kinds[id];
    return typeof words === 'string' ? words : words(format.count(lateDays));
  };
  const categories: readonly Category[] = kindIds.map((id, at) => ({ id, title: title(id), color: colors[at] ?? '' }));
  const standings = new Map<AreaCode, (readonly Standing[])[]>();
  for (const { key, standings: own } of paced.areas) {
    const code = areaOfNumber(Number(key), level);
    const polygon = code && polygonOf(dashboard, code);
    if (polygon) standings.set(polygon, [...(standings.get(polygon) ?? []), own]);
  }
  const kindIn = (code: AreaCode): (typeof kindIds)[number] => {
    const own = standings.get(code);
    return own ? kindOf(forecast(added(own), { deadline, today })) : 'untold';
  };
  const values = new Map<AreaCode, AreaValue>(
    [...areaValues(dashboard, 'household.need', rows)].map(([code, value]) => [
      code,
      typeof value === 'number' ? kindIds.indexOf(kindIn(code)) : value,
    ]),
  );
  return {
    kinds: {
      title: texts.legend,
      measure: 'area.pace',
      values,
      shading: categoryShading(values, categories),
      categories,
    },
    marked: new Set(),
    lines: (code) => {
      const value = values.get(code);
      return typeof value === 'number' ? [{ label: texts.legend, value: categories[value]?.title ?? '' }] : [];
    },
  };
}
