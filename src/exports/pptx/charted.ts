/** Owns bars and lines on a slide: a native chart, and beside it every name and figure as text. */
import { placeParts } from '../../charts/bar.ts';
import { textWidthEm } from '../../charts/textwidth.ts';
import { keyPx, placeTrend } from '../../charts/trendlines.ts';
import { textsOf } from '../../i18n/texts.ts';
import type { BarsBlock, TrendBlock } from '../deck.ts';
import { tag } from '../markup.ts';
import { longestBar } from '../pages.ts';
import { barColumns, type BarColumns } from '../slidecolumns.ts';
import { leastText, lineOf, type Box } from '../slidelayout.ts';
import type { Drawing } from './blocks.ts';
import { barsChart, barsSheet, trendChart, trendSheet } from './chart.ts';
import { chartNamespaces } from './parts.ts';
import type { Run } from './shapes.ts';

const chartUri = chartNamespaces['xmlns:c'];
const line = lineOf(leastText);
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

/** Answers how much of the box's height it takes. */
export async function addBars(drawing: Drawing, block: BarsBlock, box: Box, more: number): Promise<number> {
  const { shapes, page, attached, palette } = drawing;
  // Rows stand farther apart where there is room, as on the wall.
  const room = box.height - (more > 0 ? line + 4 : 0);
  const columns = barColumns(block, { ...box, height: room });
  const { widths, headHeight, rowHeights: heights, isKeyed, size, barHeight } = columns;
  const plain = { size, color: palette('var(--ink)') };
  const nameRuns = ({ name, color }: BarsBlock['series'][number]): readonly Run[] => [
    { ...plain, text: '■ ', color: palette(color) },
    { ...plain, text: name, bold: true },
  ];
  if (headHeight > 0 && isKeyed) {
    // Without room over their figures the names stand in lines of their own.
    const runs = block.series.flatMap((own) => [...nameRuns(own), { ...plain, text: '   ' }]);
    shapes.text({ ...box, height: headHeight }, [{ runs }]);
  } else if (headHeight > 0)
    block.series.forEach((own, at) => {
      const x = box.x + sum(widths.slice(0, at + 2));
      const head = { x, y: box.y, width: widths[at + 2] ?? 0, height: headHeight - 4 };
      shapes.text(head, [{ align: 'r', runs: nameRuns(own) }], 'b');
    });
  const body = { ...box, y: box.y + headHeight, height: sum(heights) };
  addRows(drawing, block, body, columns);
  const lane = { ...body, x: body.x + (widths[0] ?? 0), width: (widths[1] ?? 0) - 16 };
  const full = longestBar(page, block);
  if (lane.width <= 0 || block.rows.length === 0) return headHeight + body.height;
  if (new Set(heights).size === 1) {
    const painted = { ...block, series: block.series.map((own) => ({ ...own, color: palette(own.color) })) };
    const gapPercent = Math.round(Math.max(0, Math.min(500, ((heights[0] ?? line) / barHeight - 1) * 100)));
    const id = await attached.chart(barsChart(painted, full, gapPercent), barsSheet(block));
    const told = block.rows.map(({ name, figures }) => `${name} ${figures.map(({ text }) => text).join(', ')}`);
    shapes.graphic(lane, 'Chart', chartUri, tag('c:chart', { ...chartNamespaces, 'r:id': id }), told.join('; '));
  } else addRectangles(drawing, block, lane, columns, full);
  return headHeight + body.height;
}

/** Names and figures each in a box of its own: a table's row would grow with a wider face, and part from its bar. */
function addRows(
  { shapes, palette }: Drawing,
  { rows }: BarsBlock,
  body: Box,
  { widths, rowHeights: heights, isInline, size }: BarColumns,
): void {
  const plain = { size, color: palette('var(--ink)') };
  const soft = { size, color: palette('var(--ink-soft)') };
  let y = body.y;
  rows.forEach(({ name, note, figures }, at) => {
    const height = heights[at] ?? line;
    const own = { ...plain, text: name, bold: true };
    shapes.text(
      { x: body.x, y, width: (widths[0] ?? 0) - 8, height },
      note && isInline
        ? [{ runs: [own, { ...soft, text: `  ${note}` }] }]
        : [{ runs: [own] }, ...(note ? [{ runs: [{ ...soft, text: note }] }] : [])],
      'ctr',
    );
    figures.forEach(({ text }, part) => {
      const x = body.x + sum(widths.slice(0, part + 2));
      shapes.text(
        { x, y, width: widths[part + 2] ?? 0, height },
        [{ align: 'r', runs: [{ ...plain, text }] }],
        'ctr',
        'line',
      );
    });
    y += height;
    shapes.line({ ...body, y, height: 0 }, palette('var(--line)'), false, 1);
  });
}

/** Bars of a chart stand at equal distances: rows that don't have shapes of their own. */
function addRectangles(
  { shapes, palette }: Drawing,
  { series, rows }: BarsBlock,
  lane: Box,
  { rowHeights: heights, barHeight }: BarColumns,
  full: number,
): void {
  let y = lane.y;
  rows.forEach((row, at) => {
    const height = heights[at] ?? 0;
    for (const part of placeParts(row, full, lane.width)) {
      const box = { x: lane.x + part.x, y: y + (height - barHeight) / 2, width: part.width, height: barHeight };
      shapes.rectangle(box, palette(series[part.at]?.color ?? 'var(--ink)'));
    }
    y += height;
  });
}

export async function addTrend(
  { shapes, deck, attached, palette, format }: Drawing,
  block: TrendBlock,
  box: Box,
): Promise<number> {
  const placed = placeTrend({
    ...{ dates: block.dates, lines: block.lines, tickText: format.count },
    ...{ widthPx: box.width, heightPx: box.height, textPx: leastText },
  });
  const color = palette('var(--ink)');
  if (placed.lines.every(({ last }) => last === null)) {
    const runs = [{ text: textsOf(deck.language).presenting.noPoints, size: leastText, color }];
    shapes.text(box, [{ align: 'ctr', runs }], 'ctr');
    return box.height;
  }
  const painted = { ...block, lines: block.lines.map((own) => ({ ...own, color: palette(own.color) })) };
  const id = await attached.chart(trendChart(painted, placed, box, palette('var(--line)')), trendSheet(block));
  const told = block.lines.map(
    ({ name, figures }) =>
      `${name}: ${figures.flatMap((datum, at) => (datum ? `${block.dates[at]?.text} ${datum.text}` : [])).join(', ')}`,
  );
  shapes.graphic(box, 'Chart', chartUri, tag('c:chart', { ...chartNamespaces, 'r:id': id }), told.join('; '));
  const { plot } = placed;
  const write = (text: string, x: number, y: number, width: number, align: 'l' | 'ctr' | 'r', bold = false): void =>
    shapes.text(
      { x: box.x + x, y: box.y + y - line / 2, width, height: line },
      [{ align, runs: [{ text, size: leastText, color, bold }] }],
      'ctr',
      'line',
    );
  for (const { y, value } of placed.ticks) write(format.count(value), 0, y, plot.left - 10, 'r');
  const under = plot.top + plot.height + 6 + leastText * 0.8;
  for (const { x, text, anchor } of placed.dates) {
    const width = textWidthEm(text) * leastText + 24;
    const [from, align] = { start: [x, 'l'], middle: [x - width / 2, 'ctr'], end: [x - width, 'r'] }[anchor] as [
      number,
      'l' | 'ctr' | 'r',
    ];
    write(text, from, under, width, align);
  }
  const end = plot.left + plot.width;
  for (const { line: own, last } of placed.lines) {
    if (!last) continue;
    const [x, y] = [end + 14 + keyPx, last.labelY - leastText * 0.6];
    const key = { x: box.x + end + 12, y: box.y + y, width: keyPx - 6, height: 0 };
    shapes.line(key, palette(own.color), own.dashed);
    write(own.name, x, y, box.width - x, 'l');
    write(last.datum.text, x, last.labelY + leastText * 0.65, box.width - x, 'l', true);
  }
  return box.height;
}
