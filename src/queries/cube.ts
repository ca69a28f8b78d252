/** Owns the cube: the households of a snapshot counted by every combination that occurs of area, facts and needs. */
import { axes, codesOf, factsSize, needBase, needPlaces, needsSize, type AxisId } from './cube-axes.ts';
import type { CubeCells } from './cube-cells.ts';
import type { CubeColumns } from './cube-columns.ts';
import { kindsOf, type Kinds } from './cube-counters.ts';
import { scanOf, type Cells, type Scan } from './cube-scan.ts';
import { atOnce, type Sliced } from './slices.ts';

export type Unsigned = Uint8Array | Uint16Array | Uint32Array;

/** Columns of equal length, a row for each combination of facts and needs that occurs: by facts, then needs. */
export interface Pairs {
  /** Index into the cube's `facts` and `needs`. */
  readonly facts: Uint16Array;
  readonly needs: Uint16Array;
  readonly households: Unsigned;
  /** Sum over the households; those that don't say how many they are have facts of their own. */
  readonly persons: Unsigned;
}

export interface Cube {
  /** The facts and the needs that occur (see cube-axes) and the area numbers, ascending. */
  readonly facts: Uint32Array;
  readonly needs: Uint32Array;
  readonly areas: Uint32Array;
  /** The households of all areas; rows of the i-th facts are `factStarts[i]` to `factStarts[i + 1]`. */
  readonly pairs: Pairs;
  readonly factStarts: Uint32Array;
  /** Each pair's households by area. */
  readonly scan: Scan;
  /** Each axis's code by facts. */
  readonly codes: Readonly<Record<AxisId, Uint8Array>>;
  readonly kinds: Kinds;
}

/** A `RangeError` where a household has two needs of one dimension, or a number lies outside its registry. */
export function buildCube({ households, needs }: CubeColumns): Cube {
  const { household, area, facts, persons } = households;
  return cubeOf(area, facts, needsByHousehold(household, needs), persons, null);
}

/** The same cube, of what the engine has counted by combination already. */
export function buildCubeOfCells({ area, facts, needs, persons, households }: CubeCells): Cube {
  return cubeOf(area, facts, needs, persons, Uint32Array.from(households));
}

function cubeOf(
  area: Int32Array,
  facts: Int32Array,
  needKeys: Int32Array | Uint32Array,
  persons: Int32Array,
  households: Uint32Array | null,
): Cube {
  const areaIds = numbered(area, 1_000_000);
  const factIds = numbered(facts, factsSize);
  const needIds = numbered(needKeys, needsSize);
  const rows = { areas: areaIds.ids, facts: factIds.ids, needs: needIds.ids, persons, households };
  return assemble(areaIds.keys, factIds.keys, needIds.keys, rows);
}

/** Each household's needs as one number. */
function needsByHousehold(household: Int32Array, needs: CubeColumns['needs']): Uint32Array {
  let most = 0;
  for (let row = 0; row < household.length; row++) most = Math.max(most, household[row] as number);
  const byNumber = new Uint32Array(most + 1);
  for (let row = 0; row < needs.household.length; row++) {
    const number = needs.household[row] as number;
    const need = needs.need[row] as number;
    const place = needPlaces[Math.floor(need / needBase)] ?? 0;
    const before = byNumber[number] as number;
    if (Math.floor(before / place) % needBase !== 0) throw new RangeError(`household ${number} has a need twice`);
    byNumber[number] = before + place * (need % needBase);
  }
  const result = new Uint32Array(household.length);
  for (let row = 0; row < result.length; row++) result[row] = byNumber[household[row] as number] as number;
  return result;
}

/** Rows to be counted together where area, facts and needs agree, each an index into its keys; no `households`: one each. */
export interface Uncounted {
  readonly areas: Uint16Array;
  readonly facts: Uint16Array;
  readonly needs: Uint16Array;
  readonly households: Uint32Array | null;
  readonly persons: Uint32Array | Int32Array;
}
/** So many keys at most: what is sorted and counted is as small as that. */
export const mostKeys = 2 ** 16;

export function assemble(areas: Uint32Array, facts: Uint32Array, needs: Uint32Array, rows: Uncounted): Cube {
  let everybody = 0;
  for (let row = 0; row < rows.persons.length; row++) everybody += rows.persons[row] as number;
  refuseTooMany(everybody);
  const byArea = sorted(rows.areas, areas.length, null);
  const byNeeds = sorted(rows.needs, needs.length, byArea);
  return atOnce(finished(areas, facts, needs, counted(rows, sorted(rows.facts, facts.length, byNeeds), facts.length)));
}

export function refuseTooMany(persons: number): void {
  if (persons >= 2 ** 32) throw new RangeError(`${persons} persons are more than the cube can add up`);
}

/** Cells by pairs, and pairs by facts; `starts` says where the cells of a pair begin. */
export interface ByPairs {
  readonly pairs: Pairs;
  readonly factStarts: Uint32Array;
  readonly cells: Cells;
  readonly starts: Uint32Array;
}

export function* finished(
  areas: Uint32Array,
  facts: Uint32Array,
  needs: Uint32Array,
  { pairs, factStarts, cells, starts }: ByPairs,
): Sliced<Cube> {
  const codes = Object.fromEntries(axes.map(({ id }) => [id, codesOf(id, facts)])) as Record<AxisId, Uint8Array>;
  const scan = yield* scanOf(cells, starts, areas.length);
  return { facts, needs, areas, pairs, factStarts, scan, codes, kinds: kindsOf(codes) };
}

/** The distinct keys, ascending, and each row's index among them. */
function numbered(column: Int32Array | Uint32Array, size: number): { keys: Uint32Array; ids: Uint16Array } {
  const index = new Uint32Array(size);
  for (let row = 0; row < column.length; row++) {
    const key = column[row] as number;
    if (key < 0 || key >= size) throw new RangeError(`${key} is outside of what the cube holds`);
    index[key] = 1;
  }
  let count = 0;
  for (let key = 0; key < size; key++) if (index[key]) index[key] = ++count;
  if (count > mostKeys) throw new RangeError(`${count} are more than the cube can tell apart`);
  const keys = new Uint32Array(count);
  for (let key = 0; key < size; key++) if (index[key]) keys[(index[key] as number) - 1] = key;
  const ids = new Uint16Array(column.length);
  for (let row = 0; row < ids.length; row++) ids[row] = (index[column[row] as number] as number) - 1;
  return { keys, ids };
}

/** Row numbers in the order of their ids; rows of one id stay as they stood. */
export function sorted(ids: Uint16Array, size: number, order: Uint32Array | null): Uint32Array {
  const next = new Uint32Array(size + 1);
  for (let row = 0; row < ids.length; row++) next[(ids[row] as number) + 1]!++;
  for (let id = 0; id < size; id++) next[id + 1]! += next[id] as number;
  const result = new Uint32Array(ids.length);
  for (let at = 0; at < ids.length; at++) {
    const row = order ? (order[at] as number) : at;
    result[next[ids[row] as number]!++] = row;
  }
  return result;
}

/** One cell for each run of equal rows, one pair for each run of the same facts and needs; `starts` says where its cells begin. */
function counted(
  { areas, facts, needs, households, persons }: Uncounted,
  order: Uint32Array,
  factCount: number,
): ByPairs {
  const ids = (): Uint16Array => new Uint16Array(order.length);
  const sums = (): Uint32Array => new Uint32Array(order.length);
  const cells = { areas: ids(), households: sums(), persons: sums() };
  const pairs = { facts: ids(), needs: ids(), households: sums(), persons: sums() };
  const starts = new Uint32Array(order.length + 1);
  const factStarts = new Uint32Array(factCount + 1);
  let [cell, pair, fact, need, area] = [-1, -1, -1, -1, -1];
  for (let at = 0; at < order.length; at++) {
    const row = order[at] as number;
    const isOther = facts[row] !== fact || needs[row] !== need;
    if (isOther) {
      pair++;
      while (fact < (facts[row] as number)) factStarts[++fact] = pair;
      need = needs[row] as number;
      starts[pair] = cell + 1;
      pairs.facts[pair] = fact;
      pairs.needs[pair] = need;
    }
    if (isOther || areas[row] !== area) {
      cell++;
      area = areas[row] as number;
      cells.areas[cell] = area;
    }
    const count = households ? (households[row] as number) : 1;
    const people = persons[row] as number;
    cells.households[cell]! += count;
    cells.persons[cell]! += people;
    pairs.households[pair]! += count;
    pairs.persons[pair]! += people;
  }
  while (fact < factCount) factStarts[++fact] = pair + 1;
  starts[pair + 1] = cell + 1;
  const cut = (own: Uint32Array, length: number): Unsigned => narrow(own.subarray(0, length));
  return {
    pairs: {
      facts: pairs.facts.slice(0, pair + 1),
      needs: pairs.needs.slice(0, pair + 1),
      households: cut(pairs.households, pair + 1),
      persons: cut(pairs.persons, pair + 1),
    },
    factStarts,
    cells: {
      areas: cells.areas.subarray(0, cell + 1),
      households: cells.households.subarray(0, cell + 1),
      persons: cells.persons.subarray(0, cell + 1),
    },
    starts: starts.slice(0, pair + 2),
  };
}

/** A copy in as few bytes as its largest number needs: what a scan reads is what it costs. */
export function narrow(column: Unsigned): Unsigned {
  let most = 0;
  for (let row = 0; row < column.length; row++) most = Math.max(most, column[row] as number);
  return most < 1 << 8 ? new Uint8Array(column) : most < 1 << 16 ? new Uint16Array(column) : new Uint32Array(column);
}
