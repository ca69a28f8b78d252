/** Owns how each kind of block stands on a slide of PowerPoint: in the wall's own boxes, every figure as text. */
import { textWidthEm } from '../../charts/textwidth.ts';
import { formatOf, type Format } from '../../i18n/format.ts';
import { textsOf } from '../../i18n/texts.ts';
import type { Block, Deck, FiguresBlock, MapBlock, TableBlock, WordsBlock } from '../deck.ts';
import type { Page } from '../pages.ts';
import type { Palette } from '../palette.ts';
import { headHeight, headOf, headSize, tableColumns, wordSize } from '../slidecolumns.ts';
import { figureSizes, footOf, leastText, lineOf, pageWidth, type Box } from '../slidelayout.ts';
import { boxedSvg } from '../vector.ts';
import { addBars, addTrend } from './charted.ts';
import type { Attached } from './pptx.ts';
import type { Run, Shapes } from './shapes.ts';
import { tableMarkup, tableUri, type Cell } from './table.ts';

/** What every block is drawn with. */
export interface Drawing {
  readonly shapes: Shapes;
  readonly deck: Deck;
  readonly page: Page;
  readonly attached: Attached;
  readonly palette: Palette;
  readonly format: Format;
}

const line = lineOf(leastText);

export async function addBlocks(
  shapes: Shapes,
  deck: Deck,
  page: Page,
  number: number,
  attached: Attached,
  { palette }: { readonly palette: Palette },
): Promise<void> {
  const { slide, layout } = page;
  const format = formatOf(deck.language, deck.digits);
  const drawing: Drawing = { shapes, deck, page, attached, palette, format };
  const { count } = format;
  const isCover = slide.layout === 'cover';
  const part = page.parts > 1 ? `${textsOf(deck.language).presenting.part(count(page.part), count(page.parts))} ` : '';
  const ink = palette('var(--ink)');
  if (isCover) shapes.rectangle({ x: 48, y: 88, width: 160, height: 12 }, palette('var(--accent)'));
  shapes.text(
    layout.title,
    [{ runs: [{ text: slide.title, size: layout.title.size, color: ink, bold: true }] }],
    't',
    'title',
  );
  for (const [at, block] of slide.blocks.entries()) {
    const box = layout.blocks[at];
    if (box) await addBlock(drawing, block, box, page.more[at] ?? 0);
  }
  const { foot } = layout;
  const soft = { size: leastText, color: palette('var(--ink-soft)') };
  shapes.line({ ...foot, height: 0 }, palette('var(--line)'), false, 1.5);
  const inner = { ...foot, y: foot.y + 8, height: foot.height - 8 };
  shapes.text({ ...inner, width: foot.width - pageWidth }, [{ runs: [{ ...soft, text: footOf(deck) }] }]);
  // A field would write its number in other digits than the deck has.
  const field = deck.digits === 'thai' ? {} : { field: 'slidenum' as const };
  const numbered: Run = { ...soft, text: count(number), ...field };
  if (!isCover)
    shapes.text({ ...inner, x: foot.x + foot.width - pageWidth, width: pageWidth }, [
      { align: 'r', runs: [...(part ? [{ ...soft, text: part }] : []), numbered] },
    ]);
}

async function addBlock(drawing: Drawing, block: Block, box: Box, more: number): Promise<void> {
  const { shapes, deck, palette } = drawing;
  if (block.kind === 'figures') return addFigures(drawing, block, box);
  const top = headHeight(block, box.width);
  const color = palette('var(--ink)');
  if (top > 0)
    shapes.text({ ...box, height: top }, [{ runs: [{ text: headOf(block), size: headSize, color, bold: true }] }]);
  const body = { ...box, y: box.y + top, height: box.height - top };
  const height = await addBody(drawing, block, body, more);
  if (more > 0) {
    const { inTable, more: onNext } = textsOf(deck.language).presenting;
    const text = (block.kind === 'bars' && block.isOnePage ? inTable : onNext)(drawing.format.count(more));
    const runs = [{ text, size: leastText, color: palette('var(--ink-soft)') }];
    shapes.text({ ...body, y: body.y + height, height: line }, [{ runs }]);
  }
}

/** How much of the box's height it takes. */
async function addBody(drawing: Drawing, block: Exclude<Block, FiguresBlock>, box: Box, more: number): Promise<number> {
  switch (block.kind) {
    case 'map':
      return await addMap(drawing, block, box);
    case 'bars':
      return await addBars(drawing, block, box, more);
    case 'trend':
      return await addTrend(drawing, block, box);
    case 'table':
      return addTable(drawing, block, box);
    case 'words':
      return addWords(drawing, block, box);
  }
}

/** Where the deck's face is not installed, another one's figures are wider. */
const narrow = 0.86;

function addFigures({ shapes, page, palette }: Drawing, block: FiguresBlock, box: Box): void {
  const isAlone = page.slide.blocks.length === 1;
  const { columns, number, words, label } = figureSizes(block, box, isAlone);
  const gap = 24;
  const width = (box.width - gap * (columns - 1)) / columns;
  const height = box.height / Math.ceil(block.figures.length / columns);
  const [ink, soft] = [palette('var(--ink)'), palette('var(--ink-soft)')];
  block.figures.forEach(({ label: name, datum, unit, tone, change }, at) => {
    const x = box.x + (at % columns) * (width + gap);
    const y = box.y + Math.floor(at / columns) * height;
    const inset = isAlone ? 20 : 0;
    if (isAlone) shapes.rectangle({ x, y: y + 8, width: 4, height: height - 16 }, palette('var(--line)'));
    const size = typeof datum.value === 'number' ? number : words;
    const big: Run = { text: datum.text, size: size * narrow, color: palette(`var(--${tone})`), bold: true };
    const room = width - inset - textWidthEm(datum.text) * size;
    const beside = textWidthEm(` ${unit}`) * leastText < room;
    const unitRun = { text: beside ? ` ${unit}` : unit, size: leastText, color: soft };
    shapes.text(
      { x: x + inset, y, width: width - inset, height },
      [
        { runs: [{ text: name, size: label, color: ink }] },
        { runs: [big, ...(unit && beside ? [unitRun] : [])] },
        ...(unit && !beside ? [{ runs: [unitRun] }] : []),
        ...(change ? [{ runs: [{ text: change.text, size: leastText, color: soft }] }] : []),
      ],
      isAlone ? 'ctr' : 't',
    );
  });
}

async function addMap(
  { shapes, deck, attached, palette, format }: Drawing,
  block: MapBlock,
  box: Box,
): Promise<number> {
  const picture = boxedSvg(block, box, { language: deck.language, format, palette });
  const { png, svg } = await attached.picture(picture);
  const told = block.figures.map(({ name, datum }) => `${name} ${datum.text}`).join('; ');
  shapes.picture(box, png, svg, `${headOf(block)}: ${told}`);
  return box.height;
}

function addTable({ shapes, deck, palette }: Drawing, block: TableBlock, box: Box): number {
  const { widths, headHeight: labels, rowHeights } = tableColumns(block, box.width);
  const color = palette('var(--ink)');
  const cells = (texts: readonly string[], bold: boolean): readonly Cell[] =>
    texts.map((text, at) => ({
      paragraphs: [
        { align: block.columns[at]?.holds === 'figures' ? 'r' : 'l', runs: [{ text, size: leastText, color, bold }] },
      ],
    }));
  const rows = [
    cells(
      block.columns.map(({ label }) => label),
      true,
    ),
    ...block.rows.map((row) =>
      cells(
        row.map((cell) => (typeof cell === 'string' ? cell : cell.text)),
        false,
      ),
    ),
  ];
  const heights = [labels, ...rowHeights];
  const height = heights.reduce((sum, own) => sum + own, 0);
  const markup = tableMarkup(widths, heights, rows, { line: palette('var(--line)'), ink: color }, true, deck.language);
  shapes.graphic({ ...box, height }, 'Table', tableUri, markup);
  return height;
}

function addWords({ shapes, page, palette }: Drawing, { lines }: WordsBlock, box: Box): number {
  const bullet = page.slide.layout !== 'cover';
  const color = palette('var(--ink)');
  shapes.text(
    box,
    lines.map((text) => ({ bullet, spaceAfter: 14, runs: [{ text, size: wordSize, color }] })),
  );
  return box.height;
}
