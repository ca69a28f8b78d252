/** Owns walking from area to area by arrow keys: to the neighbour in the direction asked, else to the nearest one there. */
import { bySharedBorder } from '../areas/neighbours.ts';
import type { AreaFeatures } from '../areas/boundaries.ts';
import type { AreaShapes, PointPx } from './mapview.ts';

const steps: Readonly<Record<string, PointPx>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

export const isArrow = (key: string): boolean => key in steps;

/** Code of the next area from `from`, or null where the key is no arrow or nothing lies that way. */
export function nextArea<T extends string>(
  points: ReadonlyMap<T, PointPx>,
  from: T,
  key: string,
  neighbours: ReadonlySet<string> = new Set(),
): T | null {
  const step = steps[key];
  const start = points.get(from);
  if (!step || !start) return null;
  let best: T | null = null;
  let bestCost = Infinity;
  let isBestNear = false;
  for (const [code, { x, y }] of points) {
    const ahead = (x - start.x) * step.x + (y - start.y) * step.y;
    const aside = Math.abs((x - start.x) * step.y) + Math.abs((y - start.y) * step.x);
    // What lies more to the side than ahead belongs to another arrow.
    if (code === from || ahead <= 0 || aside > ahead * 1.5) continue;
    const cost = ahead + 2 * aside;
    const isNear = neighbours.has(code);
    // An area beyond the border, an island for example, is gone to only where no neighbour lies that way.
    if (isNear === isBestNear ? cost < bestCost : isNear) [best, bestCost, isBestNear] = [code, cost, isNear];
  }
  return best;
}

const known = new WeakMap<AreaShapes, readonly ReadonlySet<string>[]>();

/** Areas that share a border with this one; found once for the same shapes. */
export function neighboursOf(shapes: AreaShapes, code: string): ReadonlySet<string> {
  let sets = known.get(shapes);
  if (!sets) {
    const { starts, others } = bySharedBorder(shapes as AreaFeatures);
    sets = shapes.features.map(
      (_, area) =>
        new Set(
          Array.from(
            others.subarray(starts[area], starts[area + 1]),
            (other) => shapes.features[other]?.properties.code ?? '',
          ),
        ),
    );
    known.set(shapes, sets);
  }
  return sets[shapes.features.findIndex(({ properties }) => properties.code === code)] ?? new Set();
}
