/** Owns points of service as files tell them: reading their coordinates, and judging each; none is lost or moved in silence. */
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { letters, plain } from '../model/plain.ts';
import type { AreaFeature } from './boundaries.ts';

export interface ServicePoint {
  /** As the file calls it; empty where it has no name. */
  readonly name: string;
  /** Degrees. */
  readonly longitude: number;
  readonly latitude: number;
}

/** A row as it was read; coordinates that are no numbers are null. */
export interface PointRow {
  readonly name: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** Every row is in one of these: read = inside + outside + swapped + abroad + unreadable + duplicates. */
export interface JudgedPoints {
  readonly read: number;
  readonly inside: readonly ServicePoint[];
  /** In Thailand, but not in the province looked at. */
  readonly outside: readonly ServicePoint[];
  /** In Thailand only once latitude and longitude are exchanged; left out until a reader agrees to that. */
  readonly swapped: number;
  readonly abroad: number;
  readonly unreadable: number;
  readonly duplicates: number;
  /** Of those inside and outside: exchanged, because a reader agreed. */
  readonly exchanged: number;
}

const names = ['name', 'title', 'ชื่อ', 'ชื่อสถานที่', 'ชื่อหน่วยบริการ', 'หน่วยบริการ', 'สถานที่', 'ชื่อหน่วยงาน'];
const latitudes = ['lat', 'latitude', 'y', 'ละติจูด', 'ละติจูต', 'แลตติจูด', 'พิกัดละติจูด', 'เส้นรุ้ง'];
const longitudes = ['lon', 'lng', 'long', 'longitude', 'x', 'ลองจิจูด', 'ลองติจูด', 'ลองกิจูด', 'พิกัดลองจิจูด', 'เส้นแวง'];

/** Rows under a header; a null row is one that could not be split into cells. Null where the header names no coordinates. */
export function rowsOfCells(
  header: readonly string[],
  rows: readonly (readonly string[] | null)[],
): readonly PointRow[] | null {
  const heads = header.map(letters);
  const column = (words: readonly string[]): number => heads.findIndex((head) => words.includes(head));
  const [latitude, longitude, name] = [column(latitudes), column(longitudes), column(names)];
  if (latitude < 0 || longitude < 0) return null;
  return rows.map((row) => ({
    name: row?.[name] ?? '',
    longitude: degrees(row?.[longitude]),
    latitude: degrees(row?.[latitude]),
  }));
}

function degrees(cell: string | undefined): number | null {
  const text = plain(cell ?? '');
  return /^-?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** The features of a GeoJSON; what is no point counts as unreadable. Null where it is no collection of features. */
export function rowsOfGeoJson(value: unknown): readonly PointRow[] | null {
  const collection = value as { type?: unknown; features?: unknown } | null;
  if (collection?.type !== 'FeatureCollection' || !Array.isArray(collection.features)) return null;
  return collection.features.map((feature: unknown): PointRow => {
    const { geometry, properties } = (feature ?? {}) as {
      geometry?: { type?: unknown; coordinates?: unknown } | null;
      properties?: Readonly<Record<string, unknown>> | null;
    };
    const place = geometry?.type === 'Point' && Array.isArray(geometry.coordinates) ? geometry.coordinates : [];
    const [longitude, latitude] = place.map((part: unknown) => (Number.isFinite(part) ? (part as number) : null));
    const named = Object.entries(properties ?? {}).find(([key]) => names.includes(letters(key)))?.[1];
    return {
      name: typeof named === 'string' ? named : '',
      longitude: longitude ?? null,
      latitude: latitude ?? null,
    };
  });
}

/** West, south, east, north of Thailand, with a little sea. No place in it stays in it when its coordinates are exchanged. */
const thailand = [97.2, 5.5, 105.8, 20.6] as const;
const isThai = (longitude: number, latitude: number): boolean =>
  longitude >= thailand[0] && longitude <= thailand[2] && latitude >= thailand[1] && latitude <= thailand[3];

/** Some metres: the same place written twice. */
const samePlaceDecimals = 5;

export function judged(
  rows: readonly PointRow[],
  province: readonly AreaFeature[],
  isExchangeAgreed: boolean,
): JudgedPoints {
  const inside: ServicePoint[] = [];
  const outside: ServicePoint[] = [];
  const seen = new Set<string>();
  let [abroad, unreadable, duplicates, swapped, exchanged] = [0, 0, 0, 0, 0];
  for (const { name, longitude, latitude } of rows) {
    if (longitude === null || latitude === null) {
      unreadable += 1;
      continue;
    }
    const isSwapped = !isThai(longitude, latitude) && isThai(latitude, longitude);
    const point = isSwapped ? { name, longitude: latitude, latitude: longitude } : { name, longitude, latitude };
    const place = [point.longitude, point.latitude].map((part) => part.toFixed(samePlaceDecimals)).join(' ');
    if (!isThai(point.longitude, point.latitude)) abroad += 1;
    else if (seen.has(place)) duplicates += 1;
    else if (isSwapped && !isExchangeAgreed) swapped += 1;
    else {
      if (isSwapped) exchanged += 1;
      (isWithinAny(point, province) ? inside : outside).push(point);
    }
    seen.add(place);
  }
  return { read: rows.length, inside, outside, swapped, abroad, unreadable, duplicates, exchanged };
}

function isWithinAny({ longitude, latitude }: ServicePoint, shapes: readonly AreaFeature[]): boolean {
  return shapes.some((shape) => booleanPointInPolygon([longitude, latitude], shape));
}
