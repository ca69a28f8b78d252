/** Owns what is told of one area beside its figures: its rank on the map, its dimensions as bars, its way through the rounds. */
import type { AreaDetail } from '../map/mapview.ts';
import type { AreaCode } from '../model/area.ts';
import { dimensions } from '../model/dimension.ts';
import { zeroFigures, type Figures } from '../queries/figures.ts';
import { measureOf, type MeasureId } from '../queries/measures.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import type { Portrait } from '../state/portraits.svelte.ts';
import type { AreaRow } from './areas.ts';
import { isSilent, valueOf, written } from './datum.ts';
import type { Scale } from './scale.ts';

/** The place of each area as the ranking beside the map has it; of a rate, which that does not show, by what the map shows. */
export function ranksShown(
  dashboard: Dashboard,
  id: MeasureId,
  rows: readonly AreaRow[],
  { measure, isSmoothed, values, unit }: Pick<Scale, 'measure' | 'isSmoothed' | 'values' | 'unit'>,
): ReadonlyMap<AreaCode, number> {
  const listed = rows.flatMap(({ code, figures }) => (code ? [[code, valueOf(dashboard, id, figures)] as const] : []));
  // What is a rate is read from the worst.
  return ranksOf(
    measure === id && !isSmoothed ? listed : [...values],
    measureOf(id).better === 'more' && unit === 'share',
  );
}

/** In words, with how many share the place; undefined where the area has none. */
export function rankTold(
  { texts, format: { count } }: Pick<Dashboard, 'texts' | 'format'>,
  ranks: ReadonlyMap<AreaCode, number>,
  code: AreaCode,
): string | undefined {
  const rank = ranks.get(code);
  if (rank === undefined) return undefined;
  const others = [...ranks.values()].filter((other) => other === rank).length - 1;
  const place = texts.finding.rank(count(rank), count(ranks.size));
  return others > 0 ? `${place} ${texts.finding.tied(count(others))}` : place;
}

/** The first where the ranking begins; what is alike shares a place, and what has no value has none. */
export function ranksOf(
  values: readonly (readonly [AreaCode, unknown])[],
  fromLeast: boolean,
): ReadonlyMap<AreaCode, number> {
  const ranked = values.flatMap(([code, value]) => (typeof value === 'number' ? [{ code, value }] : []));
  ranked.sort((a, b) => (fromLeast ? a.value - b.value : b.value - a.value));
  const ranks = new Map<AreaCode, number>();
  ranked.forEach(({ code, value }, index) => {
    const before = ranked[index - 1];
    ranks.set(code, before?.value === value ? (ranks.get(before.code) ?? index) : index + 1);
  });
  return ranks;
}

/** The five dimensions; that of none given stands only where a need has it. */
export function pendingByDimension(
  portrait: Portrait,
): readonly { row: (typeof dimensions)[number]; figures: Figures }[] {
  return dimensions
    .map((row, code) => ({ row, figures: portrait.dimensions.get(code) ?? zeroFigures }))
    .filter(({ row, figures }) => row.id !== 'unspecified' || (figures['need.count'] ?? 0) > 0);
}

/** Of the area that a polygon draws alone; null while it is not there. */
export function detailOf(
  dashboard: Dashboard,
  id: MeasureId,
  rows: readonly AreaRow[],
  polygon: string | null,
): AreaDetail | null {
  const code = drawnAlone(rows, polygon);
  const portrait = code && dashboard.finding.pointed.of(code);
  if (!portrait || polygon === null) return null;
  const { texts, format, view } = dashboard;
  const { language } = view.current;
  const bars = pendingByDimension(portrait).map(({ row, figures }) => {
    const value = figures['need.pending'] ?? 0;
    return { id: row.id, label: row.short[language], color: row.color, value, text: format.count(value) };
  });
  const values = portrait.rounds.map(({ figures }) => figures[id] ?? null);
  const [first, last] = [portrait.rounds[0], portrait.rounds.at(-1)];
  const tells = measureOf(id).grain !== 'area' && !isSilent(dashboard, id) && first !== last;
  const end = (round: Portrait['rounds'][number] | undefined): string =>
    round ? `${format.shortDate(round.asOf)} ${written(dashboard, id, round.figures[id] ?? null)}` : '';
  return {
    code: polygon as AreaCode,
    title: texts.finding.pendingBy,
    bars,
    trend: tells
      ? { label: texts.finding.trend(measureOf(id).title[language]), values, from: end(first), to: end(last) }
      : null,
  };
}

/** The area of a polygon, where no other shares it. */
export function drawnAlone(rows: readonly AreaRow[], polygon: string | null): AreaCode | null {
  const drawn = rows.filter((row) => row.polygon !== null && row.polygon === polygon);
  return drawn.length === 1 ? (drawn[0]?.code ?? null) : null;
}
