/** Owns what is written on the map: the names of its areas, and what is to be known of its lines. */
import type { Gazetteer } from '../areas/gazetteer.ts';
import type { Boundaries, MapLabel } from '../map/mapview.ts';
import { namedShapes } from '../map/labelling.ts';
import { isWithin, type AreaCode, type Level } from '../model/area.ts';
import type { Language } from '../model/text.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';

/** Told part by part: the names stay the same ones, and are not sent to the map again, while only the figures change. */
export function labelsOf(
  boundaries: Boundaries | null,
  level: Level,
  scope: AreaCode | null,
  language: Language,
  gazetteer: Gazetteer,
): readonly MapLabel[] {
  if (!boundaries || scope === null) return [];
  return namedShapes({ boundaries, level, scope }).flatMap(({ properties }) => {
    const code = properties.code as AreaCode;
    const entry = isWithin(code, scope) ? gazetteer.find(code) : null;
    return entry ? [{ code, text: entry.name[language], point: entry.point }] : [];
  });
}

/** Shapes that are missing, on their way, or not those of a survey. */
export function noticeOf({ atlas, levelAsked, texts }: Dashboard): string | null {
  if (atlas.fault) return texts.country.unavailable;
  if (atlas.pending) return texts.country.loading[levelAsked];
  return atlas.boundaries?.approximate ? texts.map.approximate : null;
}
