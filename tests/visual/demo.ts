/** Owns what the gallery shows: seeded values on real areas. */
import type { AreaValue } from '../../src/areas/shading.ts';
import { areaCode, type AreaCode } from '../../src/model/area.ts';
import type { Language } from '../../src/model/text.ts';
import type { AreaShapes, MapLabel } from '../../src/map/mapview.ts';

export interface Names {
  readonly th: string;
  readonly en: string;
  readonly point: readonly [number, number];
}

export function namesOf(gazetteer: unknown): Map<AreaCode, Names> {
  const { areas } = gazetteer as { areas: [string, string, string, number, number][] };
  return new Map(areas.map(([code, th, en, lon, lat]) => [areaCode(code)!, { th, en, point: [lon, lat] }]));
}

export function labelsOf(names: ReadonlyMap<AreaCode, Names>, shapes: AreaShapes, language: Language): MapLabel[] {
  return shapes.features.flatMap(({ properties: { code } }) => {
    const name = names.get(code as AreaCode);
    return name ? [{ code: code as AreaCode, text: name[language], point: name.point }] : [];
  });
}

/** Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function valuesOf(shapes: AreaShapes, top: number, gaps: boolean): Map<AreaCode, AreaValue> {
  const random = seeded(94);
  const lacks: AreaValue[] = ['no_data', 'not_loaded', 'not_applicable', 'withheld', 0];
  return new Map(
    shapes.features.map(({ properties: { code } }, index) => {
      const value = Math.round(top * random() ** 2) + 1;
      return [code as AreaCode, gaps && index % 2 === 0 ? lacks[(index / 2) % lacks.length]! : value];
    }),
  );
}
