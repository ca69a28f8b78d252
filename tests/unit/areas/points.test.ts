/** Points of service: every row is judged, none is used or moved in silence, and the nearest is the nearest. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestOf } from '../../../src/areas/distance.ts';
import { judged, rowsOfCells, rowsOfGeoJson, type PointRow } from '../../../src/areas/points.ts';
import type { AreaFeature } from '../../../src/areas/boundaries.ts';
import type { AreaCode } from '../../../src/model/area.ts';
import { bandOf, parseBands, printBands } from '../../../src/model/band.ts';

const province: readonly AreaFeature[] = [
  {
    type: 'Feature',
    properties: { code: '94' as AreaCode },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [101, 6.5],
          [101, 7],
          [101.7, 7],
          [101.7, 6.5],
          [101, 6.5],
        ],
      ],
    },
  },
];
const row = (longitude: number | null, latitude: number | null, name = ''): PointRow => ({ name, longitude, latitude });

describe('points of service', () => {
  it('are found under Thai and English headers, in Thai digits too', () => {
    expect(rowsOfCells(['ชื่อหน่วยบริการ', 'ละติจูด', 'ลองจิจูด'], [['รพ.สต. สมมุติ', '๖.๘๗', ' 101.25 ']])).toEqual([
      row(101.25, 6.87, 'รพ.สต. สมมุติ'),
    ]);
    expect(rowsOfCells(['LNG', 'Lat.'], [['101', '6'], ['101,5', 'six'], null])).toEqual([
      row(101, 6),
      row(null, null),
      row(null, null),
    ]);
    expect(rowsOfCells(['tambon', 'name'], [['a', 'b']])).toBeNull();
  });

  it('are read from GeoJSON, and what is no point is told', () => {
    const features = [
      { type: 'Feature', properties: { name: 'A' }, geometry: { type: 'Point', coordinates: [101.2, 6.8] } },
      { type: 'Feature', properties: null, geometry: { type: 'LineString', coordinates: [[1, 2]] } },
      { type: 'Feature', properties: {}, geometry: null },
      null,
    ];
    const read = rowsOfGeoJson({ type: 'FeatureCollection', features });
    expect(read).toEqual([row(101.2, 6.8, 'A'), row(null, null), row(null, null), row(null, null)]);
    for (const other of [null, [], { type: 'Point' }, { type: 'FeatureCollection' }])
      expect(rowsOfGeoJson(other)).toBeNull();
  });

  const mixed = [
    row(101.2, 6.8),
    row(101.2, 6.8),
    row(100.5, 13.7),
    row(6.9, 101.3),
    row(13.7, 100.6),
    row(2.35, 48.85),
    row(null, 6.8),
  ];
  it('outside the province, abroad, twice, unreadable or swapped are counted and not used', () => {
    expect(judged(mixed, province, false)).toMatchObject({
      read: 7,
      inside: [{ longitude: 101.2 }],
      outside: [{ longitude: 100.5 }],
      swapped: 2,
      abroad: 1,
      unreadable: 1,
      duplicates: 1,
      exchanged: 0,
    });
  });
  it('that are swapped are exchanged once that is agreed, and judged as all others', () => {
    const { inside, outside, swapped, exchanged } = judged(mixed, province, true);
    expect(inside.map(({ longitude }) => longitude)).toEqual([101.2, 101.3]);
    expect(outside.map(({ longitude }) => longitude)).toEqual([100.5, 100.6]);
    expect([swapped, exchanged]).toEqual([0, 2]);
  });
  it('are each counted once', () => {
    const part = fc.option(fc.oneof(fc.double({ min: -180, max: 180, noNaN: true }), fc.integer({ min: 5, max: 106 })));
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: fc.string(), longitude: part, latitude: part })),
        fc.boolean(),
        (rows, agreed) => {
          const { read, inside, outside, swapped, abroad, unreadable, duplicates } = judged(rows, province, agreed);
          expect(read).toBe(rows.length);
          expect(inside.length + outside.length + swapped + abroad + unreadable + duplicates).toBe(read);
        },
      ),
    );
  });
});

describe('distance', () => {
  it('is that along the surface', () => {
    // A hundredth of the way round from pole to pole is 200.15 km on a sphere of 6,371 km.
    const found = nearestOf([101, 6.8], [{ name: '', longitude: 101, latitude: 8.6 }]);
    expect(found?.km).toBeCloseTo((Math.PI * 6371.0088) / 100, 2);
    expect(nearestOf([101, 6.8], [])).toBeNull();
  });
  it('is to the nearest of all, whatever their order', () => {
    const place = fc.record({
      name: fc.constant(''),
      longitude: fc.double({ min: 97, max: 106, noNaN: true }),
      latitude: fc.double({ min: 5, max: 21, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1 }), place, (all, { longitude, latitude }) => {
        const each = all.map((one) => nearestOf([longitude, latitude], [one])?.km ?? Infinity);
        expect(nearestOf([longitude, latitude], all)?.km).toBe(Math.min(...each));
      }),
    );
  });
  it('lies in one band', () => {
    expect([0, 4.9, 5, 9.99, 20, 400].map((km) => bandOf(km, [5, 10, 20]))).toEqual([0, 0, 1, 1, 3, 3]);
  });
  it.each(['', '0', '5,5', '10,5', '5,x', '501', '1,2,3,4,5,6,7', '1.5'])('has no bands %s', (text) => {
    expect(parseBands(text)).toBeNull();
  });
  it('has bands that survive being written', () => {
    const bounds = fc
      .uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 6 })
      .map((all) => all.sort((a, b) => a - b));
    fc.assert(fc.property(bounds, (it) => void expect(parseBands(printBands(it))).toEqual(it)));
  });
});
