/** Owns how wide the columns and how tall the rows of bars, tables and lines of words are on a slide. */
import type { BarsBlock, MapBlock, TableBlock, WordsBlock } from './deck.ts';
import { leastText, lineOf, linesOf, unitsWide, type Box } from './slidelayout.ts';

const textLine = lineOf(leastText);
const pad = 14;
/** Names are set bold, and some run wider than the rest. */
const bold = leastText * 1.1;
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
  /** Whether the names of the series stand in a line of their own, for want of room over their figures. */
  readonly isKeyed: boolean;
  /** Whether notes stand behind their names, and not under them. */
  readonly isInline: boolean;
}

const swatch = 26;
/** Name, bar, and a column of figures for each series. */
export function barColumns({ series, rows }: BarsBlock, width: number): BarColumns {
  const heads = series.length > 1 ? series.map(({ name }) => wide(name) + swatch) : [];
  const isKeyed = sum(heads) + heads.length * pad > width * 0.42;
  const figures = series.map((_, at) => {
    const texts = rows.map((row) => wide(row.figures[at]?.text ?? ''));
    return Math.max(...texts, (isKeyed ? 0 : heads[at]) ?? 0, 40) + pad;
  });
  const left = width - sum(figures);
  const told = rows.map(({ name, note }) => wide(note ? `${name}  ${note}` : name));
  const isInline = Math.max(0, ...told) <= width * 0.4;
  const under = rows.map(({ name, note }) => Math.max(wide(name), note ? Math.min(wide(note), width * 0.36) : 0));
  const name = Math.min(Math.max(60, ...(isInline ? told : under)) + pad, Math.max(left * 0.62, 120));
  const inside = name - pad;
  const keyLines = isKeyed ? Math.ceil(sum(heads.map((head) => head + 24)) / width) : 0;
  return {
    widths: [name, Math.max(0, left - name), ...figures],
    isKeyed,
    headHeight: heads.length > 0 ? keyLines * (textLine + 4) + (isKeyed ? 24 : textLine + 6) : 0,
    isInline,
    rowHeights: rows.map(({ name: own, note }, at) => {
      const named = told[at]! <= inside ? 1 : linesOf(own, bold, inside);
      const lines = isInline ? named : linesOf(own, bold, inside) + (note ? linesOf(note, leastText, inside) : 0);
      return lines * textLine + 3;
    }),
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
    Math.max(1, ...texts.map((text, at) => linesOf(text, bold, widths[at]! - pad)));
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
