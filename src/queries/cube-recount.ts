/** Owns counting what cubes hold once more under other numbers, so that one cube comes of several, of a part, or of what is alike. */
import { householdsIn, personsIn } from './cube-scan.ts';
import { assemble, mostKeys, type Cube, type Uncounted } from './cube.ts';

/** A cube, and what the indices of its areas, facts and needs become; a cell of which one becomes -1 is left out. */
export interface Renumbered {
  readonly cube: Cube;
  readonly areas: Int32Array;
  readonly facts: Int32Array;
  readonly needs: Int32Array;
}

/** The cube of these cells; the keys are what their numbers stand for, ascending. */
export function recount(keys: Pick<Cube, 'areas' | 'facts' | 'needs'>, parts: readonly Renumbered[]): Cube {
  if (Object.values(keys).some(({ length }) => length > mostKeys)) throw new RangeError('too many keys for one cube');
  return assemble(keys.areas, keys.facts, keys.needs, rowsOf(parts));
}

/** Cells as rows to be counted together, by facts, then needs. */
export function rowsOf(parts: readonly Renumbered[]): Uncounted & Record<'households' | 'persons', Uint32Array> {
  const most = parts.reduce((sum, { cube }) => sum + cube.scan.cells.length / 2, 0);
  const ids = (): Uint16Array => new Uint16Array(most);
  const sums = (): Uint32Array => new Uint32Array(most);
  const rows = { areas: ids(), facts: ids(), needs: ids(), households: sums(), persons: sums() };
  let at = 0;
  for (const { cube, areas, facts, needs } of parts) {
    const { pairs, scan } = cube;
    const byRow = Int32Array.from(scan.areas, (area) => areas[area] as number);
    for (let pair = 0; pair < pairs.facts.length; pair++) {
      const fact = facts[pairs.facts[pair] as number] as number;
      const need = needs[pairs.needs[pair] as number] as number;
      if (fact < 0 || need < 0) continue;
      const end = scan.starts[pair + 1] as number;
      for (let cell = scan.starts[pair] as number; cell < end; cell++) {
        const area = byRow[scan.cells[2 * cell] as number] as number;
        if (area < 0) continue;
        const sums = scan.cells[2 * cell + 1] as number;
        rows.areas[at] = area;
        rows.facts[at] = fact;
        rows.needs[at] = need;
        rows.households[at] = householdsIn(sums);
        rows.persons[at] = personsIn(sums);
        at++;
      }
    }
  }
  return {
    areas: rows.areas.subarray(0, at),
    facts: rows.facts.subarray(0, at),
    needs: rows.needs.subarray(0, at),
    households: rows.households.subarray(0, at),
    persons: rows.persons.subarray(0, at),
  };
}

/** The distinct keys, ascending, and where each of the given ones stands among them. */
export function ordered(keys: Uint32Array): { readonly keys: Uint32Array; readonly ids: Int32Array } {
  const once = Uint32Array.from(new Set(keys)).sort();
  return { keys: once, ids: placesOf(keys, once) };
}
export function placesOf(keys: Uint32Array, all: Uint32Array): Int32Array {
  const places = new Map(Array.from(all, (key, place) => [key, place]));
  return Int32Array.from(keys, (key) => places.get(key) ?? -1);
}
/** All stay what they are. */
export const asTheyAre = (keys: Uint32Array): Int32Array => Int32Array.from(keys, (_, id) => id);
