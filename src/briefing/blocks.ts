/** Owns the blocks of slides: figures, maps, bars and tables, made of what the panels would show of the same area. */
import type { BarsBlock, FiguresBlock, MapBlock, TableBlock } from '../exports/deck.ts';
import { legendRows } from '../map/legend.ts';
import { agencyText } from '../model/agency.ts';
import { isWithin, type AreaCode } from '../model/area.ts';
import { dimensions } from '../model/dimension.ts';
import { classes } from '../model/household.ts';
import { areaRows, areaValues, type AreaRow } from '../panels/areas.ts';
import { datum, isSilent, valueOf, written } from '../panels/datum.ts';
import { described } from '../panels/describing.ts';
import { labelsOf } from '../panels/labels.ts';
import { legendTexts, scaleOf, type Scale } from '../panels/scale.ts';
import { noFigures, zeroFigures, type Figures } from '../queries/figures.ts';
import { measureOf, type MeasureId } from '../queries/measures.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import { isProtected, type Facts } from '../state/brieffacts.ts';
import { changeOf } from './changes.ts';

/** As files need them: no token of the page's. */
export const colors = { helped: '#14665e', waiting: '#a63d12', ink: '#57514a', danger: '#9b1c1c' } as const;

const titleOf = (seen: Dashboard, id: MeasureId): string => measureOf(id).title[seen.view.current.language];
export const unitOf = (seen: Dashboard, id: MeasureId): string => {
  const { format, unit } = measureOf(id);
  return format === 'share' ? '%' : seen.texts.figures[unit];
};

/** A sign alone in a line says little: beside it stands what the share is of. */
const unitWords = (seen: Dashboard, id: MeasureId): string =>
  id === 'household.helped_share' ? `%\u00a0${seen.texts.figures.ofNeed}` : unitOf(seen, id);

type Tone = FiguresBlock['figures'][number]['tone'];
const tones: Readonly<Partial<Record<MeasureId, Tone>>> = {
  'household.helped': 'helped',
  'household.helped_share': 'helped',
  'household.pending': 'waiting',
  'household.urgent_pending': 'danger',
};

/** Those that mean nothing under the filter are left out. */
export function figuresBlock(seen: Dashboard, facts: Facts, ids: readonly MeasureId[]): FiguresBlock {
  return {
    kind: 'figures',
    figures: ids
      .filter((id) => !isSilent(seen, id))
      .map((id) => {
        const change = changeOf(seen, facts, id);
        const told = datum(seen, id, seen.figures, placeOf(seen));
        return {
          label: titleOf(seen, id),
          datum: told,
          // What is not told is told in no unit.
          unit: told.value === null ? '' : unitWords(seen, id),
          tone: tones[id] ?? 'ink',
          ...(change ? { change } : {}),
        };
      }),
  };
}

const placeOf = ({ area, whole }: Dashboard): { readonly area?: AreaCode } =>
  area === null || area === whole ? {} : { area };

/** The areas of the scope, the most first; those of no known part at the end. */
export function rankedRows(seen: Dashboard, id: MeasureId): readonly AreaRow[] {
  const value = ({ figures }: AreaRow): number => valueOf(seen, id, figures) ?? -1;
  return [...areaRows(seen)].sort(
    (a, b) =>
      Number(a.code === null) - Number(b.code === null) || value(b) - value(a) || seen.format.compare(a.name, b.name),
  );
}

/** Null where no shape is at hand. `scale`: as it stands on the screen, where that is shown. */
export function mapBlock(seen: Dashboard, id: MeasureId, shown: Scale | null = null): MapBlock | null {
  const { scope, level, atlas, session } = seen;
  const { boundaries, outline } = atlas;
  if (!boundaries || scope === null) return null;
  const isShown = ({ properties: { code } }: { properties: { code: AreaCode } }): boolean =>
    isWithin(code, scope) || isWithin(scope, code);
  if (!boundaries[level].features.some(isShown)) return null;
  const rows = areaRows(seen);
  const scale = shown ?? scaleOf(seen, id, rows, areaValues(seen, id, rows));
  const { language } = seen.view.current;
  return {
    kind: 'map',
    title: scale.title,
    unit: unitOf(seen, id),
    measure: scale.measure,
    view: {
      ...{ boundaries, outline, level, scope, values: scale.values, shading: scale.shading },
      isProtected: isProtected(seen),
      labels: labelsOf(boundaries, level, scope, language, session.gazetteer),
      ...{ selected: null, hovered: null, marked: new Set(), classShown: null },
    },
    legend: legendRows(scale.shading, scale.format, scale.step, legendTexts(seen, scale)),
    describe: (code) => described(seen, id, rows, scale, code),
    figures: rankedRows(seen, id)
      .filter(({ polygon }) => polygon !== null)
      .map(({ key, name, figures }) => ({ name, datum: datum(seen, id, figures, { area: key }) })),
  };
}

/** A bar for each area. */
export function areasBlock(seen: Dashboard, id: MeasureId, title: string, color: string): BarsBlock {
  const share = 'household.helped_share' as const;
  return {
    kind: 'bars',
    title,
    unit: unitOf(seen, id),
    series: [{ name: titleOf(seen, id), color }],
    rows: rankedRows(seen, id).map(({ key, name, figures }) => {
      const percent = id === 'household.pending' ? valueOf(seen, share, figures) : null;
      const note =
        percent === null ? {} : { note: seen.texts.briefing.blocks.helpedShare(written(seen, share, percent)) };
      return { name, ...note, figures: [datum(seen, id, figures, { area: key })] };
    }),
  };
}

/** What a group without a row counts: nothing, where the question was answered. */
const groupOf = (groups: ReadonlyMap<number, Figures> | undefined, code: number): Figures =>
  groups ? (groups.get(code) ?? zeroFigures) : noFigures;

export const byDimension = (
  seen: Dashboard,
): readonly { readonly id: string; readonly title: string; readonly figures: Figures }[] => {
  const groups = seen.answer('matrix')?.value;
  const { language } = seen.view.current;
  return dimensions
    .map(({ id, title }, code) => ({ id, title: title[language], figures: groupOf(groups, code) }))
    .filter(({ id, figures }) => id !== 'unspecified' || (figures['need.count'] ?? 0) > 0);
};

/** In the order people speak of them; the unclassified last, where there are any. */
export const byClass = (
  seen: Dashboard,
): readonly { readonly id: string; readonly title: string; readonly figures: Figures }[] => {
  const groups = seen.answer('classes')?.value;
  const { language } = seen.view.current;
  const all = classes.map(({ id, title }, code) => ({ id, title: title[language], figures: groupOf(groups, code) }));
  return [...all.slice(1), ...all.slice(0, 1)].filter(
    ({ id, figures }) => id !== 'unclassified' || (figures['household.listed'] ?? 0) > 0,
  );
};

const splitSeries = ({ texts: { briefing } }: Dashboard): BarsBlock['series'] => [
  { name: briefing.blocks.helped, color: colors.helped },
  { name: briefing.blocks.waiting, color: colors.waiting },
];

/** Helped and still waiting, by dimension, with the hosts of each where there is room for them. */
export function dimensionsBlock(seen: Dashboard, { withHosts = true } = {}): BarsBlock {
  const { language } = seen.view.current;
  const { hosts } = seen.following;
  return {
    kind: 'bars',
    title: seen.texts.briefing.blocks.dimensions,
    unit: seen.texts.briefing.units.need,
    series: splitSeries(seen),
    rows: byDimension(seen).map(({ id, title, figures }) => {
      const own = withHosts ? hosts.of(seen.whole, id as Parameters<typeof hosts.of>[1]) : [];
      const note = own.map((host) => agencyText(host).short[language]).join(' · ');
      const place = { ...placeOf(seen), dimension: id };
      return {
        name: title,
        ...(note ? { note } : {}),
        figures: [datum(seen, 'need.helped', figures, place), datum(seen, 'need.pending', figures, place)],
      };
    }),
  };
}

export function classesBlock(seen: Dashboard): BarsBlock {
  return {
    kind: 'bars',
    title: seen.texts.briefing.blocks.classes,
    unit: seen.texts.briefing.units.household,
    series: splitSeries(seen),
    rows: byClass(seen).map(({ id, title, figures }) => {
      const place = { ...placeOf(seen), class: id };
      return {
        name: title,
        figures: [datum(seen, 'household.helped', figures, place), datum(seen, 'household.pending', figures, place)],
      };
    }),
  };
}

/** Every area with its figures, and all of them together. */
export function areasTable(seen: Dashboard, ids: readonly MeasureId[]): TableBlock {
  const { briefing } = seen.texts;
  const told = ids.filter((id) => !isSilent(seen, id));
  const short = (id: MeasureId): string => (measureOf(id).short ?? measureOf(id).title)[seen.view.current.language];
  return {
    kind: 'table',
    title: briefing.blocks.table(seen.level),
    unit: briefing.units.household,
    columns: [
      { label: briefing.blocks.area, holds: 'words' },
      ...told.map((id) => ({ label: short(id), holds: 'figures' as const })),
    ],
    rows: [
      ...rankedRows(seen, 'household.pending').map(({ key, name, figures }) => [
        name,
        ...told.map((id) => datum(seen, id, figures, { area: key })),
      ]),
      [briefing.blocks.total, ...told.map((id) => datum(seen, id, seen.figures, placeOf(seen)))],
    ],
  };
}
