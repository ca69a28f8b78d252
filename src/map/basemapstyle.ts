/** Owns how a basemap is drawn under the areas: quietly, its source and its layers, as a pure function. */
import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Basemap } from '../areas/basemap.ts';
import { basemapLayers, greens, mainRoads, type BasemapLayer } from '../areas/basemaplayers.ts';
import type { MapColors } from './style.ts';

/** What the style needs to know of a basemap. */
export type Drawn = Pick<Basemap, 'kind' | 'layers' | 'minZoom' | 'maxZoom' | 'box'>;

export const basemapSourceId = 'basemap';
/** Tiles come by this, from the archive and from nowhere else. */
export const basemapProtocol = 'basemap';
const idOf = ({ kind, name }: BasemapLayer): string => `basemap-${kind}-${name}`;
/** From the ground up. */
export const basemapLayerIds = ['basemap-picture', ...basemapLayers.map(idOf)] as const;

export function basemapSource({ kind, minZoom, maxZoom, box }: Drawn): SourceSpecification {
  return {
    type: kind,
    tiles: [`${basemapProtocol}://{z}/{x}/{y}`],
    minzoom: minZoom,
    maxzoom: maxZoom,
    bounds: [...box],
    ...(kind === 'raster' && { tileSize: 256 }),
  } as SourceSpecification;
}

const said = ['coalesce', ['get', 'class'], ['get', 'kind'], ['get', 'pmap:kind'], ['get', 'subclass'], ''];
const isOne = (names: readonly string[]) => ['in', said, ['literal', [...names]]];
const isShape = (shape: 'Polygon' | 'LineString') => ['in', ['geometry-type'], ['literal', [shape, `Multi${shape}`]]];
const widening = (nearPx: unknown, farPx: unknown) => ['interpolate', ['linear'], ['zoom'], 7, farPx, 14, nearPx];

export function basemapStyleLayers({ kind, layers }: Drawn, colors: MapColors): LayerSpecification[] {
  if (kind === 'raster')
    return [
      {
        id: 'basemap-picture',
        type: 'raster',
        source: basemapSourceId,
        // Its own colours must not be taken for those of the areas, nor darken them.
        paint: { 'raster-saturation': -0.7, 'raster-brightness-min': 0.55, 'raster-fade-duration': 0 },
      },
    ];
  return basemapLayers.filter(({ name }) => layers.includes(name)).map((layer) => styled(layer, colors));
}

function styled(layer: BasemapLayer, colors: MapColors): LayerSpecification {
  const base = { id: idOf(layer), source: basemapSourceId, 'source-layer': layer.name };
  const surface = (color: string, ...only: unknown[]) => ({
    ...base,
    type: 'fill',
    filter: ['all', isShape('Polygon'), ...only],
    paint: { 'fill-color': color },
  });
  const line = (color: string, width: unknown) => ({
    ...base,
    type: 'line',
    filter: isShape('LineString'),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': color, 'line-width': width },
  });
  const made = {
    land: () => surface(colors.land),
    green: () => surface(colors.green, isOne(greens)),
    water: () => surface(colors.water),
    stream: () => line(colors.water, widening(2.5, 0.8)),
    road: () => line(colors.road, widening(['case', isOne(mainRoads), 5, 2], ['case', isOne(mainRoads), 1.4, 0.4])),
  }[layer.kind]();
  return made as LayerSpecification;
}
