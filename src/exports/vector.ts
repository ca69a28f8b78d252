/** Owns a map or chart as a picture of its own in SVG text: title, what is drawn, legend, source; no page is needed. */
import type { Format } from '../i18n/format.ts';
import { savingTexts } from '../i18n/saving.ts';
import { labelSizePx } from '../map/labelling.ts';
import type { LegendRow } from '../map/legend.ts';
import { boxOf, shownShapes, type MapView } from '../map/mapview.ts';
import type { SizePx } from '../map/tooltip.ts';
import type { Language } from '../model/text.ts';
import type { BarsBlock, MapBlock, TrendBlock } from './deck.ts';
import { tag, type Markup } from './markup.ts';
import type { Palette } from './palette.ts';
import { headOf } from './slidecolumns.ts';
import { leastText, lineOf } from './slidelayout.ts';
import { barsMarks, trendMarks } from './vectorchart.ts';
import { hatchPatterns, mapMarks, mapSigns } from './vectormap.ts';
import { textWidthEm } from '../charts/textwidth.ts';
import { wrapped } from './wrapping.ts';

export type Pictured = MapBlock | BarsBlock | TrendBlock;

export interface Manner {
  readonly language: Language;
  readonly format: Format;
  readonly palette: Palette;
}

/** What stands round a picture that is saved by itself. */
export interface Caption {
  readonly title: string;
  /** As of when, with which filters. */
  readonly subtitle: string;
  /** Source, and what is to be known of the figures. */
  readonly notes: readonly string[];
}

export interface Picture {
  readonly svg: string;
  readonly size: SizePx;
}

const width = 1280;
const side = 40;
const line = lineOf(leastText);
const [titleSize, titleLine] = [40, lineOf(40)];
const fontStack = "Sarabun, 'TH Sarabun New', 'Noto Sans Thai', sans-serif";

/** With title, legend and source: 1280 wide, as high as it has to be. `fontFaces`: the font's files, as CSS. */
export function pictureSvg(block: Pictured, caption: Caption, manner: Manner, fontFaces = ''): Picture {
  const { language } = manner;
  const room = width - 2 * side;
  const marks: Markup[] = [];
  let y = side;
  const write = (text: string, size: number, step: number, weight: number, fill: string): void => {
    for (const one of wrapped(text, size, room, language)) {
      marks.push(tag('text', { x: side, y: y + size, 'font-size': size, 'font-weight': weight, fill }, one));
      y += step;
    }
  };
  write(caption.title, titleSize, titleLine, 700, 'var(--ink)');
  if (caption.subtitle) write(caption.subtitle, leastText, line, 400, 'var(--ink-soft)');
  y += 12;
  write(headOf(block), leastText, line, 600, 'var(--ink)');
  y += 8;
  const drawn = drawnIn(block, { width: room, height: 0 }, manner);
  marks.push(tag('g', { transform: `translate(${side},${y})` }, drawn.marks));
  y += drawn.height + 24;
  for (const note of caption.notes) write(note, leastText, line, 400, 'var(--ink-soft)');
  return svgOf(marks, { width, height: Math.ceil(y + side / 2) }, manner, caption.title, fontFaces);
}

/** Without words round it, to stand in a box of a slide. */
export function boxedSvg(block: Pictured, box: SizePx, manner: Manner): Picture {
  return svgOf(drawnIn(block, box, manner).marks, box, manner, headOf(block), '', 'none');
}

function svgOf(
  marks: readonly Markup[],
  size: SizePx,
  { palette, language }: Manner,
  title: string,
  fontFaces: string,
  ground = 'var(--surface)',
): Picture {
  const whole = tag(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', width: size.width, height: size.height },
      ...{ viewBox: `0 0 ${size.width} ${size.height}`, 'font-family': fontStack, 'xml:lang': language, role: 'img' },
    },
    tag('title', {}, title),
    fontFaces === '' ? null : tag('style', {}, fontFaces),
    tag('defs', {}, hatchPatterns()),
    ground === 'none' ? null : tag('rect', { width: size.width, height: size.height, fill: ground }),
    marks,
  );
  return { svg: palette(whole.xml), size };
}

/** A height of 0 leaves it to what is drawn. */
function drawnIn(
  block: Pictured,
  box: SizePx,
  manner: Manner,
): { readonly marks: readonly Markup[]; readonly height: number } {
  if (block.kind === 'bars') return barsMarks(block, box.width, manner.language);
  if (block.kind === 'trend')
    return trendMarks(block, { ...box, height: box.height || box.width * 0.5 }, manner.format.count);
  const longest = Math.max(0, ...block.legend.map(({ text }) => itemWidth(text)));
  const legendWidth = Math.min(longest, box.width * 0.42);
  const height = box.height || mapHeight(block.view, box.width);
  // Beside the map where that is wide; where it is not, below it.
  const isBeside = box.width / height > 1.15;
  const legend = isBeside
    ? stacked(block.legend, legendWidth, manner.language)
    : flowed(block.legend, box.width, manner.language);
  const map = isBeside
    ? { width: box.width - legendWidth - 16, height }
    : { width: box.width, height: height - legend.height - 8 };
  const at = isBeside ? [map.width + 16, Math.max(0, height - legend.height)] : [0, map.height + 8];
  return {
    height,
    marks: [mapGroup(block, map, manner), tag('g', { transform: `translate(${at.join()})` }, legend.marks)],
  };
}

/** As the areas are high to their width, within what a page bears. */
function mapHeight(view: MapView, room: number): number {
  const degrees = boxOf(shownShapes(view).features);
  const ratio = degrees ? (degrees[3] - degrees[1]) / Math.max(0.001, degrees[2] - degrees[0]) : 1;
  return Math.round(room * Math.min(1.35, Math.max(0.6, ratio * 0.85)));
}

/** The page's map is made for names of 14 to 20 pixels: it is drawn smaller and enlarged, until they can be read from afar. */
function mapGroup({ view, measure }: MapBlock, box: SizePx, { language, format }: Manner): Markup {
  const texts = savingTexts[language];
  const times = Math.max(1, leastText / labelSizePx(view, box.width / 1.4));
  const small = { width: box.width / times, height: box.height / times };
  const { marks, projected } = mapMarks(view, measure, small);
  const words = {
    north: texts.north,
    distance: (metres: number) =>
      metres < 1000 ? texts.metres(format.count(metres)) : texts.km(format.count(metres / 1000)),
  };
  return tag(
    'svg',
    { ...box, viewBox: `0 0 ${small.width.toFixed(1)} ${small.height.toFixed(1)}` },
    marks,
    mapSigns(view, projected, small, words, leastText / times),
  );
}

const patch = { width: 36, height: 24 } as const;
const itemWidth = (text: string): number => patch.width + 12 + textWidthEm(text) * leastText + 24;

interface Legend {
  readonly marks: readonly Markup[];
  readonly height: number;
}

/** A patch with its text, which breaks where there is no room for it. */
function item({ color, hatch, text }: LegendRow, room: number, language: Language): Legend {
  const rect = { ...patch, x: 0, y: (line - patch.height) / 2 };
  const lines = wrapped(text, leastText, room - patch.width - 12, language);
  return {
    height: lines.length * line + 4,
    marks: [
      tag('rect', { ...rect, fill: color, stroke: 'var(--ink-soft)' }),
      ...(hatch ? [tag('rect', { ...rect, fill: `url(#hatch-${hatch})` })] : []),
      ...lines.map((one, at) =>
        tag('text', { x: patch.width + 12, y: leastText + at * line, 'font-size': leastText, fill: 'var(--ink)' }, one),
      ),
    ],
  };
}
const moved = (x: number, y: number, { marks }: Legend): Markup =>
  tag('g', { transform: `translate(${x.toFixed(1)},${y.toFixed(1)})` }, marks);

function stacked(rows: readonly LegendRow[], room: number, language: Language): Legend {
  let height = 0;
  const marks = rows.map((row) => {
    const own = item(row, room, language);
    height += own.height;
    return moved(0, height - own.height, own);
  });
  return { marks, height };
}

function flowed(rows: readonly LegendRow[], room: number, language: Language): Legend {
  let [x, y, height] = [0, 0, 0];
  const marks = rows.map((row) => {
    const own = item(row, room, language);
    const width = itemWidth(row.text);
    if (x > 0 && x + width > room) [x, y] = [0, height];
    height = Math.max(height, y + own.height);
    x += width;
    return moved(x - width, y, own);
  });
  return { marks, height };
}
