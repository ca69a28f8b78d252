/** Owns the shapes of areas: one province's three levels, and the outlines of all provinces round it. */
import { geoBounds } from 'd3-geo';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { AreaCode, Level } from '../model/area.ts';
import { AppError } from '../model/error.ts';
import type { Text } from '../model/text.ts';

export interface AreaProperties {
  readonly code: AreaCode;
}
export type AreaFeature = Feature<Polygon | MultiPolygon, AreaProperties>;
/** Exterior rings run clockwise, holes the other way: as d3-geo reads a sphere (RFC 7946 is the reverse; MapLibre takes either). */
export type AreaFeatures = FeatureCollection<Polygon | MultiPolygon, AreaProperties>;

export interface ProvinceBoundaries extends Readonly<Record<Level, AreaFeatures>> {
  /** True where no survey stands behind the lines; every map must say so. */
  readonly approximate: boolean;
  /** The line that every map drawn from these shapes shows. */
  readonly credit: Text;
}

/** West, south, east, north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Given a path under `data/`, answers with the parsed file. */
export type FetchJson = (path: string) => Promise<unknown>;

/** Throws `areas_missing` when the files are not there. */
export async function loadBoundaries(province: AreaCode, fetchJson: FetchJson): Promise<ProvinceBoundaries> {
  try {
    const [shapes, manifest] = await Promise.all([
      fetchJson(`areas/${province}.topo.json`),
      fetchJson('areas/manifest.json'),
    ]);
    const topology = shapes as Topology;
    const { approximate, credit } = manifest as { approximate: boolean; credit: Text };
    return {
      province: layer(topology, 'province'),
      amphoe: layer(topology, 'amphoe'),
      tambon: layer(topology, 'tambon'),
      approximate,
      credit: { th: credit.th, en: credit.en },
    };
  } catch (error) {
    throw new AppError('areas_missing', { province }, error);
  }
}

/** The 77 provinces, drawn coarsely. Throws `areas_missing`. */
export async function loadOutline(fetchJson: FetchJson): Promise<AreaFeatures> {
  try {
    return layer((await fetchJson('areas/province.topo.json')) as Topology, 'province');
  } catch (error) {
    throw new AppError('areas_missing', {}, error);
  }
}

/** The smallest box round some shapes. No Thai area crosses the antimeridian. */
export function boxOf(shapes: AreaFeatures | AreaFeature): Box {
  const [[west, south], [east, north]] = geoBounds(shapes);
  return [west, south, east, north];
}

function layer(topology: Topology, level: Level): AreaFeatures {
  const collection = topology.objects[level];
  if (collection?.type !== 'GeometryCollection') throw new Error(`no layer ${level}`);
  const shapes = feature(topology, collection as GeometryCollection);
  return {
    type: 'FeatureCollection',
    features: shapes.features.map(({ id, geometry }): AreaFeature => {
      if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') throw new Error(`${id} has no area`);
      return {
        type: 'Feature',
        properties: { code: String(id) as AreaCode },
        geometry:
          geometry.type === 'Polygon'
            ? { type: 'Polygon', coordinates: wound(geometry.coordinates) }
            : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(wound) },
      };
    }),
  };
}

function wound(rings: Position[][]): Position[][] {
  return rings.map((ring, index) => (clockwise(ring) === (index === 0) ? ring : ring.toReversed()));
}

function clockwise(ring: Position[]): boolean {
  let doubleArea = 0;
  ring.forEach(([x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    doubleArea += x * nextY - nextX * y;
  });
  return doubleArea < 0;
}
