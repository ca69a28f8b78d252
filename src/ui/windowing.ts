/** Owns which rows of a very long list are in sight: also where all of them are taller than a browser can scroll. */

export interface Sight {
  readonly count: number;
  readonly rowPx: number;
  readonly viewPx: number;
  readonly scrollPx: number;
}

export interface Seen {
  /** How tall the list makes its box. */
  readonly heightPx: number;
  /** First and last row in sight or just beside it; last is before first where there is none. */
  readonly first: number;
  readonly last: number;
  /** Where a row stands in the box. */
  topOf(row: number): number;
  /** Where to scroll so that a row is wholly in sight, moving as little as may be. */
  scrollTo(row: number): number;
}

/** Browsers lose count of pixels further down: the box of a longer list scrolls faster than its rows. */
const mostPx = 10_000_000;
/** Rows drawn beyond the edge, so that a small turn of the wheel shows no gap. */
const beside = 6;

export function seen({ count, rowPx, viewPx, scrollPx }: Sight): Seen {
  const allPx = count * rowPx;
  const heightPx = Math.min(allPx, mostPx);
  const ratio = heightPx > viewPx ? (allPx - viewPx) / (heightPx - viewPx) : 1;
  const topPx = Math.max(0, scrollPx) * ratio;
  const shownPx = Math.max(0, Math.min(topPx, allPx - viewPx));
  return {
    heightPx,
    first: Math.max(0, Math.floor(shownPx / rowPx) - beside),
    last: Math.min(count - 1, Math.ceil((shownPx + viewPx) / rowPx) + beside),
    topOf: (row) => row * rowPx - topPx + scrollPx,
    scrollTo: (row) => Math.min(Math.max(shownPx, (row + 1) * rowPx - viewPx), row * rowPx) / ratio,
  };
}
