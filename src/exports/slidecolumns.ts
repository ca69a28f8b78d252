/** Owns how wide the columns and how tall the rows of bars, tables and lines of words are on a slide. */
import type { BarsBlock, MapBlock, TableBlock, WordsBlock } from './deck.ts';
import { leastText, lineOf, linesOf, unitsWide, type Box } from './slidelayout.ts';

const textLine = lineOf(leastText);
const pad = 14;
/** Names are set bold, and some run wider than the rest. */
const bold = (size: number): number => size * 1.06;
const wide = (text: string, size = leastText): number => Math.ceil(unitsWide(text, size) * 1.1);

/** A block's own title, with its unit; none takes no room. */
export const headSize = 26;
export function headOf({ title, unit }: { readonly title: string; readonly unit?: string }): string {
  // Some titles tell their unit themselves.
  return unit && title && !title.endsWith(`(${unit})`) ? `${title} (${unit})` : title;
}
export function headHeight(block: { readonly title: string; readonly unit?: string }, width: number): number {
  const text = headOf(block);
  return text ? linesOf(text, headSize, width) * lineOf(headSize) + 4 : 0;
}

export interface Columns {
  /** In units, from left to right. */
  readonly widths: readonly number[];
  readonly headHeight: number;
  /** As tall as each row has to be. */
  readonly rowHeights: readonly number[];
}

export interface BarColumns extends Columns {
  /** Of all text: as large as there is room for all rows. */
  readonly size: number;
  readonly barHeight: number;
  /** Whether the names of the series stand in a line of their own, for want of room over their figures. */
  readonly isKeyed: boolean;
  /** Whether notes stand behind their names, and not under them. */
  readonly isInline: boolean;
}

const swatch = 26;
const barSizes = [36, 32, 28] as const;
/** Rows stand this far apart at most, by the height of their text. */
const airiest = 3.6;

/** Name, bar, and a column of figures for each series; rows fill the height, or are as tall as they have to be. */
export function barColumns(block: BarsBlock, { width, height }: Pick<Box, 'width' | 'height'>): BarColumns {
  const least = barsAt(block, width, leastText);
  const needed = (columns: BarColumns): number => columns.headHeight + sum(columns.rowHeights);
  const linesAt = ({ size, rowHeights }: BarColumns, at: number): number => Math.floor(rowHeights[at]! / lineOf(size));
  const larger = barSizes
    .map((size) => barsAt(block, width, size))
    .find((columns) => {
      const [name = 0, bar = 0] = columns.widths;
      const isRoomy = bar >= Math.max(width * 0.28, name * 0.5) && columns.isKeyed === least.isKeyed;
      const isUnbroken = block.rows.every(
        ({ note }, at) => linesAt(columns, at) <= Math.max(linesAt(least, at), note && !columns.isInline ? 2 : 1),
      );
      return isRoomy && isUnbroken && needed(columns) <= height;
    });
  const columns = larger ?? least;
  const airy = Math.max(0, Math.floor((height - needed(columns)) / Math.max(1, block.rows.length)));
  const most = columns.size * airiest;
  return {
    ...columns,
    rowHeights: columns.rowHeights.map((own) => Math.max(own, Math.min(own + airy, most))),
  };
}

/** As tall as each row has to be with text of that size. */
function barsAt({ series, rows }: BarsBlock, width: number, size: number): BarColumns {
  const [scale, line] = [size / leastText, lineOf(size)];
  const wide = (text: string): number => Math.ceil(unitsWide(text, size) * 1.1);
  const heads = series.length > 1 ? series.map(({ name }) => wide(name) + swatch * scale) : [];
  const texts = series.map((_, at) => Math.max(40, ...rows.map((row) => wide(row.figures[at]?.text ?? ''))));
  const headed = texts.map((own, at) => Math.max(own, heads[at] ?? 0));
  // Heads that make their columns much wider stand in a line of their own.
  const isKeyed = sum(headed) > sum(texts) && sum(headed) + heads.length * pad > width * 0.46;
  const figures = (isKeyed ? texts : headed).map((own) => own + pad);
  const left = width - sum(figures);
  /** Notes behind their names, or under them. */
  const named = (isInline: boolean): { isInline: boolean; name: number; lines: readonly number[] } => {
    const most = Math.max(left * (isInline ? 0.5 : 0.68), 120);
    const told = rows.map(({ name, note }) => (isInline && note ? `${name}  ${note}` : name));
    const wants = rows.map(({ note }, at) =>
      Math.max(wide(told[at]!), note && !isInline ? Math.min(wide(note), width * 0.36) : 0),
    );
    const name = Math.min(Math.max(60, ...wants) + pad, most);
    const inside = name - pad;
    const lines = rows.map(
      ({ note }, at) => linesOf(told[at]!, bold(size), inside) + (note && !isInline ? linesOf(note, size, inside) : 0),
    );
    return { isInline, name, lines };
  };
  const [behind, under] = [named(true), named(false)];
  // Whichever takes fewer lines.
  const { isInline, name, lines } = sum(behind.lines) <= sum(under.lines) ? behind : under;
  const keyLines = isKeyed ? Math.ceil(sum(heads.map((head) => head + 24)) / width) : 0;
  return {
    ...{ size, isKeyed, isInline, barHeight: Math.round(leastText * scale) },
    widths: [name, Math.max(0, left - name), ...figures],
    headHeight: heads.length > 0 ? keyLines * (line + 4) + (isKeyed ? 24 : line + 6) : 0,
    rowHeights: lines.map((own) => own * line + 2),
  };
}

/** Columns of figures are as wide as what stands in them; those of words share what is left, by what they hold. */
export function tableColumns(block: TableBlock, width: number): Columns {
  const { columns, rows } = block;
  const figures = figureWidths(block);
  const free = Math.max(width - sum(figures), 0);
  const wants = columns.map(({ holds, label }, at) =>
    holds === 'words' ? Math.min(Math.max(widest(block, at), wide(label), 80), width * 0.7) : 0,
  );
  const widths = columns.map(({ holds }, at) =>
    holds === 'figures' ? figures[at]! : (free * wants[at]!) / sum(wants),
  );
  const linesIn = (texts: readonly string[]): number =>
    Math.max(1, ...texts.map((text, at) => linesOf(text, bold(leastText), widths[at]! - pad)));
  return {
    widths,
    headHeight: linesIn(columns.map(({ label }) => label)) * textLine + 10,
    rowHeights: rows.map((row) => linesIn(columns.map((_, at) => textOf(row, at))) * textLine + 4),
  };
}

function textOf(row: TableBlock['rows'][number], at: number): string {
  const cell = row[at];
  return cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;
}
const widest = ({ rows }: TableBlock, at: number): number => Math.max(0, ...rows.map((row) => wide(textOf(row, at))));
/** A head breaks between its words; its longest is taken to be no wider than this. */
const headWord = 132;
const figureWidths = (block: TableBlock): readonly number[] =>
  block.columns.map(({ holds, label }, at) =>
    holds === 'figures' ? Math.max(widest(block, at), Math.min(wide(label), headWord)) + pad : 0,
  );

/** The columns that have room: those of words, and after them as many figures as leave the words theirs; one at least. */
export function columnsThatFit(block: TableBlock, width: number): number {
  const words = block.columns.flatMap(({ holds }, at) =>
    holds === 'words' ? Math.min(widest(block, at), 190) + pad : [],
  );
  let used = sum(words);
  const figures = figureWidths(block);
  const first = block.columns.findIndex(({ holds }) => holds === 'figures');
  let shown = first < 0 ? block.columns.length : first + 1;
  used += figures[first] ?? 0;
  while (shown < block.columns.length && used + figures[shown]! <= width) {
    used += figures[shown]!;
    shown += 1;
  }
  return shown;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export const wordSize = 32;
export function wordHeights({ lines }: WordsBlock, width: number): readonly number[] {
  return lines.map((line) => linesOf(line, wordSize, width - 56) * lineOf(wordSize) + 14);
}

export interface LegendPlace {
  readonly mapWidth: number;
  /** Of the map, under the block's title. */
  readonly height: number;
  readonly columns: number;
  readonly rowHeight: number;
}

/** The legend stands beside the map, in two columns where its rows are too many for one. */
export function legendPlace(block: MapBlock, box: Box): LegendPlace {
  const height = Math.max(0, box.height - headHeight(block, box.width));
  const rows = block.legend.map(({ text }) => ({ text, width: wide(text) + 36 }));
  const longest = Math.max(0, ...rows.map(({ width }) => width));
  const taken = (width: number): number => sum(rows.map(({ text }) => linesOf(text, leastText, width - 36) * 30 + 2));
  const columns = taken(Math.min(longest, box.width * 0.45)) > height ? 2 : 1;
  const most = box.width * (columns > 1 ? 0.62 : 0.45);
  const width = Math.min(most, longest * columns + (columns - 1) * 16);
  return {
    mapWidth: box.width - width - (rows.length > 0 ? 20 : 0),
    height,
    columns,
    rowHeight: Math.max(32, Math.min(44, (height / Math.max(1, rows.length)) * columns)),
  };
}
