/** Owns walking from area to area by arrow keys: the nearest one in the direction asked. */
import type { PointPx } from './mapview.ts';

const steps: Readonly<Record<string, PointPx>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

/** Code of the next area from `from`, or null where the key is no arrow or nothing lies that way. */
export function nextArea<T extends string>(points: ReadonlyMap<T, PointPx>, from: T, key: string): T | null {
  const step = steps[key];
  const start = points.get(from);
  if (!step || !start) return null;
  let best: T | null = null;
  let bestCost = Infinity;
  for (const [code, { x, y }] of points) {
    const ahead = (x - start.x) * step.x + (y - start.y) * step.y;
    const aside = Math.abs((x - start.x) * step.y) + Math.abs((y - start.y) * step.x);
    // What lies more to the side than ahead belongs to another arrow.
    if (code === from || ahead <= 0 || aside > ahead * 1.5) continue;
    const cost = ahead + 2 * aside;
    if (cost < bestCost) [best, bestCost] = [code, cost];
  }
  return best;
}
