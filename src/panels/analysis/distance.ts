/** Owns distances as they are shown: the households of each band, and the bands on the map. */
import { categoryShading, type Category } from '../../areas/categories.ts';
import { ramp } from '../../areas/scheme.ts';
import type { AreaValue } from '../../areas/shading.ts';
import { areaOfNumber, type AreaCode } from '../../model/area.ts';
import { bandOf } from '../../model/band.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { Reach } from '../../state/points.svelte.ts';
import { areaValues, polygonOf, type AreaRow } from '../areas.ts';
import type { Painting } from './painting.ts';

export interface Band {
  /** `0_5`, `20_up`, `unknown`: the end of its measure. */
  readonly id: string;
  readonly title: string;
  readonly households: number;
  readonly tambon: number;
}

const unknownColor = '#cfcabf';

function titles({ view, texts, format }: Dashboard): readonly { id: string; title: string }[] {
  const { bandsKm } = view.current;
  const written = (km: number): string => format.count(km);
  return [
    ...bandsKm.map((to, at) => {
      const from = bandsKm[at - 1] ?? 0;
      return { id: `${from}_${to}`, title: texts.distance.band(written(from), written(to)) };
    }),
    { id: `${bandsKm.at(-1) ?? 0}_up`, title: texts.distance.beyond(written(bandsKm.at(-1) ?? 0)) },
  ];
}

/** Those of whom nobody knows how far they live stand last, and count for the sum as all others. Null before the answer. */
export function bandsOf(dashboard: Dashboard): readonly Band[] | null {
  const { reaches } = dashboard.points;
  if (!reaches) return null;
  const { bandsKm } = dashboard.view.current;
  const told = [...titles(dashboard), { id: 'unknown', title: dashboard.texts.distance.unknown }];
  const last = told.length - 1;
  const bandIn = (km: number | undefined): number => (km === undefined ? last : bandOf(km, bandsKm));
  return told.map((band, index) => {
    const own = reaches.filter(({ nearest, waiting }) => waiting > 0 && bandIn(nearest?.km) === index);
    return { ...band, households: own.reduce((sum, { waiting }) => sum + waiting, 0), tambon: own.length };
  });
}

/** Where people wait, the farthest first; those of whom nobody knows stand last. */
export function farthest(reaches: readonly Reach[]): readonly Reach[] {
  return reaches.filter(({ waiting }) => waiting > 0).sort((a, b) => (b.nearest?.km ?? -1) - (a.nearest?.km ?? -1));
}

/** Below 1,000 both languages write it alike. */
export const kmText = (km: number): string => km.toFixed(1);

/** A wider area has no one distance: the map keeps its measure until it shows tambon. */
export function distancePainting(dashboard: Dashboard, rows: readonly AreaRow[]): Painting | null {
  const { reaches, used } = dashboard.points;
  if (!reaches || used.length === 0 || dashboard.level !== 'tambon') return null;
  const { bandsKm } = dashboard.view.current;
  const texts = dashboard.texts.distance;
  const bands = titles(dashboard);
  const colors = ramp('waiting', bands.length);
  const categories: readonly Category[] = [
    ...bands.map((band, index) => ({ ...band, color: colors[index] ?? unknownColor })),
    { id: 'unknown', title: texts.unknown, color: unknownColor },
  ];
  const nearest = new Map(
    reaches.flatMap((reach) => {
      const code = areaOfNumber(Number(reach.key), 'tambon');
      const polygon = code && polygonOf(dashboard, code);
      return polygon && reach.nearest ? [[polygon, reach.nearest] as const] : [];
    }),
  );
  const values = new Map<AreaCode, AreaValue>(
    [...areaValues(dashboard, 'household.pending', rows)].map(([code, value]) => {
      const km = nearest.get(code)?.km;
      return [code, typeof value === 'string' ? value : km === undefined ? bands.length : bandOf(km, bandsKm)];
    }),
  );
  return {
    kinds: {
      title: texts.legend,
      measure: 'area.distance',
      values,
      shading: categoryShading(values, categories),
      categories,
    },
    marked: new Set(),
    lines: (code) => {
      const near = nearest.get(code);
      return near ? [{ label: texts.legend, value: texts.nearest(near.point.name, kmText(near.km)) }] : [];
    },
  };
}
