/** Owns what a list of rows is of: a figure's measure and the place where the figure stands, as the URL says it. */
import { areaCode, type AreaCode } from './area.ts';
import { dimensions, type Dimension } from './dimension.ts';
import { classes, surveys, type HouseholdClass, type Survey } from './household.ts';
import { statuses, type Status } from './status.ts';

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
}

export const listedOf = (measure: string, place: Partial<Listed> = {}): Listed => ({
  measure,
  isWhole: false,
  area: null,
  dimension: null,
  class: null,
  status: null,
  survey: null,
  ...place,
});

const among =
  <T extends string>(registry: readonly { readonly id: T }[]) =>
  (text: string): T | null =>
    registry.find(({ id }) => id === text)?.id ?? null;

const places = {
  area: areaCode,
  dimension: among(dimensions),
  class: among(classes),
  status: among(statuses),
  survey: among(surveys),
} as const;
type PlaceId = keyof typeof places;
const placeIds = Object.keys(places) as readonly PlaceId[];

/** `need.pending~area:9410~dimension:health`; `of` for the whole of a share. */
export function printListed(listed: Listed): string {
  const parts = placeIds.flatMap((id) => (listed[id] === null ? [] : [`${id}:${listed[id]}`]));
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
  // Said in one way only.
  return printListed(listed) === text ? listed : null;
}
