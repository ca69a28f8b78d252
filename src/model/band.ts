/** Owns the bands of distance: where one ends and the next begins, in kilometres. */

/** Ascending; a distance of a bound itself lies in the band above it. */
export type BandBounds = readonly number[];

export const bandsUsual: BandBounds = [5, 10, 20];
const mostBands = 6;
export const farthestKm = 500;

/** `5,10,20`: one to six whole kilometres, each above the one before; null for anything else. */
export function parseBands(text: string): BandBounds | null {
  const words = text.split(',').map((word) => word.trim());
  if (words.length > mostBands || !words.every((word) => /^[1-9]\d{0,2}$/.test(word))) return null;
  const bounds = words.map(Number);
  const isAscending = bounds.every((bound, at) => bound <= farthestKm && bound > (bounds[at - 1] ?? 0));
  return isAscending ? bounds : null;
}

export const printBands = (bounds: BandBounds): string => bounds.join(',');

/** Which band a distance lies in: 0 below the first bound, the last above all. */
export function bandOf(km: number, bounds: BandBounds): number {
  return bounds.filter((bound) => km >= bound).length;
}
