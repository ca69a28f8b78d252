/** Owns what progress is parted by in a table: where, in which dimension, of which class, under which host agency. */

export const breakdowns = ['areas', 'dimensions', 'classes', 'agencies'] as const;
export type Breakdown = (typeof breakdowns)[number];
