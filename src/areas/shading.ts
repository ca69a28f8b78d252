/** Owns shading: the value of an area becomes a colour and a legend, once, for map, legend, charts and print alike. */

/** What an area shows: a number, or why it has none. `zero` is a number that says nothing is there. */
export type Missing = 'no_data' | 'not_loaded' | 'not_applicable';
export type AreaValue = number | Missing;

export interface LegendClass {
  /** Inclusive lower and exclusive upper bound; the last class includes its upper bound. */
  readonly from: number;
  readonly to: number;
  readonly color: string;
  /** Areas in the class. */
  readonly count: number;
}

export interface Shading {
  readonly scheme: SchemeId;
  readonly classes: readonly LegendClass[];
  readonly zero: { readonly color: string; readonly count: number };
  readonly missing: Readonly<Record<Missing, { readonly color: string; readonly count: number }>>;
  /** CSS colour (lower-case six-digit hex) of a value. */
  colorOf(value: AreaValue): string;
  /** Index into `classes`, or null for zero and missing. */
  classOf(value: AreaValue): number | null;
}

export type SchemeId = 'waiting' | 'helped' | 'neutral';
