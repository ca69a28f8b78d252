/** Owns who is whose neighbour: by a shared border, by distance, or the nearest few; held flat, for loops of millions. */
import distance from '@turf/distance';
import type { Position } from 'geojson';
import type { AreaFeatures } from './boundaries.ts';

/** Of area i the neighbours are `others[starts[i]]` up to before `others[starts[i + 1]]`, ascending, never i itself. */
export interface Neighbours {
  readonly starts: Uint32Array;
  readonly others: Uint32Array;
}

export type LonLat = readonly [longitude: number, latitude: number];

const earthKm = 6371.0088;
/** A border's points are the same numbers on both sides, for both are drawn by the same line; a step is a metre. */
const stepsPerDegree = 1e5;

/** Queen's rule: areas that have a point of their borders in common, in the order of the shapes. */
export function bySharedBorder(shapes: AreaFeatures): Neighbours {
  const owners = new Map<number, number | number[]>();
  const own = (position: Position, area: number): void => {
    const [longitude = 0, latitude = 0] = position;
    // Both halves fit side by side into the 53 bits of a number.
    const point =
      Math.round((longitude + 180) * stepsPerDegree) * 2 ** 25 + Math.round((latitude + 90) * stepsPerDegree);
    const known = owners.get(point);
    if (known === undefined) owners.set(point, area);
    else if (typeof known !== 'number') known.push(area);
    else if (known !== area) owners.set(point, [known, area]);
  };
  shapes.features.forEach(({ geometry }, area) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const ring of polygons.flat()) for (const position of ring) own(position, area);
  });
  const lists = shapes.features.map(() => new Set<number>());
  for (const owning of owners.values()) {
    if (typeof owning === 'number') continue;
    for (const one of owning) for (const other of owning) if (one !== other) lists[one]?.add(other);
  }
  return flat(lists.map((list) => [...list]));
}

/** The `count` nearest points of each; all others where there are fewer. Not mutual: a far-off area has neighbours, and is nobody's. */
export function nearest(points: readonly LonLat[], count: number): Neighbours {
  return neighbourhoods(points, (distances) => {
    const found: number[] = [];
    const distanceOf = (place: number): number => distances[found[place] ?? -1] ?? Infinity;
    distances.forEach((distance, other) => {
      if (Number.isNaN(distance) || distance >= distanceOf(count - 1)) return;
      let place = found.length;
      while (place > 0 && distance < distanceOf(place - 1)) place -= 1;
      found.splice(place, 0, other);
      if (found.length > count) found.pop();
    });
    return found;
  });
}

/** All points at most so far away, as the crow flies. */
export function withinKm(points: readonly LonLat[], reachKm: number): Neighbours {
  const reach = (2 * Math.sin(Math.min(Math.PI, reachKm / earthKm) / 2)) ** 2;
  return neighbourhoods(points, (distances) => {
    const found: number[] = [];
    distances.forEach((distance, other) => distance <= reach && found.push(other));
    return found;
  });
}

/**
 * The fewest whole kilometres within which 19 of 20 points have another; what lies farther off, an island for example,
 * would make all the others neighbours of half the map.
 */
export function usualReachKm(points: readonly LonLat[]): number {
  const { starts, others } = nearest(points, 1);
  const distancesKm = points.flatMap((point, one) => {
    const other = points[others[starts[one]!] ?? -1];
    return other && countOf({ starts, others }, one) > 0 ? [distance([...point], [...other])] : [];
  });
  distancesKm.sort((a, b) => a - b);
  return Math.max(1, Math.ceil(distancesKm[Math.ceil(distancesKm.length * 0.95) - 1] ?? 1));
}

/** The same neighbourhoods among a part of the areas only, numbered as `chosen` lists them. */
export function among({ starts, others }: Neighbours, chosen: readonly number[]): Neighbours {
  const place = new Int32Array(starts.length - 1).fill(-1);
  chosen.forEach((area, index) => (place[area] = index));
  return flat(
    chosen.map((area) =>
      Array.from(others.subarray(starts[area], starts[area + 1]), (other) => place[other] ?? -1).filter(
        (index) => index >= 0,
      ),
    ),
  );
}

/** How many neighbours an area has. */
export function countOf({ starts }: Neighbours, area: number): number {
  return (starts[area + 1] ?? 0) - (starts[area] ?? 0);
}

export function flat(lists: readonly (readonly number[])[]): Neighbours {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, area) => (starts[area + 1] = starts[area]! + list.length));
  const others = new Uint32Array(starts[lists.length]!);
  lists.forEach((list, area) =>
    others.set(
      [...list].sort((a, b) => a - b),
      starts[area],
    ),
  );
  return { starts, others };
}

/** For each point the others that `choose` picks from their squared chords: in the order of distances, and cheaper. */
function neighbourhoods(points: readonly LonLat[], choose: (chords: Float64Array) => number[]): Neighbours {
  const radian = Math.PI / 180;
  const x = Float64Array.from(points, ([east, north]) => Math.cos(north * radian) * Math.cos(east * radian));
  const y = Float64Array.from(points, ([east, north]) => Math.cos(north * radian) * Math.sin(east * radian));
  const z = Float64Array.from(points, ([, north]) => Math.sin(north * radian));
  const chords = new Float64Array(points.length);
  return flat(
    points.map((_, one) => {
      for (let other = 0; other < chords.length; other += 1) {
        const dx = x[one]! - x[other]!;
        const dy = y[one]! - y[other]!;
        const dz = z[one]! - z[other]!;
        chords[other] = dx * dx + dy * dy + dz * dz;
      }
      // Nobody is his own neighbour.
      chords[one] = NaN;
      return choose(chords);
    }),
  );
}
