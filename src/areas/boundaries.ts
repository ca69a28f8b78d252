/** Owns the shapes of areas: one province's three levels, and the country's, coarser, a level at a time. */
import { geoBounds } from 'd3-geo';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { levels, type AreaCode, type Level } from '../model/area.ts';
import { AppError } from '../model/error.ts';
import type { Text } from '../model/text.ts';

export interface AreaProperties {
  readonly code: AreaCode;
}
export type AreaFeature = Feature<Polygon | MultiPolygon, AreaProperties>;
/** Exterior rings run clockwise, holes the other way: as d3-geo reads a sphere (RFC 7946 is the reverse; MapLibre takes either). */
export type AreaFeatures = FeatureCollection<Polygon | MultiPolygon, AreaProperties>;

export interface AreaBoundaries extends Readonly<Record<Level, AreaFeatures>> {
  /** True where no survey stands behind the lines; every map must say so. */
  readonly approximate: boolean;
  /** The line that every map drawn from these shapes shows. */
  readonly credit: Text;
}

/** West, south, east, north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Given a path under `data/`, answers with the parsed file. */
export type FetchJson = (path: string) => Promise<unknown>;

/** Says of all the files who drew them. */
export const manifestFile = 'areas/manifest.json';

/** Throws `areas_missing` when the files are not there. */
export async function loadBoundaries(province: AreaCode, fetchJson: FetchJson): Promise<AreaBoundaries> {
  try {
    const [shapes, manifest] = await Promise.all([fetchJson(`areas/${province}.topo.json`), fetchJson(manifestFile)]);
    return drawn(shapes as Topology, manifest, levelIds);
  } catch (error) {
    throw new AppError('areas_missing', { province }, error);
  }
}

/** The whole country down to a level, drawn coarsely; finer levels are left empty. Throws `areas_missing`. */
export async function loadCountry(level: Level, fetchJson: FetchJson): Promise<AreaBoundaries> {
  try {
    const [shapes, manifest] = await Promise.all([fetchJson(`areas/${level}.topo.json`), fetchJson(manifestFile)]);
    return drawn(shapes as Topology, manifest, levelIds.slice(0, levelIds.indexOf(level) + 1));
  } catch (error) {
    throw new AppError('areas_missing', {}, error);
  }
}

const levelIds = levels.map(({ id }) => id);

function drawn(topology: Topology, manifest: unknown, told: readonly Level[]): AreaBoundaries {
  const { approximate, credit } = manifest as { approximate: boolean; credit: Text };
  const shapes = levelIds.map((level) => [level, told.includes(level) ? layer(topology, level) : none]);
  return {
    ...(Object.fromEntries(shapes) as Record<Level, AreaFeatures>),
    approximate,
    credit: { th: credit.th, en: credit.en },
  };
}

const none: AreaFeatures = { type: 'FeatureCollection', features: [] };

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
  return rings.map((ring, index) => (clockwise(ring) === (index === 0) ? ring : [...ring].reverse()));
}

function clockwise(ring: Position[]): boolean {
  let doubleArea = 0;
  ring.forEach(([x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    doubleArea += x * nextY - nextX * y;
  });
  return doubleArea < 0;
}
