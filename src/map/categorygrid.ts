/** Owns the shape of a legend in two directions: which category lies where, and what the directions are called. */

export interface CategoryGrid {
  /** Categories by row from the top, each as its place in the list. */
  readonly rows: readonly (readonly number[])[];
  /** What grows to the right: "more need". */
  readonly across: string;
  /** What grows upwards. */
  readonly up: string;
  /** Words of the four corners. */
  readonly corners: {
    readonly topLeft: string;
    readonly topRight: string;
    readonly bottomLeft: string;
    readonly bottomRight: string;
  };
}
