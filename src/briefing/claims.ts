/** Owns what may be claimed of figures: where the most wait, in how few areas, at which rank; only what holds whatever was rounded. */
import { isAlike, isNone, isSome, type Quantity } from './quantity.ts';

export interface Counted {
  readonly name: string;
  readonly count: Quantity;
}

/** Who has the most. `untold`: it can't be said for sure. */
export type Lead =
  | { readonly kind: 'nobody' | 'untold' }
  | { readonly kind: 'most'; readonly names: readonly string[]; readonly count: string };

export function leadOf(rows: readonly Counted[]): Lead {
  if (rows.every(({ count }) => isNone(count))) return { kind: 'nobody' };
  const [first] = [...rows].sort((a, b) => b.count.low - a.count.low);
  if (!first || first.count.text === null || !isSome(first.count)) return { kind: 'untold' };
  const level = rows.filter((row) => row === first || isAlike(row.count, first.count));
  const isMost = rows.every((row) => level.includes(row) || row.count.high < first.count.low);
  return isMost ? { kind: 'most', names: level.map(({ name }) => name), count: first.count.text } : { kind: 'untold' };
}

/** How those who wait lie over the parts. `parts`: so many. */
export type Spread =
  | { readonly kind: 'nobody' | 'untold' | 'unplaced' }
  | { readonly kind: 'allIn' | 'halfInOne'; readonly name: string }
  | { readonly kind: 'halfIn' | 'spread'; readonly parts: number };

/** Half of the whole in so small a part of the areas is worth saying. */
const fewOf = 3;

/** `beside`: those of no known part. They are of the whole, and in no part. */
export function spreadOf(whole: Quantity, parts: readonly Counted[], beside: readonly Quantity[]): Spread {
  if (isNone(whole)) return { kind: 'nobody' };
  const some = parts.filter(({ count }) => !isNone(count));
  const isPlaced = beside.every(isNone);
  if (some.length === 0) return { kind: isPlaced ? 'untold' : 'unplaced' };
  const [only] = some;
  if (some.length === 1 && only && isPlaced) return { kind: 'allIn', name: only.name };
  const sorted = [...some].sort((a, b) => b.count.low - a.count.low);
  let sum = 0;
  const enough = sorted.findIndex(({ count }) => (sum += count.low) > whole.high / 2);
  const [first] = sorted;
  if (enough === 0 && first) return { kind: 'halfInOne', name: first.name };
  if (enough > 0 && (enough + 1) * fewOf <= parts.length) return { kind: 'halfIn', parts: enough + 1 };
  return isPlaced && some.every(({ count }) => isSome(count))
    ? { kind: 'spread', parts: some.length }
    : { kind: 'untold' };
}

/** Where one stands among all, itself included, from the most; null where it can't be said for sure. */
export function rankOf(
  own: Quantity,
  all: readonly Quantity[],
): { readonly rank: number; readonly isShared: boolean } | null {
  const others = all.filter((other) => other !== own);
  const above = others.filter(({ low }) => low > own.high);
  const alike = others.filter((other) => isAlike(own, other));
  const isSure = others.every((other) => above.includes(other) || alike.includes(other) || other.high < own.low);
  return isSure ? { rank: above.length + 1, isShared: alike.length > 0 } : null;
}
