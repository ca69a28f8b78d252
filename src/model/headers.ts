/** Owns which column a header stands for. */
import { columnOf, columns, type Column, type ColumnId } from './columns.ts';
import { areaColumns, grainOf } from './grain.ts';
import { letters } from './plain.ts';

/** A header means members in a file of households, and people in a table of areas: each has words of its own. */
function wordsOf(isOwn: (column: Column & { readonly id: ColumnId }) => boolean): Map<string, ColumnId[]> {
  const found = new Map<string, ColumnId[]>();
  for (const column of columns.filter(isOwn)) {
    for (const alias of new Set([column.title.th, column.title.en, ...column.aliases].map(letters)))
      found.set(alias, [...(found.get(alias) ?? []), column.id]);
  }
  return found;
}
const byAlias = wordsOf(({ id, kind }) => kind !== 'figure' && id !== 'area_indicators');
const ofAreas = wordsOf(({ id, kind }) => kind === 'place' || kind === 'figure' || areaColumns.includes(id));

/**
 * Aliases that name a column even inside a longer header. Short ones are words that turn up anywhere (ที่, ปี, ชื่อ), and
 * a bare การศึกษา or รายได้ is as often a level of schooling or a sum of money, so these count only as a whole header.
 */
const inside = [...byAlias]
  .filter(([alias, ids]) => alias.length >= 8 && !(columnOf[ids[0]!].kind === 'mark' && !/^(มิติ|ด้าน|ปัญหา)/.test(alias)))
  .sort((a, b) => b[0].length - a[0].length);

/**
 * The column each header stands for, null where none is known. A whole header goes first: the first of two alike has the
 * column, and a header with two meanings (สถานะ) takes the one that no clearer header has. What is left is known by the
 * longest alias inside it, unless its column is taken or two headers claim it. `longer` are the same headers with the
 * title of their group before them; they are read where the header alone says nothing.
 */
export function mapHeaders(headers: readonly string[], longer: readonly string[] = []): (ColumnId | null)[] {
  const found = headers.map<ColumnId | null>(() => null);
  const taken = new Set<ColumnId>();
  takeWhole(headers.map(letters), found, taken);
  takeWhole(longer.map(letters), found, taken);
  takeInside(headers.map(letters), found, taken);
  takeInside(longer.map(letters), found, taken);
  return asAreaTable(headers, longer, found) ?? found;
}

/**
 * The headers as those of a table of areas; null where they are not. A figure is known by its whole header only: households
 * with clean water are not all households. Whatever else tells of households makes it no such table, and what may be a
 * household's members (จำนวนคน) is not enough for one.
 */
function asAreaTable(
  headers: readonly string[],
  longer: readonly string[],
  others: readonly (ColumnId | null)[],
): (ColumnId | null)[] | null {
  const found = headers.map<ColumnId | null>(() => null);
  const taken = new Set<ColumnId>();
  takeWhole(headers.map(letters), found, taken, ofAreas);
  takeWhole(longer.map(letters), found, taken, ofAreas);
  const isClear = found.some((id, at) => id && columnOf[id].kind === 'figure' && !isCount(others[at] ?? null));
  const beside = found.map((id, at) => id ?? others[at] ?? null);
  return isClear && grainOf(beside) === 'area' ? found : null;
}

const isCount = (id: ColumnId | null): boolean => id !== null && columnOf[id].kind === 'count';

function takeWhole(
  names: readonly string[],
  found: (ColumnId | null)[],
  taken: Set<ColumnId>,
  words: ReadonlyMap<string, readonly ColumnId[]> = byAlias,
): void {
  for (const meanings of [1, 2]) {
    names.forEach((name, index) => {
      const ids = words.get(name) ?? [];
      const id = ids.length > meanings ? undefined : ids.find((candidate) => !taken.has(candidate));
      if (id === undefined || found[index] !== null) return;
      found[index] = id;
      // The 31 indicators of a table are one column to us, and nobody reads it.
      if (id !== 'area_indicators') taken.add(id);
    });
  }
}

function takeInside(names: readonly string[], found: (ColumnId | null)[], taken: Set<ColumnId>): void {
  const claims = new Map<ColumnId, number[]>();
  names.forEach((name, index) => {
    if (found[index] !== null || byAlias.has(name)) return;
    const matches = inside.filter(([alias]) => name.includes(alias));
    const longest = matches.filter(([alias]) => alias.length === matches[0]?.[0].length);
    const ids = new Set(longest.flatMap(([, candidates]) => candidates));
    const [id] = ids;
    if (ids.size === 1 && id !== undefined && !taken.has(id)) claims.set(id, [...(claims.get(id) ?? []), index]);
  });
  for (const [id, [index, ...others]] of claims) {
    if (index === undefined || others.length > 0) continue;
    found[index] = id;
    taken.add(id);
  }
}
