/** Owns the room left round the areas when the map is fitted to them. */

const roomPx = 28;
/** On a map narrower than this, what lies on it keeps clear of the search box and of the buttons, as wide as these. */
const [narrowPx, buttonsPx] = [480, 56];

export interface PaddingPx {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function fitPadding(widthPx: number, heightPx: number): PaddingPx {
  const all = Math.min(roomPx, widthPx / 8, heightPx / 8);
  const right = widthPx < narrowPx ? buttonsPx : all;
  return { top: right, bottom: all, left: widthPx < narrowPx ? 12 : all, right };
}
