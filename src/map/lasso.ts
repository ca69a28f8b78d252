/** Owns which areas a drawn line goes round: those whose point lies inside. */
import type { PointPx } from './mapview.ts';

/** A shorter line is a click. */
const shortestPx = 12;

/** True when the line encloses anything that was meant. */
export function isDrawn(line: readonly PointPx[]): boolean {
  const [first] = line;
  return first !== undefined && line.some(({ x, y }) => Math.hypot(x - first.x, y - first.y) >= shortestPx);
}

/** Whether a point lies inside the line, closed from its end to its beginning. */
export function isInside({ x, y }: PointPx, line: readonly PointPx[]): boolean {
  let inside = false;
  line.forEach((from, index) => {
    const to = line[(index + 1) % line.length] ?? from;
    if (from.y > y !== to.y > y && x < ((to.x - from.x) * (y - from.y)) / (to.y - from.y) + from.x) inside = !inside;
  });
  return inside;
}
