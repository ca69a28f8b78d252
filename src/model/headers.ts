/** Owns which column a header stands for. */
import { columnOf, columns, type ColumnId } from './columns.ts';
import { letters } from './plain.ts';

const byAlias = new Map<string, ColumnId[]>();
for (const column of columns) {
  for (const alias of new Set([column.title.th, column.title.en, ...column.aliases].map(letters))) {
    byAlias.set(alias, [...(byAlias.get(alias) ?? []), column.id]);
  }
}

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
  return found;
}

function takeWhole(names: readonly string[], found: (ColumnId | null)[], taken: Set<ColumnId>): void {
  for (const meanings of [1, 2]) {
    names.forEach((name, index) => {
      const ids = byAlias.get(name) ?? [];
      const id = ids.length > meanings ? undefined : ids.find((candidate) => !taken.has(candidate));
      if (id === undefined || found[index] !== null) return;
      found[index] = id;
      taken.add(id);
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
