/** Owns moving the SVG map by pointer and wheel: it glides as one picture, and is drawn anew where it comes to rest. */
import type { Attachment } from 'svelte/attachments';
import { home, moved, zoomed, type Camera } from './camera.ts';
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
    let held: { readonly id: number; readonly x: number; readonly y: number; readonly from: Camera } | null = null;
    let hasMoved = false;
    let at: Camera = home;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const come = (to: Camera): void => {
      at = to;
      glide(to);
    };

    on('pointerdown', ({ pointerId, clientX: x, clientY: y, button, shiftKey, ctrlKey, metaKey }) => {
      hasMoved = false;
      const from = camera();
      if (button !== 0 || shiftKey || ctrlKey || metaKey || from.scale === 1) return;
      held = { id: pointerId, x, y, from };
    });
    on('pointermove', ({ pointerId, clientX, clientY }) => {
      if (held?.id !== pointerId) return;
      const [byX, byY] = [clientX - held.x, clientY - held.y];
      if (!hasMoved && Math.hypot(byX, byY) < stillPx) return;
      if (!hasMoved) svg.setPointerCapture(pointerId);
      hasMoved = true;
      come(moved(held.from, byX, byY, box()));
    });
    const release = (): void => {
      if (held && hasMoved) rest(at);
      held = null;
    };
    on('pointerup', release);
    on('pointercancel', release);
    // What was moved was not meant to be chosen.
    on('click', (event) => {
      if (hasMoved) event.stopPropagation();
      hasMoved = false;
    });
    on('wheel', (event) => {
      const before = resting === undefined ? camera() : at;
      const { left, top } = svg.getBoundingClientRect();
      const about = { x: event.clientX - left, y: event.clientY - top };
      const after = zoomed(before, 2 ** (-event.deltaY / wheelPx), about, box());
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
