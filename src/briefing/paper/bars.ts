/** Owns where the parts of printed bars lie; what is written beside them is the deck's own text. */
import type { BarsBlock } from '../../exports/deck.ts';

export interface BarPart {
  /** Which series. */
  readonly at: number;
  readonly xPx: number;
  readonly widthPx: number;
}

/** A part that is known to be there is seen, however small; what is protected or missing has no length. */
const leastPx = 1.5;

export function placeBars(rows: BarsBlock['rows'], widthPx: number): readonly (readonly BarPart[])[] {
  const lengths = rows.map(({ figures }) =>
    figures.map(({ value }) => (typeof value === 'number' ? Math.max(0, value) : 0)),
  );
  const most = Math.max(0, ...lengths.map((row) => row.reduce((sum, length) => sum + length, 0)));
  const perUnitPx = most > 0 ? (widthPx - leastPx * Math.max(0, ...lengths.map((row) => row.length))) / most : 0;
  return lengths.map((row) => {
    let xPx = 0;
    return row.flatMap((length, at) => {
      if (length === 0) return [];
      const part = { at, xPx, widthPx: Math.max(leastPx, length * perUnitPx) };
      xPx += part.widthPx;
      return [part];
    });
  });
}
