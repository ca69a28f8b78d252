/** Owns the SVG map's geometry: projection fitted to the scope, and which labels find room. */
import { geoMercator, geoPath, type GeoPath, type GeoProjection, type GeoStream } from 'd3-geo';
import { textWidthEm } from '../charts/textwidth.ts';
import { home, type Camera } from './camera.ts';
import type { AreaShapes, Box, MapLabel, PointPx } from './mapview.ts';
import type { SizePx } from './tooltip.ts';

export interface Projected {
  readonly path: GeoPath;
  readonly point: (lonLat: readonly [number, number]) => PointPx;
  /** Zoom in tiles of 512 px, as MapLibre counts it. */
  readonly zoom: number;
}

/** The picture fitted to the shapes, as a camera sees it; points closer than `gridPx` fall together, for neighbours alike. */
export type Picture = (camera: Camera, gridPx?: number) => Projected;

/**
 * Mercator fitted to the shapes with `padPx` of room. Clipping at the antimeridian is switched off: Thailand is far from
 * it, and without it d3 draws rings of either winding alike. Lines stay as straight as MapLibre draws them.
 */
export function fit(shapes: AreaShapes, widthPx: number, heightPx: number, padPx: number): Picture {
  const pad = Math.min(padPx, widthPx / 8, heightPx / 8);
  const fitted = plain().fitExtent(
    [
      [pad, pad],
      [widthPx - pad, heightPx - pad],
    ],
    shapes,
  );
  const [left, top] = fitted.translate();
  return ({ scale, x, y }, gridPx = 0.1) => {
    const projection = plain()
      .scale(fitted.scale() * scale)
      .translate([left * scale + x, top * scale + y])
      .postclip(onGrid(gridPx));
    return {
      path: geoPath(projection).digits(1),
      point: (lonLat) => {
        const [atX = 0, atY = 0] = projection([...lonLat]) ?? [];
        return { x: atX, y: atY };
      },
      zoom: Math.log2((2 * Math.PI * projection.scale()) / 512),
    };
  };
}

export function project(shapes: AreaShapes, widthPx: number, heightPx: number, padPx: number): Projected {
  return fit(shapes, widthPx, heightPx, padPx)(home);
}

const plain = (): GeoProjection =>
  geoMercator()
    .preclip((stream) => stream)
    .precision(0);

/** A border is shared: were points left out by their distance from the last, two neighbours would part. */
const onGrid =
  (gridPx: number) =>
  (stream: GeoStream): GeoStream => {
    let [lastX, lastY] = [NaN, NaN];
    return {
      point: (x, y) => {
        const [atX, atY] = [Math.round(x / gridPx) * gridPx, Math.round(y / gridPx) * gridPx];
        if (atX !== lastX || atY !== lastY) stream.point(atX, atY);
        [lastX, lastY] = [atX, atY];
      },
      lineStart: () => {
        [lastX, lastY] = [NaN, NaN];
        stream.lineStart();
      },
      lineEnd: () => stream.lineEnd(),
      polygonStart: () => stream.polygonStart(),
      polygonEnd: () => stream.polygonEnd(),
    };
  };

export interface PlacedLabel extends PointPx {
  readonly code: string;
  readonly text: string;
  readonly sizePx: number;
}

/** Keeps the labels, in the order given, that fit in the picture and touch none kept before. */
export function placeLabels(
  labels: readonly (MapLabel & { readonly sizePx: number })[],
  point: Projected['point'],
  box: SizePx,
): PlacedLabel[] {
  const kept: (PlacedLabel & { half: PointPx })[] = [];
  for (const { code, text, point: lonLat, sizePx } of labels) {
    const at = point(lonLat);
    const half = { x: (textWidthEm(text) * sizePx) / 2 + 2, y: sizePx * 0.8 };
    const inside =
      at.x - half.x >= 0 && at.x + half.x <= box.width && at.y - half.y >= 0 && at.y + half.y <= box.height;
    const isFree = (): boolean =>
      kept.every(
        (other) =>
          Math.abs(other.x - at.x) >= other.half.x + half.x || Math.abs(other.y - at.y) >= other.half.y + half.y,
      );
    if (inside && isFree()) kept.push({ code, text, sizePx, ...at, half });
  }
  return kept.map(({ half: _, ...label }) => label);
}

/** Whether a box of degrees lies, at least partly, in the picture or within reach of a short pull. */
export function isNear(point: Projected['point'], degrees: Box | null, { width, height }: SizePx): boolean {
  if (!degrees) return false;
  const [from, to] = [point([degrees[0], degrees[3]]), point([degrees[2], degrees[1]])];
  return to.x >= -width / 2 && from.x <= width * 1.5 && to.y >= -height / 2 && from.y <= height * 1.5;
}
