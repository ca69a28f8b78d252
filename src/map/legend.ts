/** Owns the legend as rows: what stands in it, in which order, with bounds that do not overlap. */
import type { Missing, Shading } from '../areas/shading.ts';
import { smallCount } from '../model/protection.ts';
import { missings } from './hatch.ts';

export interface LegendRow {
  readonly id: string;
  readonly color: string;
  readonly hatch: Missing | null;
  readonly text: string;
  readonly count: number;
  /** Index into the shading's classes; null for zero and missing. */
  readonly index: number | null;
}

export interface LegendTexts {
  readonly zero: string;
  readonly missing: Readonly<Record<Missing, string>>;
  /** A class below or above all values, at bounds that are given: "below 10", "100 and more". */
  readonly below?: (bound: string) => string;
  readonly above?: (bound: string) => string;
  /** Bounds with signs, where a dash would be one of them: "−5 to −1". */
  readonly between?: (low: string, high: string) => string;
  /** A class that begins with a small count of a meeting, which is no number to begin a range with: "up to 15". */
  readonly upTo?: (bound: string) => string;
}

/**
 * Zero first, then the classes from low to high, then what has no value; zero and missing only where they occur.
 * `step` is the smallest difference that `format` shows (1 for counts): the upper bound shown is one step below the next
 * class, so that no value seems to stand in two.
 */
export function legendRows(
  shading: Shading,
  format: (value: number) => string,
  step: number,
  texts: LegendTexts,
): LegendRow[] {
  const last = shading.classes.length - 1;
  const classes = shading.classes.map(({ from, to, color, count }, index): LegendRow => {
    // What is exactly zero stands in a row of its own.
    const least = from === 0 && shading.zero.count > 0 && shading.classes.some((row) => row.from < 0) ? step : from;
    const [low, high] = [format(least), format(index === last ? to : Math.max(least, to - step))];
    const isSigned = /[−+]/.test(low + high);
    const isOutside = from >= to && count === 0;
    const text =
      isOutside && index === 0 && texts.below
        ? texts.below(format(to))
        : isOutside && index === last && texts.above
          ? texts.above(low)
          : low === high
            ? low
            : least === smallCount && texts.upTo
              ? texts.upTo(high)
              : isSigned
                ? (texts.between?.(low, high) ?? `${low} – ${high}`)
                : `${low}–${high}`;
    return { id: `class-${index}`, color, hatch: null, text, count, index };
  });
  const zero = { id: 'zero', ...shading.zero, hatch: null, text: texts.zero, index: null };
  const missing = missings.map((kind) => ({
    id: kind,
    ...shading.missing[kind],
    hatch: kind,
    text: texts.missing[kind],
    index: null,
  }));
  return [...(zero.count > 0 ? [zero] : []), ...classes, ...missing.filter(({ count }) => count > 0)];
}
