/** Owns the areas of the view as rows: those on the map, and those that are not, each with its figures. */
import type { Gazetteer } from '../areas/gazetteer.ts';
import type { AreaValue } from '../areas/shading.ts';
import {
  areaNumber,
  areaOfNumber,
  country,
  isWithin,
  levelOf,
  provinceOf,
  type AreaCode,
  type Level,
} from '../model/area.ts';
import { noFigures, type Figures } from '../queries/figures.ts';
import { measureOf, measures, type MeasureId } from '../queries/measures.ts';
import { referenceMeasureOf } from '../queries/referencemeasures.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import { isSilent } from './datum.ts';

export interface AreaRow {
  /** Code of the level; six digits ending in zeros where the area is not known that finely. */
  readonly key: string;
  /** Null where the row is no area of its own (not known that finely, or unplaced). */
  readonly code: AreaCode | null;
  /** The polygon that shows it; null where there is none. */
  readonly polygon: AreaCode | null;
  readonly name: string;
  readonly figures: Figures;
}

/** The rows of the areas answer, with those areas of the scope that the file doesn't have left out. */
export function areaRows(dashboard: Dashboard): readonly AreaRow[] {
  const answer = dashboard.answer('areas');
  if (!answer) return [];
  const { level } = answer.subject;
  const { measure, scope, areaBook } = dashboard;
  let found: ReadonlyMap<number, Figures> = answer.value;
  // A figure of a table stands on its own, in areas too that the file has no household of.
  if (scope !== null && referenceMeasureOf(measure)?.of === null) {
    const all = new Map(answer.value);
    for (const code of areasWithin(dashboard, scope, level))
      if (!all.has(areaNumber(code)) && areaBook.beside(code, noFigures)[measure] !== undefined)
        all.set(areaNumber(code), noFigures);
    found = all;
  }
  const [standing, hasTables] = [standingsOf(dashboard, level), areaBook.book !== null];
  return Array.from(found, ([number, counted]) => {
    const { key, code, polygon } = standing(number);
    return {
      key,
      code,
      polygon,
      // Of thousands of names few are read.
      get name() {
        return nameOf(dashboard, number, code);
      },
      figures: hasTables ? areaBook.beside(code, counted) : counted,
    };
  });
}

type Standing = Pick<AreaRow, 'key' | 'code' | 'polygon'>;
/** What a number stands for at a level never changes, and is asked of thousands at every click. */
const standings = new WeakMap<Gazetteer, Record<Level, Map<number, Standing>>>();

function standingsOf(dashboard: Dashboard, level: Level): (number: number) => Standing {
  const { gazetteer } = dashboard.session;
  const all = standings.get(gazetteer) ?? { province: new Map(), amphoe: new Map(), tambon: new Map() };
  standings.set(gazetteer, all);
  const known = all[level];
  return (number) => {
    const before = known.get(number);
    if (before) return before;
    const code = areaOfNumber(number, level);
    const polygon = code === null ? null : polygonOf(dashboard, code);
    const standing = { key: code ?? String(number).padStart(6, '0'), code, polygon };
    known.set(number, standing);
    return standing;
  };
}

function areasWithin(dashboard: Dashboard, scope: AreaCode, level: Level): readonly AreaCode[] {
  if (scope !== country && levelOf(scope) === level) return [scope];
  return dashboard.session.gazetteer.children(scope).flatMap(({ code }) => areasWithin(dashboard, code, level));
}

export function polygonOf(dashboard: Dashboard, code: AreaCode): AreaCode | null {
  return dashboard.session.gazetteer.find(code) ? dashboard.session.gazetteer.polygonOf(code) : null;
}

export function nameOf(dashboard: Dashboard, number: number, code: AreaCode | null): string {
  if (code !== null) return dashboard.nameOf(code);
  const amphoe = areaOfNumber(number, 'amphoe');
  const parent = amphoe ?? areaOfNumber(number, 'province');
  return parent ? dashboard.texts.ranking.unplacedIn(dashboard.fullNameOf(parent)) : dashboard.texts.ranking.unplaced;
}

/**
 * What each polygon of the level shows. Areas of the scope without a row are not in the file; those of a province that is
 * not open, and while there is no answer all of them, are not loaded. Where two codes share a polygon their counts add up, and a share is not to be had.
 */
export function areaValues(
  dashboard: Dashboard,
  id: MeasureId,
  rows: readonly AreaRow[],
): ReadonlyMap<AreaCode, AreaValue> {
  const { scope, level } = dashboard;
  const { boundaries } = dashboard.atlas;
  const values = new Map<AreaCode, AreaValue>();
  const answered = dashboard.answer('areas')?.subject.snapshots ?? [];
  const open = new Set(
    dashboard.entries.flatMap(({ number, snapshot }) => (answered.includes(number) ? snapshot.province : [])),
  );
  for (const { properties } of boundaries?.[level].features ?? [])
    if (scope !== null && (isWithin(properties.code, scope) || isWithin(scope, properties.code)))
      values.set(properties.code, open.has(provinceOf(properties.code)) ? 'no_data' : 'not_loaded');
  const isShare = measureOf(id).format === 'share';
  const silent = isSilent(dashboard, id);
  // What a table does not tell is not in the file.
  const isMeeting = dashboard.view.current.meeting;
  const isHeldBack = isMeeting || dashboard.session.isPartial;
  const none = measureOf(id).grain === 'area' ? 'no_data' : isHeldBack ? 'withheld' : 'not_applicable';
  for (const { polygon, figures } of rows) {
    if (polygon === null) continue;
    const value: AreaValue = silent ? 'not_applicable' : (figures[id] ?? none);
    const before = values.get(polygon);
    if (typeof before !== 'number') values.set(polygon, value);
    // What is rounded, or told only as few, does not add up.
    else if (isMeeting) values.set(polygon, before === 0 ? value : value === 0 ? before : 'withheld');
    else values.set(polygon, isShare || typeof value !== 'number' ? 'not_applicable' : before + value);
  }
  return values;
}

/** Goes into a row's area; a tambon is chosen. What is no area of its own, or not open, is not gone into. */
export function goInto(dashboard: Dashboard, rows: readonly AreaRow[], key: string): void {
  const code = rows.find((row) => row.key === key)?.code;
  if (!code || !dashboard.isKnownArea(code)) return;
  if (levelOf(code) === 'tambon') dashboard.choose(code);
  else dashboard.drill(code);
}

/** What is told of a polygon, for its tooltip: the figures of its area; where two codes share it, their counts together. */
export function figuresOf(rows: readonly AreaRow[], polygon: AreaCode): Figures {
  const [first, ...others] = rows.filter((row) => row.polygon === polygon);
  if (!first) return noFigures;
  if (others.length === 0) return first.figures;
  const ids = measures.map(({ id }) => id).filter((id) => id in first.figures);
  const sum = (id: MeasureId): number | null =>
    measureOf(id).format === 'share'
      ? null
      : [first, ...others].reduce((total, { figures }) => total + (figures[id] ?? 0), 0);
  return Object.fromEntries(ids.map((id) => [id, sum(id)]));
}
