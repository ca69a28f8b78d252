/** Owns the URL codec: a row per field of the view; reading never throws, and what was not understood is said. */
import { areaCode, levels, type AreaCode, type Level } from '../model/area.ts';
import { parseSnapshotKey, snapshotKey, type Snapshot } from '../model/snapshot.ts';
import { noFilters, type Filters } from '../model/subject.ts';
import { languages, type Language } from '../model/text.ts';
import { chosenOf, filters, withChosen, type FilterId } from '../queries/filters.ts';
import { isMeasureId, type MeasureId } from '../queries/measures.ts';

/** All that matters of what a reader sees. No field can hold a cell of a file. */
export interface View {
  /** Null: the opening snapshot. */
  readonly at: Snapshot | null;
  /** Null: the whole province of the snapshot. */
  readonly area: AreaCode | null;
  readonly level: Level;
  readonly measure: MeasureId;
  readonly filters: Filters;
  readonly language: Language;
}

export const openingView: View = {
  at: null,
  area: null,
  level: 'amphoe',
  measure: 'household.pending',
  filters: noFilters,
  language: 'th',
};

interface Field {
  readonly key: string;
  /** The view with this field read from text, or null where the text means nothing. */
  parse(text: string, view: View): View | null;
  /** Null: as in the opening view, so not written. */
  print(view: View): string | null;
}

/** A field of one value; `read` gives null for what it doesn't know. */
function single<K extends 'at' | 'area' | 'level' | 'measure' | 'language'>(
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
];

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
