/** Owns making the picture of a snapshot that a meeting sees: how coarsely each figure is shown, and the figures so shown. */
import { coarsened } from '../model/coarsening.ts';
import { shownCount, type Base } from '../model/protection.ts';
import { cellsOf, type Family } from '../model/family.ts';
import type { Cube } from './cube.ts';
import { blockOf, told, width } from './meeting-cells.ts';
import { placed } from './meeting-family.ts';
import type { Picture } from './picture.ts';

/** What is most wanted first: the whole, the amphoe, their parts by filter, the tambon. */
export function basesOf(family: Family, whole: number, onshare?: (share: number) => void): readonly Base[] {
  const spots = new Map<number, number>();
  for (const path of family.paths) for (const place of path) spots.set(place, (spots.get(place) ?? 0) + 1);
  return coarsened(
    family,
    (cell) => {
      const place = Math.floor(cell / width);
      const isMain = cell % width < told.length;
      const isSpot = spots.get(place) === 1;
      return {
        layer: place === whole ? 0 : isSpot ? 3 : isMain ? 1 : 2,
        weight: isMain ? 4 : 1,
        isKept: isMain && !isSpot,
        block: blockOf(cell % width),
        isExact: place === whole && isMain,
      };
    },
    onshare,
  );
}

/** `onshare` is told how far it is, 0 to 1. */
export function pictureOf(cube: Cube, onshare?: (share: number) => void): Picture {
  const { family, places } = placed(cube);
  const whole = places.get('p') ?? 0;
  const bases = basesOf(family, whole, onshare);
  const shown = cellsOf(family).map((count, cell) => shownCount(count, bases[cell] ?? null) ?? -1);
  return { places, shown, isExact: told.every((_, at) => bases[whole * width + at] === 1) };
}
