/** Owns the rows of an answer one by one, where there are so few that nobody minds. */
import type { Cell, Rows } from './rows.ts';

export function recordsOf<T extends Record<string, Cell>>({ length, columns }: Rows<T>): readonly T[] {
  const names = Object.keys(columns) as (keyof T)[];
  const record = (row: number): unknown => Object.fromEntries(names.map((name) => [name, columns[name][row]]));
  return Array.from({ length }, (_, row) => record(row) as T);
}
