/** Owns the picture of a snapshot that a meeting sees: every figure that can be reached, as it is shown, and the answers made of it. */
import { country, levelDivisor, levelOf, type AreaCode } from '../model/area.ts';
import { dimensions } from '../model/dimension.ts';
import { classes } from '../model/household.ts';
import { isToldAsItIs, shownShare } from '../model/protection.ts';
import { noFilters, type Filters, type Subject } from '../model/subject.ts';
import { keyOf, type Answer, type Answers } from './cube-reading.ts';
import { cellOf, isOfWhole, told, width } from './meeting-cells.ts';
import type { PlaceKey } from './meeting-family.ts';
import { measures, type MeasureId } from './measures.ts';
import { scopeOf } from './questions.ts';

export interface Picture {
  readonly places: ReadonlyMap<PlaceKey, number>;
  /** By place and cell; what is withheld is below zero. */
  readonly shown: Int32Array;
  /** Whether what is told of the whole without a filter is exact. */
  readonly isExact: boolean;
}

type Row = Readonly<Record<string, number | null>>;
const counted = measures.filter(({ grain, format }) => grain !== 'area' && format === 'count').map(({ id }) => id);

/** Each measure of one place; nothing of one that the picture doesn't have. */
function rowOf({ places, shown }: Picture, key: PlaceKey, filters: Filters): Row {
  const place = places.get(key);
  const read = (id: MeasureId): number | null => {
    const cell = place === undefined ? null : cellOf(id, filters);
    if (cell === 'none') return 0;
    const count = cell === null || place === undefined ? -1 : (shown[place * width + cell] ?? -1);
    return count < 0 ? null : count;
  };
  const share = shownShare(read('household.helped'), read('household.pending'), read('household.need'));
  return { ...Object.fromEntries(counted.map((id) => [id, read(id)])), 'household.helped_share': share };
}

/** The answers to all questions of a view from one picture a snapshot; no raw figure is at hand where they are made. */
export function answersFrom(pictures: readonly Picture[], { area, level, filters }: Subject): Answers {
  const here = keysWithin(area);
  const [first] = pictures;
  const of = (chosen: Filters): Row =>
    area === country ? ofCountry(pictures, chosen) : first ? rowOf(first, here.own, chosen) : {};
  const areas = pictures.flatMap((picture) =>
    rowsAt(picture, level, keysWithin(scopeOf(area)).isIn).map(([number, key]): [number, Row] => [
      number,
      rowOf(picture, key, filters),
    ]),
  );
  const alone = (
    options: readonly { id: string }[],
    isMine: boolean,
    chosen: (id: string) => Filters,
  ): [number, Row][] => options.map(({ id }, code) => [code, isMine ? of(chosen(id)) : of(nothingTold)]);
  const isOnly = (own: 'classes' | 'dimensions'): boolean =>
    cellOf('household.listed', { ...filters, [own]: [] }) === 0;
  const open = { ...filters, classes: [], dimensions: [] };
  return {
    isRounded: !pictures.every(({ isExact }) => isExact),
    figures: table('figures', [[0, of(filters)]]),
    areas: table(
      'areas',
      areas.sort(([a], [b]) => a - b),
    ),
    classes: table(
      'classes',
      alone(classes, isOnly('classes'), (id) => ({ ...open, classes: [id] }) as Filters),
    ),
    places: table('places', []),
    matrix: table(
      'matrix',
      alone(dimensions, isOnly('dimensions'), (id) => ({ ...open, dimensions: [id] }) as Filters),
    ),
  };
}

/** Filters of which a meeting is told nothing. */
const nothingTold: Filters = { ...noFilters, dimensions: ['health', 'living'] };

/**
 * What is exact of the whole without a filter, and which areas there are; nothing else. It follows from the raw answers to
 * the same subject, where no other figure of these snapshots is shown. A small one would follow from the others: then none is.
 */
export function exactAlone(raw: Answers, subject: Subject): Answers {
  const countOf = (name: (typeof told)[number]): number => raw.figures.columns[`household.${name}`]?.[0] ?? 0;
  const parts = [countOf('helped'), countOf('pending'), countOf('listed') - countOf('need')];
  const isTold = isOfWhole('household.listed', subject) && parts.every(isToldAsItIs);
  const read = (name: (typeof told)[number]): number | null => (isTold ? countOf(name) : null);
  const share = shownShare(read('helped'), read('pending'), read('need'));
  const row = { ...Object.fromEntries(told.map((name) => [`household.${name}`, read(name)])) };
  const numbers = raw.areas.columns[keyOf.areas] ?? [];
  return {
    figures: table('figures', [[0, { ...row, 'household.helped_share': share }]]),
    areas: table(
      'areas',
      numbers.map((number): [number, Row] => [number ?? 0, {}]),
    ),
    classes: table('classes', []),
    places: table('places', []),
    matrix: table('matrix', []),
  };
}

/** Sums of what is exact, and nothing else: what is rounded does not add up. */
function ofCountry(pictures: readonly Picture[], filters: Filters): Row {
  const isTold = isOfWhole('household.listed', { area: country, filters }) && pictures.every(({ isExact }) => isExact);
  const rows = pictures.map((picture) => rowOf(picture, 'p', filters));
  const sum = (id: MeasureId): number => rows.reduce((total, row) => total + (row[id] ?? 0), 0);
  const main = told.map((name): MeasureId => `household.${name}`);
  const row = Object.fromEntries(counted.map((id) => [id, isTold && main.includes(id) ? sum(id) : null]));
  const share = isTold ? shownShare(sum('household.helped'), sum('household.pending'), sum('household.need')) : null;
  return { ...row, 'household.helped_share': share };
}

function keysWithin(area: AreaCode): { own: PlaceKey; isIn: (number: number) => boolean } {
  if (area === country || levelOf(area) === 'province') return { own: 'p', isIn: () => true };
  const level = levelOf(area);
  const divisor = levelDivisor[level];
  return {
    own: `${level === 'amphoe' ? 'a' : 't'}${Number(area) * divisor}`,
    isIn: (number) => Math.floor(number / divisor) === Number(area),
  };
}

/** The rows of a level, each by its number. */
function rowsAt({ places }: Picture, level: Subject['level'], isIn: (number: number) => boolean): [number, PlaceKey][] {
  const numbered = (start: string): [number, PlaceKey][] =>
    [...places.keys()].flatMap((key): [number, PlaceKey][] =>
      key.startsWith(start) ? [[Number(key.slice(1)), key]] : [],
    );
  if (level !== 'province') return numbered(level === 'amphoe' ? 'a' : 't').filter(([number]) => isIn(number));
  const [home = 0] = numbered('t').map(
    ([number]) => Math.floor(number / levelDivisor.province) * levelDivisor.province,
  );
  return places.has('p') ? [[home, 'p']] : [];
}

function table(name: keyof typeof keyOf, rows: readonly (readonly [number, Row])[]): Answer {
  const ids = [...counted, 'household.helped_share'];
  const columns = Object.fromEntries(ids.map((id) => [id, rows.map(([, row]) => row[id] ?? null)]));
  return { length: rows.length, columns: { [keyOf[name]]: rows.map(([key]) => key), ...columns } };
}
