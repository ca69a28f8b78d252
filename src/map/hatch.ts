/** Owns the hatching of areas without a value: one path a kind, drawn alike by SVG patterns and by the canvas. */
import type { Missing } from '../areas/shading.ts';

/** Side of the repeated square. */
export const hatchPx = 8;
export const hatchLinePx: Readonly<Record<Missing, number>> = {
  no_data: 1.25,
  not_loaded: 2,
  not_applicable: 1.25,
  withheld: 1.25,
};
/** Seen from the back row, and still quieter than a value. */
export const hatchOpacity = 0.55;

/** SVG path data within the square: slanted lines, dots, level lines, crosses. Slants run past the edges so that tiles join. */
export const hatches: Readonly<Record<Missing, string>> = {
  no_data: 'M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4',
  not_loaded: 'M4,4 h0.01',
  not_applicable: 'M0,4 h8',
  withheld: 'M2,2 l4,4 M6,2 l-4,4',
};

export const missings = Object.keys(hatches) as Missing[];

/** The square as pixels for the graphics card, `scale` device pixels to a CSS pixel. */
export function hatchImage(kind: Missing, color: string, scale: number): ImageData {
  const sidePx = hatchPx * scale;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = sidePx;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2d canvas');
  pen.scale(scale, scale);
  pen.globalAlpha = hatchOpacity;
  pen.strokeStyle = color;
  pen.lineWidth = hatchLinePx[kind];
  pen.lineCap = 'round';
  pen.stroke(new Path2D(hatches[kind]));
  return pen.getImageData(0, 0, sidePx, sidePx);
}
