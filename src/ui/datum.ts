/** Owns the shape of a figure as it is shown: what it is, where it belongs, and how it reads. */

export interface Datum {
  /** What a test or a screen reader may rely on. Null: there is no figure. `lt10`: kept small on purpose, never the raw figure. */
  readonly value: number | null | 'lt10';
  /** As the reader sees it. */
  readonly text: string;
  /** Measure id, unit first: `household.need`. */
  readonly measure: string;
  readonly area?: string | undefined;
  readonly dimension?: string | undefined;
  readonly class?: string | undefined;
  /** Of another snapshot than the page's. */
  readonly snapshot?: string | undefined;
  /** The rows it is the count of, as a link says it, where measure and place do not tell. */
  readonly rows?: string | undefined;
}
