/** Owns the small made-up province of the map's tests: two amphoe side by side, two tambon in each. */
import type { AreaValue, Missing, Shading } from '../../../src/areas/shading.ts';
import type { AreaShape, AreaShapes, Boundaries } from '../../../src/map/mapview.ts';
import { areaCode, type AreaCode } from '../../../src/model/area.ts';

export const code = (text: string): AreaCode => areaCode(text)!;

export function square(of: string, west: number, south: number, side: number, clockwise = false): AreaShape {
  const ring = [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ];
  return {
    type: 'Feature',
    properties: { code: of },
    geometry: { type: 'Polygon', coordinates: [clockwise ? ring.toReversed() : ring] },
  };
}

export const collection = (...features: AreaShape[]): AreaShapes => ({ type: 'FeatureCollection', features });

export const boundaries: Boundaries = {
  province: collection(square('94', 101, 6, 2)),
  amphoe: collection(square('9401', 101, 6, 1), square('9410', 102, 6, 1)),
  tambon: collection(
    square('940101', 101, 6, 0.5),
    square('940102', 101.5, 6.5, 0.5),
    square('941001', 102, 6, 0.5),
    square('941002', 102.5, 6.5, 0.5),
  ),
};

const colors = {
  no_data: '#aaaaaa',
  not_loaded: '#bbbbbb',
  not_applicable: '#cccccc',
  withheld: '#dddddd',
} satisfies Record<Missing, string>;

/** Two classes: 1 to 9, and 10 to 20. */
export function twoClasses(counts: { zero?: number; no_data?: number } = {}): Shading {
  return {
    scheme: 'waiting',
    classes: [
      { from: 1, to: 10, color: '#ffdd00', count: 2 },
      { from: 10, to: 20, color: '#aa3300', count: 1 },
    ],
    zero: { color: '#ffffff', count: counts.zero ?? 0 },
    missing: {
      no_data: { color: colors.no_data, count: counts.no_data ?? 0 },
      not_loaded: { color: colors.not_loaded, count: 0 },
      not_applicable: { color: colors.not_applicable, count: 0 },
      withheld: { color: colors.withheld, count: 0 },
    },
    colorOf: (value: AreaValue) =>
      typeof value !== 'number' ? colors[value] : value === 0 ? '#ffffff' : value < 10 ? '#ffdd00' : '#aa3300',
    classOf: (value: AreaValue) => (typeof value !== 'number' || value === 0 ? null : value < 10 ? 0 : 1),
  };
}
