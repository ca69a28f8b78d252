/** Owns the names of the kinds of map, as the URL says them, and what several small maps can be of. */

/** `panels/kinds/registry.ts` has a row for each. */
export const mapKinds = ['choropleth', 'circles', 'multiples', 'beside', 'swipe', 'change'] as const;
export type MapKindId = (typeof mapKinds)[number];

/** What parts the small maps: each dimension, each class, or each snapshot has one. */
export const seriesKinds = ['dimensions', 'classes', 'snapshots'] as const;
export type SeriesKind = (typeof seriesKinds)[number];
