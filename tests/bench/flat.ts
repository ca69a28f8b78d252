/** Owns the households as the others of the comparisons take them: a plain column each, from the same rows as the cube. */
import { foldTable } from '../../src/model/status.ts';
import { codesOf, needBase } from '../../src/queries/cube-axes.ts';
import type { CubeColumns } from '../../src/queries/cube-columns.ts';
import { gestureAxes, type GestureAxis } from './gestures.ts';

export interface FlatColumns {
  readonly length: number;
  readonly area: Int32Array;
  readonly persons: Int32Array;
  /** Folded from all its needs. */
  readonly status: Uint8Array;
  readonly codes: Readonly<Record<GestureAxis, Uint8Array>>;
  /** Of each need, the row of its household, its dimension and its own status. */
  readonly needs: { readonly row: Int32Array; readonly dimension: Uint8Array; readonly status: Uint8Array };
}

export function flatOf({ households, needs }: CubeColumns): FlatColumns {
  const facts = Uint32Array.from(households.facts);
  const codes = Object.fromEntries(gestureAxes.map((axis) => [axis, codesOf(axis, facts)])) as Record<
    GestureAxis,
    Uint8Array
  >;
  const rows = new Int32Array(households.household.reduce((most, one) => Math.max(most, one), 0) + 1);
  households.household.forEach((household, row) => (rows[household] = row));
  const row = needs.household.map((household) => rows[household] as number);
  const status = Uint8Array.from(needs.need, (need) => (need % needBase) - 1);
  const masks = new Uint8Array(facts.length);
  row.forEach((own, need) => (masks[own]! |= 1 << (status[need] as number)));
  return {
    length: facts.length,
    area: households.area,
    persons: households.persons,
    status: masks.map((mask) => foldTable[mask] as number),
    codes,
    needs: { row, dimension: Uint8Array.from(needs.need, (need) => Math.floor(need / needBase)), status },
  };
}
