/** Owns the SVG map's geometry: projection fitted to the scope, and which labels find room. */
import { geoMercator, geoPath, type GeoPath, type GeoProjection } from 'd3-geo';
import { textWidthEm } from '../charts/textwidth.ts';
import type { AreaShapes, MapLabel, PointPx } from './mapview.ts';

export interface Projected {
  readonly path: GeoPath;
  readonly point: (lonLat: readonly [number, number]) => PointPx;
}

/**
 * Mercator fitted to the shapes with `padPx` of room. Clipping at the antimeridian is switched off: Thailand is far from
 * it, and without it d3 draws rings of either winding alike.
 */
export function project(shapes: AreaShapes, widthPx: number, heightPx: number, padPx: number): Projected {
  const pad = Math.min(padPx, widthPx / 4, heightPx / 4);
  const projection: GeoProjection = geoMercator()
    .preclip((stream) => stream)
    .fitExtent(
      [
        [pad, pad],
        [widthPx - pad, heightPx - pad],
      ],
      shapes,
    );
  return {
    path: geoPath(projection).digits(1),
    point: ([lon, lat]) => {
      const [x = 0, y = 0] = projection([lon, lat]) ?? [];
      return { x, y };
    },
  };
}

export interface PlacedLabel extends PointPx {
  readonly code: string;
  readonly text: string;
}

/** Keeps the labels, in the order given, that fit in the picture and touch none kept before. */
export function placeLabels(
  labels: readonly MapLabel[],
  point: Projected['point'],
  sizePx: number,
  box: { readonly width: number; readonly height: number },
): PlacedLabel[] {
  const kept: (PlacedLabel & { half: PointPx })[] = [];
  for (const { code, text, point: lonLat } of labels) {
    const at = point(lonLat);
    const half = { x: (textWidthEm(text) * sizePx) / 2 + 2, y: sizePx * 0.8 };
    const inside =
      at.x - half.x >= 0 && at.x + half.x <= box.width && at.y - half.y >= 0 && at.y + half.y <= box.height;
    const free = kept.every(
      (other) => Math.abs(other.x - at.x) >= other.half.x + half.x || Math.abs(other.y - at.y) >= other.half.y + half.y,
    );
    if (inside && free) kept.push({ code, text, ...at, half });
  }
  return kept.map(({ code, text, x, y }) => ({ code, text, x, y }));
}
