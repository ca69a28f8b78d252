/** Neighbours are those that R's spdep finds by border and by distance, and every border that a topology knows is seen. */
import type { Position } from 'geojson';
import { readFileSync } from 'node:fs';
import { neighbors } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { expect, it } from 'vitest';
import { loadBoundaries, type AreaFeatures } from '../../../src/areas/boundaries.ts';
import { among, bySharedBorder, countOf, flat, nearest, usualReachKm, withinKm, type LonLat, type Neighbours } from '../../../src/areas/neighbours.ts'; // prettier-ignore
import type { AreaCode } from '../../../src/model/area.ts';

const json = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const lists = ({ starts, others }: Neighbours): number[][] =>
  Array.from({ length: starts.length - 1 }, (_, area) => [...others.subarray(starts[area], starts[area + 1])]);
const squares = (...corners: (readonly [number, number])[]): AreaFeatures => ({
  type: 'FeatureCollection',
  features: corners.map(([x, y], index) => ({
    type: 'Feature',
    properties: { code: `9401${index + 10}` as AreaCode },
    geometry: { type: 'Polygon', coordinates: [[[x, y], [x, y + 1], [x + 1, y + 1], [x + 1, y], [x, y]]] }, // prettier-ignore
  })),
});

it('share a border, or a corner of it; what lies apart has none', () => {
  const found = bySharedBorder(squares([100, 6], [101, 6], [101, 7], [105, 6]));
  expect(lists(found)).toEqual([[1, 2], [0, 2], [0, 1], []]);
  expect([countOf(found, 0), countOf(found, 3)]).toEqual([2, 0]);
});

it('by border are those of R', () => {
  const { polygons, queen } = json('fixtures/statistics/columbus-shapes.json') as {
    polygons: Position[][][][];
    queen: number[][];
  };
  const features = polygons.map((coordinates, index) => ({
    type: 'Feature' as const,
    properties: { code: String(index) as AreaCode },
    geometry: { type: 'MultiPolygon' as const, coordinates },
  }));
  expect(lists(bySharedBorder({ type: 'FeatureCollection', features }))).toEqual(queen);
});

it('by border hold all whose border is one line, and are mutual', async () => {
  const topology = json('../data/areas/94.topo.json') as Topology;
  const shapes = await loadBoundaries('94' as AreaCode, async (path) => json(`../data/${path}`));
  const found = lists(bySharedBorder(shapes.tambon));
  const lines = neighbors((topology.objects['tambon'] as GeometryCollection).geometries);
  expect(lines.flat().length).toBeGreaterThan(400);
  lines.forEach((list, area) => expect(found[area]).toEqual(expect.arrayContaining(list)));
  found.forEach((list, area) => list.forEach((other) => expect(found[other]).toContain(area)));
});

it('by distance are those of R', () => {
  const { points, nearest5, within8km } = json('fixtures/statistics/distances.json') as {
    points: LonLat[];
    nearest5: number[][];
    within8km: number[][];
  };
  expect(lists(nearest(points, 5)).map((list) => list.length)).toEqual(points.map(() => 5));
  // R measures on the ellipsoid, here the earth is a ball: half a percent between two that are almost as near.
  const alike = (ours: number[][], theirs: number[][]): number =>
    ours.flatMap((list, area) => list.filter((other) => theirs[area]?.includes(other))).length / theirs.flat().length;
  expect(alike(lists(nearest(points, 5)), nearest5)).toBeGreaterThan(0.98);
  expect(alike(lists(withinKm(points, 8)), within8km)).toBeGreaterThan(0.98);
  expect(lists(withinKm(points, 8)).flat().length / within8km.flat().length).toBeCloseTo(1, 1);
});

it('within the usual distance are had by 19 of 20, and by fewer within a kilometre less', () => {
  const { points } = json('fixtures/statistics/distances.json') as { points: LonLat[] };
  const km = usualReachKm(points);
  const linked = (reachKm: number): number => lists(withinKm(points, reachKm)).filter((list) => list.length > 0).length;
  expect(linked(km) / points.length).toBeGreaterThanOrEqual(0.95);
  expect(linked(km - 1) / points.length).toBeLessThan(0.95);
  expect([usualReachKm([]), usualReachKm([[100, 6]])]).toEqual([1, 1]);
});

it('are all others where fewer are there than asked for', () => {
  const two: LonLat[] = [[100, 6], [101, 6]]; // prettier-ignore
  expect(lists(nearest(two, 5))).toEqual([[1], [0]]);
  expect(lists(nearest(two, 0))).toEqual([[], []]);
  expect(lists(nearest([], 3))).toEqual([]);
});

it('among a part are numbered anew, and those left out are nobody’s neighbours', () => {
  const ring = flat([[1, 3], [0, 2], [1, 3], [0, 2]]); // prettier-ignore
  expect(lists(among(ring, [0, 1, 3]))).toEqual([[1, 2], [0], [0]]);
});
