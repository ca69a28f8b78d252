/** Owns what an ordinary line is like: one that becomes codes straight from its bytes, in whichever worker. */
import type { ColumnId } from '../model/columns.ts';

/** What a line must be like, field by field, to need no second look. */
export interface Ordinary {
  readonly width: number;
  readonly house: number;
  /** Fields that must say something, and fields that must not. */
  readonly filled: readonly number[];
  readonly blank: readonly number[];
  /** Fields of which some texts need a second look, and whether this one does. */
  readonly watched: readonly number[];
  isDoubtful(place: number, text: string): boolean;
}

/** As far as it can be told to another worker. */
export interface Likeness extends Omit<Ordinary, 'isDoubtful'> {
  readonly columns: readonly (ColumnId | null)[];
  readonly delimiter: string;
}

/** As text: lines are alike where it is the same. */
export function likenessOf(ordinary: Ordinary, columns: Likeness['columns'], delimiter: string): string {
  const { width, house, filled, blank, watched } = ordinary;
  return JSON.stringify({ width, house, filled, blank, watched, columns, delimiter } satisfies Likeness);
}
