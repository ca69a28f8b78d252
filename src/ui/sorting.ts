/** Owns the order of a table's rows. */

export type SortValue = number | string | null;

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

const thai = new Intl.Collator('th', { numeric: true });

/**
 * A sorted copy. Rows without a value stand last whichever way the rest is turned; equal rows keep the order they came in.
 * Thai collation sorts English names too.
 */
export function sorted<T>(rows: readonly T[], value: (row: T) => SortValue, descending: boolean): T[] {
  const sign = descending ? -1 : 1;
  // A value is worked out once a row, not once a comparison.
  const valued = rows.map((row) => ({ row, value: value(row) }));
  valued.sort(({ value: a }, { value: b }) => {
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * thai.compare(String(a), String(b));
  });
  return valued.map(({ row }) => row);
}

/** The sort after a click on a column's title: a new column begins with its largest figures, or with ก; a second click turns it. */
export function nextSort(sort: Sort | null, column: string, numeric: boolean): Sort {
  return { column, descending: sort?.column === column ? !sort.descending : numeric };
}
