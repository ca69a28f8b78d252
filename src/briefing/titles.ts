/** Owns the sentences over the slides: each is made of figures and claims no more than they hold. */
import type { Format } from '../i18n/format.ts';
import type { Texts } from '../i18n/texts.ts';
import { longDays } from '../model/age.ts';
import type { Level } from '../model/area.ts';
import { mostYears, type Forecast } from '../model/pace.ts';
import type { IsoDate } from '../model/snapshot.ts';
import { leadOf, rankOf, spreadOf, type Counted } from './claims.ts';
import { isNone, isSome, type Quantity } from './quantity.ts';

/** How it is said. */
export interface Voice {
  readonly texts: Texts['briefing'];
  readonly format: Pick<Format, 'count' | 'percent' | 'list' | 'dayMonth' | 'date'>;
}

/** Two or three are named; of more it is told how many. */
const mostNamed = 3;
/** So near a half it is called one. */
const nearHalf = 0.015;

export interface Situation {
  readonly listed: Quantity;
  readonly need: Quantity;
  readonly helped: Quantity;
  readonly pending: Quantity;
  /** 0 to 1; null where it is not told. */
  readonly share: number | null;
  readonly daysLeft: number;
  /** A filter has chosen by status: nothing can be said of who waits. */
  readonly isChosen: boolean;
}

export function situationTitle({ texts, format }: Voice, of: Situation): string {
  const { listed, need, helped, pending, share } = of;
  if (isNone(listed)) return texts.nothing;
  if (of.isChosen) return listed.text === null ? texts.untold : texts.counted(listed.text);
  if (isNone(need)) return texts.noNeed;
  const left =
    of.daysLeft > 0
      ? texts.daysLeft(format.count(of.daysLeft))
      : of.daysLeft === 0
        ? texts.dueToday
        : texts.pastDue(format.count(-of.daysLeft));
  if (isNone(pending)) return helped.text === null ? texts.nobodyWaits : texts.allHelped(helped.text);
  const waits = pending.text === null ? [] : [texts.waiting(pending.text)];
  const done = isNone(helped) ? [texts.noneHelped] : share === null ? [] : [shareTold(share, of, texts, format)];
  return done.length + waits.length === 0 ? texts.untold : texts.join([...done, ...waits, left]);
}

function shareTold(share: number, { need, helped }: Situation, texts: Voice['texts'], format: Voice['format']): string {
  const isExact = need.low === need.high && helped.low === helped.high;
  if (isExact && helped.low * 2 === need.low) return texts.half;
  if (Math.abs(share - 0.5) <= nearHalf) return texts.aboutHalf;
  return (isExact ? texts.share : texts.aboutShare)(format.percent(share));
}

/** How those who wait lie over the parts of an area. */
export function spreadTitle(
  { texts, format }: Voice,
  pending: Quantity,
  parts: readonly Counted[],
  beside: readonly Quantity[],
  level: Level,
): string {
  const spread = spreadOf(pending, parts, beside);
  if (spread.kind === 'nobody') return texts.nobodyWaits;
  if (spread.kind === 'unplaced') return texts.placeUnknown;
  if (pending.text === null) return texts.byArea(level);
  const waits = texts.waiting(pending.text);
  if ('parts' in spread) return texts[spread.kind](waits, texts.parts(format.count(spread.parts), level));
  return 'name' in spread ? texts[spread.kind](waits, spread.name) : waits;
}

/** Which part has the most who wait. */
export function rankingTitle(
  { texts, format }: Voice,
  parts: readonly Counted[],
  beside: readonly Quantity[],
  level: Level,
): string {
  const [only, second] = parts;
  const lead = leadOf(parts);
  if (lead.kind === 'nobody') return beside.every(isNone) ? texts.nobodyWaits : texts.placeUnknown;
  if (only && !second && only.count.text !== null) return texts.waitsIn(only.name, only.count.text);
  if (lead.kind !== 'most') return texts.byArea(level);
  const count = texts.households(lead.count);
  const [first = '', ...others] = lead.names;
  if (others.length === 0) return texts.most(first, count);
  return lead.names.length <= mostNamed
    ? texts.mostAlike(format.list(lead.names), count)
    : texts.mostAlikeMany(texts.parts(format.count(lead.names.length), level), count);
}

/** Needs by dimension; a need without one is in none of them. */
export function dimensionsTitle({ texts, format }: Voice, rows: readonly Counted[], isChosen: boolean): string {
  if (isChosen) return texts.dimension.counted;
  const lead = leadOf(rows);
  if (lead.kind !== 'most') return texts.dimension[lead.kind];
  const count = texts.needs(lead.count);
  const names = format.list(lead.names);
  return lead.names.length === 1 ? texts.dimension.most(names, count) : texts.dimension.alike(names, count);
}

export function classesTitle(
  { texts, format }: Voice,
  rows: readonly Counted[],
  unclassified: Quantity,
  isChosen: boolean,
): string {
  if (isChosen) return texts.class.counted;
  const lead = leadOf(rows);
  const more = isSome(unclassified) && unclassified.text !== null ? [texts.class.unclassified(unclassified.text)] : [];
  if (lead.kind !== 'most') return texts.join([texts.class[lead.kind], ...more]);
  const count = texts.households(lead.count);
  const names = format.list(lead.names);
  const told = lead.names.length === 1 ? texts.class.most(names, count) : texts.class.alike(names, count);
  return texts.join([told, ...more]);
}

export function urgentTitle({ texts: { urgent: texts, join } }: Voice, urgent: Quantity, unsent: Quantity): string {
  const told = (of: Quantity, some: (count: string) => string, none: string): readonly string[] =>
    isNone(of) ? [none] : of.text === null ? [] : [some(of.text)];
  const parts = [...told(urgent, texts.some, texts.none), ...told(unsent, texts.unsent, texts.noUnsent)];
  return parts.length === 0 ? texts.untold : join(parts);
}

/** `last`: of the latest round. Null forecast: no district was in every round. */
export function paceTitle(
  { texts: { pace: texts, untold }, format }: Voice,
  forecast: Forecast | null,
  deadline: IsoDate,
  last: IsoDate,
): string {
  if (!forecast) return untold;
  const { course, lateDays } = forecast;
  if (course === 'finished') return texts.finished(format.date(last));
  if (course === 'unknown') return texts.alone(format.dayMonth(deadline));
  if (course === 'backwards') return texts.backwards;
  if (lateDays === null) return texts.still(format.count(mostYears));
  if (lateDays > 0) return texts.late(format.count(lateDays));
  return lateDays === 0
    ? texts.onTheDay(format.dayMonth(deadline))
    : texts.early(format.dayMonth(deadline), format.count(-lateDays));
}

/** Of those whose time is known. */
export function longestTitle(
  { texts, format }: Voice,
  of: { readonly pending: number; readonly known: number; readonly long: number },
): string {
  const { longest } = texts;
  const [known, days] = [format.count(of.known), format.count(longDays)];
  if (of.pending === 0) return texts.nobodyWaits;
  if (of.known === 0) return longest.unknown;
  return of.long === 0 ? longest.none(known, days) : longest.some(format.count(of.long), known, days);
}

export interface PartOf {
  readonly name: string;
  readonly listed: Quantity;
  readonly need: Quantity;
  readonly pending: Quantity;
  /** Those who wait in each of the parts, this one among them. */
  readonly all: readonly Quantity[];
  readonly level: Level;
  readonly isChosen: boolean;
}

export function partTitle({ texts, format }: Voice, of: PartOf): string {
  const { name, listed, need, pending } = of;
  if (of.isChosen) return listed.text === null ? name : texts.countedIn(name, listed.text);
  if (isNone(need)) return texts.noNeedIn(name);
  if (isNone(pending)) return texts.nobodyIn(name);
  if (pending.text === null) return name;
  const waits = texts.waitsIn(name, pending.text);
  const ranked = of.all.length > 1 ? rankOf(pending, of.all) : null;
  if (!ranked) return waits;
  const parts = texts.parts(format.count(of.all.length), of.level);
  const rank = format.count(ranked.rank);
  const told =
    ranked.rank === 1 && !ranked.isShared
      ? texts.rankFirst(parts)
      : ranked.isShared
        ? texts.rankShared(rank, parts)
        : texts.rank(rank, parts);
  return texts.join([waits, told]);
}
