/** Owns a picture as PNG, drawn from its SVG by the browser in the page's own face, which goes into the file. */
import latin400 from '@fontsource/sarabun/files/sarabun-latin-400-normal.woff2?url';
import latin600 from '@fontsource/sarabun/files/sarabun-latin-600-normal.woff2?url';
import latin700 from '@fontsource/sarabun/files/sarabun-latin-700-normal.woff2?url';
import thai400 from '@fontsource/sarabun/files/sarabun-thai-400-normal.woff2?url';
import thai600 from '@fontsource/sarabun/files/sarabun-thai-600-normal.woff2?url';
import thai700 from '@fontsource/sarabun/files/sarabun-thai-700-normal.woff2?url';
import type { Picture } from './vector.ts';

/** A letter of each script, to be looked for when it is drawn. */
const [latin, thai] = ['A', String.fromCodePoint(0xe01)];

const files = [
  { url: latin400, weight: 400, letter: latin, range: 'U+0-DFF, U+E80-FFFF' },
  { url: latin600, weight: 600, letter: latin, range: 'U+0-DFF, U+E80-FFFF' },
  { url: latin700, weight: 700, letter: latin, range: 'U+0-DFF, U+E80-FFFF' },
  { url: thai400, weight: 400, letter: thai, range: 'U+E00-E7F' },
  { url: thai600, weight: 600, letter: thai, range: 'U+E00-E7F' },
  { url: thai700, weight: 700, letter: thai, range: 'U+E00-E7F' },
] as const;

let faces: Promise<string> | null = null;
/** The face as CSS that needs no other file: a picture may fetch none. */
export function fontFaces(): Promise<string> {
  faces ??= Promise.all(
    files.map(async ({ url, weight, range }) => {
      const response = await fetch(url);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const source = `url(data:font/woff2;base64,${base64(bytes)}) format('woff2')`;
      return `@font-face{font-family:Sarabun;font-display:block;font-weight:${weight};unicode-range:${range};src:${source}}`;
    }),
  ).then((all) => all.join(''));
  // A fetch that failed is tried again.
  faces.catch(() => (faces = null));
  return faces;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** So many pixels wide. What the picture needs must lie in it: `withFaces`. */
export async function pngOf({ svg, size }: Picture, widthPx: number): Promise<Uint8Array<ArrayBuffer>> {
  const scale = widthPx / size.width;
  const heightPx = Math.round(size.height * scale);
  const tall = size.height + probe.height;
  const probed = svg
    .replace(`height="${size.height}"`, `height="${tall}"`)
    .replace(`viewBox="0 0 ${size.width} ${size.height}"`, `viewBox="0 0 ${size.width} ${tall}"`)
    .replace(/<\/svg>$/, `${probe.marks(size.height)}</svg>`);
  const url = URL.createObjectURL(new Blob([probed], { type: 'image/svg+xml' }));
  try {
    const image = new Image(widthPx, Math.round(tall * scale));
    image.src = url;
    await image.decode();
    await facesDrawn(image, size);
    const { canvas, pen } = canvasOf(widthPx, heightPx);
    pen.drawImage(image, 0, 0, widthPx, tall * scale);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('no picture');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A strip below the picture with a letter of each face: a browser draws a picture before its letters are there. */
const probe = {
  height: 24,
  widths: 24,
  marks: (top: number): string =>
    files
      .map(
        ({ weight, letter }, at) =>
          `<text x="${at * probe.widths + 2}" y="${top + 20}" font-size="20" font-weight="${weight}">${letter}</text>`,
      )
      .join(''),
} as const;
const longestMs = 5000;

async function facesDrawn(image: HTMLImageElement, size: Picture['size']): Promise<void> {
  const { pen } = canvasOf(files.length * probe.widths, probe.height);
  const tall = size.height + probe.height;
  for (const started = performance.now(); performance.now() - started < longestMs;) {
    pen.clearRect(0, 0, files.length * probe.widths, probe.height);
    pen.drawImage(image, 0, -size.height, size.width, tall);
    const drawn = files.every((_, at) =>
      pen
        .getImageData(at * probe.widths, 0, probe.widths, probe.height)
        .data.some((part, of) => of % 4 === 3 && part > 0),
    );
    if (drawn) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

function canvasOf(width: number, height: number): { canvas: HTMLCanvasElement; pen: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2d canvas');
  return { canvas, pen };
}

/** The same picture with the face in it. */
export async function withFaces(picture: Picture): Promise<Picture> {
  const style = `<style>${await fontFaces()}</style>`;
  return { ...picture, svg: picture.svg.replace('<defs>', `${style}<defs>`) };
}
