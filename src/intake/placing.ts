/** Owns placing all rows: each combination of place cells is located once, and each file's rows go to their provinces. */
import { placename } from '../areas/placename.ts';
import { ask as askEngine, toIPC } from '../engine/rows.ts';
import type { Engine } from '../engine/engine.ts';
import type { Scanned } from '../files/scan.ts';
import { areaNumber, levels, places, provinceOf, type AreaCode } from '../model/area.ts';
import type { Corrections } from '../model/correction.ts';
import { localityCode } from '../model/household.ts';
import type { MetPlace, UnplacedName } from '../model/receipt.ts';
import type { Ask } from './asking.ts';
import { askHomes } from './homing.ts';
import { MetPlaces } from './metplaces.ts';
import { amended, choicesOf, gapOf, Gaps } from './nearplace.ts';
import { locate, placeColumns, type Located, type PlaceBook, type PlaceCells } from './place.ts';

/** Rows of one file that belong to one province; with a date they become a snapshot. Its place in the list is its number. */
export interface Spot {
  readonly file: number;
  readonly province: AreaCode;
}

/** What a file calls an area that the gazetteer has no name for. */
export interface LocalName {
  readonly spot: number;
  readonly area: number;
  readonly name: string;
  readonly rows: number;
}

interface Combination {
  /** Of the answer. */
  readonly row: number;
  readonly file: number;
  readonly rows: number;
  readonly cells: PlaceCells;
  located: Located;
}

/** A province other than its file's commonest stands on its own from so many rows, or from such a share of its file. */
const ownFromRows = 100;
const ownFromShare = 0.1;

/** Makes `intake_place`. The reader is asked for the province of a file that names none; unanswered, it has no spot. */
export async function placeRows(
  engine: Engine,
  book: PlaceBook,
  scans: readonly Pick<Scanned, 'name' | 'titles'>[],
  ask: Ask,
  chosen: Corrections['places'],
  signal?: AbortSignal,
): Promise<{
  readonly spots: readonly Spot[];
  readonly names: readonly LocalName[];
  readonly unplaced: readonly UnplacedName[];
  readonly met: readonly MetPlace[];
}> {
  const list = placeColumns.join(', ');
  const words = placeColumns.map((id) => `w_${id}.word as ${id}`).join(', ');
  const codes = placeColumns.map((id) => `s.${id} as ${codeOf(id)}`).join(', ');
  const joins = placeColumns.map(
    (id) => `join staging_word w_${id} on w_${id}.file = s.file and w_${id}.kind = '${id}' and w_${id}.code = s.${id}`,
  );
  const sql = `select s.file, s.rows, ${words}, ${codes}
    from (select file, ${list}, count(*) as rows from staging group by all) s ${joins.join(' ')}
    order by s.file, s.rows desc, ${placeColumns.map((id) => `w_${id}.word`).join(', ')}`;
  type Codes = Record<`${(typeof placeColumns)[number]}_word`, number>;
  const answer = await askEngine<{ file: number; rows: number } & PlaceCells & Codes>(
    engine,
    { sql, params: [] },
    signal,
  );
  const all = Array.from({ length: answer.length }, (_, row): Combination => {
    const cell = (column: keyof PlaceCells): string => answer.columns[column][row] ?? '';
    const cells = Object.fromEntries(placeColumns.map((column) => [column, cell(column)])) as PlaceCells;
    return {
      row,
      file: answer.columns.file[row] ?? 0,
      rows: answer.columns.rows[row] ?? 0,
      cells,
      located: locate(cells, book),
    };
  });
  const spots: Spot[] = [];
  const names: LocalName[] = [];
  const gaps = new Gaps();
  const met = new MetPlaces();
  const rows: Record<string, number | string | null>[] = [];
  const files = scans.map((scan, file) => {
    const combinations = all.filter((combination) => combination.file === file);
    return { ...scan, file, combinations, home: commonest(combinations) };
  });
  const homeless = files.filter(({ combinations, home }) => home === null && combinations.length > 0);
  const told = await askHomes(
    homeless.map(({ file, name, titles, combinations }) => ({
      file,
      name,
      about: [name, ...titles],
      places: combinations,
    })),
    book,
    ask,
  );
  signal?.throwIfAborted();
  for (const { file, combinations, home: found } of files) {
    const home = found ?? told.get(file);
    if (!home) continue;
    const municipalities = new Map<string, AreaCode>();
    for (const { cells, located } of combinations) {
      const { area, place } = located;
      if (place === 'municipality' && area?.length === 6) municipalities.set(placename(cells.tambon).bare, area);
    }
    /** Those whose own cells tell no province. */
    const homed = new Set(combinations.filter(({ located }) => located.area === null));
    for (const combination of combinations) {
      const of = (name: string): AreaCode | null => municipalities.get(name) ?? null;
      combination.located = locate(combination.cells, book, home, of);
      let { cells } = combination;
      // A name of each level may be in the way, the coarser first.
      for (const _level of levels) {
        const gap = gapOf(cells, combination.located, home);
        if (!gap) break;
        // Who says that the file is of ปัตตานี has said what its ปัตานี is.
        const isSaid = !found && gap.level === 'province' && choicesOf(gap, book).includes(home);
        const accepted = chosen?.[gap.key] ?? (isSaid ? home : null);
        gaps.add(gap, combination.rows, accepted);
        if (!accepted) break;
        homed.delete(combination);
        cells = amended(cells, accepted);
        combination.located = locate(cells, book, home, of);
      }
    }
    const spotOf = divide(combinations, home, spots);
    for (const combination of combinations) {
      const { row, rows: count, cells, located } = combination;
      const own = located.area === null ? home : provinceOf(located.area);
      const isStray = !spotOf.has(own);
      const area = isStray || located.area === null ? 0 : areaNumber(located.area);
      const spot = spotOf.get(isStray ? home : own) ?? 0;
      met.add(cells, isStray ? null : located.area, isStray ? 'unknown' : located.place, count);
      const [first, second] = isStray
        ? [{ code: 'province_stray', column: strayColumn(cells), value: cells[strayColumn(cells)] }]
        : spotOf.size > 1 && homed.has(combination)
          ? [
              { code: 'province_assumed', column: strayColumn(cells), value: cells[strayColumn(cells)] },
              ...located.doubts,
            ]
          : located.doubts;
      rows.push({
        file,
        ...Object.fromEntries(placeColumns.map((id) => [id, answer.columns[codeOf(id)][row] ?? 0])),
        combination: row,
        slot: spot,
        area,
        place: places.findIndex(({ id }) => id === (isStray ? 'unknown' : located.place)),
        locality: localityCode[isStray ? 'unknown' : located.locality],
        problem: first?.code ?? null,
        problem_column: first?.column ?? null,
        problem_value: first?.value ?? null,
        problem2: second?.code ?? null,
        problem2_column: second?.column ?? null,
        problem2_value: second?.value ?? null,
        shown_column: first?.column ?? (cells.tambon_code === '' ? 'tambon' : 'tambon_code'),
        shown_value: first?.value ?? (cells.tambon_code === '' ? cells.tambon : cells.tambon_code),
      });
      if (!isStray && located.place === 'municipality' && located.area?.length === 6 && cells.tambon.trim() !== '')
        names.push({ spot, area, name: cells.tambon.trim(), rows: count });
    }
  }
  await engine.load('intake_place', [toIPC(placeTypes, rows)], signal);
  return { spots, names, unplaced: gaps.list(book), met: met.list() };
}

const placeTypes = {
  file: 'int',
  ...(Object.fromEntries(placeColumns.map((column) => [column, 'int'])) as Record<keyof PlaceCells, 'int'>),
  combination: 'int',
  slot: 'int',
  area: 'int',
  place: 'int',
  locality: 'int',
  problem: 'text',
  problem_column: 'text',
  problem_value: 'text',
  problem2: 'text',
  problem2_column: 'text',
  problem2_value: 'text',
  shown_column: 'text',
  shown_value: 'text',
} as const;

const codeOf = (id: keyof PlaceCells) => `${id}_word` as const;

function commonest(combinations: readonly Combination[]): AreaCode | null {
  const counts = byProvince(combinations);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function byProvince(combinations: readonly Combination[]): Map<AreaCode, number> {
  const counts = new Map<AreaCode, number>();
  for (const { rows, located } of combinations) {
    if (located.area === null) continue;
    const province = provinceOf(located.area);
    counts.set(province, (counts.get(province) ?? 0) + rows);
  }
  return counts;
}

/** Adds the file's spots to `spots` and gives the spot of each province that has one, its home first. */
function divide(combinations: readonly Combination[], home: AreaCode, spots: Spot[]): Map<AreaCode, number> {
  const total = combinations.reduce((sum, { rows }) => sum + rows, 0);
  const counts = byProvince(combinations);
  // Where no province has half of the rows the file is of many, a few of each: none of them has strayed into another's.
  const isOfMany = (counts.get(home) ?? 0) < total / 2;
  const own = [...counts].filter(
    ([province, rows]) => province !== home && (isOfMany || rows >= ownFromRows || rows >= total * ownFromShare),
  );
  const provinces = [home, ...own.map(([province]) => province)];
  return new Map(
    provinces.map((province) => [province, spots.push({ file: combinations[0]?.file ?? 0, province }) - 1]),
  );
}

function strayColumn(cells: PlaceCells): keyof PlaceCells {
  return placeColumns.find((column) => cells[column] !== '') ?? 'province';
}
