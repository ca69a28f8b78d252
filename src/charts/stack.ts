/** Owns the stacked bar in its first two steps: series (what) → placed (where). Drawing is StackBar's. */
import type { Datum } from '../ui/datum.ts';
import { textWidthEm } from './textwidth.ts';

export interface StackPart {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  /** CSS colour of a label inside the part. */
  readonly on: string;
  readonly datum: Datum;
}

export interface PlacedPart extends StackPart {
  readonly xPx: number;
  readonly widthPx: number;
  /** The figure stands inside its part where it fits; otherwise it is read in the key beside the bar. */
  readonly labelled: boolean;
}

/** Parts with a figure above zero, side by side. `full` is the value of the whole width: equal for bars that are compared. */
export function placeStack(
  parts: readonly StackPart[],
  full: number,
  widthPx: number,
  textPx: number,
  gapPx = 2,
): PlacedPart[] {
  const placed: PlacedPart[] = [];
  let xPx = 0;
  for (const part of parts) {
    const value = typeof part.datum.value === 'number' ? part.datum.value : 0;
    if (!(value > 0) || !(full > 0)) continue;
    // A part that exists is seen, however small.
    const partPx = Math.max(3, (value / full) * widthPx);
    const inkPx = Math.max(1, partPx - gapPx);
    placed.push({ ...part, xPx, widthPx: inkPx, labelled: textWidthEm(part.datum.text) * textPx + 12 <= inkPx });
    xPx += partPx;
  }
  const endPx = xPx - gapPx;
  // Parts widened to be seen must not push the bar out of its box.
  const squeeze = endPx > widthPx ? widthPx / endPx : 1;
  return placed.map((part) => ({ ...part, xPx: part.xPx * squeeze, widthPx: part.widthPx * squeeze }));
}
