/** Owns hot spots in colours and words: each area's kind on the map, the group that the reader picked, what was left out. */
import { categoryShading, type Category } from '../../areas/categories.ts';
import type { AreaValue } from '../../areas/shading.ts';
import type { Side } from '../../areas/cluster.ts';
import { quadrants, spots, type Spot } from '../../areas/spots.ts';
import type { Format } from '../../i18n/format.ts';
import type { hotspotsTh } from '../../i18n/hotspots.ts';
import type { AreaCode } from '../../model/area.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { Found } from '../../state/hotspots.svelte.ts';
import { areaValues, type AreaRow } from '../areas.ts';
import { isSilent } from '../datum.ts';
import type { Painting } from './painting.ts';

const colorOf = (spot: Spot): string => spots.find(({ id }) => id === spot)?.color ?? '';
/** Beside a sentence, whatever its certainty: the sentence says how clear it is. */
export const findingColors: Readonly<Record<Side, string>> = { hot: colorOf('hot_95'), cold: colorOf('cold_95') };

/** Whether neighbouring areas are alike on the whole. */
export function overallOf({ spotting: { global } }: Found): keyof typeof hotspotsTh.global {
  if (global.statistic === null || global.chance > 0.05) return 'random';
  return global.statistic > global.expected ? 'alike' : 'unlike';
}

/** How it was found, and of whom nothing is told. */
export function remarksOf(
  { spotting: { spots, unusable }, fewest, permutations, seed }: Found,
  texts: typeof hotspotsTh,
  { count }: Format,
): readonly string[] {
  const [few, alone] = (['too_few', 'alone'] as const).map((kind) => spots.filter((spot) => spot === kind).length);
  return [
    texts.made(count(permutations), String(seed)),
    ...(few ? [texts.fewNote(count(few), count(fewest))] : []),
    ...(alone ? [texts.aloneNote(count(alone))] : []),
    ...(unusable ? [texts.unusableNote(count(unusable))] : []),
  ];
}

export function isComparable(dashboard: Dashboard): boolean {
  return !isSilent(dashboard, 'household.helped_share');
}

export function hotspotPainting(dashboard: Dashboard, rows: readonly AreaRow[]): Painting | null {
  const found = dashboard.hotspots.current;
  if (!found || found.spotting.scarce || !isComparable(dashboard)) return null;
  const { compared, spotting, clusters } = found;
  const { language, spotLook } = dashboard.view.current;
  const told: readonly string[] = spotLook === 'groups' ? spotting.spots : spotting.quadrants;
  const categories = (spotLook === 'groups' ? spots : quadrants)
    .filter(({ id }) => id !== 'no_data')
    .map(({ id, title, color }): Category => ({ id, title: title[language], color }));
  const kinds = new Map(
    compared.codes.map((code, area) => [code, categories.findIndex(({ id }) => id === told[area])]),
  );
  const kindOf = (code: AreaCode): AreaValue => {
    const kind = kinds.get(code) ?? -1;
    return kind < 0 ? 'no_data' : kind;
  };
  const values = new Map<AreaCode, AreaValue>(
    [...areaValues(dashboard, 'household.need', rows)].map(([code, value]) => [
      code,
      typeof value === 'number' ? kindOf(code) : value,
    ]),
  );
  const title = dashboard.texts.hotspots.legend[compared.rate];
  const picked = clusters.find(({ members }) =>
    members.some((member) => compared.codes[member] === dashboard.hotspots.picked),
  );
  return {
    kinds: { title, measure: 'area.hotspot', values, shading: categoryShading(values, categories), categories },
    marked: new Set(picked?.members.flatMap((member) => compared.codes[member] ?? [])),
    lines: (code) => {
      const value = values.get(code);
      return typeof value === 'number' ? [{ label: title, value: categories[value]?.title ?? '' }] : [];
    },
  };
}
