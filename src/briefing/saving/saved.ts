/** Owns the files that are made of the screen: a row for each that the menu offers. */
import { csvFile } from '../../exports/csv.ts';
import { geoJsonFile } from '../../exports/geojson.ts';
import { messageText } from '../../exports/linetext.ts';
import { pagePalette } from '../../exports/palette.ts';
import { pngOf, withFaces } from '../../exports/picture.ts';
import { pptxFile } from '../../exports/pptx/pptx.ts';
import { screenBookFile, tableSheet } from '../../exports/screenbook.ts';
import { fileName, type Saved } from '../../exports/sheet.ts';
import { pictureSvg, type Picture } from '../../exports/vector.ts';
import { savingTexts } from '../../i18n/saving.ts';
import { levels, type AreaCode } from '../../model/area.ts';
import { areaRows } from '../../panels/areas.ts';
import { datum } from '../../panels/datum.ts';
import { definitionOf } from '../../panels/defining.ts';
import { sinceOf } from '../../panels/keyfigures.ts';
import { isMeasureId, measureOf } from '../../queries/measures.ts';
import { isProtected } from '../../state/brieffacts.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import { rankedRows, unitOf } from '../blocks.ts';
import { deckFor } from '../deck.ts';
import {
  aboutShown,
  areaFigures,
  classesTable,
  figuresShown,
  mapShown,
  matrixTable,
  pictured,
  rankingTable,
  shownWords,
  type PictureId,
} from './screen.ts';
import { toolTables } from './toolsheet.ts';

/** Where and when, for a file's name. */
const named = ({ where, snapshot, format }: Dashboard): string =>
  fileName(where, snapshot ? format.shortDate(snapshot.asOf) : '');

export const pictureSizes = [
  { id: 'png1', widthPx: 1280 },
  { id: 'png2', widthPx: 2560 },
  { id: 'png4k', widthPx: 3840 },
  { id: 'svg', widthPx: null },
] as const;
export type PictureSize = (typeof pictureSizes)[number];

/** Null where there is nothing to be drawn. */
export async function pictureFile(
  dashboard: Dashboard,
  id: PictureId,
  { widthPx }: PictureSize,
): Promise<Saved | null> {
  const block = pictured(dashboard, id);
  if (!block) return null;
  const { language } = dashboard.view.current;
  const { what, asOf, phrases } = shownWords(dashboard);
  const notes = [
    isProtected(dashboard) ? dashboard.texts.briefing.rounding : '',
    dashboard.session.isSample ? dashboard.texts.top.sample : '',
    id === 'map' ? (dashboard.atlas.boundaries?.credit[language] ?? '') : '',
    dashboard.texts.briefing.dataCredit,
  ].filter(Boolean);
  const subtitle = [asOf, id === 'map' || id === 'ranking' ? '' : phrases.join(' · ')].filter(Boolean).join(' · ');
  const title = id === 'map' || id === 'ranking' ? what : `${block.title} ${dashboard.where}`;
  const manner = { language, format: dashboard.format, palette: pagePalette() };
  const picture = await withFaces(pictureSvg(block, { title, subtitle, notes }, manner));
  const name = fileName(block.title, named(dashboard));
  if (widthPx === null) {
    return { name: `${name}.svg`, type: 'image/svg+xml', bytes: new TextEncoder().encode(picture.svg) };
  }
  return { name: `${name}.png`, type: 'image/png', bytes: await pngOf(picture, widthPx) };
}

export async function screenFile(dashboard: Dashboard): Promise<Saved> {
  const { language } = dashboard.view.current;
  const { sheets } = savingTexts[language];
  const figures = figuresShown(dashboard);
  const tables = [
    { name: sheets.ranking, block: rankingTable(dashboard) },
    { name: sheets.matrix, block: matrixTable(dashboard) },
    { name: sheets.classes, block: classesTable(dashboard) },
    ...toolTables().map((block) => ({ name: block.title, block })),
  ];
  const measures = new Set([
    ...figures.figures.map(({ datum: { measure } }) => measure),
    ...tables.flatMap(({ block }) =>
      block.rows.flat().flatMap((cell) => (typeof cell === 'string' ? [] : cell.measure)),
    ),
  ]);
  const definitions = [...measures].filter(isMeasureId).map((measure) => ({
    measure,
    title: measureOf(measure).title[language],
    words: definitionOf(measure, dashboard.texts, language),
  }));
  const about = aboutShown(dashboard);
  return await screenBookFile(
    { title: named(dashboard), figures: { name: sheets.figures, block: figures }, tables, definitions, about },
    language,
  );
}

export function rankingFile(dashboard: Dashboard): Saved {
  const { ranking } = savingTexts[dashboard.view.current.language].sheets;
  const name = fileName(ranking, named(dashboard));
  return csvFile(name, tableSheet(name, rankingTable(dashboard)));
}

/** Null where no shape is at hand. */
export function areasFile(dashboard: Dashboard): Saved | null {
  const map = mapShown(dashboard);
  if (!map) return null;
  const { gazetteer } = dashboard.session;
  const namesOf = (code: AreaCode): { th: string; en: string } => gazetteer.find(code)?.name ?? { th: code, en: code };
  return geoJsonFile(fileName(map.title, named(dashboard)), {
    ...{ view: map.view, measure: map.measure, legend: map.legend },
    nameOf: namesOf,
    figuresOf: areaFigures(dashboard),
    about: Object.fromEntries(aboutShown(dashboard)),
  });
}

export async function deckFile(
  dashboard: Dashboard,
  what: 'deck' | 'book',
  waiting: Parameters<typeof deckFor>[2],
): Promise<Saved> {
  const deck = await deckFor(dashboard, what, waiting);
  const raster = async (picture: Picture, widthPx: number): Promise<Uint8Array> =>
    await pngOf(await withFaces(picture), widthPx);
  return await pptxFile(deck, { palette: pagePalette(), raster, ...waiting });
}

const mostAreas = 5;
export function message(dashboard: Dashboard): string {
  const { language } = dashboard.view.current;
  const { asOf, phrases } = shownWords(dashboard);
  const ids = [
    'household.need',
    'household.helped',
    'household.pending',
    'household.helped_share',
    'household.urgent_pending',
  ] as const;
  const changes = ids.map((id) => sinceOf(dashboard, id));
  const since = changes.find((change) => change !== null)?.asOf;
  const { format, snapshot, level } = dashboard;
  const rows = rankedRows(dashboard, 'household.pending').filter(({ code }) => code !== null);
  const known = areaRows(dashboard).length > 1 ? rows.slice(0, mostAreas) : [];
  return messageText(
    {
      where: dashboard.where,
      asOf: snapshot ? format.shortDate(snapshot.asOf) : asOf,
      filters: phrases.join(' · '),
      figures: ids.map((id, at) => ({
        label: measureOf(id).title[language],
        datum: datum(dashboard, id),
        unit: unitOf(dashboard, id),
        change: changes[at]?.datum,
      })),
      since: since ? format.shortDate(since) : null,
      areas: known.map(({ name, key, figures }, at) => ({
        ...{ name, rank: format.count(at + 1) },
        datum: datum(dashboard, 'household.pending', figures, { area: key }),
      })),
      areaTitle: levels.find(({ id }) => id === level)?.title[language] ?? '',
      rounding: isProtected(dashboard) ? dashboard.texts.briefing.rounding : null,
    },
    language,
  );
}
