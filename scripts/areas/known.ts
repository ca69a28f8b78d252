/** Owns which codes have a polygon: the gazetteer's, less those drawn with another's, and with those others. */
import { readFileSync } from 'node:fs';
import type { KnownCodes } from './source.ts';

export interface LabelPoint {
  readonly code: string;
  readonly longitude: number;
  readonly latitude: number;
}

interface GazetteerFile {
  readonly areas: readonly (readonly [string, string, string, number, number])[];
}
interface CrosswalkFile {
  readonly entries: readonly {
    readonly kind: string;
    readonly code: string;
    readonly to: string;
    readonly point?: readonly [number, number];
  }[];
}

const file = (name: string): URL => new URL(`../../data/areas/${name}`, import.meta.url);

/** The label points of every area that has a polygon. */
export function labelPoints(): LabelPoint[] {
  const gazetteer = JSON.parse(readFileSync(file('gazetteer.json'), 'utf8')) as GazetteerFile;
  const crosswalk = JSON.parse(readFileSync(file('crosswalk.json'), 'utf8')) as CrosswalkFile;
  const drawnElsewhere = new Set(crosswalk.entries.flatMap((entry) => (entry.kind === 'drawn_with' ? entry.code : [])));
  const former = crosswalk.entries.flatMap(({ kind, code, point }) =>
    kind === 'split' && point ? [{ code, longitude: point[0], latitude: point[1] }] : [],
  );
  return gazetteer.areas
    .filter(([code]) => !drawnElsewhere.has(code))
    .map(([code, , , longitude, latitude]): LabelPoint => ({ code, longitude, latitude }))
    .concat(former);
}

export function knownCodes(): KnownCodes {
  return { polygons: new Set(labelPoints().map((point) => point.code)) };
}
