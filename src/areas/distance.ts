/** Owns how far it is, as the crow flies, from where people live to the nearest of some points. */
import distance from '@turf/distance';
import type { ServicePoint } from './points.ts';

export interface Nearest {
  readonly point: ServicePoint;
  readonly km: number;
}

/** Kilometres to a degree of latitude, a little less than the least: what is farther by latitude alone need not be measured. */
const leastKmOfDegree = 110;

/** Null of no points; of equals the first. */
export function nearestOf(
  from: readonly [longitude: number, latitude: number],
  points: readonly ServicePoint[],
): Nearest | null {
  let nearest: Nearest | null = null;
  for (const point of points) {
    if (nearest && Math.abs(point.latitude - from[1]) * leastKmOfDegree > nearest.km) continue;
    const km = distance([...from], [point.longitude, point.latitude]);
    if (!nearest || km < nearest.km) nearest = { point, km };
  }
  return nearest;
}
