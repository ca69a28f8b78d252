/** Owns how long bars are, of one part and of several. */
import type { Datum } from '../ui/datum.ts';

/** Share of the track, 0 to 1. What is kept small (`lt10`) or not known has no bar: its length would tell the figure. */
export function barShare(value: Datum['value'], max: number): number {
  if (typeof value !== 'number' || !(max > 0) || !(value > 0)) return 0;
  return Math.min(1, value / max);
}

interface Row {
  /** One a part. */
  readonly figures: readonly Datum[];
}

/** Value of the longest bar: the greatest sum of a row's parts. */
export function fullOf(rows: readonly Row[]): number {
  const sums = rows.map(({ figures }) =>
    figures.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0),
  );
  return Math.max(0, ...sums);
}

export interface BarPart {
  /** Which figure. */
  readonly at: number;
  readonly x: number;
  readonly width: number;
}

/** The parts that have a length, one after the other; none shorter than `least`, and all of them within `width`. */
export function placeParts({ figures }: Row, full: number, width: number, least = 0): readonly BarPart[] {
  const room = width - least * figures.length;
  let x = 0;
  return figures.flatMap(({ value }, at) => {
    const share = barShare(value, full);
    if (share === 0) return [];
    const part = { at, x, width: Math.max(least, share * room) };
    x += part.width;
    return [part];
  });
}
