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

export interface PlacedPart {
  readonly part: StackPart;
  readonly xPx: number;
  readonly widthPx: number;
  /** Where the figure stands: inside its part; after the bar, for the last part, where there is room; or nowhere. */
  readonly label: { readonly text: string; readonly xPx: number; readonly inside: boolean } | null;
}

const padPx = 6;

/** Parts with a figure above zero, side by side. `full` is the value of the whole width: equal for bars that are compared. */
export function placeStack(
  parts: readonly StackPart[],
  full: number,
  widthPx: number,
  textPx: number,
  gapPx = 2,
): PlacedPart[] {
  const seen = parts.filter(({ datum: { value } }) => typeof value === 'number' && value > 0 && full > 0);
  // A part that exists is seen, however small.
  const wanted = seen.map(({ datum: { value } }) => Math.max(gapPx + 2, (Number(value) / full) * widthPx));
  const total = wanted.reduce((sum, px) => sum + px, 0);
  // Parts widened to be seen must not push the bar out of its box.
  const squeeze = total - gapPx > widthPx ? widthPx / (total - gapPx) : 1;
  let xPx = 0;
  return seen.map((part, index) => {
    const startPx = xPx;
    const inkPx = ((wanted[index] ?? 0) - gapPx) * squeeze;
    xPx += (wanted[index] ?? 0) * squeeze;
    const textPxWide = textWidthEm(part.datum.text) * textPx;
    const endPx = startPx + inkPx;
    const { text } = part.datum;
    const inside = textPxWide + 2 * padPx <= inkPx;
    const after = !inside && index === seen.length - 1 && endPx + padPx + textPxWide <= widthPx;
    const label = inside ? { text, xPx: startPx + padPx, inside } : after ? { text, xPx: endPx + padPx, inside } : null;
    return { part, xPx: startPx, widthPx: inkPx, label };
  });
}
