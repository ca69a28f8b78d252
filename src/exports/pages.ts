/** Owns the cutting of a slide into pages: what does not fit goes on on the next, and how much more there is, is told. */
import { fullOf } from '../charts/bar.ts';
import type { BarsBlock, Block, Slide, TableBlock } from './deck.ts';
import { barColumns, columnsThatFit, headHeight, tableColumns, wordHeights } from './slidecolumns.ts';
import { layoutOf, leastText, lineOf, type Box, type SlideLayout } from './slidelayout.ts';

export interface Page {
  /** `annex`, then `annex.2`. */
  readonly id: string;
  /** With what of its blocks stands on this page, and uncut. */
  readonly slide: Slide;
  readonly whole: Slide;
  readonly layout: SlideLayout;
  /** Which of a slide's pages it is, from 1, and of how many. */
  readonly part: number;
  readonly parts: number;
  /** For each block how many of its rows stand on pages still to come. */
  readonly more: readonly number[];
}

export function pagesOf(slide: Slide): readonly Page[] {
  const pages: Omit<Page, 'parts'>[] = [];
  /** What stands on the next page; what goes on stands alone. */
  const coming: (readonly Block[])[] = [slide.blocks];
  for (let blocks = coming.shift(); blocks; blocks = coming.shift()) {
    const { layout, cuts, put } = settled(blocks, slide);
    const part = pages.length + 1;
    const id = part === 1 ? slide.id : `${slide.id}.${part}`;
    const shown = cuts.map((cut) => cut.shown);
    const more = cuts.map((cut) => cut.more);
    pages.push({ id, slide: { ...slide, blocks: shown }, whole: slide, layout, part, more });
    coming.push(...[...cuts.flatMap(({ left }) => left), ...put].map((block) => [block]));
  }
  return pages.map((page) => ({ ...page, parts: pages.length }));
}

interface Cut {
  readonly shown: Block;
  /** What goes on, a page for each. */
  readonly left: readonly Block[];
  /** Rows of the same columns that are still to come. */
  readonly more: number;
}

/** Blocks in their boxes. One of which next to nothing has room beside others is put off to a page of its own. */
function settled(blocks: readonly Block[], slide: Slide) {
  const layout = layoutOf({ ...slide, blocks });
  const cuts = blocks.map((block, at) => cut(block, layout.blocks[at]!));
  const isCramped = ({ shown, more }: Cut): boolean => more > 0 && rowsOf(shown) < 3;
  const kept = blocks.filter((_, at) => !isCramped(cuts[at]!));
  if (kept.length === blocks.length || kept.length === 0 || blocks.length === 1) return { layout, cuts, put: [] };
  const put = blocks.filter((block) => !kept.includes(block));
  const own = layoutOf({ ...slide, blocks: kept });
  return { layout: own, cuts: kept.map((block, at) => cut(block, own.blocks[at]!)), put };
}

/** What of a block stands in its box, and what is left of it. */
function cut(block: Block, box: Box): Cut {
  const room = box.height - (block.kind === 'figures' ? 0 : headHeight(block, box.width));
  switch (block.kind) {
    case 'bars': {
      const { headHeight: labels, rowHeights } = barColumns(block, { ...box, height: room });
      const rows = parted(block.rows, fitting(rowHeights, room - labels, block.isOnePage), (some) => ({
        ...block,
        rows: some,
      }));
      // Of a few among many the rest stands elsewhere.
      return block.isOnePage ? { ...rows, left: [] } : rows;
    }
    case 'table': {
      const shown = columnsThatFit(block, box.width);
      const first = withColumns(block, (at) => at < shown);
      const { headHeight: labels, rowHeights } = tableColumns(first, box.width);
      const rows = parted(first.rows, fitting(rowHeights, room - labels), (some) => ({ ...first, rows: some }));
      const isWhole = shown >= block.columns.length;
      const others = withColumns(block, (at) => at >= shown || block.columns[at]?.holds === 'words');
      return isWhole ? rows : { ...rows, left: [...rows.left, others] };
    }
    case 'words':
      return parted(block.lines, fitting(wordHeights(block, box.width), room), (lines) => ({ ...block, lines }));
    default:
      return { shown: block, left: [], more: 0 };
  }
}

function withColumns(block: TableBlock, keeps: (at: number) => boolean): TableBlock {
  return {
    ...block,
    columns: block.columns.filter((_, at) => keeps(at)),
    rows: block.rows.map((row) => row.filter((_, at) => keeps(at))),
  };
}

function parted<T>(all: readonly T[], count: number, make: (some: readonly T[]) => Block): Cut {
  return count >= all.length
    ? { shown: make(all), left: [], more: 0 }
    : { shown: make(all.slice(0, count)), left: [make(all.slice(count))], more: all.length - count };
}

/** How many rows fit; where not all do, a line for how many more, and as many on each page as on the others. */
function fitting(heights: readonly number[], room: number, isOnePage = false): number {
  const total = heights.reduce((sum, height) => sum + height, 0);
  if (total <= room) return heights.length;
  const within = room - lineOf(leastText) - 4;
  const share = isOnePage ? within : total / Math.ceil(total / within);
  let [shown, filled] = [0, 0];
  for (const height of heights) {
    if (filled + height > within || (filled >= share && shown > 0)) break;
    filled += height;
    shown += 1;
  }
  return Math.max(1, shown);
}

function rowsOf(block: Block): number {
  if (block.kind === 'bars' || block.kind === 'table') return block.rows.length;
  return block.kind === 'words' ? block.lines.length : 0;
}

/** The longest bar of a block over all its pages, so that their bars can be compared. */
export function longestBar({ whole }: Page, { title }: BarsBlock): number {
  const rows = whole.blocks.flatMap((block) => (block.kind === 'bars' && block.title === title ? block.rows : []));
  return fullOf(rows);
}
