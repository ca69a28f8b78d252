/** Owns the length of a scale bar: a round distance, and how long it is on a map of Mercator at a zoom and latitude. */

export interface ScaleBar {
  readonly metres: number;
  readonly lengthPx: number;
}

const equatorMetres = 40_075_016.686;
/** A tile of zoom 0 is the world. */
const tilePx = 512;

/** The longest of 1, 2 or 5 times a power of ten that is no longer than `mostPx`; zoom as in `Projected`. */
export function scaleBar(zoom: number, latitude: number, mostPx: number): ScaleBar {
  const metresPerPx = (equatorMetres * Math.cos((latitude * Math.PI) / 180)) / (tilePx * 2 ** zoom);
  const most = metresPerPx * mostPx;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = power * ([5, 2].find((times) => times * power <= most) ?? 1);
  return { metres, lengthPx: metres / metresPerPx };
}
