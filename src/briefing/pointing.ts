/** Owns what a presentation is told by pointer and finger: that the pointer rests, and that a finger went to one side. */

interface Told {
  readonly onstill: (isStill: boolean) => void;
  /** 1: on; -1: back. */
  readonly onswipe: (way: -1 | 1) => void;
}
const restsMs = 2500;

/** Attached to what is presented. */
export const pointing =
  ({ onstill, onswipe }: Told) =>
  (element: HTMLElement): (() => void) => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const moved = (): void => {
      onstill(false);
      clearTimeout(rest);
      rest = setTimeout(() => onstill(true), restsMs);
    };
    let from: { readonly x: number; readonly y: number } | null = null;
    const touched = ({ pointerType, clientX, clientY }: PointerEvent): void => {
      from = pointerType === 'touch' ? { x: clientX, y: clientY } : null;
    };
    const released = ({ clientX, clientY }: PointerEvent): void => {
      const way = from ? swiped(from, { x: clientX, y: clientY }) : 0;
      from = null;
      if (way !== 0) onswipe(way);
    };
    moved();
    element.addEventListener('pointermove', moved);
    element.addEventListener('pointerdown', touched);
    element.addEventListener('pointerup', released);
    return () => {
      clearTimeout(rest);
      element.removeEventListener('pointermove', moved);
      element.removeEventListener('pointerdown', touched);
      element.removeEventListener('pointerup', released);
    };
  };

/** A finger that went far enough to one side, and not up or down: which way the slides turn. */
export function swiped(from: { readonly x: number; readonly y: number }, to: typeof from): -1 | 0 | 1 {
  const [x, y] = [to.x - from.x, to.y - from.y];
  if (Math.abs(x) < 60 || Math.abs(x) < Math.abs(y) * 1.5) return 0;
  return x < 0 ? 1 : -1;
}
