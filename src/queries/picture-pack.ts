/** Owns the picture of a snapshot as JSON, so that it can be shipped beside the cubes. */
import { width } from './meeting-cells.ts';
import type { Picture } from './picture.ts';

export interface PackedPicture {
  /** Cells of a place: other cells, another version. */
  readonly width: number;
  readonly places: readonly (readonly [string, number])[];
  readonly shown: readonly number[];
  readonly isExact: boolean;
}

export const packPicture = ({ places, shown, isExact }: Picture): PackedPicture => ({
  width,
  places: [...places],
  shown: [...shown],
  isExact,
});

/** A `RangeError` where it is not a picture of this version, whole. */
export function unpackPicture({ width: own, places, shown, isExact }: PackedPicture): Picture {
  const most = Math.max(-1, ...places.map(([, place]) => place));
  if (own !== width || shown.length !== (most + 1) * width) throw new RangeError('not a picture of this version');
  return { places: new Map(places), shown: Int32Array.from(shown), isExact };
}
