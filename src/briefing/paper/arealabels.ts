/** Owns what is written on the areas of a printed map: name and figure where there is room for both, else the figure. */
import { textWidthEm } from '../../charts/textwidth.ts';
import type { PointPx } from '../../map/mapview.ts';
import type { SizePx } from '../../map/tooltip.ts';
import type { Datum } from '../../ui/datum.ts';

export interface AreaText {
  readonly code: string;
  readonly name: string;
  readonly datum: Datum;
  readonly at: PointPx;
}

export interface PlacedText extends PointPx {
  readonly code: string;
  readonly datum: Datum;
  /** Null: there was room for the figure alone. */
  readonly name: string | null;
}

const [gapPx, lineEm] = [1.5, 1.25];

/** The first come first; none touches another or the edge of the picture. */
export function placeTexts(areas: readonly AreaText[], box: SizePx, textPx: number): PlacedText[] {
  const taken: { readonly at: PointPx; readonly half: PointPx }[] = [];
  const findsRoom = (at: PointPx, lines: readonly string[]): boolean => {
    const half = {
      x: (Math.max(...lines.map(textWidthEm)) * textPx) / 2 + gapPx,
      y: (lines.length * lineEm * textPx) / 2,
    };
    const isInside = at.x >= half.x && at.x <= box.width - half.x && at.y >= half.y && at.y <= box.height - half.y;
    const isFree = taken.every(
      (other) =>
        Math.abs(other.at.x - at.x) >= other.half.x + half.x || Math.abs(other.at.y - at.y) >= other.half.y + half.y,
    );
    if (isInside && isFree) taken.push({ at, half });
    return isInside && isFree;
  };
  return areas.flatMap(({ code, name, datum, at }): PlacedText[] => {
    if (findsRoom(at, [name, datum.text])) return [{ ...at, code, name, datum }];
    return findsRoom(at, [datum.text]) ? [{ ...at, code, name: null, datum }] : [];
  });
}
