/** Owns moving an SVG map by pointer, fingers and wheel: it glides as one picture, and is drawn anew where it comes to rest. */
import type { Attachment } from 'svelte/attachments';
import { home, pulled, zoomed, type Camera } from './camera.ts';
import type { PointPx } from './mapview.ts';
import type { SizePx } from './tooltip.ts';

export interface Panned {
  /** What is drawn. */
  camera(): Camera;
  box(): SizePx;
  glide(camera: Camera): void;
  rest(camera: Camera): void;
}

/** A hand that clicks is never quite still. */
const stillPx = 4;
const restMs = 160;
/** So much of the wheel doubles the picture. */
const wheelPx = 400;

export function panning({ camera, box, glide, rest }: Panned): Attachment<SVGSVGElement> {
  return (svg) => {
    const gone = new AbortController();
    const on = <K extends keyof SVGElementEventMap>(kind: K, then: (event: SVGElementEventMap[K]) => void): void =>
      svg.addEventListener(kind, then as EventListener, { signal: gone.signal, passive: false, capture: true });
    /** The pointers that are down, and where they and the picture were when the last of them came or went. */
    const held = new Map<number, PointPx>();
    let [from, points]: [Camera, readonly PointPx[]] = [home, []];
    let hasMoved = false;
    let at: Camera = home;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const come = (to: Camera): void => {
      at = to;
      glide(to);
    };
    const placeOf = ({ clientX, clientY }: MouseEvent): PointPx => {
      const { left, top } = svg.getBoundingClientRect();
      return { x: clientX - left, y: clientY - top };
    };
    const grasp = (): void => {
      [from, points] = [hasMoved ? at : camera(), [...held.values()]];
    };

    on('pointerdown', (event) => {
      if (held.size === 0) hasMoved = false;
      const { button, shiftKey, ctrlKey, metaKey } = event;
      if (button !== 0 || shiftKey || ctrlKey || metaKey || held.size > 1) return;
      held.set(event.pointerId, placeOf(event));
      grasp();
    });
    on('pointermove', (event) => {
      if (!held.has(event.pointerId)) return;
      held.set(event.pointerId, placeOf(event));
      // The whole picture has nowhere to go: one finger scrolls the page.
      if (held.size === 1 && from.scale === 1) return;
      const now = [...held.values()];
      const far = now.some(
        ({ x, y }, index) => Math.hypot(x - (points[index]?.x ?? x), y - (points[index]?.y ?? y)) >= stillPx,
      );
      if (!hasMoved && !far) return;
      if (!hasMoved) for (const id of held.keys()) svg.setPointerCapture(id);
      hasMoved = true;
      come(pulled(from, points, now, box()));
    });
    const release = ({ pointerId }: PointerEvent): void => {
      if (!held.delete(pointerId)) return;
      if (held.size > 0) grasp();
      else if (hasMoved) rest(at);
    };
    on('pointerup', release);
    on('pointercancel', release);
    // Two fingers are for the picture, not for the page.
    on('touchstart', (event) => {
      if (event.touches.length > 1) event.preventDefault();
    });
    // What was moved was not meant to be chosen.
    on('click', (event) => {
      if (hasMoved) event.stopPropagation();
      hasMoved = false;
    });
    on('dblclick', (event) => rest(zoomed(camera(), event.shiftKey ? 0.5 : 2, placeOf(event), box())));
    on('wheel', (event) => {
      const before = resting === undefined ? camera() : at;
      const after = zoomed(before, 2 ** (-event.deltaY / wheelPx), placeOf(event), box());
      // Where the map can't get any smaller the page scrolls on.
      if (after.scale === before.scale) return;
      event.preventDefault();
      come(after);
      clearTimeout(resting);
      resting = setTimeout(() => {
        resting = undefined;
        rest(at);
      }, restMs);
    });
    return () => {
      clearTimeout(resting);
      gone.abort();
    };
  };
}
