/** Owns sets that come together, in the first two steps: combinations by size (what) → a dot for each member (where). */

export interface Combination {
  /** Bit `1 << place` for each member, of the registry that the members come from. */
  readonly mask: number;
  readonly count: number;
}

export const membersOf = (mask: number, places: number): readonly number[] =>
  Array.from({ length: places }, (_, place) => place).filter((place) => (mask >> place) & 1);

/** How many have more than one member at once. */
export function together(combinations: readonly Combination[]): number {
  return combinations.reduce((sum, { mask, count }) => sum + ((mask & (mask - 1)) === 0 ? 0 : count), 0);
}

export interface PlacedDots {
  readonly widthPx: number;
  readonly dots: readonly { readonly place: number; readonly xPx: number; readonly isMember: boolean }[];
  /** From the first member to the last; null where there is only one. */
  readonly line: { readonly fromPx: number; readonly toPx: number } | null;
}

export function placeDots(mask: number, places: number, stepPx: number): PlacedDots {
  const x = (place: number): number => (place + 0.5) * stepPx;
  const members = membersOf(mask, places);
  const [first, last] = [members[0], members.at(-1)];
  return {
    widthPx: places * stepPx,
    dots: Array.from({ length: places }, (_, place) => ({ place, xPx: x(place), isMember: members.includes(place) })),
    line: first === undefined || last === undefined || first === last ? null : { fromPx: x(first), toPx: x(last) },
  };
}
