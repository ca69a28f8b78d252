/** Owns the templates of slides: a row each, in the order of a briefing, with the slides it makes of the facts. */
import { isWithin, type AreaCode } from '../model/area.ts';
import { areaRows, areaValues } from '../panels/areas.ts';
import { valueOf } from '../panels/datum.ts';
import { definitionOf } from '../panels/defining.ts';
import { scaleOf } from '../panels/scale.ts';
import { measureOf, type MeasureId } from '../queries/measures.ts';
import { sentence } from '../queries/sentence.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import { areaSlide } from './areapage.ts';
import {
  areasBlock,
  areasTable,
  byClass,
  byDimension,
  classesBlock,
  colors,
  dimensionsBlock,
  figuresBlock,
  mapBlock,
} from './blocks.ts';
import type { Counted } from './claims.ts';
import { decisionsShown } from './decisions.ts';
import { longestBlocks, longestFigures } from './longest.ts';
import { counted, pendingId, some, urgentId, type Made, type Making } from './making.ts';
import { paceBlocks } from './pacing.ts';
import { quantityOf, type Quantity } from './quantity.ts';
import {
  classesTitle,
  dimensionsTitle,
  longestTitle,
  paceTitle,
  rankingTitle,
  situationTitle,
  spreadTitle,
  urgentTitle,
} from './titles.ts';

export const templateIds = [
  ...(['cover', 'situation', 'map', 'ranking', 'dimensions', 'classes', 'urgent', 'pace', 'longest'] as const),
  ...(['amphoe', 'view', 'decisions', 'definitions', 'table'] as const),
] as const;
export type TemplateId = (typeof templateIds)[number];

const overId = 'household.over_capacity' as const;
const situationIds = ['household.need', 'household.helped', pendingId, 'household.helped_share', urgentId] as const;
const tableIds = ['household.listed', ...situationIds, overId] as const;

type Template = (making: Making) => readonly Made[];

/** One slide, its name from the texts. */
const one =
  (id: Exclude<TemplateId, 'amphoe'>, make: (making: Making) => Omit<Made, 'id' | 'name'> | null): Template =>
  (making) => {
    const made = make(making);
    return made ? [{ id, name: making.voice.texts.names[id], ...made }] : [];
  };

export const templates: Readonly<Record<TemplateId, Template>> = {
  cover: one('cover', ({ dashboard, facts, edits, voice: { texts } }) => {
    const { area } = facts.whole;
    const asOf = texts.asOf(dashboard.format.date(facts.asOf));
    const who = edits.preparedBy && texts.preparedBy(edits.preparedBy);
    const lines = [edits.meeting, asOf, who].filter((line) => line !== '');
    return {
      title: texts.title(whereOf(dashboard, area)),
      layout: 'cover',
      blocks: [{ kind: 'words', title: '', lines }],
    };
  }),
  situation: one('situation', ({ facts, seen, voice, isChosen, dashboard }) => {
    const of = (id: MeasureId): Quantity => quantityOf(seen, facts, id);
    const title = situationTitle(voice, {
      listed: of('household.listed'),
      need: of('household.need'),
      helped: of('household.helped'),
      pending: of(pendingId),
      share: valueOf(seen, 'household.helped_share'),
      daysLeft: dashboard.following.term.daysLeft ?? 0,
      isChosen,
    });
    return { title, blocks: [figuresBlock(seen, facts, situationIds)] };
  }),
  map: one('map', (making) => {
    const block = mapBlock(making.seen, pendingId);
    return block && { title: spreadTold(making), blocks: [block] };
  }),
  ranking: one('ranking', (making) => {
    const { seen, voice, isChosen } = making;
    const { parts, beside } = counted(making, seen, pendingId);
    const { byArea } = voice.texts;
    return {
      title: isChosen ? byArea(seen.level) : rankingTitle(voice, parts, beside, seen.level),
      blocks: [areasBlock(seen, pendingId, byArea(seen.level), colors.waiting)],
    };
  }),
  dimensions: one('dimensions', ({ seen, facts, voice, isChosen }) => {
    const rows = byDimension(seen)
      .filter(({ id }) => id !== 'unspecified')
      .map(({ title, figures }): Counted => ({ name: title, count: quantityOf(seen, facts, 'need.pending', figures) }));
    return { title: dimensionsTitle(voice, rows, isChosen), blocks: [dimensionsBlock(seen)] };
  }),
  classes: one('classes', ({ seen, facts, voice, isChosen }) => {
    const rows = byClass(seen).map(({ id, title, figures }) => ({
      ...{ id, name: title },
      count: quantityOf(seen, facts, pendingId, figures, null),
    }));
    const none: Quantity = { low: 0, high: 0, text: null };
    const unclassified = rows.find(({ id }) => id === 'unclassified')?.count ?? none;
    const named = rows.filter(({ id }) => id !== 'unclassified');
    return { title: classesTitle(voice, named, unclassified, isChosen), blocks: [classesBlock(seen)] };
  }),
  urgent: one('urgent', ({ seen, facts, voice, isChosen }) => {
    const { urgent: texts } = voice.texts;
    const unsentId = 'household.over_capacity_unsent' as const;
    const [urgent, unsent] = [quantityOf(seen, facts, urgentId), quantityOf(seen, facts, unsentId)];
    return {
      title: isChosen ? texts.untold : urgentTitle(voice, urgent, unsent),
      blocks: [
        figuresBlock(seen, facts, [urgentId, overId, unsentId]),
        { ...areasBlock(seen, urgentId, texts.byArea(seen.level), colors.danger), isOnePage: true },
        { ...areasBlock(seen, overId, texts.overByArea(seen.level), colors.ink), isOnePage: true },
      ],
    };
  }),
  pace: one('pace', ({ dashboard, facts, voice, isChosen }) => {
    if (isChosen) return null;
    const title = paceTitle(voice, facts.pace?.forecast ?? null, facts.deadline, facts.asOf);
    return facts.pace && { title, blocks: paceBlocks(dashboard, facts, facts.pace) };
  }),
  longest: one('longest', ({ dashboard, facts: { ages }, voice }) =>
    ages === null ? null : { title: longestTitle(voice, longestFigures(ages)), blocks: longestBlocks(dashboard, ages) },
  ),
  amphoe: (making) => {
    const { parts, whole } = making.facts;
    if (parts.length > 0) return parts.map((part) => areaSlide(making, part));
    // An amphoe has a page of its own in a book; in a deck its other slides say the same.
    return [{ ...areaSlide(making, whole), isHidden: true }];
  },
  view: one('view', ({ dashboard, facts }) => {
    const { measure, level, shown, where, view } = dashboard;
    if (!shown || dashboard.answer('areas') === null) return null;
    const rows = areaRows(dashboard);
    const scale = scaleOf(dashboard, measure, rows, areaValues(dashboard, measure, rows));
    return {
      title: sentence(measure, shown.filters, where, view.current.language),
      blocks: some(mapBlock(dashboard, measure, scale), areasBlock(dashboard, measure, scale.title, colors.ink)),
      // What the map of those who wait shows already is not shown twice.
      isHidden: measure === pendingId && level === facts.whole.level,
    };
  }),
  decisions: one('decisions', (making) => {
    const { title } = making.voice.texts.decisions;
    return { title, blocks: [{ kind: 'words', title: '', lines: decisionsShown(making), isEditable: true }] };
  }),
  definitions: one('definitions', ({ dashboard, voice: { texts } }) => {
    const { language } = dashboard.view.current;
    const credit = dashboard.atlas.boundaries?.credit[language];
    const rows = tableIds.map((id) => [measureOf(id).title[language], definitionOf(id, dashboard.texts, language)]);
    return {
      title: texts.names.definitions,
      blocks: [
        {
          kind: 'table',
          title: '',
          unit: '',
          columns: [
            { label: texts.blocks.figure, holds: 'words' },
            { label: texts.blocks.meaning, holds: 'words' },
          ],
          rows: [...rows, ...(credit ? [[texts.sources, credit]] : [])],
        },
      ],
    };
  }),
  table: one('table', ({ seen, voice: { texts } }) => ({
    title: texts.blocks.table(seen.level),
    blocks: [areasTable(seen, tableIds)],
  })),
};

function spreadTold(making: Making): string {
  const { seen, facts, voice, isChosen } = making;
  if (isChosen) return voice.texts.byArea(seen.level);
  const { parts, beside } = counted(making, seen, pendingId);
  return spreadTitle(voice, quantityOf(seen, facts, pendingId), parts, beside, seen.level);
}

/** จังหวัดปัตตานี; อ.ยะรัง จังหวัดปัตตานี. */
export function whereOf(dashboard: Dashboard, area: AreaCode): string {
  const { whole, texts } = dashboard;
  if (whole === null || area === whole) return dashboard.wholeName(area);
  return texts.briefing.join([dashboard.fullNameOf(area), dashboard.wholeName(whole)]);
}

/** Whether a slide of the deck is of an area within, or is of none. */
export const isOfArea = (id: string, areas: readonly AreaCode[]): boolean => {
  const [, code] = /^amphoe-(\d+)$/.exec(id) ?? [];
  return code === undefined || areas.some((area) => isWithin(code as AreaCode, area));
};
