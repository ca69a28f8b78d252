/** Owns where a tooltip stands: beside the pointer, flipped at the edges, never over what is pointed at. */
import type { PointPx } from './mapview.ts';

export interface SizePx {
  readonly width: number;
  readonly height: number;
}

/** Top left corner of the tooltip within the box. Prefers right of and below the point; flips where it would not fit. */
export function tooltipAt(point: PointPx, tip: SizePx, box: SizePx, gapPx = 18): PointPx {
  return { x: along(point.x, tip.width, box.width, gapPx), y: along(point.y, tip.height, box.height, gapPx) };
}

function along(at: number, length: number, room: number, gapPx: number): number {
  const after = at + gapPx;
  if (after + length <= room) return after;
  const before = at - gapPx - length;
  return before >= 0 ? before : Math.max(0, Math.min(after, room - length));
}
