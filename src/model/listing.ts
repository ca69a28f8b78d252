/** Owns what a list of rows is of: a figure's measure and the place where the figure stands, as the URL says it. */
import { areaCode, type AreaCode } from './area.ts';
import { dimensions, type Dimension } from './dimension.ts';
import { parseGroup, printGroup, type Group, type GroupId } from './group.ts';
import { classes, surveys, type HouseholdClass, type Survey } from './household.ts';
import { hasStatus, standIds, type Elsewhere } from './move.ts';
import { isoDate, type IsoDate } from './snapshot.ts';
import { statuses, type Status } from './status.ts';

/** A move from one round to the one looked at: how households stood in the round of `since`, and how they do now. */
export interface Moved {
  readonly before: Status | Elsewhere;
  readonly after: Status | Elsewhere;
  readonly since: IsoDate;
}

/** Nothing here is a cell of a file: a list can be linked to, a household can't. Null: not narrowed. */
export interface Listed {
  readonly measure: string;
  /** Of a share: those that it is a share of, and not those that it counts. */
  readonly isWhole: boolean;
  /** Of 2, 4 or 6 digits; zeros at the end are households not known that finely. */
  readonly area: AreaCode | null;
  readonly dimension: Dimension | null;
  readonly class: HouseholdClass | null;
  readonly status: Status | null;
  readonly survey: Survey | null;
  /** Of those that pass the filters, the ones that a tool counts apart. */
  readonly group: Group | null;
  /** Rows of the round looked at; of the one before, where they are looked at in that alone. */
  readonly moved: Moved | null;
}

export const listedOf = (measure: string, place: Partial<Listed> = {}): Listed => ({
  measure,
  isWhole: false,
  area: null,
  dimension: null,
  class: null,
  status: null,
  survey: null,
  group: null,
  moved: null,
  ...place,
});

/** What a figure of a group bears for whoever asks for its rows: see `data-rows`. */
export const rowsOf = (measure: string, of: GroupId, key: string, place: Partial<Listed> = {}): string =>
  printListed(listedOf(measure, { ...place, group: { of, key } }));

const among =
  <T extends string>(registry: readonly { readonly id: T }[]) =>
  (text: string): T | null =>
    registry.find(({ id }) => id === text)?.id ?? null;

/** Who is looked at in neither round has not moved. */
function movedOf(text: string): Moved | null {
  const [then = '', now = '', date = ''] = text.split('.');
  const [before, after] = [then, now].map((stand) => standIds.findIndex((id) => id === stand)) as [number, number];
  const since = isoDate(date);
  const [from, to] = [standIds[before], standIds[after]];
  if (!from || !to || since === null || !(hasStatus(before) || hasStatus(after))) return null;
  return { before: from, after: to, since };
}
/** The only measure whose rows a move parts: the others are counts of one round. */
const movedMeasure = 'household.listed';

const places = {
  area: areaCode,
  dimension: among(dimensions),
  class: among(classes),
  status: among(statuses),
  survey: among(surveys),
  group: parseGroup,
  moved: movedOf,
} as const;
type PlaceId = keyof typeof places;
const placeIds = Object.keys(places) as readonly PlaceId[];

function printed(value: string | Group | Moved): string {
  if (typeof value === 'string') return value;
  return 'key' in value ? printGroup(value) : [value.before, value.after, value.since].join('.');
}

/** `need.pending~area:9410~dimension:health`; `of` for the whole of a share. */
export function printListed(listed: Listed): string {
  const parts = placeIds.flatMap((id) => {
    const value = listed[id];
    return value === null ? [] : [`${id}:${printed(value)}`];
  });
  return [listed.measure, ...(listed.isWhole ? ['of'] : []), ...parts].join('~');
}

/** Null where any part of it means nothing: half a list would mislead. */
export function parseListed(text: string): Listed | null {
  const [measure = '', ...parts] = text.split('~');
  const isWhole = parts[0] === 'of';
  let listed = listedOf(measure, { isWhole });
  for (const part of isWhole ? parts.slice(1) : parts) {
    const [id = '', word = ''] = part.split(':');
    const value = placeIds.includes(id as PlaceId) ? places[id as PlaceId](word) : null;
    if (value === null || listed[id as PlaceId] !== null) return null;
    listed = { ...listed, [id]: value };
  }
  if (listed.moved !== null && (measure !== movedMeasure || isWhole || listed.group !== null)) return null;
  // Said in one way only.
  return printListed(listed) === text ? listed : null;
}
