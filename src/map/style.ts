/** Owns the map's style as a pure function: sources, and layers in the one order that is allowed. */
import type {
  DataDrivenPropertyValueSpecification,
  LayerSpecification,
  StyleSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import { basemapLayerIds, basemapSource, basemapSourceId, basemapStyleLayers, type Drawn } from './basemapstyle.ts';
import { hatches, missings } from './hatch.ts';
import { seenThrough } from './mapview.ts';

/** From the ground up. A layer that is not in this list is refused, so that the order is read here and nowhere else. */
export const layerOrder = [
  'ground',
  'outline-fill',
  'outline-line',
  'province-fill',
  ...basemapLayerIds,
  'amphoe-quiet',
  'areas-fill',
  ...missings.map((kind) => `areas-${kind}` as const),
  'areas-line',
  'frame-line',
  'province-line',
  'areas-marked-casing',
  'areas-marked',
  'areas-hovered',
  'areas-selected-casing',
  'areas-selected',
  'circles',
  'labels',
] as const;
/** The layer that a basemap lies under. */
export const aboveBasemap = 'amphoe-quiet';

export const sourceIds = ['outline', 'province', 'amphoe', 'areas', 'frame', 'marked', 'circles', 'labels'] as const;
export type SourceId = (typeof sourceIds)[number];

/** CSS colours of the ground, read from the page's tokens so that they are written once. */
export interface MapColors {
  readonly ground: string;
  readonly land: string;
  readonly province: string;
  readonly line: string;
  readonly edge: string;
  readonly ink: string;
  readonly selected: string;
  readonly halo: string;
  readonly water: string;
  readonly green: string;
  readonly road: string;
}

/** MapLibre reads the weight from the first name and the face from the rest of the stack. */
export const labelFont = ['Sarabun SemiBold', 'Sarabun'];
export const noShapes: FeatureCollection = { type: 'FeatureCollection', features: [] };

export function ordered(layers: readonly LayerSpecification[]): LayerSpecification[] {
  const place = new Map<string, number>(layerOrder.map((id, index) => [id, index]));
  for (const { id } of layers)
    if (!place.has(id)) throw new Error(`Layer "${id}" has no place in layerOrder of map/style.ts: give it one.`);
  return [...layers].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

const state = (name: string) => ['boolean', ['feature-state', name], false];
/** Thin where the whole country is in sight, and its lines lie close; as wide as said from a province's zoom on. */
const far = { zoom: 4.5, until: 8, base: 2 } as const;
const thinning = ({ widthPx, farPx }: LineWidth) => [
  'interpolate',
  ['exponential', far.base],
  ['zoom'],
  far.zoom,
  farPx,
  far.until,
  widthPx,
];
/** The same width, worked out for one zoom. */
export function thinned(zoom: number, { widthPx, farPx }: LineWidth): number {
  const at = Math.min(far.until, Math.max(far.zoom, zoom)) - far.zoom;
  return farPx + ((widthPx - farPx) * (far.base ** at - 1)) / (far.base ** (far.until - far.zoom) - 1);
}

/** Width near, and where the whole country is in sight. */
export interface LineWidth {
  readonly widthPx: number;
  readonly farPx: number;
}
export const lineWidths = {
  areas: { widthPx: 1, farPx: 0.05 },
  frame: { widthPx: 1.2, farPx: 0 },
  province: { widthPx: 1.8, farPx: 0.6 },
} as const satisfies Record<string, LineWidth>;
/** Where the whole country is in sight, amphoe lines would blacken its towns. */
export const frameFromZoom = 6;

const marked = (name: string, widthPx: number) => ['case', ['boolean', ['get', name], false], widthPx, 0];
const when = (name: string, then: number, otherwise: number) => ['case', state(name), then, otherwise];

export function areasOpacity(overBasemap: boolean): DataDrivenPropertyValueSpecification<number> {
  const full = overBasemap ? seenThrough : 1;
  return when('faded', 0.2 * full, full) as DataDrivenPropertyValueSpecification<number>;
}

/** The style with empty sources: the renderer fills them. Colours of areas come as feature-state. */
export function mapStyle(colors: MapColors, basemap: Drawn | null = null): StyleSpecification {
  const line = (id: string, source: SourceId, color: string, width: unknown): LayerSpecification =>
    ({
      id,
      type: 'line',
      source,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': color, 'line-width': width },
    }) as LayerSpecification;
  const fill = (id: string, source: SourceId, paint: object): LayerSpecification =>
    ({ id, type: 'fill', source, paint }) as LayerSpecification;

  return {
    version: 8,
    // Nothing fades in: a repaint after a click must be there at once, and a test must see what a reader sees.
    transition: { duration: 0, delay: 0 },
    sources: {
      ...(basemap && { [basemapSourceId]: basemapSource(basemap) }),
      ...Object.fromEntries(
        sourceIds.map((id) => [
          id,
          { type: 'geojson', data: noShapes, promoteId: 'code', tolerance: 0.15, buffer: 64, maxzoom: 14 },
        ]),
      ),
    },
    layers: ordered([
      { id: 'ground', type: 'background', paint: { 'background-color': colors.ground } },
      fill('outline-fill', 'outline', { 'fill-color': colors.land }),
      line('outline-line', 'outline', colors.line, 1),
      fill('province-fill', 'province', { 'fill-color': colors.province }),
      ...(basemap ? basemapStyleLayers(basemap, colors) : []),
      line('amphoe-quiet', 'amphoe', colors.line, 1),
      fill('areas-fill', 'areas', {
        'fill-color': ['coalesce', ['feature-state', 'color'], colors.province],
        'fill-opacity': areasOpacity(basemap !== null),
      }),
      ...Object.keys(hatches).map((kind) =>
        fill(`areas-${kind}`, 'areas', {
          'fill-pattern': kind,
          'fill-opacity': ['case', ['==', ['feature-state', 'missing'], kind], when('faded', 0.2, 1), 0],
        }),
      ),
      line('areas-line', 'areas', colors.edge, thinning(lineWidths.areas)),
      {
        ...line('frame-line', 'frame', colors.ink, thinning(lineWidths.frame)),
        minzoom: frameFromZoom,
      } as LayerSpecification,
      line('province-line', 'province', colors.ink, thinning(lineWidths.province)),
      line('areas-marked-casing', 'marked', colors.halo, marked('marked', 4.5)),
      line('areas-marked', 'marked', colors.ink, marked('marked', 2)),
      line('areas-hovered', 'marked', colors.ink, marked('hovered', 3)),
      line('areas-selected-casing', 'marked', colors.halo, marked('selected', 7)),
      line('areas-selected', 'marked', colors.selected, marked('selected', 4)),
      {
        id: 'circles',
        type: 'circle',
        source: 'circles',
        layout: { 'circle-sort-key': ['get', 'order'] },
        paint: {
          // Seen on light and dark areas alike.
          'circle-color': colors.halo,
          'circle-opacity': 0.6,
          'circle-radius': ['get', 'radiusPx'],
          'circle-stroke-color': colors.ink,
          'circle-stroke-width': 2,
        },
      },
      {
        id: 'labels',
        type: 'symbol',
        source: 'labels',
        filter: ['all', ['>=', ['zoom'], ['get', 'fromZoom']], ['<', ['zoom'], ['get', 'toZoom']]],
        layout: {
          'text-field': ['get', 'text'],
          'text-font': labelFont,
          'text-size': ['get', 'sizePx'],
          'text-max-width': 8,
          'text-padding': 5,
          'text-line-height': 1.35,
          'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
          'text-radial-offset': 0.2,
          'symbol-sort-key': ['get', 'rank'],
        },
        paint: { 'text-color': colors.ink, 'text-halo-color': colors.halo, 'text-halo-width': 1.8 },
      },
    ]),
  };
}
