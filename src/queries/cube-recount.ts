/** Owns counting what cubes hold once more under other numbers, so that one cube comes of several, of a part, or of what is alike. */
import { Gathered } from './cube-gather.ts';
import { householdsIn, personsIn } from './cube-scan.ts';
import { finished, mostKeys, narrow, refuseTooMany, sorted, type Cube, type Uncounted } from './cube.ts';
import { sliceCells, type Sliced } from './slices.ts';

/** A cube, and what the indices of its areas, facts and needs become; a cell of which one becomes -1 is left out. */
export interface Renumbered {
  readonly cube: Cube;
  readonly areas: Int32Array;
  readonly facts: Int32Array;
  readonly needs: Int32Array;
}

/** The cube of these cells; the keys are what their numbers stand for, ascending. The cells' pairs are put in order, and not the cells. */
export function* recount(
  { areas, facts, needs }: Pick<Cube, 'areas' | 'facts' | 'needs'>,
  parts: readonly Renumbered[],
): Sliced<Cube> {
  if ([areas, facts, needs].some(({ length }) => length > mostKeys)) throw new RangeError('too many keys for one cube');
  const all = pairsOf(parts);
  yield;
  const byNeeds = sorted(all.needs, needs.length, null);
  yield;
  const order = sorted(all.facts, facts.length, byNeeds);
  yield;
  const byRow = parts.map(({ cube, areas: own }) => Int32Array.from(cube.scan.areas, (area) => own[area] as number));
  const gathered = new Gathered(areas.length, all.cells);
  yield;
  const ids = (): Uint16Array => new Uint16Array(order.length);
  const sums = (): Uint32Array => new Uint32Array(order.length);
  const pairs = { facts: ids(), needs: ids(), households: sums(), persons: sums() };
  const starts = new Uint32Array(order.length + 1);
  const factStarts = new Uint32Array(facts.length + 1);
  let [count, fact, pauseAt] = [0, -1, sliceCells];
  for (let at = 0, done = 0; at < order.length;) {
    const own = order[at] as number;
    const [ownFact, ownNeed] = [all.facts[own] as number, all.needs[own] as number];
    while (fact < ownFact) factStarts[++fact] = count;
    for (let row = own; all.facts[row] === ownFact && all.needs[row] === ownNeed; row = order[at] as number) {
      const part = all.parts[row] as number;
      const { scan } = (parts[part] as Renumbered).cube;
      const pair = all.pairs[row] as number;
      gathered.add(scan, pair, byRow[part] as Int32Array);
      done += (scan.starts[pair + 1] as number) - (scan.starts[pair] as number) + 1;
      if (done > pauseAt) {
        pauseAt = done + sliceCells;
        yield;
      }
      if (++at === order.length) break;
    }
    const { households, persons } = gathered.settle();
    if (households > 0) {
      pairs.facts[count] = ownFact;
      pairs.needs[count] = ownNeed;
      pairs.households[count] = households;
      pairs.persons[count] = persons;
      starts[++count] = gathered.length;
    }
  }
  while (fact < facts.length) factStarts[++fact] = count;
  refuseTooMany(gathered.everybody);
  const { cells, length } = gathered;
  return yield* finished(areas, facts, needs, {
    pairs: {
      facts: pairs.facts.slice(0, count),
      needs: pairs.needs.slice(0, count),
      households: narrow(pairs.households.subarray(0, count)),
      persons: narrow(pairs.persons.subarray(0, count)),
    },
    factStarts,
    cells: {
      areas: cells.areas.subarray(0, length),
      households: cells.households.subarray(0, length),
      persons: cells.persons.subarray(0, length),
    },
    starts: starts.slice(0, count + 1),
  });
}

/** The pairs that are not left out, each with its number in its part, and how many cells they have at most. */
function pairsOf(parts: readonly Renumbered[]) {
  const most = parts.reduce((sum, { cube }) => sum + cube.pairs.facts.length, 0);
  const [facts, needs, own] = [new Uint16Array(most), new Uint16Array(most), new Uint16Array(most)];
  const numbers = new Uint32Array(most);
  let [at, cells] = [0, 0];
  parts.forEach(({ cube: { pairs, scan }, facts: factIds, needs: needIds }, part) => {
    for (let pair = 0; pair < pairs.facts.length; pair++) {
      const fact = factIds[pairs.facts[pair] as number] as number;
      const need = needIds[pairs.needs[pair] as number] as number;
      if (fact < 0 || need < 0) continue;
      facts[at] = fact;
      needs[at] = need;
      own[at] = part;
      numbers[at++] = pair;
      cells += (scan.starts[pair + 1] as number) - (scan.starts[pair] as number);
    }
  });
  const pairs = numbers.subarray(0, at);
  return { facts: facts.subarray(0, at), needs: needs.subarray(0, at), parts: own.subarray(0, at), pairs, cells };
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
