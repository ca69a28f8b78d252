/** Owns the four ท as they are shown: names of values, areas of the value chosen, and the sentence where a project can begin. */
import {
  areaCode,
  areaNumber,
  areaOfNumber,
  country,
  levelDivisor,
  levelOf,
  type AreaCode,
  type Level,
} from '../../model/area.ts';
import { aspects, type Aspect } from '../../model/aspect.ts';
import { untold } from '../../model/group.ts';
import { rowsOf } from '../../model/listing.ts';
import { householdsOf, valuesOf, type Trait, type TraitPlace } from '../../queries/aspects.ts';
import type { AspectLook, ToldAspect } from '../../state/aspects.svelte.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { Datum } from '../../ui/datum.ts';
import type { Painting } from '../analysis/painting.ts';
import { nameOf, type AreaRow } from '../areas.ts';
import { countPainting } from './counting.ts';

export interface AspectAnswer {
  readonly look: AspectLook;
  readonly value: ToldAspect;
}

export const aspectTitle = (dashboard: Dashboard, { aspect }: AspectLook): string =>
  (aspects as readonly Aspect[]).find(({ id }) => id === aspect)?.title[dashboard.view.current.language] ?? '';

/** As the registry has it; what somebody wrote as it is written. */
export function valueTitle(dashboard: Dashboard, { look }: AspectAnswer, value: string): string {
  return valuesOf(look.aspect).find(({ id }) => id === value)?.title[dashboard.view.current.language] ?? value;
}
export const traitKey = ({ value, isKnown }: Trait): string =>
  isKnown ? (value ?? '') : value === null ? '-' : `“${value}”`;

export interface PlaceRow extends TraitPlace {
  readonly key: string;
  readonly code: AreaCode | null;
  readonly name: string;
}

const none: TraitPlace = { households: 0, pending: 0, recorded: 0, listed: 0 };

/** The tambon added up to the areas of a level, by six-digit number. */
export function placesAt(places: ToldAspect['places'], level: Level): ReadonlyMap<number, TraitPlace> {
  const divisor = levelDivisor[level];
  const sums = new Map<number, TraitPlace>();
  for (const [area, own] of places) {
    const key = Math.floor(area / divisor) * divisor;
    const before = sums.get(key) ?? none;
    sums.set(key, {
      households: before.households + own.households,
      pending: before.pending + own.pending,
      recorded: before.recorded + own.recorded,
      listed: before.listed + own.listed,
    });
  }
  return sums;
}

/** Areas where the value is told, the most first. */
export function placeRows(dashboard: Dashboard, told: ToldAspect, level: Level): readonly PlaceRow[] {
  return [...placesAt(told.places, level)]
    .filter(([, { households }]) => households > 0)
    .map(([number, own]): PlaceRow => {
      const code = areaOfNumber(number, level);
      const name = nameOf(dashboard, number, code);
      return { ...own, key: code ?? String(number).padStart(6, '0'), code, name };
    })
    .sort((a, b) => b.households - a.households || (a.key < b.key ? -1 : 1));
}

export interface ToldWords {
  readonly words: string;
  readonly figures: Readonly<Record<string, Datum>>;
}

/** The finding: how many, and the tambon that has most of them. */
export function aspectTold(dashboard: Dashboard, answer: AspectAnswer): ToldWords {
  const { format } = dashboard;
  const texts = dashboard.texts.aspects;
  const { value: told, look } = answer;
  if (told.value === null) return { words: texts.none(aspectTitle(dashboard, look)), figures: {} };
  const title = valueTitle(dashboard, answer, told.value);
  const count = (measure: string, value: number): Datum => ({ value, text: format.count(value), measure });
  const households = told.values.find(({ value, isKnown }) => isKnown && value === told.value)?.households ?? 0;
  const { area } = told.subject;
  // A tambon is told among its neighbours, who are not those counted.
  const isOne = area !== country && levelOf(area) === 'tambon';
  const top = placeRows(dashboard, told, 'tambon').find(({ code }) => code !== null);
  const rowsIn = (area: AreaCode | null): string =>
    rowsOf('household.listed', 'trait', `${look.aspect}.${told.value}`, { area });
  const figures = {
    households: { ...count('household.trait_chosen', households), rows: rowsIn(null) },
    most: {
      ...count('household.trait_most', top?.households ?? 0),
      area: top?.key,
      rows: rowsIn(areaCode(top?.key ?? '')),
    },
  };
  if (isOne || !top?.code) return { words: texts.foundOnly(title), figures };
  return { words: texts.found(title, dashboard.fullNameOf(top.code)), figures };
}

/** Of how many anything is recorded, and of how many nothing. */
export function recordedTold({ texts, format }: Dashboard, { look, value }: AspectAnswer): ToldWords {
  const { recorded, listed } = value;
  const rowsIn = (key: string): string => rowsOf('household.listed', 'trait', `${look.aspect}.${key}`);
  const count = (measure: string, value: number): Datum => ({ value, text: format.count(value), measure });
  const [own, all] = [householdsOf(recorded), householdsOf(listed)];
  return {
    words: texts.aspects.recorded,
    figures: {
      recorded: { ...count('household.trait_recorded', own), rows: rowsIn('all') },
      listed: count('household.trait_listed', all),
      missing: { ...count('household.trait_missing', all - own), rows: rowsIn(untold) },
    },
  };
}

export function aspectsPainting(dashboard: Dashboard, rows: readonly AreaRow[]): Painting | null {
  const answer = dashboard.following.aspects.current;
  if (answer?.value.value == null) return null;
  const texts = dashboard.texts.aspects;
  const places = placesAt(answer.value.places, dashboard.level);
  const title = valueTitle(dashboard, answer, answer.value.value);
  return countPainting(dashboard, rows, {
    title: texts.legend(title),
    label: title,
    measure: 'household.trait',
    none: texts.nobody,
    range: texts.range,
    value: ({ code, key }) => places.get(code === null ? Number(key) : areaNumber(code))?.households ?? 0,
  });
}
