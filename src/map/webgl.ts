/** Owns the question whether this machine can draw with WebGL 2; office PCs on remote desktop often cannot. */

export function hasWebgl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  // A browser keeps few contexts: this one is given back at once.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
