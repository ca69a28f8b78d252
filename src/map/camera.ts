/** Owns where the reader of the SVG map looks: how far its fitted picture is enlarged, and how far it is moved. */
import type { PointPx } from './mapview.ts';
import type { SizePx } from './tooltip.ts';

/** A point of the fitted picture is drawn at `scale` times itself, moved by `x` and `y` CSS pixels. */
export interface Camera extends PointPx {
  readonly scale: number;
}

export const home: Camera = { scale: 1, x: 0, y: 0 };
/** Six steps of the button: a tambon of the country fills the picture. */
export const mostScale = 64;

/** Enlarged about a point of the picture, which stays where it is. */
export function zoomed(camera: Camera, factor: number, about: PointPx, box: SizePx): Camera {
  const scale = Math.min(mostScale, Math.max(1, camera.scale * factor));
  const turn = scale / camera.scale;
  return within({ scale, x: about.x - (about.x - camera.x) * turn, y: about.y - (about.y - camera.y) * turn }, box);
}

export function moved(camera: Camera, byX: number, byY: number, box: SizePx): Camera {
  return within({ ...camera, x: camera.x + byX, y: camera.y + byY }, box);
}

const panStepPx = 80;

/** Where a key brings the reader; null where it is none that steers. */
export function steered(camera: Camera, key: string, box: SizePx): Camera | null {
  const middle = { x: box.width / 2, y: box.height / 2 };
  const steer: Readonly<Record<string, () => Camera>> = {
    '+': () => zoomed(camera, 2, middle, box),
    '=': () => zoomed(camera, 2, middle, box),
    '-': () => zoomed(camera, 0.5, middle, box),
    '0': () => home,
    ArrowLeft: () => moved(camera, panStepPx, 0, box),
    ArrowRight: () => moved(camera, -panStepPx, 0, box),
    ArrowUp: () => moved(camera, 0, panStepPx, box),
    ArrowDown: () => moved(camera, 0, -panStepPx, box),
  };
  return steer[key]?.() ?? null;
}

/** Fingers that were `from` and now are `to`: one moves the picture, two enlarge it about what lies between them. */
export function pulled(camera: Camera, from: readonly PointPx[], to: readonly PointPx[], box: SizePx): Camera {
  const [before, after] = [grasp(from), grasp(to)];
  const slid = { ...camera, x: camera.x + after.x - before.x, y: camera.y + after.y - before.y };
  return zoomed(slid, before.spread > 0 && after.spread > 0 ? after.spread / before.spread : 1, after, box);
}
function grasp([first = { x: 0, y: 0 }, second = first]: readonly PointPx[]): PointPx & { readonly spread: number } {
  return {
    x: (first.x + second.x) / 2,
    y: (first.y + second.y) / 2,
    spread: Math.hypot(second.x - first.x, second.y - first.y),
  };
}

/** Where a point of the fitted picture is drawn. */
export function drawnAt({ scale, x, y }: Camera, point: PointPx): PointPx {
  return { x: point.x * scale + x, y: point.y * scale + y };
}

/** The same camera where the point is in sight; else one that has it in the middle. */
export function showing(camera: Camera, point: PointPx, box: SizePx): Camera {
  const at = drawnAt(camera, point);
  const isSeen = at.x >= 0 && at.x <= box.width && at.y >= 0 && at.y <= box.height;
  return isSeen ? camera : moved(camera, box.width / 2 - at.x, box.height / 2 - at.y, box);
}

/** What a picture drawn for one camera goes through to be seen by another, as an SVG transform. */
export function between(from: Camera, to: Camera): string {
  const turn = to.scale / from.scale;
  return `translate(${to.x - from.x * turn} ${to.y - from.y * turn}) scale(${turn})`;
}

/** The fitted picture holds all there is: its edges are never pulled into sight. */
function within({ scale, x, y }: Camera, { width, height }: SizePx): Camera {
  const kept = (at: number, length: number): number => Math.min(0, Math.max(length * (1 - scale), at));
  return { scale, x: kept(x, width), y: kept(y, height) };
}
