/** Owns what the page and its service worker tell each other, and what a version is made of. */

export interface Release {
  /** A fingerprint of all its files. */
  readonly version: string;
  /** Small ones first; the page itself has the empty path. */
  readonly files: readonly { readonly path: string; readonly integrity: string }[];
}

/** Asked of a worker, which answers with its version; `use` makes it the one that pages are opened in. */
export type OfflineAsk =
  | { readonly kind: 'version' }
  | { readonly kind: 'use' }
  /** A page of this version stands. */
  | { readonly kind: 'here'; readonly version: string };

/** Told to every page: what is to be kept finds no room. */
export interface OfflineTold {
  readonly kind: 'full';
}
