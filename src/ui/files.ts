/** Owns what a drop on the page carries: files, or something that is none of our business. */

/** True while files (not text or a link) are dragged. */
export function carriesFiles(types: readonly string[] | undefined): boolean {
  return types?.includes('Files') ?? false;
}
