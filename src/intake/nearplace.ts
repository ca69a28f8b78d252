/** Owns place names that were not found: which area is meant is the reader's to say; the nearest names are only proposed. */
import type { Gazetteer } from '../areas/gazetteer.ts';
import { placename, spelling } from '../areas/placename.ts';
import { levelOf, type AreaCode, type Level } from '../model/area.ts';
import type { UnplacedName } from '../model/receipt.ts';
import type { Located, PlaceCells } from './place.ts';
import { isBlank } from './words.ts';

export type NameBook = Pick<Gazetteer, 'children' | 'byName'>;

/** A name that names no one area where it was looked for. */
export interface Gap {
  readonly key: string;
  readonly level: Level;
  readonly within: AreaCode | null;
  readonly name: string;
}

const mostChoices = 4;
const farthest = 2;
const shownNames = 200;

/** What stands in the way of placing a row, the coarsest first; null where a name is not the trouble. */
export function gapOf(cells: PlaceCells, { place, area }: Located, home: AreaCode): Gap | null {
  const gap = (level: Level, within: AreaCode | null): Gap | null => {
    const name = cells[level].trim();
    return isBlank(name) ? null : { key: gapKey(level, within, name), level, within, name };
  };
  if (place === 'tambon_unknown') return gap('tambon', area);
  if (place === 'amphoe_unknown') return gap('amphoe', area) ?? gap('tambon', area);
  return place === 'unknown' ? (gap('province', null) ?? gap('amphoe', home) ?? gap('tambon', home)) : null;
}

export function gapKey(level: Level, within: AreaCode | null, name: string): string {
  return `${level} ${within ?? ''} ${placename(name).bare}`;
}

/** The cells as they read once a name is taken for an area. */
export function amended(cells: PlaceCells, area: AreaCode): PlaceCells {
  const level = levelOf(area);
  return { ...cells, [`${level}_code`]: area, [level]: '' };
}

/** Areas that may be meant: those of just this name, else the nearest by spelling. */
export function choicesOf({ level, within, name }: Gap, book: NameBook): readonly AreaCode[] {
  const same = book.byName(level, name, within);
  if (same.length > 0) return same;
  const { bare } = placename(name);
  const near = inside(level, within, book).flatMap(({ code, name: { th } }) => {
    const distance = editDistance(bare, spelling(th));
    return distance <= farthest && distance * 2 < bare.length ? [{ code, distance }] : [];
  });
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostChoices)
    .map(({ code }) => code);
}

function inside(level: Level, within: AreaCode | null, book: NameBook): ReturnType<NameBook['children']> {
  const parts = book.children(within);
  return parts[0] === undefined || parts[0].level === level
    ? parts
    : parts.flatMap(({ code }) => inside(level, code, book));
}

/** Each name once, with its rows, the commonest first. */
export class Gaps {
  readonly #met = new Map<string, { gap: Gap; rows: number; accepted: AreaCode | null }>();

  add(gap: Gap, rows: number, accepted: AreaCode | null): void {
    const known = this.#met.get(gap.key);
    this.#met.set(gap.key, { gap: known?.gap ?? gap, rows: (known?.rows ?? 0) + rows, accepted });
  }

  list(book: NameBook): readonly UnplacedName[] {
    return [...this.#met.values()]
      .sort((a, b) => b.rows - a.rows)
      .slice(0, shownNames)
      .map(({ gap, rows, accepted }) => ({ ...gap, rows, accepted, choices: choicesOf(gap, book) }));
  }
}

/** Letters put in, left out, changed, or two swapped. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      row.push(Math.min(changed, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
