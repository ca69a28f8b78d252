/** Owns the URL codec: a row per field of the view; reading never throws, and what was not understood is said. */
import {
  agencySides,
  gapCuts,
  leastSpotKm,
  mostFewest,
  mostSpotKm,
  needScales,
  spotLooks,
  spotRates,
} from '../model/analysis.ts';
import { fewestClasses, isMethodId, middles, mostClasses } from '../areas/classing.ts';
import { ageLooks } from '../model/age.ts';
import { areaCode, levels } from '../model/area.ts';
import { aspects } from '../model/aspect.ts';
import { parseBands, printBands } from '../model/band.ts';
import { breakdowns } from '../model/breakdown.ts';
import { parseDay } from '../model/calendar.ts';
import { parseCapacity, printCapacity } from '../model/capacity.ts';
import { parseListed, printListed } from '../model/listing.ts';
import { parseKept, printKept } from '../model/keptclass.ts';
import { mapKinds, seriesKinds } from '../model/mapkind.ts';
import { parsePins, printPins } from '../model/pin.ts';
import { aims } from '../model/plan.ts';
import { digitSets } from '../model/digits.ts';
import { isoDate, parseSnapshotKey, snapshotKey } from '../model/snapshot.ts';
import { renderers } from '../model/renderer.ts';
import { languages } from '../model/text.ts';
import { toolIds } from '../model/toolbox.ts';
import { actGroups } from '../queries/acts.ts';
import { parseAgainst, printAgainst } from '../queries/against.ts';
import { denominators } from '../queries/denominators.ts';
import { chosenOf, filters, withChosen, type FilterId } from '../queries/filters.ts';
import { countedBy } from '../queries/listing.ts';
import { isMeasureId } from '../queries/measures.ts';
import { planGroups } from '../queries/plans.ts';
import { teamSides } from '../queries/teams.ts';
import { openingView, type View } from './view.ts';

interface Field {
  readonly key: string;
  /** The view with this field read from text, or null where the text means nothing. */
  parse(text: string, view: View): View | null;
  /** Null: as in the opening view, so not written. */
  print(view: View): string | null;
}

/** A field of one value; `read` gives null for what it doesn't know. */
function single<K extends Exclude<keyof View, 'filters'>>(
  key: string,
  field: K,
  read: (text: string) => View[K] | null,
  write: (value: NonNullable<View[K]>) => string = String,
): Field {
  return {
    key,
    parse: (text, view) => {
      const value = read(text);
      return value === null ? null : { ...view, [field]: value };
    },
    print: (view) => {
      const value = view[field];
      return value === null || value === openingView[field] ? null : write(value);
    },
  };
}

/** A filter's chosen options, by comma. One unknown option makes the text meaningless: half a filter would mislead. */
function chosen(key: string, id: FilterId): Field {
  return {
    key,
    parse: (text, view) => {
      const options = text.split(',');
      const read = withChosen(view.filters, id, options);
      return chosenOf(read, id).length === new Set(options).size ? { ...view, filters: read } : null;
    },
    print: (view) => chosenOf(view.filters, id).join(',') || null,
  };
}

const among = <T extends string>(all: readonly T[], text: string): T | null =>
  all.find((item) => item === text) ?? null;

export const filterKeys: Readonly<Record<FilterId, string>> = {
  dimensions: 'dimension',
  classes: 'class',
  statuses: 'status',
  surveys: 'survey',
  urgent: 'urgent',
  overCapacity: 'over',
  localities: 'locality',
  members: 'member',
  together: 'together',
};

export const fields: readonly Field[] = [
  single('at', 'at', parseSnapshotKey, snapshotKey),
  single('area', 'area', areaCode),
  single('level', 'level', (text) =>
    among(
      levels.map((level) => level.id),
      text,
    ),
  ),
  single('measure', 'measure', (text) => (isMeasureId(text) ? text : null)),
  ...filters.map(({ id }) => chosen(filterKeys[id], id)),
  single('lang', 'language', (text) => among(languages, text)),
  single('method', 'method', (text) => (isMethodId(text) ? text : null)),
  single('classes', 'classes', (text) =>
    /^\d$/.test(text) && Number(text) >= fewestClasses && Number(text) <= mostClasses ? Number(text) : null,
  ),
  single('mid', 'mid', (text) =>
    among(
      middles.map(({ id }) => id),
      text,
    ),
  ),
  single('breaks', 'breaks', readBreaks, (breaks) => breaks.join(',')),
  single('kept', 'kept', parseKept, printKept),
  single('per', 'per', (text) =>
    among(
      denominators.map(({ id }) => id),
      text,
    ),
  ),
  single(
    'smooth',
    'smooth',
    (text) => (text === '1' ? true : null),
    () => '1',
  ),
  single('map', 'map', (text) => among(mapKinds, text)),
  single('with', 'against', parseAgainst, printAgainst),
  single('by', 'series', (text) => among(seriesKinds, text)),
  single('since', 'since', isoDate),
  single('panel', 'panel', (text) => among(toolIds, text)),
  single('need', 'needScale', (text) => among(needScales, text)),
  single('cut', 'gapCut', (text) => among(gapCuts, text)),
  single('who', 'agencySide', (text) => among(agencySides, text)),
  single('acts', 'actGroup', (text) => among(actGroups, text)),
  single('age', 'ageLook', (text) => among(ageLooks, text)),
  single('aspect', 'aspect', (text) =>
    among(
      aspects.map(({ id }) => id),
      text,
    ),
  ),
  // Of a registry: what somebody wrote can't stand in a link.
  single('trait', 'trait', (text) =>
    among(
      aspects.flatMap(({ values }) => values.map(({ id }): string => id)),
      text,
    ),
  ),
  single('plans', 'planGroup', (text) => among(planGroups, text)),
  single('teams', 'teamSide', (text) => among(teamSides, text)),
  single('rate', 'spotRate', (text) => among(spotRates, text)),
  single('look', 'spotLook', (text) => among(spotLooks, text)),
  single('near', 'spotKm', (text) => wholeWithin(text, leastSpotKm, mostSpotKm)),
  single('least', 'spotFewest', (text) => wholeWithin(text, 1, mostFewest)),
  single('part', 'partPercent', (text) =>
    /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) > 0 && Number(text) <= 100 ? Number(text) : null,
  ),
  single('capacity', 'capacity', parseCapacity, printCapacity),
  single('aim', 'aim', (text) => aims.find((aim) => aim.id === text)?.id ?? null),
  single('km', 'bandsKm', parseBands, printBands),
  single('split', 'breakdown', (text) => among(breakdowns, text)),
  single('deadline', 'deadline', isoDate),
  single('day', 'reportingDay', parseDay),
  single('today', 'today', isoDate),
  single('digits', 'digits', (text) => among(digitSets, text)),
  single(
    'meeting',
    'meeting',
    (text) => (text === '1' ? true : null),
    () => '1',
  ),
  single('renderer', 'renderer', (text) => among(renderers, text)),
  single('pin', 'pins', parsePins, printPins),
  single(
    'rows',
    'rows',
    (text) => {
      const listed = parseListed(text);
      return listed && countedBy(listed) ? listed : null;
    },
    printListed,
  ),
  single('slide', 'slide', (text) => (/^[a-z][a-z0-9-]{0,39}(\.[1-9]\d{0,2})?$/.test(text) ? text : null)),
];

function wholeWithin(text: string, least: number, most: number): number | null {
  return /^[1-9]\d{0,3}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;
}

/** Ascending numbers by comma, no more than there can be classes between. */
function readBreaks(text: string): readonly number[] | null {
  const parts = text.split(',');
  const numbers = parts.map((part) => Number(part) + 0);
  const isScale = parts.every((part) => /^-?\d{1,9}(\.\d{1,6})?$/.test(part));
  const ascends = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
  return isScale && ascends && numbers.length < mostClasses ? numbers : null;
}

export interface ReadView {
  readonly view: View;
  /** Parameters that were not understood, as written; each fell back to the opening view's value. */
  readonly unknown: readonly { readonly key: string; readonly value: string }[];
}

/** Reads a query string such as `?level=tambon&dimension=health`. Never throws. */
export function parseView(search: string): ReadView {
  let view = openingView;
  const unknown: { key: string; value: string }[] = [];
  for (const [key, value] of new URLSearchParams(search)) {
    const read = fields.find((field) => field.key === key)?.parse(value, view) ?? null;
    if (read) view = read;
    else unknown.push({ key, value });
  }
  return { view, unknown };
}

/** The query string of a view, `` for the opening one; only what differs from it is written. */
export function printView(view: View): string {
  const written = fields.flatMap((field) => {
    const text = field.print(view);
    return text === null ? [] : [`${field.key}=${encodeURIComponent(text).replaceAll('%2C', ',')}`];
  });
  return written.length ? `?${written.join('&')}` : '';
}
