/** Owns what is on the screen now, as blocks for files: its map and charts, its figures and tables, what they rest on. */
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { BarsBlock, FiguresBlock, MapBlock, TableBlock } from '../../exports/deck.ts';
import type { Pictured } from '../../exports/vector.ts';
import { savingTexts } from '../../i18n/saving.ts';
import { legendRows, type LegendRow } from '../../map/legend.ts';
import { levels, type AreaCode } from '../../model/area.ts';
import { agencyText } from '../../model/agency.ts';
import type { Dimension } from '../../model/dimension.ts';
import type { Kinds } from '../../panels/analysis/painting.ts';
import { areaRows, areaValues, figuresOf } from '../../panels/areas.ts';
import { datum, filtersShown, isSilent } from '../../panels/datum.ts';
import { kindOf } from '../../panels/kinds/registry.ts';
import { keyFigures, sinceOf } from '../../panels/keyfigures.ts';
import { besideOf, isFromLeast, rateShown, rowNote } from '../../panels/ranked.ts';
import { denominatorShown } from '../../panels/rates.ts';
import { scaleOf } from '../../panels/scale.ts';
import { toolOf } from '../../panels/toolbox.ts';
import { filters } from '../../queries/filters.ts';
import { measureOf, type MeasureId } from '../../queries/measures.ts';
import { filterPhrase, sentence } from '../../queries/sentence.ts';
import { noFigures, type Figures } from '../../queries/figures.ts';
import { isProtected } from '../../state/brieffacts.ts';
import {
  areasBlock,
  byClass,
  byDimension,
  classesBlock,
  colors,
  dimensionsBlock,
  mapBlock,
  rankedRows,
  unitOf,
} from '../blocks.ts';

export const pictureIds = ['map', 'ranking', 'matrix', 'classes'] as const;
export type PictureId = (typeof pictureIds)[number];

/** Null where there is none: no shapes, or several maps side by side. */
export function pictured(dashboard: Dashboard, id: PictureId): Pictured | null {
  switch (id) {
    case 'map':
      return mapShown(dashboard);
    case 'ranking':
      return rankingBars(dashboard);
    case 'matrix':
      return dimensionsBlock(dashboard);
    case 'classes':
      return classesBlock(dashboard);
  }
}

/** The map as it is: painted by a tool, as a kind of map, or by its measure; of several beside one another the plain one. */
export function mapShown(dashboard: Dashboard): MapBlock | null {
  const { measure: id, view, finding, area, whole, scope } = dashboard;
  const rows = areaRows(dashboard);
  const own = scaleOf(dashboard, id, rows, areaValues(dashboard, id, rows));
  const painting = toolOf(view.current.panel)?.painting?.(dashboard, rows) ?? null;
  const kinds = painting?.kinds ?? null;
  const kind = kindOf(kinds ? 'choropleth' : view.current.map);
  const scene = kind.stage ? null : (kind.scene?.(dashboard, rows, own, null) ?? null);
  const block = mapBlock(dashboard, scene?.id ?? id, scene?.scale ?? own);
  if (!block) return null;
  const marked = new Set<AreaCode>([...(painting?.marked ?? []), ...finding.picked]);
  const selected = area !== whole && area !== scope ? area : null;
  const shown = { ...block.view, marked, selected, circles: scene?.circles, hidden: finding.hidden };
  if (!kinds) return { ...block, view: shown };
  return {
    ...block,
    ...{ title: kinds.title, unit: '', measure: kinds.measure, legend: kindRows(dashboard, kinds) },
    view: { ...shown, values: kinds.values, shading: kinds.shading },
  };
}

const kindRows = ({ texts }: Dashboard, { shading, categories }: Kinds): readonly LegendRow[] =>
  legendRows(shading, String, 1, { zero: texts.map.zero, missing: texts.map.missing })
    .filter(({ count }) => count > 0)
    .map((row) => (row.index === null ? row : { ...row, text: categories[row.index]?.title ?? '' }));

function rankingBars(dashboard: Dashboard): BarsBlock {
  const { measure: id, view } = dashboard;
  const { title, scheme } = measureOf(id);
  const color = { waiting: colors.waiting, helped: colors.helped, neutral: colors.ink }[scheme];
  const block = areasBlock(dashboard, id, title[view.current.language], color);
  return isFromLeast(id) ? { ...block, rows: [...block.rows].reverse() } : block;
}

/** What is counted, where, as of when. */
export function shownWords(dashboard: Dashboard): {
  readonly what: string;
  readonly asOf: string;
  readonly phrases: readonly string[];
} {
  const { language } = dashboard.view.current;
  const all = filtersShown(dashboard);
  const asOf = dashboard.snapshot?.asOf;
  return {
    what: sentence(dashboard.measure, all, dashboard.where, language),
    asOf: asOf ? savingTexts[language].asOf(dashboard.format.date(asOf)) : '',
    phrases: filters.flatMap((filter) => filterPhrase(all, filter, language) ?? []),
  };
}

export function figuresShown(dashboard: Dashboard): FiguresBlock {
  const { language } = dashboard.view.current;
  const { daysLeft, deadline } = dashboard.following.term;
  const { figures: texts } = dashboard.texts;
  const figures = keyFigures.map(({ id, tone }): FiguresBlock['figures'][number] => {
    const since = sinceOf(dashboard, id);
    return {
      ...{ label: measureOf(id).title[language], datum: datum(dashboard, id), unit: unitOf(dashboard, id), tone },
      ...(since ? { change: { datum: since.datum, text: since.datum.text } } : {}),
    };
  });
  const days = daysLeft !== null &&
    deadline !== null && {
      ...{ label: texts.daysLeft(dashboard.format.dayMonth(deadline)), unit: texts.days, tone: 'ink' as const },
      datum: { value: daysLeft, text: dashboard.format.count(daysLeft), measure: 'day.to_deadline' },
    };
  return { kind: 'figures', figures: days ? [...figures, days] : figures };
}

const short = (dashboard: Dashboard, id: MeasureId): string =>
  (measureOf(id).short ?? measureOf(id).title)[dashboard.view.current.language];

/** All areas with the measure and what stands beside it, in the order in which the ranking opens; the whole below them. */
export function rankingTable(dashboard: Dashboard): TableBlock {
  const { measure: id, texts, level, view, format } = dashboard;
  const { language } = view.current;
  const { columns } = savingTexts[language];
  const per = denominatorShown(dashboard, id);
  const beside = besideOf(dashboard, id);
  const title = levels.find((row) => row.id === level)?.title[language] ?? '';
  const figures = (own: Figures, area?: string): TableBlock['rows'][number] => [
    datum(dashboard, id, own, area === undefined ? {} : { area }),
    ...(per ? [rateShown(dashboard, id, own, area)] : []),
    ...beside.map((other) => datum(dashboard, other, own, area === undefined ? {} : { area })),
  ];
  const ranked = [...rankedRows(dashboard, id)];
  const areas = ranked.filter(({ code }) => code !== null);
  if (isFromLeast(id)) areas.reverse();
  const rows = [...areas, ...ranked.filter(({ code }) => code === null)];
  const total = dashboard.area === dashboard.scope ? dashboard.figures : null;
  return {
    kind: 'table',
    title: texts.ranking.title(title),
    unit: unitOf(dashboard, id),
    columns: [
      ...[columns.rank, columns.code, title, columns.note].map((label) => ({ label, holds: 'words' as const })),
      ...[id, ...(per ? [per] : []), ...beside].map((of) => ({
        label: typeof of === 'string' ? short(dashboard, of) : texts.classing.perHundred,
        holds: 'figures' as const,
      })),
    ],
    rows: [
      ...rows.map((row, at) => [
        row.code === null ? '' : format.count(at + 1),
        ...[row.code ?? '', row.name, rowNote(dashboard, row)],
        ...figures(row.figures, row.key),
      ]),
      ...(total ? [['', '', texts.ranking.total, '', ...figures(total)]] : []),
    ],
  };
}

const grouped = (
  title: string,
  unit: string,
  head: string,
  heads: readonly string[],
  rows: TableBlock['rows'],
  last: readonly string[] = [],
): TableBlock => ({
  ...{ kind: 'table', title, unit, rows },
  columns: [
    { label: head, holds: 'words' },
    ...heads.map((label) => ({ label, holds: 'figures' as const })),
    ...last.map((label) => ({ label, holds: 'words' as const })),
  ],
});

export function matrixTable(dashboard: Dashboard): TableBlock {
  const { matrix } = dashboard.texts;
  const { language } = dashboard.view.current;
  const ids = ['need.count', 'need.helped', 'need.pending'] as const;
  const rows = byDimension(dashboard).map(({ id, title, figures }) => [
    title,
    ...ids.map((measure) => datum(dashboard, measure, figures, { dimension: id })),
    dashboard.following.hosts
      .of(dashboard.whole, id as Dimension)
      .map((host) => agencyText(host).title[language])
      .join(' · '),
  ]);
  const heads = [matrix.need, matrix.helped, matrix.pending];
  return grouped(matrix.title, matrix.unit, matrix.dimension, heads, rows, [savingTexts[language].columns.host]);
}

export function classesTable(dashboard: Dashboard): TableBlock {
  const { matrix, classes } = dashboard.texts;
  const ids = ['household.need', 'household.helped', 'household.pending'] as const;
  const rows = byClass(dashboard).map(({ id, title, figures }) => [
    title,
    ...ids.map((measure) => datum(dashboard, measure, figures, { class: id })),
  ]);
  return grouped(classes.title, classes.unit, classes.class, [matrix.need, matrix.helped, matrix.pending], rows);
}

/** Label and words of all that a reader of a file must know. Names of files stay out of a protected view. */
export function aboutShown(dashboard: Dashboard): readonly (readonly [string, string])[] {
  const { language } = dashboard.view.current;
  const { about } = savingTexts[language];
  const { what, phrases } = shownWords(dashboard);
  const { briefing } = dashboard.texts;
  const guarded = isProtected(dashboard);
  const asOf = dashboard.snapshot?.asOf;
  const files = dashboard.entries.flatMap(({ receipt }) => receipt?.files ?? []);
  const [file] = files;
  const one = files.length === 1 ? file : undefined;
  const name = one ? one.name : files.length > 1 ? about.several(dashboard.format.count(files.length)) : '';
  const told: readonly (readonly [string, string])[] = [
    [about.what, what],
    [about.where, dashboard.where],
    [about.asOf, asOf ? dashboard.format.date(asOf) : ''],
    [about.filters, phrases.length > 0 ? phrases.join(' · ') : briefing.everything],
    [about.file, guarded ? '' : name],
    [about.fingerprint, one?.sha256 ?? ''],
    [about.rounding, guarded ? briefing.rounding : ''],
    [about.credit, dashboard.atlas.boundaries?.credit[language] ?? ''],
    [about.made, dashboard.texts.app.name],
  ];
  return told.filter(([, words]) => words !== '');
}

/** Further figures of an area, beside what the map shows. */
export function areaFigures(
  dashboard: Dashboard,
): (code: AreaCode) => Readonly<Record<string, number | string | null>> {
  const rows = areaRows(dashboard);
  const ids = ['household.need', 'household.helped', 'household.pending', 'household.helped_share'] as const;
  return (code) => {
    // Two areas of one shape: what is rounded does not add up.
    const isSum = isProtected(dashboard) && rows.filter(({ polygon }) => polygon === code).length > 1;
    const own = isSum ? noFigures : figuresOf(rows, code);
    return Object.fromEntries(
      ids.filter((id) => !isSilent(dashboard, id)).map((id) => [id, datum(dashboard, id, own).value]),
    );
  };
}
