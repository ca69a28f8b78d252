/** Owns what of a figure is shown in a meeting, where strangers look on: the one rule that every count and share goes through. */

/** Set here and nowhere else. */
export const thresholds = {
  /** Fewer than so many, but not none, are told only as that. */
  small: 10,
  /** What else is counted goes to the nearest so many; where that would give a small count away, to the nearest of the next. */
  bases: [5, 10, 20],
  /** A share is told of so many at least. */
  shareOf: 20,
  /** Whoever reckons with all that is shown is left with so many values, at least, for each small count. */
  valuesLeft: 5,
} as const;

/** How coarsely a count is shown: 1 as it is, null not at all. */
export type Base = 1 | (typeof thresholds.bases)[number] | null;
/** From the finest on. */
export const ladder: readonly Base[] = [1, ...thresholds.bases, null];

/** A small count as a number: no other count is ever shown by it, for the others are `thresholds.small` or more. */
export const smallCount = 5;

/** Null: withheld. None is always told, and a small count is never told apart from another. */
export function shownCount(count: number, base: Base): number | null {
  if (count === 0) return 0;
  if (base === null) return null;
  if (base === 1) return count;
  return count < thresholds.small ? smallCount : nearest(count, base);
}

const nearest = (count: number, base: number): number => Math.floor(count / base + 0.5) * base;

/** None, or not small. */
export const isToldAsItIs = (count: number): boolean => count === 0 || count >= thresholds.small;

/** A count that is withheld may be as large as this, for all that a reader can tell. */
export const endless = 2 ** 30;

/** The counts that would be shown alike: what a reader knows of one that is shown. */
export function spanOf(count: number, base: Base): readonly [least: number, most: number] {
  if (count === 0 || base === 1) return [count, count];
  if (base === null) return [1, endless];
  if (count < thresholds.small) return [1, thresholds.small - 1];
  const shown = nearest(count, base);
  return [Math.max(thresholds.small, Math.ceil(shown - base / 2)), Math.ceil(shown + base / 2) - 1];
}

/**
 * A share, 0 to 1, in whole percents of what is shown of the part, the rest and the whole; null where none is told: of too
 * few, or where it would say all or none of what is not quite all or none.
 */
export function shownShare(part: number | null, rest: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole < thresholds.shareOf || part === smallCount) return null;
  const percent = Math.round((100 * Math.min(part, whole)) / whole);
  if (percent === 0 && part !== 0) return null;
  if (percent === 100 && rest !== 0) return null;
  return percent / 100;
}
