/** Owns where things stand on a slide of 1280 × 720 units, for the wall and for files alike: title, blocks, foot. */
import { textWidthEm } from '../charts/textwidth.ts';
import type { Block, Deck, FiguresBlock, Slide } from './deck.ts';

/** 96 units are an inch of a slide 13.33 inches wide. */
export const slideUnits = { width: 1280, height: 720 } as const;
/** 18 pt: nothing that is read on a slide is smaller. */
export const leastText = 24;
export const lineOf = (size: number): number => Math.ceil(size * 1.35);
const side = 48;
const gap = 40;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SlideLayout {
  readonly title: Box & { readonly size: number };
  /** One for each block, in their order. */
  readonly blocks: readonly Box[];
  readonly foot: Box;
}

/** How wide a text is in Sarabun, which is drawn a little narrower than reckoned where nothing may touch. */
export const unitsWide = (text: string, size: number): number => textWidthEm(text) * size * 0.94;

/** How many lines a text takes: word by word; of Thai, which hides its words, rather one too many. */
export function linesOf(text: string, size: number, width: number): number {
  const wide = unitsWide(text, size);
  if (wide <= width) return 1;
  if (/[\u0e00-\u0e7f]/.test(text)) return Math.ceil(wide / Math.max(size * 2, width - 1.6 * size));
  const space = unitsWide(' ', size);
  let [lines, filled] = [1, 0];
  for (const word of text.split(/[ \n]+/).map((one) => unitsWide(one, size))) {
    if (filled > 0 && filled + space + word > width) [lines, filled] = [lines + 1, 0];
    filled += (filled > 0 ? space : 0) + word;
    // What has no room in a line of its own goes on in the next.
    lines += Math.max(0, Math.ceil(filled / width) - 1);
    filled = Math.min(filled, width);
  }
  return lines;
}

/** The largest of the sizes at which a text keeps to its lines; the last one, whatever becomes of it. */
function sizeWithin(text: string, width: number, steps: readonly (readonly [size: number, lines: number])[]) {
  const fits = steps.find(([size, lines]) => linesOf(text, size * 1.05, width) <= lines) ?? steps.at(-1)!;
  return { size: fits[0], lines: Math.min(fits[1], linesOf(text, fits[0] * 1.05, width)) };
}

/** What is told at the foot, in one line: whose figures, of when, and of their sources as much as has room; the annex has them all. */
export function footOf({ province, asOf, rounding, credit }: Deck): string {
  const width = slideUnits.width - 2 * side - pageWidth - 20;
  const [data = ''] = credit.split(' · ');
  const shorter = [
    [asOf, credit],
    [asOf, credit.replace(/,[^,·]*$/, '')],
    [asOf, data],
    // The year of the other era is told on the cover.
    [asOf.replace(/ \(.*\)$/, ''), data],
  ];
  const lines = shorter.map(([date, sources]) => [province, date, rounding, sources].filter(Boolean).join(' · '));
  return lines.find((line) => linesOf(line, leastText, width) === 1) ?? lines.at(-1) ?? '';
}

/** Room for the page's number at the foot's end, and which of a slide's pages it is. */
export const pageWidth = 160;

export function layoutOf(slide: Slide): SlideLayout {
  const { width: all, height } = slideUnits;
  const width = all - 2 * side;
  const footHeight = lineOf(leastText) + 12;
  const foot = { x: side, y: height - footHeight - 14, width, height: footHeight };
  if (slide.layout === 'cover') {
    const own = sizeWithin(slide.title, width, [
      [72, 1],
      [64, 2],
      [48, 3],
      [40, 4],
      [32, 5],
    ]);
    const tall = own.lines * lineOf(own.size);
    const title = { x: side, y: 160, width, height: tall, size: own.size };
    const top = title.y + tall + 36;
    return { title, blocks: besides(slide.blocks, { x: side, y: top, width, height: foot.y - top - 16 }), foot };
  }
  const own = sizeWithin(slide.title, width, [
    [42, 1],
    [36, 1],
    [34, 1],
    [40, 2],
    [34, 3],
    [28, 4],
  ]);
  const title = { x: side, y: 26, width, height: own.lines * lineOf(own.size), size: own.size };
  const top = title.y + title.height + 14;
  return { title, blocks: placed(slide.blocks, { x: side, y: top, width, height: foot.y - top - 14 }), foot };
}

/** Figures run along the top of what stands with them; the others stand side by side. */
function placed(blocks: readonly Block[], body: Box): readonly Box[] {
  const figures = blocks.find((block) => block.kind === 'figures');
  if (!figures || blocks.length === 1) return besides(blocks, body);
  const strip = stripHeight(figures, body.width);
  const rest = besides(
    blocks.filter((block) => block !== figures),
    { ...body, y: body.y + strip + 14, height: body.height - strip - 14 },
  );
  let at = 0;
  return blocks.map((block) => (block === figures ? { ...body, height: strip } : rest[at++]!));
}

/** A map is a little wider than what it stands beside: its legend stands in the same box. */
const weights: Readonly<Record<Block['kind'], number>> = {
  map: 1.05,
  figures: 1,
  bars: 1,
  trend: 1,
  table: 1,
  words: 1,
};

/** Two columns of figures take their room from the map beside them. */
const weightOf = (block: Block): number =>
  block.kind === 'bars' && block.series.length > 1 ? 1.4 : weights[block.kind];

function besides(blocks: readonly Block[], body: Box): readonly Box[] {
  const whole = blocks.reduce((sum, block) => sum + weightOf(block), 0);
  const free = body.width - gap * (blocks.length - 1);
  let x = body.x;
  return blocks.map((block) => {
    const width = Math.floor((free * weightOf(block)) / whole);
    const box = { ...body, x, width };
    x += width + gap;
    return box;
  });
}

export interface FigureSizes {
  readonly columns: number;
  readonly number: number;
  /** Of what stands in a number's place: not told, fewer than so many. */
  readonly words: number;
  readonly label: number;
  /** Whether units stand under their numbers, for want of room beside one of them. */
  readonly isStacked: boolean;
}

/** How large figures stand: alone on a slide in rows of three, else in one row above other blocks. */
export function figureSizes(
  { figures }: FiguresBlock,
  box: Pick<Box, 'width'> & { readonly height?: number },
  isAlone: boolean,
): FigureSizes {
  const columns = Math.max(1, isAlone && figures.length > 3 ? 3 : figures.length);
  const width = columnWidth(box.width, columns) - (isAlone ? 30 : 0);
  const ems = (text: string): number => Math.max(1, textWidthEm(text) * 1.02);
  const label = isAlone ? 34 : leastText;
  const rows = Math.ceil(figures.length / columns);
  // Label, unit and two lines of change go with each number.
  const tall = isAlone ? ((box.height ?? 1000) / rows - lineOf(label) - 3 * lineOf(leastText)) / 1.25 : 52;
  const most = Math.min(isAlone ? 120 : 52, tall);
  type Figure = FiguresBlock['figures'][number];
  const sizeFor = (some: readonly Figure[], free: (unit: string) => number): number =>
    Math.max(leastText, Math.floor(Math.min(most, ...some.map(({ datum, unit }) => free(unit) / ems(datum.text)))));
  const isNumber = ({ datum }: Figure): boolean => typeof datum.value === 'number';
  const [numbers, worded] = [figures.filter(isNumber), figures.filter((figure) => !isNumber(figure))];
  const besides = (unit: string): number => width - 14 - (unit ? ems(unit) * leastText : 0);
  const [beside, under] = [sizeFor(numbers, besides), sizeFor(numbers, () => width)];
  const isStacked = beside < under * 0.77 && figures.some(({ unit }) => unit !== '');
  const number = isStacked ? under : beside;
  const words = Math.min(number, sizeFor(worded, isStacked ? () => width : besides));
  return { columns, number, words, label, isStacked };
}
const columnGap = 24;
const columnWidth = (width: number, columns: number): number => (width - columnGap * (columns - 1)) / columns;

function stripHeight(block: FiguresBlock, width: number): number {
  const { columns, number, isStacked } = figureSizes(block, { width }, false);
  const own = columnWidth(width, columns);
  const lines = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => linesOf(text, leastText, own)));
  const labels = lines(block.figures.map(({ label }) => label));
  const units = isStacked ? 1 : 0;
  const changes = lines(block.figures.flatMap(({ change }) => (change ? [change.text] : [])));
  const hasChange = block.figures.some(({ change }) => change);
  return Math.ceil(number * 1.3) + (labels + units + (hasChange ? changes : 0)) * lineOf(leastText);
}
