/** Owns the proof of reading boundaries: winding as d3-geo wants it, boxes, and a plain word when they are missing. */
import { geoArea } from 'd3-geo';
import { expect, test } from 'vitest';
import { boxOf, loadBoundaries, loadCountry } from '../../../src/areas/boundaries.ts';
import type { AreaCode } from '../../../src/model/area.ts';
import { AppError } from '../../../src/model/error.ts';

/** Two squares with a hole in the first, the rings wound one way or the other. */
const topology = (reversed: boolean): unknown => {
  const turn = (ring: number[][]): number[][] => (reversed ? ring.toReversed() : ring);
  const square = (west: number, size: number): number[][] =>
    turn([[west, 6], [west, 6 + size], [west + size, 6 + size], [west + size, 6], [west, 6]]); // prettier-ignore
  const arcs = [square(101, 1), square(101.4, 0.2), square(102, 1)];
  const shape = { type: 'MultiPolygon', id: '94', arcs: [[[0], [1]], [[2]]] };
  const layer = { type: 'GeometryCollection', geometries: [shape] };
  return { type: 'Topology', arcs, objects: { province: layer, amphoe: layer, tambon: layer } };
};
const manifest = { approximate: true, credit: { th: 'ก', en: 'a' }, files: {} };
const files =
  (reversed: boolean) =>
  async (path: string): Promise<unknown> =>
    path.endsWith('manifest.json') ? manifest : topology(reversed);

test.each([false, true])('rings come out wound for d3-geo however they were wound (%s)', async (reversed) => {
  const { tambon, approximate, credit } = await loadBoundaries('94' as AreaCode, files(reversed));
  const [shape] = tambon.features;
  expect(shape?.properties).toEqual({ code: '94' });
  const degree = (Math.PI / 180) ** 2;
  expect(geoArea(shape ?? expect.fail()) / degree).toBeCloseTo(1.96 * Math.cos((6.5 * Math.PI) / 180), 2);
  expect([approximate, credit]).toEqual([true, { th: 'ก', en: 'a' }]);
  const [west, south, east, north] = boxOf(tambon);
  expect([west, south, east].map((edge) => Math.round(edge * 1000) / 1000)).toEqual([101, 6, 103]);
  expect(north).toBeCloseTo(7, 3);
});

test('files that are missing or no boundaries are a fault with a code, not a crash', async () => {
  const missing = async (): Promise<unknown> => Promise.reject(new Error('404'));
  await expect(loadBoundaries('94' as AreaCode, missing)).rejects.toMatchObject({
    code: 'areas_missing',
    detail: { province: '94' },
  });
  await expect(loadCountry('province', missing)).rejects.toBeInstanceOf(AppError);
  await expect(loadCountry('province', async () => ({ type: 'Topology', objects: {} }))).rejects.toMatchObject({
    code: 'areas_missing',
  });
});

test('the country comes a level at a time, with the levels above it by the same lines', async () => {
  const asked: string[] = [];
  const told = async (path: string): Promise<unknown> => (asked.push(path), files(false)(path));
  const sizes = async (level: 'province' | 'amphoe' | 'tambon'): Promise<number[]> => {
    const shapes = await loadCountry(level, told);
    return [shapes.province, shapes.amphoe, shapes.tambon].map(({ features }) => features.length);
  };
  expect([await sizes('province'), await sizes('amphoe'), await sizes('tambon')]).toEqual([
    [1, 0, 0],
    [1, 1, 0],
    [1, 1, 1],
  ]);
  expect(asked.filter((path) => !path.endsWith('manifest.json'))).toEqual([
    'areas/province.topo.json',
    'areas/amphoe.topo.json',
    'areas/tambon.topo.json',
  ]);
});
