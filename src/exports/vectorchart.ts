/** Owns bars and lines as SVG text, in the units of slides. */
import { fullOf, placeParts } from '../charts/bar.ts';
import { textWidthEm } from '../charts/textwidth.ts';
import { keyPx, placeTrend, type TrendLine } from '../charts/trendlines.ts';
import type { Language } from '../model/text.ts';
import type { Datum } from '../ui/datum.ts';
import type { BarsBlock, TrendBlock } from './deck.ts';
import { tag, type Attributes, type Markup } from './markup.ts';
import { barColumns } from './slidecolumns.ts';
import { leastText, lineOf } from './slidelayout.ts';
import { wrapped } from './wrapping.ts';

const line = lineOf(leastText);

/** What stands in SVG as a figure says what it is, as on the page. */
const shown = (datum: Datum): Attributes => ({
  'data-measure': datum.measure,
  'data-value': datum.value === null ? '' : String(datum.value),
  'data-area': datum.area,
  'data-dimension': datum.dimension,
  'data-class': datum.class,
});

interface Drawn {
  readonly marks: readonly Markup[];
  readonly height: number;
}

/** Name, bar and figures, a row below the other, as tall as they are. */
export function barsMarks(block: BarsBlock, width: number, language: Language): Drawn {
  const { widths, headHeight, rowHeights, isKeyed, isInline } = barColumns(block, { width, height: 0 });
  const [nameWidth = 0, barWidth = 0, ...figureWidths] = widths;
  const full = fullOf(block.rows);
  const ends = figureWidths.map((_, at) => nameWidth + barWidth + sum(figureWidths.slice(0, at + 1)));
  const text: Attributes = { 'font-size': leastText, fill: 'var(--ink)' };
  const lines = (words: string, x: number, y: number, room: number, more: Attributes = {}): readonly Markup[] =>
    wrapped(words, leastText, room, language).map((one, at) =>
      tag('text', { ...text, ...more, x, y: y + at * line }, one),
    );
  let [keyX, keyY] = [0, 0];
  const heads =
    headHeight === 0
      ? []
      : block.series.flatMap(({ name, color }, at) => {
          const own = textWidthEm(name) * leastText + 26;
          // Without room over their figures the names stand in a line of their own.
          if (isKeyed && keyX > 0 && keyX + own > width) [keyX, keyY] = [0, keyY + line + 4];
          const x = isKeyed ? keyX : (ends[at] ?? 0) - own;
          keyX += own + 24;
          return [
            tag('rect', { x, y: keyY + 6, width: 16, height: 16, fill: color }),
            tag('text', { ...text, x: x + 24, y: keyY + leastText * 0.9, 'font-weight': 600 }, name),
          ];
        });
  let top = headHeight;
  const inside = nameWidth - 10;
  const rows = block.rows.flatMap(({ name, note, figures }, at) => {
    const base = top + leastText;
    const told = note && isInline ? `${name}  ${note}` : name;
    const own = wrapped(told, leastText, inside, language).length;
    const under = note && !isInline ? wrapped(note, leastText, inside, language).length : 0;
    const height = Math.max(rowHeights[at] ?? 0, (own + under) * line + 3);
    const parts = placeParts({ figures }, full, barWidth - 16).map((part) =>
      tag('rect', {
        ...{ x: (nameWidth + part.x).toFixed(1), y: top + 4, width: part.width.toFixed(1), height: line - 8 },
        fill: block.series[part.at]?.color,
      }),
    );
    top += height;
    return [
      ...lines(told, 0, base, inside, { 'font-weight': 600 }),
      ...(under > 0 ? lines(note ?? '', 0, base + own * line, inside, { fill: 'var(--ink-soft)' }) : []),
      ...parts,
      ...figures.map((datum, part) =>
        tag('text', { ...text, ...shown(datum), x: ends[part], y: base, 'text-anchor': 'end' }, datum.text),
      ),
    ];
  });
  return { marks: [...heads, ...rows], height: top };
}

/** Lines over dates, as large as the box: as the wall draws them. */
export function trendMarks(
  { dates, lines }: TrendBlock,
  { width, height }: { readonly width: number; readonly height: number },
  tickText: (value: number) => string,
): Drawn {
  const placed = placeTrend({ dates, lines, widthPx: width, heightPx: height, textPx: leastText, tickText });
  const { plot } = placed;
  const [endX, bottom] = [plot.left + plot.width, plot.top + plot.height];
  const text: Attributes = { 'font-size': leastText, fill: 'var(--ink)', 'dominant-baseline': 'central' };
  return {
    height,
    marks: [
      ...placed.ticks.flatMap(({ y, value }) => [
        tag('line', { x1: plot.left, x2: endX, y1: y, y2: y, stroke: 'var(--line)' }),
        tag('text', { ...text, x: plot.left - 10, y, 'text-anchor': 'end' }, tickText(value)),
      ]),
      ...placed.dates.map(({ x, text: date, anchor }) =>
        tag('text', { ...text, x, y: bottom + 6 + leastText * 0.8, 'text-anchor': anchor }, date),
      ),
      ...placed.lines.flatMap(({ line: own, runs, last }) => [
        ...runs.map((run) =>
          tag('polyline', {
            ...stroke(own),
            points: run.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' '),
          }),
        ),
        ...(own.dashed ? [] : runs.flat().map(({ x, y }) => tag('circle', { cx: x, cy: y, r: 6, fill: own.color }))),
        ...(last ? ended(own, last, endX) : []),
      ]),
    ],
  };
}

/** Name and last figure of a line, beside the plot. */
function ended(own: TrendLine, { datum, labelY }: { datum: Datum; labelY: number }, endX: number): readonly Markup[] {
  const [x, y] = [endX + 14 + keyPx, labelY - leastText * 0.6];
  const text: Attributes = { 'font-size': leastText, fill: 'var(--ink)', 'dominant-baseline': 'central', x };
  return [
    tag('line', { ...stroke(own), x1: endX + 12, x2: endX + 6 + keyPx, y1: y, y2: y }),
    tag('text', { ...text, y }, own.name),
    tag('text', { ...text, ...shown(datum), y: labelY + leastText * 0.65, 'font-weight': 700 }, datum.text),
  ];
}

const stroke = ({ color, dashed }: TrendLine): Attributes => ({
  ...{ fill: 'none', stroke: color, 'stroke-width': 4, 'stroke-linejoin': 'round' },
  'stroke-dasharray': dashed ? '10 7' : undefined,
});
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
