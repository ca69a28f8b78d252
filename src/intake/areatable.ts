/** Owns tables of areas: each row is located as a household is, and its figures become figures of that area. */
import type { Engine } from '../engine/engine.ts';
import { toIPC } from '../engine/rows.ts';
import type { AreaRecord, Scanned } from '../files/scan.ts';
import { written } from '../files/table.ts';
import { areaNumber, levelOf, levels, provinceOf, type AreaCode, type Level } from '../model/area.ts';
import { areaFigures } from '../model/areafigure.ts';
import { columnOf, type ColumnId } from '../model/columns.ts';
import { plain } from '../model/plain.ts';
import type { AreaTable, Problem, QuarantinedRow } from '../model/receipt.ts';
import { cleanDate } from './clean-date.ts';
import { cleanAreaCode, cleanFigure } from './clean-number.ts';
import { locate, placeColumns, type Located, type PlaceBook, type PlaceCells } from './place.ts';
import { isBlank } from './words.ts';

/** A figure of an area as the clean table holds it. */
export interface AreaFigureRow {
  readonly reference: number;
  readonly area: number;
  readonly level: number;
  readonly figure: number;
  readonly value: number;
  readonly file: number;
  readonly line: number;
}

export interface AreaTables {
  readonly kept: number;
  readonly quarantined: readonly QuarantinedRow[];
  readonly doubts: readonly Problem[];
  readonly rows: readonly AreaFigureRow[];
  readonly tables: readonly AreaTable[];
}

/** Fills the clean table; to be run in the import's transaction. */
export const areaInsert = 'insert into area_figure select * from intake_area order by reference, area, figure';

/** Makes `intake_area`, and adds to the warnings. */
export async function loadAreaTables(
  engine: Engine,
  { rows, doubts }: AreaTables,
  signal?: AbortSignal,
): Promise<void> {
  const int = 'int' as const;
  const types = { reference: int, area: int, level: int, figure: int, value: 'double' as const, file: int, line: int };
  await engine.load(
    'intake_area',
    [
      toIPC(
        types,
        rows.map((row) => ({ ...row })),
      ),
    ],
    signal,
  );
  const warned = doubts.map(({ file, line, column, code, value }) => ({
    file,
    line,
    kind: column,
    problem: code,
    value,
  }));
  const told = { file: int, line: int, kind: 'text', problem: 'text', value: 'text' } as const;
  if (warned.length > 0) await engine.load('intake_warning', [toIPC(told, warned)], signal);
}

interface PlacedRow {
  readonly record: AreaRecord;
  readonly cells: PlaceCells;
  readonly located: Located;
}

/** Reads those of the files that are tables of areas; they are numbered from `first` in their order. */
export function readAreaTables(scans: readonly Scanned[], book: PlaceBook, first: number): AreaTables {
  const all = { kept: 0, quarantined: [] as QuarantinedRow[], doubts: [] as Problem[], rows: [] as AreaFigureRow[] };
  const tables: AreaTable[] = [];
  scans.forEach((scan, file) => {
    if (scan.areaRows.length === 0) return;
    const reference = first + tables.length;
    const met = new Set<AreaCode>();
    const areasOf = new Map<string, { readonly figure: number; readonly level: Level; areas: number }>();
    for (const { record, cells, located } of placed(scan, book)) {
      const { line, fields } = record;
      const column = finest(cells);
      const area = column === null ? null : areaAt(column, located, book);
      if (area === null || met.has(area)) {
        const code = area === null ? 'area_unknown' : 'area_repeated';
        const value = column === null ? null : cells[column];
        all.quarantined.push({ file, line, column, code, value, text: written(fields), fields });
        continue;
      }
      met.add(area);
      all.kept++;
      // A coarser row leaves the finer names blank, and that is no doubt.
      for (const { code, column: at, value } of located.doubts)
        if (code === 'place_disagrees') all.doubts.push({ file, line, column: at, code, value });
      scan.columns.forEach((id, at) => {
        const figure = id === null ? -1 : areaFigures.findIndex((row) => row.id === columnOf[id].figure);
        const unit = areaFigures[figure]?.unit;
        if (unit === undefined) return;
        const cell = fields[at] ?? '';
        const value = cleanFigure(cell, unit === 'percent');
        if (value === 'unreadable') all.doubts.push({ file, line, column: id, code: 'number_unreadable', value: cell });
        if (value === null || value === 'unreadable') return;
        const level = levelOf(area);
        all.rows.push({
          reference,
          area: areaNumber(area),
          level: levels.findIndex((row) => row.id === level),
          figure,
          value: unit === 'percent' ? value / 100 : value,
          file,
          line,
        });
        const counted = areasOf.get(`${figure} ${level}`) ?? { figure, level, areas: 0 };
        counted.areas++;
        areasOf.set(`${figure} ${level}`, counted);
      });
    }
    const figures = [...areasOf.values()]
      .sort((a, b) => a.figure - b.figure)
      .flatMap(({ figure, ...counted }) =>
        areaFigures.slice(figure, figure + 1).map(({ id }) => ({ figure: id, ...counted })),
      );
    tables.push({ number: reference, file, year: yearOf(scan), figures });
  });
  return { ...all, tables };
}

/** As for households, the province that most rows are in is where a name without one is looked for. */
function placed({ columns, areaRows }: Scanned, book: PlaceBook): readonly PlacedRow[] {
  const at = placeColumns.map((id) => [id, columns.indexOf(id)] as const);
  const rows = areaRows.map((record) => {
    const cells = Object.fromEntries(at.map(([id, place]) => [id, record.fields[place] ?? ''])) as PlaceCells;
    return { record, cells: ownLevel(cells) };
  });
  const counts = new Map<AreaCode, number>();
  for (const { cells } of rows) {
    const { area } = locate(cells, book);
    if (area) counts.set(provinceOf(area), (counts.get(provinceOf(area)) ?? 0) + 1);
  }
  const home = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  return rows.map(({ record, cells }) => ({ record, cells, located: locate(cells, book, home) }));
}

/** รหัสพื้นที่ may hold codes of every level: 94, 9401 and 940101. */
function ownLevel(cells: PlaceCells): PlaceCells {
  const code = cleanAreaCode(cells.tambon_code) ?? '';
  const isAlone = (...others: readonly (keyof PlaceCells)[]): boolean => others.every((id) => isBlank(cells[id]));
  if (code.length === 4 && isAlone('amphoe_code')) return { ...cells, tambon_code: '', amphoe_code: code };
  const isProvince = code.length === 2 && isAlone('amphoe_code', 'amphoe', 'province_code');
  return isProvince ? { ...cells, tambon_code: '', province_code: code } : cells;
}

/** The finest place that a row names, which says its level. */
function finest(cells: PlaceCells): (typeof placeColumns)[number] | null {
  return placeColumns.find((id) => !isBlank(cells[id])) ?? null;
}

const levelAt: Readonly<Record<(typeof placeColumns)[number], Level>> = {
  tambon_code: 'tambon',
  tambon: 'tambon',
  amphoe_code: 'amphoe',
  amphoe: 'amphoe',
  province_code: 'province',
  province: 'province',
};

/** The area of a row, or null where it is not known at the level that the row names. */
function areaAt(column: (typeof placeColumns)[number], { area, place }: Located, book: PlaceBook): AreaCode | null {
  if (area === null || levelOf(area) !== levelAt[column]) return null;
  if (place === 'municipality') return area;
  const known = book.resolve(area)?.code ?? null;
  return known && levelOf(known) === levelOf(area) ? known : null;
}

/** The one year that a column, the name or a title tells, in the Christian era; null where none or several are told. */
function yearOf({ name, titles, columns, areaRows }: Scanned): number | null {
  const cellsOf = (id: ColumnId): readonly string[] => {
    const at = columns.indexOf(id);
    return at < 0 ? [] : [...new Set(areaRows.map(({ fields }) => fields[at] ?? ''))].filter((cell) => !isBlank(cell));
  };
  const dated = cellsOf('as_of').flatMap((cell) => {
    const date = cleanDate(cell);
    return date && date !== 'impossible' ? [Number(date.slice(0, 4))] : [];
  });
  const told = [...cellsOf('data_year').map(christianYear), ...dated];
  if (told.length > 0) return new Set(told).size === 1 ? (told[0] ?? null) : null;
  // TPMAP's own files are named by the short Buddhist year: 66_94_tambon_11111.csv.
  const short = /^y?(\d{2})_[a-z\d]/i.exec(name)?.[1];
  const [long] = [name, ...titles].flatMap((text) => plain(text).match(/(?<!\d)(?:25[4-9]\d|20[0-4]\d)(?!\d)/g) ?? []);
  return christianYear(long ?? (short === undefined ? '' : `25${short}`));
}

function christianYear(text: string): number | null {
  const year = cleanFigure(text.replace(/พ\.?ศ\.?/, ''), false);
  if (typeof year !== 'number' || year < 1990 || year > 2700) return null;
  return year >= 2400 ? year - 543 : year;
}
