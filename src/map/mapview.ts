/** Owns the one view model that both renderers draw: areas, values, shading, labels, and how each area looks. */
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { Basemap } from '../areas/basemap.ts';
import type { AreaValue, Missing, Shading } from '../areas/shading.ts';
import type { Circles } from './circles.ts';
import { isWithin, type AreaCode, type Level } from '../model/area.ts';
import { smallCount } from '../model/protection.ts';

export type AreaShape = Feature<Polygon | MultiPolygon, { readonly code: string }>;
export type AreaShapes = FeatureCollection<Polygon | MultiPolygon, { readonly code: string }>;
export type Boundaries = Readonly<Record<Level, AreaShapes>>;

/** A point of the map's picture, in CSS pixels from its top left corner. */
export interface PointPx {
  readonly x: number;
  readonly y: number;
}

export function codeOf(shape: AreaShape): AreaCode {
  return shape.properties.code as AreaCode;
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
  /** Where its value stands among the others: อันดับ 3 จาก 12. */
  readonly rank?: string | undefined;
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
  /** The tool that draws a line round areas. */
  readonly lasso: string;
  /** What the keyboard does on the map. */
  readonly keys: string;
  /** The graphics were lost for good, and the map is drawn without. */
  readonly lost: string;
}

/** What is told of an area once the pointer rests on it: its parts as bars, and how a figure went. */
export interface AreaDetail {
  readonly code: AreaCode;
  readonly title: string;
  readonly bars: readonly DetailBar[];
  readonly trend: Trend | null;
}
export interface DetailBar {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  readonly value: number;
  readonly text: string;
}
export interface Trend {
  readonly label: string;
  /** The oldest first; null where there is none. */
  readonly values: readonly (number | null)[];
  readonly from: string;
  readonly to: string;
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
  /** Small counts are kept small: one value stands for all of them. */
  readonly isProtected?: boolean;
  readonly labels: readonly MapLabel[];
  readonly selected: AreaCode | null;
  readonly hovered: AreaCode | null;
  /** Areas outlined: picked, listed, found. */
  readonly marked: ReadonlySet<AreaCode>;
  /** Circles over the areas, as large as what they count. */
  readonly circles?: Circles | undefined;
  /** Class of the legend to bring out; the others fade. */
  readonly classShown: number | null;
  /** Lines of reference that a reader switched off. */
  readonly hidden?: ReadonlySet<ReferenceLine>;
  /** What lies under the areas, where WebGL draws them. */
  readonly basemap?: Basemap | null;
}

/** Areas over a basemap are this opaque, and the legend's colours with them. */
export const seenThrough = 0.72;

/** Lines that only help to find one's way: those of provinces, and of amphoe round or under other areas. */
export type ReferenceLine = 'province' | 'amphoe';

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
export function frameShapes({
  boundaries,
  level,
  scope,
  hidden,
}: Pick<MapView, 'boundaries' | 'level' | 'scope' | 'hidden'>): AreaShapes {
  return level === 'tambon' && !hidden?.has('amphoe')
    ? shownShapes({ boundaries, scope, level: 'amphoe' })
    : { type: 'FeatureCollection', features: [] };
}

/** An area without a value has no data: it is never painted like a zero. */
export function valueOf(values: ReadonlyMap<AreaCode, AreaValue>, code: AreaCode): AreaValue {
  return values.get(code) ?? 'no_data';
}

/** As machines read it: what is kept small is no number. */
export function toldValue(
  { values, isProtected }: Pick<MapView, 'values' | 'isProtected'>,
  code: AreaCode,
): AreaValue | 'lt10' {
  const value = valueOf(values, code);
  return isProtected && value === smallCount ? 'lt10' : value;
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

/** The looks of many areas: those of one class, and those that miss a value for one reason, share theirs. */
export function looksOf(
  shapes: readonly AreaShape[],
  view: Pick<MapView, 'values' | 'shading' | 'selected' | 'hovered' | 'classShown'>,
): ReadonlyMap<AreaCode, Look> {
  // Read once, not for each of thousands.
  const { values, shading, selected, hovered, classShown } = view;
  const fields = { values, shading, selected, hovered, classShown };
  const [byClass, byValue] = [new Map<AreaValue, Look>(), new Map<AreaValue, Look>()];
  const looks = new Map<AreaCode, Look>();
  for (const shape of shapes) {
    const code = codeOf(shape);
    if (code === selected || code === hovered) looks.set(code, lookOf(code, fields));
    else {
      const value = valueOf(values, code);
      const index = shading.classOf(value);
      const [alike, kind] = index === null ? [byValue, value] : [byClass, index];
      const look = alike.get(kind) ?? lookOf(code, fields);
      alike.set(kind, look);
      looks.set(code, look);
    }
  }
  return looks;
}

/** The areas of `after` whose look is not the one they had `before`. */
export function changedLooks(
  before: ReadonlyMap<AreaCode, Look>,
  after: ReadonlyMap<AreaCode, Look>,
): [AreaCode, Look][] {
  return [...after].filter(([code, look]) => {
    const old = before.get(code);
    if (old === look) return false;
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
