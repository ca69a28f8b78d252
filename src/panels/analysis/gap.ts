/** Owns the gap between need and help: each area's kind, the cuts in numbers, and those with much need and little help. */
import { fewColor, gapKind, kindColors, kindOf, stepOf, thirds, type Cuts } from '../../areas/bivariate.ts';
import { categoryShading, type Category } from '../../areas/categories.ts';
import type { AreaValue } from '../../areas/shading.ts';
import type { CategoryGrid } from '../../map/categorygrid.ts';
import type { AreaCode } from '../../model/area.ts';
import type { Figures } from '../../queries/figures.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import { areaValues, figuresOf, type AreaRow } from '../areas.ts';
import { isSilent } from '../datum.ts';
import type { Painting } from './painting.ts';

/** A share of fewer households says nothing. */
export const leastHouseholds = 20;
/** Fewer areas can't be parted into high and low. */
const leastAreas = 3;

export interface GapRow extends AreaRow {
  readonly code: AreaCode;
  /** Need as it is measured: households, or the share of those listed. */
  readonly need: number | null;
  /** Null where too few are in need to tell. */
  readonly kind: number | null;
}

export interface Gap {
  readonly size: 2 | 3;
  readonly cuts: { readonly need: Cuts; readonly help: Cuts };
  /** The gap first: from there on as need falls and help grows; too few to tell last. */
  readonly rows: readonly GapRow[];
  readonly kindOf: (figures: Figures) => number | null;
}

export type NoGap = 'silent' | 'too_few';

interface Measured {
  readonly need: number;
  readonly help: number;
}

/** Null while nothing is answered. */
export function gapOf(dashboard: Dashboard, all: readonly AreaRow[]): Gap | NoGap {
  if (isSilent(dashboard, 'household.helped_share')) return 'silent';
  const { needScale, gapCut } = dashboard.view.current;
  const measured = (figures: Figures): Measured | null => {
    const [need, helped, listed] = [
      figures['household.need'] ?? 0,
      figures['household.helped'] ?? 0,
      figures['household.listed'] ?? 0,
    ];
    if (need === 0) return null;
    return { need: needScale === 'count' ? need : need / listed, help: helped / need };
  };
  const told = (figures: Figures): Measured | null =>
    (figures['household.need'] ?? 0) < leastHouseholds ? null : measured(figures);
  const areas = all.filter((row): row is AreaRow & { code: AreaCode } => row.code !== null);
  const grouped = areas.flatMap(({ figures }) => told(figures) ?? []);
  if (grouped.length < leastAreas) return 'too_few';
  const cuts =
    gapCut === 'terciles'
      ? { need: thirds(grouped.map(({ need }) => need)), help: thirds(grouped.map(({ help }) => help)) }
      : averages(areas, needScale === 'count');
  const size = gapCut === 'terciles' ? 3 : 2;
  const kind = (figures: Figures): number | null => {
    const own = told(figures);
    return own && kindOf(stepOf(own.need, cuts.need), stepOf(own.help, cuts.help), size);
  };
  const rows = areas
    .map((row): GapRow => ({ ...row, need: measured(row.figures)?.need ?? null, kind: kind(row.figures) }))
    .sort((a, b) => order(a.kind, size) - order(b.kind, size) || waiting(b) - waiting(a));
  return { size, cuts, rows, kindOf: kind };
}

const waiting = ({ figures }: AreaRow): number => figures['household.pending'] ?? 0;

/** How far a kind is from much need and little help; a step of need counts before a step of help. */
function order(kind: number | null, size: number): number {
  if (kind === null) return Infinity;
  const [need, help] = [kind % size, Math.floor(kind / size)];
  return size - 1 - need + help + help / 10;
}

/** The average area's households in need, or the part of all listed; and the part of all in need that is helped. */
function averages(areas: readonly AreaRow[], counts: boolean): Gap['cuts'] {
  const sum = (id: 'household.need' | 'household.listed' | 'household.helped'): number =>
    areas.reduce((total, { figures }) => total + (figures[id] ?? 0), 0);
  const need = sum('household.need');
  return { need: [need / (counts ? areas.length : sum('household.listed'))], help: [sum('household.helped') / need] };
}

/** Those with much need and little help. */
export function gapRows({ rows, size }: Gap): readonly GapRow[] {
  return rows.filter(({ kind }) => kind === gapKind(size));
}

/** The kinds in words, those too few to tell last. */
export function gapCategories({ texts }: Dashboard, size: 2 | 3): readonly Category[] {
  const { need, help, kind, few } = texts.analysis.gap;
  const steps = size === 3 ? [0, 1, 2] : [0, 2];
  const colors = kindColors(size);
  const kinds = steps.flatMap((row) =>
    steps.map((column) => ({ id: `${need[column]} ${help[row]}`, title: kind(need[column] ?? '', help[row] ?? '') })),
  );
  return [
    ...kinds.map(({ title }, index) => ({ id: `kind-${index}`, title, color: colors[index] ?? fewColor })),
    { id: 'few', title: few, color: fewColor },
  ];
}

function gridOf({ texts }: Dashboard, categories: readonly Category[], size: number): CategoryGrid {
  const at = (row: number, column: number): string => categories[kindOf(column, row, size)]?.title ?? '';
  const last = size - 1;
  const steps = Array.from({ length: size }, (_, step) => step);
  return {
    rows: [...steps].reverse().map((row) => steps.map((column) => kindOf(column, row, size))),
    across: texts.analysis.gap.across,
    up: texts.analysis.gap.up,
    corners: { topLeft: at(last, 0), topRight: at(last, last), bottomLeft: at(0, 0), bottomRight: at(0, last) },
  };
}

export function gapPainting(dashboard: Dashboard, rows: readonly AreaRow[]): Painting | null {
  const gap = gapOf(dashboard, rows);
  if (typeof gap === 'string') return null;
  const { size } = gap;
  const categories = gapCategories(dashboard, size);
  const kindIn = (polygon: AreaCode): number => gap.kindOf(figuresOf(rows, polygon)) ?? size * size;
  const values = new Map<AreaCode, AreaValue>(
    [...areaValues(dashboard, 'household.need', rows)].map(([code, value]) => [
      code,
      typeof value === 'number' ? kindIn(code) : value,
    ]),
  );
  const { legend } = dashboard.texts.analysis.gap;
  return {
    kinds: {
      title: legend,
      measure: 'area.gap',
      values,
      shading: categoryShading(values, categories),
      categories,
      grid: gridOf(dashboard, categories, size),
    },
    marked: new Set(gapRows(gap).flatMap(({ polygon }) => polygon ?? [])),
    lines: (code) => {
      const value = values.get(code);
      return typeof value === 'number' ? [{ label: legend, value: categories[value]?.title ?? '' }] : [];
    },
  };
}
