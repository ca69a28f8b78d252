/** Owns the names on the map: which areas are named, how large, in which order, and between which zooms. */
import { group, median } from 'd3-array';
import type { FeatureCollection } from 'geojson';
import { textWidthEm } from '../charts/textwidth.ts';
import { country, provinceOf } from '../model/area.ts';
import { boxOf, type AreaShape, type MapLabel, type MapView } from './mapview.ts';

/** A label with the width of its area. */
export interface SizedLabel extends MapLabel {
  readonly widthDegrees: number;
}

/** Labels of the shown areas, larger areas first: where two collide the larger keeps its name. */
export function shownLabels(labels: readonly MapLabel[], shapes: readonly AreaShape[]): SizedLabel[] {
  const size = new Map<string, { readonly area: number; readonly width: number }>();
  for (const shape of shapes) {
    const box = boxOf([shape]);
    if (box) size.set(shape.properties.code, { area: (box[2] - box[0]) * (box[3] - box[1]), width: box[2] - box[0] });
  }
  return labels
    .flatMap((label) => {
      const own = size.get(label.code);
      return own ? [{ ...label, ...own }] : [];
    })
    .sort((a, b) => b.area - a.area || (a.code < b.code ? -1 : 1))
    .map(({ area: _, width, ...label }) => ({ ...label, widthDegrees: width }));
}

/** The country shown finer than by province has thousands of names: from afar its provinces' stand for them. */
const isCrowded = ({ level, scope }: Pick<MapView, 'level' | 'scope'>): boolean =>
  scope === country && level !== 'province';

/** The shapes that may be named: those of the level, and the provinces where these would be too many. */
export function namedShapes({
  boundaries,
  level,
  scope,
}: Pick<MapView, 'boundaries' | 'level' | 'scope'>): AreaShape[] {
  const round = isCrowded({ level, scope }) ? boundaries.province.features : [];
  return [...round, ...boundaries[level].features];
}

/** A name with its size, and the zooms between which it is drawn; the most important come first. */
export interface ZoomLabel extends MapLabel {
  readonly sizePx: number;
  readonly fromZoom: number;
  readonly toZoom: number;
}

export function zoomLabels(
  view: Pick<MapView, 'boundaries' | 'labels' | 'level' | 'scope'>,
  shapes: readonly AreaShape[],
  sizePx: number,
): ZoomLabel[] {
  const crowded = isCrowded(view);
  const own = shownLabels(view.labels, shapes).map(({ widthDegrees, ...label }) => ({
    ...label,
    sizePx,
    // Thousands of names are placed anew at each move of the map: those that can't fit are left out beforehand.
    fromZoom: crowded ? zoomToFit(textWidthEm(label.text) * sizePx, widthDegrees) : 0,
    toZoom: mostZoom,
  }));
  const provinces = crowded ? shownLabels(view.labels, view.boundaries.province.features) : [];
  const within = group(own, ({ code }) => provinceOf(code));
  const round = provinces.map(({ widthDegrees: _, ...label }) => ({
    ...label,
    sizePx: sizePx * 1.25,
    fromZoom: 0,
    // It gives way when half of the names within it are there.
    toZoom: median(within.get(label.code) ?? [], ({ fromZoom }) => fromZoom) ?? mostZoom,
  }));
  return [...round, ...own];
}

/** Names as points for the map. */
export function labelPoints(labels: readonly ZoomLabel[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: labels.map(({ point, ...label }, rank) => ({
      type: 'Feature',
      properties: { ...label, rank },
      geometry: { type: 'Point', coordinates: [...point] },
    })),
  };
}
/** Beyond what the map can be zoomed to. */
const mostZoom = 24;

/** The zoom from which a name of that width in pixels does not run over more than its neighbours, in tiles of 512 px. */
export function zoomToFit(widthPx: number, widthDegrees: number): number {
  return Math.log2((widthPx / 2 / widthDegrees) * (360 / 512));
}

/** Size of the names: larger where there are few of them and room for them. */
export function labelSizePx({ level, scope }: Pick<MapView, 'level' | 'scope'>, widthPx: number): number {
  const roomy = widthPx >= 700 ? 3 : 0;
  return (level === 'tambon' || scope === country ? 14 : 17) + (scope === country ? 0 : roomy);
}
