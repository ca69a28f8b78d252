/** Owns putting a part of the clean tables under a cluster's numbers of snapshots: in its own bytes, cell by cell. */
import { DataType, tableFromIPC } from 'apache-arrow';
import type { ArrowIPC } from '../../src/engine/engine.ts';

/** How many rows there are under each new number. Throws where a row is of a snapshot that has none. */
export function renumber(part: ArrowIPC, numbers: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const table = tableFromIPC(part);
  const rows = new Map<number, number>();
  for (const { name, type } of table.schema.fields) {
    if (name !== 'snapshot' && !DataType.isDate(type)) continue;
    for (const data of table.getChild(name)?.data ?? []) {
      const values = data.values as Int32Array;
      if (!(values instanceof Int32Array) || values.buffer !== part.buffer)
        throw new TypeError(`the numbers of ${name} do not lie in the part itself`);
      for (let row = 0; row < data.length; row++)
        if (name === 'snapshot') {
          const number = data.getValid(row) ? numbers.get(values[row] ?? NaN) : undefined;
          if (number === undefined) throw new RangeError('a row of a snapshot that the manifest does not name');
          values[row] = number;
          rows.set(number, (rows.get(number) ?? 0) + 1);
        }
        // What stands where a day is null may be no day at all, and the server's reader looks at it.
        else if (!data.getValid(row)) values[row] = 0;
    }
  }
  return rows;
}
