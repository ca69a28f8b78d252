/** Owns what may draw the map: chosen by itself, or always SVG, as on a machine without graphics. */
export const renderers = ['auto', 'svg'] as const;
export type RendererId = (typeof renderers)[number];
