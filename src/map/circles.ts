/** Owns proportional circles: an area as large as what it counts, where they stand, and those of the legend. */
import type { FeatureCollection } from 'geojson';
import type { AreaCode } from '../model/area.ts';

export interface Circle {
  readonly code: AreaCode;
  /** Longitude and latitude. */
  readonly point: readonly [number, number];
  readonly value: number;
  readonly radiusPx: number;
}

/** What circles measure: all that is drawn of one map. */
export interface Circles {
  readonly measure: string;
  readonly circles: readonly Circle[];
}

/** On a map as wide as this and wider circles are as large as they get. */
const roomyPx = 700;

/** The radius of the greatest where there are few areas and much room; of many, or on a phone, they would hide one another. */
export function greatestRadiusPx(areas: number, roomPx: number): number {
  const room = Math.max(0.5, Math.min(1, roomPx / roomyPx));
  return room * Math.max(14, Math.min(34, 34 * Math.sqrt(14 / Math.max(1, areas))));
}

/** Twice as much is twice the area, not twice the width. */
export function radiusPx(value: number, greatest: number, greatestPx: number): number {
  return greatest > 0 && value > 0 ? greatestPx * Math.sqrt(value / greatest) : 0;
}

/** The greatest first, so that small ones lie upon large ones; none where there is nothing to count. */
export function circlesOf(
  values: readonly (readonly [AreaCode, number, readonly [number, number]])[],
  greatestPx: number,
): readonly Circle[] {
  const greatest = Math.max(0, ...values.map(([, value]) => value));
  return values
    .map(([code, value, point]) => ({ code, point, value, radiusPx: radiusPx(value, greatest, greatestPx) }))
    .filter((circle) => circle.radiusPx > 0)
    .sort((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1));
}

export function circlePoints(circles: readonly Circle[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: circles.map(({ code, point, value, radiusPx: radius }) => ({
      type: 'Feature',
      properties: { code, value, radiusPx: radius, order: -value },
      geometry: { type: 'Point', coordinates: [...point] },
    })),
  };
}

/** Round values for the legend's nested circles, greatest first: one no greater than the greatest drawn, and parts of it. */
export function legendValues(greatest: number): readonly number[] {
  if (greatest < 1) return [];
  const power = 10 ** Math.floor(Math.log10(greatest));
  const top = ([5, 2, 1].find((step) => step * power <= greatest) ?? 1) * power;
  return [...new Set([top, Math.round(top / 4), Math.round(top / 20)])].filter((value) => value >= 1);
}
