/** Owns which layers of vector tiles are drawn, and as what: the names that OpenMapTiles and Protomaps give them. */

export type BasemapKind = 'land' | 'green' | 'water' | 'stream' | 'road';

export interface BasemapLayer {
  /** The layer's name in the tiles. */
  readonly name: string;
  readonly kind: BasemapKind;
}

/** From the ground up. A layer that holds surfaces and lines alike stands here twice. */
export const basemapLayers: readonly BasemapLayer[] = [
  { name: 'earth', kind: 'land' },
  { name: 'landcover', kind: 'green' },
  { name: 'natural', kind: 'green' },
  { name: 'landuse', kind: 'green' },
  { name: 'park', kind: 'green' },
  { name: 'water', kind: 'water' },
  { name: 'water', kind: 'stream' },
  { name: 'waterway', kind: 'stream' },
  { name: 'physical_line', kind: 'stream' },
  { name: 'roads', kind: 'road' },
  { name: 'transportation', kind: 'road' },
];

/** Of what covers the ground, only what grows is drawn: built-up land would be taken for a class of the map. */
export const greens = [
  'farmland',
  'forest',
  'grass',
  'grassland',
  'meadow',
  'national_park',
  'nature_reserve',
  'orchard',
  'park',
  'protected_area',
  'scrub',
  'wetland',
  'wood',
];
export const mainRoads = ['highway', 'major_road', 'motorway', 'primary', 'secondary', 'trunk'];
