/** Owns the cube: the households of a snapshot counted by every combination that occurs of area, facts and needs. */
import { axes, codesOf, factsSize, needBase, needPlaces, needsSize, type AxisId } from './cube-axes.ts';
import type { CubeColumns } from './cube-columns.ts';
import { kindsOf, type Kinds } from './cube-counters.ts';
import { scanOf, type Scan } from './cube-scan.ts';

export type Unsigned = Uint8Array | Uint16Array | Uint32Array;

/** Columns of equal length, a row per combination. */
export interface Cells {
  /** Index into the cube's `facts` and `needs`. */
  readonly facts: Unsigned;
  readonly needs: Unsigned;
  readonly households: Unsigned;
  /** Sum over the households; those that don't say how many they are have facts of their own. */
  readonly persons: Unsigned;
}

export interface Cube {
  /** The facts and the needs that occur (see cube-axes), ascending. */
  readonly facts: Uint32Array;
  readonly needs: Uint32Array;
  /** The area numbers that occur, ascending; `cells` of the i-th are rows `starts[i]` to `starts[i + 1]`. */
  readonly areas: Uint32Array;
  readonly starts: Uint32Array;
  /** By area, then facts, then needs. */
  readonly cells: Cells;
  readonly scan: Scan;
  /** The cells without areas; rows of the i-th facts are `totalStarts[i]` to `totalStarts[i + 1]`. */
  readonly totals: Cells;
  readonly totalStarts: Uint32Array;
  /** Each axis's code by facts. */
  readonly codes: Readonly<Record<AxisId, Uint8Array>>;
  readonly kinds: Kinds;
}

/** A `RangeError` where a household has two needs of one dimension, or a number lies outside its registry. */
export function buildCube({ households, needs }: CubeColumns): Cube {
  const { household, area, facts, persons } = households;
  const needKeys = needsByHousehold(household, needs);
  const areaIds = numbered(area, 1_000_000);
  const factIds = numbered(facts, factsSize);
  const needIds = numbered(needKeys, needsSize);
  const rows = { areas: areaIds.ids, facts: factIds.ids, needs: needIds.ids, persons, households: null };
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
  readonly areas: Unsigned;
  readonly facts: Unsigned;
  readonly needs: Unsigned;
  readonly households: Unsigned | null;
  readonly persons: Unsigned | Int32Array;
}

export function assemble(areas: Uint32Array, facts: Uint32Array, needs: Uint32Array, rows: Uncounted): Cube {
  let everybody = 0;
  for (let row = 0; row < rows.persons.length; row++) everybody += rows.persons[row] as number;
  if (everybody >= 2 ** 32) throw new RangeError(`${everybody} persons are more than the cube can add up`);
  const byNeeds = sorted(rows.needs, needs.length, null);
  const byFacts = sorted(rows.facts, facts.length, byNeeds);
  const byArea = sorted(rows.areas, areas.length, byFacts);
  const totals = counted(rows, byFacts, rows.facts, facts.length);
  const cells = counted(rows, byArea, rows.areas, areas.length);
  const codes = Object.fromEntries(axes.map(({ id }) => [id, codesOf(id, facts)])) as Record<AxisId, Uint8Array>;
  return {
    facts,
    needs,
    areas,
    starts: cells.starts,
    cells: cells.cells,
    scan: scanOf(cells.cells, cells.starts, facts.length, needs.length),
    totals: totals.cells,
    totalStarts: totals.starts,
    codes,
    kinds: kindsOf(codes),
  };
}

/** The distinct keys, ascending, and each row's index among them. */
function numbered(column: Int32Array | Uint32Array, size: number): { keys: Uint32Array; ids: Uint32Array } {
  const index = new Uint32Array(size);
  for (let row = 0; row < column.length; row++) {
    const key = column[row] as number;
    if (key < 0 || key >= size) throw new RangeError(`${key} is outside of what the cube holds`);
    index[key] = 1;
  }
  let count = 0;
  for (let key = 0; key < size; key++) if (index[key]) index[key] = ++count;
  const keys = new Uint32Array(count);
  for (let key = 0; key < size; key++) if (index[key]) keys[(index[key] as number) - 1] = key;
  const ids = new Uint32Array(column.length);
  for (let row = 0; row < ids.length; row++) ids[row] = (index[column[row] as number] as number) - 1;
  return { keys, ids };
}

/** Row numbers in the order of their ids; rows of one id stay as they stood. */
function sorted(ids: Unsigned, size: number, order: Uint32Array | null): Uint32Array {
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

/** One cell for each run of equal rows; `starts` says where the cells of each group begin. */
function counted(
  rows: Uncounted,
  order: Uint32Array,
  groups: Unsigned,
  size: number,
): { cells: Cells; starts: Uint32Array } {
  const facts = new Uint32Array(order.length);
  const needs = new Uint32Array(order.length);
  const households = new Uint32Array(order.length);
  const persons = new Uint32Array(order.length);
  const starts = new Uint32Array(size + 1);
  let cell = -1;
  let group = -1;
  for (let at = 0; at < order.length; at++) {
    const row = order[at] as number;
    const own = groups[row] as number;
    const fact = rows.facts[row] as number;
    const need = rows.needs[row] as number;
    if (own !== group || fact !== facts[cell] || need !== needs[cell]) {
      cell++;
      facts[cell] = fact;
      needs[cell] = need;
      while (group < own) starts[++group] = cell;
    }
    households[cell]! += rows.households ? (rows.households[row] as number) : 1;
    persons[cell]! += rows.persons[row] as number;
  }
  const length = cell + 1;
  while (group < size) starts[++group] = length;
  const cut = (column: Uint32Array): Unsigned => narrow(column.subarray(0, length));
  return {
    cells: { facts: cut(facts), needs: cut(needs), households: cut(households), persons: cut(persons) },
    starts,
  };
}

/** A copy in as few bytes as its largest number needs: what a scan reads is what it costs. */
export function narrow(column: Unsigned): Unsigned {
  let most = 0;
  for (let row = 0; row < column.length; row++) most = Math.max(most, column[row] as number);
  return most < 1 << 8 ? new Uint8Array(column) : most < 1 << 16 ? new Uint16Array(column) : new Uint32Array(column);
}
