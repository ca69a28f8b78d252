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

/** A line through the values from the left to the right, drawn from zero up; what is not known leaves a gap. */
export function sparkline(
  values: readonly (number | null)[],
  { width, height }: SizePx,
  padPx = 4,
): { readonly path: string; readonly end: PointPx | null } {
  const known = values.filter((value) => value !== null);
  const most = Math.max(...known, 0) || 1;
  const least = Math.min(...known, 0);
  const x = (index: number): number => padPx + (index / Math.max(1, values.length - 1)) * (width - 2 * padPx);
  const y = (value: number): number => height - padPx - ((value - least) / (most - least)) * (height - 2 * padPx);
  const path = values
    .map((value, index) => {
      if (value === null) return '';
      const begins = index === 0 || values[index - 1] === null;
      return `${begins ? 'M' : 'L'}${x(index).toFixed(1)},${y(value).toFixed(1)}`;
    })
    .join('');
  const last = values.at(-1);
  return { path, end: last == null ? null : { x: x(values.length - 1), y: y(last) } };
}
