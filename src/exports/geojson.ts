/** Owns the areas shown with their values as GeoJSON, wound as RFC 7946 has it. */
import type { Position } from 'geojson';
import type { LegendRow } from '../map/legend.ts';
import { shownShapes, toldValue, valueOf, type AreaShape, type MapView } from '../map/mapview.ts';
import type { AreaCode } from '../model/area.ts';
import { fileName, type Saved } from './sheet.ts';

export interface AreaFigures {
  readonly view: MapView;
  /** Measure id, and what it counts. */
  readonly measure: string;
  readonly legend: readonly LegendRow[];
  readonly nameOf: (code: AreaCode) => { readonly th: string; readonly en: string };
  /** Further figures of an area by measure id; null where there is none. */
  readonly figuresOf: (code: AreaCode) => Readonly<Record<string, number | string | null>>;
  /** What a reader of the file must know, by name. */
  readonly about: Readonly<Record<string, string>>;
}

export function geoJsonFile(title: string, { view, measure, legend, nameOf, figuresOf, about }: AreaFigures): Saved {
  const features = shownShapes(view).features.map((shape) => {
    const code = shape.properties.code as AreaCode;
    const value = valueOf(view.values, code);
    const told = toldValue(view, code);
    const isMissing = typeof value !== 'number';
    const index = view.shading.classOf(value);
    const name = nameOf(code);
    const row = legend.find((one) =>
      index === null ? one.id === (value === 0 ? 'zero' : value) : one.index === index,
    );
    return {
      type: 'Feature',
      id: code,
      properties: {
        ...{ code, name_th: name.th, name_en: name.en, level: view.level, measure },
        value: isMissing ? null : told,
        missing: isMissing ? value : null,
        class: row?.text ?? null,
        ...figuresOf(code),
      },
      geometry: wound(shape),
    };
  });
  const text = JSON.stringify({ type: 'FeatureCollection', features, about });
  const bytes = new TextEncoder().encode(`${text}\n`);
  return { name: `${fileName(title)}.geojson`, type: 'application/geo+json', bytes };
}

/** Exterior rings run against the clock and holes with it; a metre is enough. */
function wound({ geometry }: AreaShape): AreaShape['geometry'] {
  const rings = (all: Position[][]): Position[][] =>
    all.map((ring, index) => {
      const turned = isClockwise(ring) === (index === 0) ? [...ring].reverse() : ring;
      return turned.map(([lon = 0, lat = 0]) => [Number(lon.toFixed(5)), Number(lat.toFixed(5))]);
    });
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: rings(geometry.coordinates) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(rings) };
}

function isClockwise(ring: Position[]): boolean {
  let doubleArea = 0;
  ring.forEach(([x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    doubleArea += x * nextY - nextX * y;
  });
  return doubleArea < 0;
}
