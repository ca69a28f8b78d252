/** Owns handing a file to the reader: it is made in the page and leaves it only by the browser's own saving. */
import type { Saved } from './sheet.ts';

/** A file too large to stand in memory as a whole: the browser keeps its parts. */
export type SavedParts = Omit<Saved, 'bytes'> & { readonly bytes: Blob };

/** How long the browser may take to begin saving. */
const keptMs = 60_000;

export function save({ name, type, bytes }: Saved | SavedParts): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
}
