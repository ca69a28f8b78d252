/** Owns who waits longest as it is shown: the sentence of each look, its areas, and what it puts on the map. */
import { ageLooks, fewestAges, longDays, type AgeLook } from '../../model/age.ts';
import { areaCode, areaNumber } from '../../model/area.ts';
import { listedOf, printListed, type Listed } from '../../model/listing.ts';
import { longOf, noAges, type Ages } from '../../queries/ages.ts';
import type { ToldAges } from '../../state/ages.svelte.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { Datum } from '../../ui/datum.ts';
import type { Painting } from '../analysis/painting.ts';
import type { AreaRow } from '../areas.ts';
import { countPainting } from './counting.ts';

interface Look {
  /** For `data-measure`. */
  readonly measure: string;
  /** The rows that are listed. */
  readonly listed: Listed;
  /** Of an area; null where it can't be told. */
  readonly value: (ages: Ages, row: Pick<AreaRow, 'figures'>) => number | null;
}
const unsent = 'household.over_capacity_unsent';
/** Of those who wait, the ones of a group of ages. */
const waiting = 'household.pending';
const aged = (key: string): Listed => listedOf(waiting, { group: { of: 'age', key } });
/** What a figure of such a group bears. */
export const agedRows = (key: string, area?: string): string =>
  printListed({ ...aged(key), area: areaCode(area ?? '') });

export const looks: Readonly<Record<AgeLook, Look>> = {
  median: { measure: 'day.median_age', listed: listedOf(waiting), value: ({ medianDays }) => medianDays },
  long: {
    measure: 'household.waiting_long',
    listed: aged('long'),
    value: (ages) => (ages.known === 0 && ages.pending > 0 ? null : longOf(ages)),
  },
  stuck: { measure: 'household.stuck', listed: aged('stuck'), value: ({ stuck }) => stuck },
  urgent: {
    measure: 'household.urgent_pending',
    listed: listedOf('household.urgent_pending'),
    value: (_, { figures }) => figures['household.urgent_pending'] ?? 0,
  },
  unsent: { measure: unsent, listed: listedOf(unsent), value: (_, { figures }) => figures[unsent] ?? 0 },
};

export const lookTitle = ({ texts, format }: Dashboard, look: AgeLook): string => {
  const title = texts.ages.looks[look];
  return typeof title === 'string' ? title : title(format.count(longDays));
};
export const lookIds: readonly AgeLook[] = ageLooks;

export interface AgeArea {
  readonly key: string;
  readonly name: string;
  readonly ages: Ages;
  readonly value: number | null;
}

const agesIn = ({ areas }: ToldAges, { code, key }: AreaRow): Ages =>
  areas.get(code === null ? Number(key) : areaNumber(code)) ?? noAges;

/** Areas where somebody waits, the most first; those of which nothing can be told last. */
export function ageAreas(told: ToldAges, rows: readonly AreaRow[], look: AgeLook): readonly AgeArea[] {
  return rows
    .map((row): AgeArea => {
      const ages = agesIn(told, row);
      return { key: row.key, name: row.name, ages, value: looks[look].value(ages, row) };
    })
    .filter(({ ages }) => ages.pending > 0)
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || b.ages.pending - a.ages.pending);
}

export interface ToldLook {
  readonly words: string;
  readonly figures: Readonly<Record<string, Datum>>;
}

/** The finding of a look, in one sentence. */
export function lookTold(dashboard: Dashboard, told: ToldAges, look: AgeLook): ToldLook {
  const { format, figures: counted } = dashboard;
  const texts = dashboard.texts.ages;
  const { own } = told;
  const count = (measure: string, value: number | null, group?: string): Datum => ({
    value,
    text: format.count(value),
    measure,
    rows: group && agedRows(group),
  });
  const figures = {
    median: count('day.median_age', own.medianDays),
    oldest: count('day.oldest', own.oldestDays),
    long: count(looks.long.measure, longOf(own), 'long'),
    known: count('household.age_known', own.known, 'known'),
    pending: count('household.waiting_counted', own.pending, 'pending'),
    stuck: count(looks.stuck.measure, own.stuck, 'stuck'),
    urgent: count(looks.urgent.measure, counted['household.urgent_pending'] ?? 0),
    unsent: count(unsent, counted[unsent] ?? 0),
  };
  if (own.pending === 0) return { words: texts.nobody, figures: {} };
  if (look === 'stuck') {
    const dates = told.stuckDates.map((date) => format.dayMonth(date));
    const words = dates.length > 0 ? texts.stuck(format.list(dates)) : texts.tooFew(format.count(told.rounds));
    return { words, figures };
  }
  if ((look === 'median' || look === 'long') && own.known === 0) return { words: texts.untold, figures };
  return { words: texts[look], figures };
}

/** How the times came to be known, and of whom none is. */
export function agesTold(dashboard: Dashboard, { own, today, begins }: ToldAges): ToldLook {
  const { format } = dashboard;
  const texts = dashboard.texts.ages;
  const count = (group: string, value: number): Datum => ({
    value,
    text: format.count(value),
    measure: `household.age_${group}`,
    rows: agedRows(group),
  });
  const parts = [
    texts.counted(format.shortDate(today)),
    own.seen > 0 && begins ? texts.seen(format.dayMonth(begins)) : '',
    texts.unknown,
  ];
  return {
    words: parts.filter(Boolean).join(' · '),
    figures: {
      surveyed: count('surveyed', own.known - own.seen),
      seen: count('seen', own.seen),
      least: count('least', own.least),
      unknown: count('unknown', own.pending - own.known),
    },
  };
}

export function longestPainting(dashboard: Dashboard, rows: readonly AreaRow[]): Painting | null {
  const told = dashboard.following.ages.current;
  const { ageLook: look } = dashboard.view.current;
  if (told === null || told.subject.level !== dashboard.level) return null;
  if (look === 'stuck' && told.stuckDates.length === 0) return null;
  const texts = dashboard.texts.ages;
  const isMedian = look === 'median';
  const { measure, value } = looks[look];
  return countPainting(dashboard, rows, {
    title: texts.legend[look],
    label: lookTitle(dashboard, look),
    measure,
    none: isMedian ? texts.nobodyWaits : texts.none,
    range: texts.range,
    ...(isMedian && { unit: texts.days, isApart: true }),
    value: (row) => {
      const ages = agesIn(told, row);
      if (isMedian && ages.pending > 0 && ages.known < fewestAges) return 'not_applicable';
      return value(ages, row) ?? (ages.pending > 0 ? 'not_applicable' : 0);
    },
  });
}
