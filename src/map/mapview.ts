/** Owns the one view model that both renderers draw: areas, values, shading, labels, and how each area looks. */
import { group, median } from 'd3-array';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { textWidthEm } from '../charts/textwidth.ts';
import type { AreaValue, Missing, Shading } from '../areas/shading.ts';
import { country, isWithin, provinceOf, type AreaCode, type Level } from '../model/area.ts';

export type AreaShape = Feature<Polygon | MultiPolygon, { readonly code: string }>;
export type AreaShapes = FeatureCollection<Polygon | MultiPolygon, { readonly code: string }>;
export type Boundaries = Readonly<Record<Level, AreaShapes>>;

/** A point of the map's picture, in CSS pixels from its top left corner. */
export interface PointPx {
  readonly x: number;
  readonly y: number;
}

/** A label with the width of its area. */
export interface SizedLabel extends MapLabel {
  readonly widthDegrees: number;
}

export interface MapLabel {
  readonly code: AreaCode;
  readonly text: string;
  /** Longitude and latitude. */
  readonly point: readonly [number, number];
}

/** What the tooltip (and a screen reader) says of an area. */
export interface AreaDescription {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string; readonly measure?: string }[];
}

export interface MapTexts {
  /** Names the map's region for a screen reader. */
  readonly region: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly reset: string;
  /** Shown when one finger is used where two are needed. */
  readonly twoFingers: string;
}

/** What a renderer is told; it answers with `onhover`, `onselect` and `onready`. */
export interface MapView {
  readonly boundaries: Boundaries;
  /** All 77 provinces, drawn quietly around the one at hand; null while not loaded. */
  readonly outline: AreaShapes | null;
  readonly level: Level;
  /** The area whose children are coloured; the camera fits it when it or the level changes. */
  readonly scope: AreaCode;
  readonly values: ReadonlyMap<AreaCode, AreaValue>;
  readonly shading: Shading;
  readonly labels: readonly MapLabel[];
  readonly selected: AreaCode | null;
  readonly hovered: AreaCode | null;
  /** Areas outlined: picked, listed, found. */
  readonly marked: ReadonlySet<AreaCode>;
  /** Class of the legend to bring out; the others fade. */
  readonly classShown: number | null;
}

/** How one area looks; compared field by field, so that only what changed is sent to the graphics card. */
export interface Look {
  readonly color: string;
  readonly missing: Missing | null;
  readonly faded: boolean;
  readonly hovered: boolean;
  readonly selected: boolean;
}

/** The shapes that are coloured: those of the level inside the scope, or the scope itself where it is finer than the level. */
export function shownShapes({ boundaries, level, scope }: Pick<MapView, 'boundaries' | 'level' | 'scope'>): AreaShapes {
  const features = boundaries[level].features.filter(
    ({ properties: { code } }) => isWithin(code as AreaCode, scope) || isWithin(scope, code as AreaCode),
  );
  return { type: 'FeatureCollection', features };
}

/** Amphoe lines that frame the tambon shown; none at other levels, where the areas' own lines are enough. */
export function frameShapes({ boundaries, level, scope }: Pick<MapView, 'boundaries' | 'level' | 'scope'>): AreaShapes {
  return level === 'tambon'
    ? shownShapes({ boundaries, scope, level: 'amphoe' })
    : { type: 'FeatureCollection', features: [] };
}

/** An area without a value has no data: it is never painted like a zero. */
export function valueOf(values: ReadonlyMap<AreaCode, AreaValue>, code: AreaCode): AreaValue {
  return values.get(code) ?? 'no_data';
}

export function lookOf(
  code: AreaCode,
  view: Pick<MapView, 'values' | 'shading' | 'selected' | 'hovered' | 'classShown'>,
): Look {
  const value = valueOf(view.values, code);
  return {
    color: view.shading.colorOf(value),
    missing: typeof value === 'number' ? null : value,
    faded: view.classShown !== null && view.shading.classOf(value) !== view.classShown,
    hovered: view.hovered === code,
    selected: view.selected === code,
  };
}

/** The areas of `after` whose look is not the one they had `before`. */
export function changedLooks(
  before: ReadonlyMap<AreaCode, Look>,
  after: ReadonlyMap<AreaCode, Look>,
): [AreaCode, Look][] {
  return [...after].filter(([code, look]) => {
    const old = before.get(code);
    return (
      old === undefined ||
      old.color !== look.color ||
      old.missing !== look.missing ||
      old.faded !== look.faded ||
      old.hovered !== look.hovered ||
      old.selected !== look.selected
    );
  });
}

export type Box = readonly [west: number, south: number, east: number, north: number];

/** Smallest box of degrees round the shapes; null when there are none. Planar, so the winding of rings does not matter. */
export function boxOf(shapes: readonly AreaShape[]): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of shapes) {
    const polygons: Position[][][] = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const [ring = []] of polygons)
      for (const [lon = NaN, lat = NaN] of ring) {
        west = Math.min(west, lon);
        east = Math.max(east, lon);
        south = Math.min(south, lat);
        north = Math.max(north, lat);
      }
  }
  return west <= east ? [west, south, east, north] : null;
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

/** Labels of a picture that is not zoomed into. */
export function stillLabels(view: Pick<MapView, 'boundaries' | 'labels' | 'level' | 'scope'>): SizedLabel[] {
  return shownLabels(view.labels, (isCrowded(view) ? view.boundaries.province : shownShapes(view)).features);
}

/** Names as points for the map, each with its size, its rank, and the zooms between which it is drawn. */
export function labelPoints(
  view: Pick<MapView, 'boundaries' | 'labels' | 'level' | 'scope'>,
  shapes: readonly AreaShape[],
  sizePx: number,
): FeatureCollection {
  const crowded = isCrowded(view);
  const own = shownLabels(view.labels, shapes).map((label) => ({
    ...label,
    sizePx,
    // Thousands of names are placed anew at each move of the map: those that can't fit are left out beforehand.
    fromZoom: crowded ? zoomToFit(textWidthEm(label.text) * sizePx, label.widthDegrees) : 0,
    toZoom: mostZoom,
  }));
  const provinces = crowded ? shownLabels(view.labels, view.boundaries.province.features) : [];
  const within = group(own, ({ code }) => provinceOf(code));
  const round = provinces.map((label) => ({
    ...label,
    sizePx: sizePx * 1.25,
    fromZoom: 0,
    // It gives way when half of the names within it are there.
    toZoom: median(within.get(label.code) ?? [], ({ fromZoom }) => fromZoom) ?? mostZoom,
  }));
  return {
    type: 'FeatureCollection',
    features: [...round, ...own].map(({ point, widthDegrees: _, ...label }, rank) => ({
      type: 'Feature',
      properties: { ...label, rank },
      geometry: { type: 'Point', coordinates: [...point] },
    })),
  };
}
/** Beyond what the map can be zoomed to. */
const mostZoom = 24;

/** The areas pointed at, chosen or marked, to be drawn over all others: lines of thousands that are not would be drawn for nothing. */
export function markedShapes(
  { hovered, selected, marked: wanted }: Pick<MapView, 'hovered' | 'selected' | 'marked'>,
  shapes: readonly AreaShape[],
): FeatureCollection {
  const marked = shapes.filter(
    ({ properties: { code } }) => code === hovered || code === selected || wanted.has(code as AreaCode),
  );
  return {
    type: 'FeatureCollection',
    features: marked.map((shape) => ({
      ...shape,
      properties: {
        hovered: shape.properties.code === hovered,
        selected: shape.properties.code === selected,
        marked: wanted.has(shape.properties.code as AreaCode),
      },
    })),
  };
}

/** The zoom from which a name of that width in pixels does not run over more than its neighbours, in tiles of 512 px. */
export function zoomToFit(widthPx: number, widthDegrees: number): number {
  return Math.log2((widthPx / 2 / widthDegrees) * (360 / 512));
}

/** Size of the names: larger where there are few of them and room for them. */
export function labelSizePx({ level, scope }: Pick<MapView, 'level' | 'scope'>, widthPx: number): number {
  const roomy = widthPx >= 700 ? 3 : 0;
  return (level === 'tambon' || scope === country ? 14 : 17) + (scope === country ? 0 : roomy);
}
