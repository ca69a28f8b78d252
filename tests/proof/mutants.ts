/** Owns the mutants: a Logbook file with one random fault each, and what a reader who sees the fault would still find. */
import { Chance, seedOf } from '../../scripts/sample/chance.ts';
import { concat } from './encoding.ts';
import { logbookTable, plainCsv, writeCell, type LogbookTable } from './logbook.ts';

export const faults = [
  'byte_deleted',
  'byte_inserted',
  'byte_doubled',
  'byte_replaced',
  'bytes_cut_out',
  'cells_swapped',
  'file_cut',
  'lines_joined',
  'line_doubled',
] as const;
export type MutantFault = (typeof faults)[number];

export interface Mutant {
  readonly number: number;
  readonly fault: MutantFault;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the file now says where only the text of a cell has changed; what it said before where its structure is hurt. */
  readonly truth: LogbookTable;
  /** Records, fields or letters are no longer what they were: this must be told or rightly repaired. */
  readonly isStructural: boolean;
  /** Of a header cell that was changed: its place. */
  readonly header: number | null;
  /** House codes of the rows that the fault touched. */
  readonly hurt: ReadonlySet<string>;
}

interface Span {
  readonly row: number;
  readonly column: number;
  /** Of the cell's text between its quotes. */
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

const table = logbookTable(24);
const written = write();

/** The file's bytes, where each cell lies in them, and where each row ends. Row -1 is the header. */
function write() {
  const pieces: Uint8Array[] = [];
  const spans: Span[] = [];
  const rowEnds: number[] = [];
  let at = 0;
  const put = (text: string): void => {
    const bytes = new TextEncoder().encode(text);
    pieces.push(bytes);
    at += bytes.length;
  };
  [table.headers, ...table.rows].forEach((cells, index) => {
    cells.forEach((cell, column) => {
      if (column > 0) put(',');
      const raw = writeCell(cell, plainCsv);
      const isQuoted = raw.startsWith('"');
      const start = at + (isQuoted ? 1 : 0);
      put(raw);
      spans.push({ row: index - 1, column, start, end: at - (isQuoted ? 1 : 0), isQuoted });
    });
    put('\n');
    rowEnds.push(at);
  });
  return { bytes: concat(pieces), spans, rowEnds };
}

/** The mutant of a number; the same on every run. Faults that take longer to judge are rarer. */
export function mutant(number: number): Mutant {
  const chance = new Chance(seedOf(`mutant ${number}`));
  const fault = chance.weigh<MutantFault>('fault', [
    ['byte_deleted', 20],
    ['byte_inserted', 24],
    ['byte_doubled', 12],
    ['byte_replaced', 20],
    ['bytes_cut_out', 8],
    ['cells_swapped', 4],
    ['file_cut', 6],
    ['lines_joined', 5],
    ['line_doubled', 1],
  ]);
  const { bytes, rowEnds } = written;
  const place = chance.whole('place', 0, bytes.length - 1);
  const own = { number, fault };
  switch (fault) {
    case 'byte_deleted':
      return { ...own, ...changed(place, place + 1, []) };
    case 'byte_inserted':
      return { ...own, ...changed(place, place, [byteOf(chance)]) };
    case 'byte_doubled':
      return { ...own, ...changed(place, place, [bytes[place] ?? 0]) };
    case 'byte_replaced':
      return { ...own, ...changed(place, place + 1, [byteOf(chance)]) };
    case 'bytes_cut_out': {
      const to = place + chance.whole('length', 2, 400);
      return { ...own, ...(to < bytes.length ? changed(place, to, []) : cutAt(place)) };
    }
    case 'cells_swapped':
      return { ...own, ...swapped(chance) };
    case 'file_cut':
      return { ...own, ...cutAt(place) };
    case 'lines_joined': {
      const end = chance.pick('line', rowEnds);
      return { ...own, ...changed(end - 1, end, []) };
    }
    case 'line_doubled': {
      const line = chance.whole('line', 1, rowEnds.length - 1);
      const copy = bytes.slice(rowEnds[line - 1], rowEnds[line]);
      const at = rowEnds[line] ?? 0;
      return { ...own, ...whole(concat([bytes.subarray(0, at), copy, bytes.subarray(at)]), table, true, noRows) };
    }
  }
}

const noRows: ReadonlySet<string> = new Set();
const whole = (
  bytes: Uint8Array<ArrayBuffer>,
  truth: LogbookTable,
  isStructural: boolean,
  hurt: ReadonlySet<string>,
  header: number | null = null,
) => ({ bytes, truth, isStructural, hurt, header });

/** The rows that have a byte from `from` up to and with `to`. */
function touched(from: number, to: number): ReadonlySet<string> {
  const { rowEnds } = written;
  return new Set(
    table.rows
      .filter((_, row) => (rowEnds[row] ?? 0) <= to && (rowEnds[row + 1] ?? 0) >= from)
      .map((cells) => cells[1] ?? ''),
  );
}

/** The rows after the cut are gone from the file; cut at the end of a row, nothing is left to see of it. */
function cutAt(place: number) {
  const { bytes, rowEnds } = written;
  const ends = rowEnds.filter((end) => end <= place + 1).length;
  const isClean = rowEnds.includes(place) || rowEnds.includes(place + 1);
  const truth = { ...table, rows: table.rows.slice(0, ends - (isClean ? 1 : 0)) };
  return whole(bytes.slice(0, place), truth, !isClean, touched(place, place));
}

/** Half of the bytes that get in are those that mean something to a reader of CSV. */
function byteOf(chance: Chance): number {
  return chance.hit('meaning', 0.5)
    ? chance.pick('sign', [0x2c, 0x22, 0x0a, 0x0d, 0x3b, 0x09, 0x00, 0x20])
    : chance.whole('byte', 0, 255);
}

/** The bytes from `from` to `to` give way to others. */
function changed(from: number, to: number, others: readonly number[]) {
  const { bytes, spans } = written;
  const result = concat([bytes.subarray(0, from), Uint8Array.from(others), bytes.subarray(to)]);
  const span = spans.find(({ start, end }) => from >= start && to <= end && (others.length > 0 || from < end));
  const hurt = touched(from, to);
  if (!span) return whole(result, melted(from, to) ?? table, melted(from, to) === null, hurt);
  const raw = concat([bytes.subarray(span.start, from), Uint8Array.from(others), bytes.subarray(to, span.end)]);
  const text = decoded(raw);
  const isContent =
    text !== null &&
    !text.includes('\0') &&
    (span.isQuoted ? !/"/.test(text.replaceAll('""', '')) : !/[",\r\n]/.test(text));
  if (!isContent) return whole(result, table, true, hurt);
  if (span.row < 0) return whole(result, table, false, hurt, span.column);
  return whole(result, withCell(span.row, span.column, text.replaceAll('""', '"')), false, hurt);
}

/**
 * Cut out from a cell of one row to the same column of a later one, what is left is a row like any other: nothing in the
 * file says that there were two. Null where the cut leaves a trace.
 */
function melted(from: number, to: number): LogbookTable | null {
  const { bytes, spans } = written;
  const above = spans.find(({ start, end, row }) => row >= 0 && from >= start && from <= end);
  const below = spans.find(({ start, end }) => to >= start && to <= end);
  if (!above || !below || above.isQuoted || below.isQuoted) return null;
  if (above.row >= below.row || above.column !== below.column) return null;
  const cell = decoded(concat([bytes.subarray(above.start, from), bytes.subarray(to, below.end)]));
  if (cell === null) return null;
  const row = (table.rows[below.row] ?? []).map((own, column) =>
    column < above.column ? (table.rows[above.row]?.[column] ?? '') : column === above.column ? cell : own,
  );
  return { ...table, rows: [...table.rows.slice(0, above.row), row, ...table.rows.slice(below.row + 1)] };
}

/** Two cells of one row, or of one column. */
function swapped(chance: Chance) {
  const row = chance.whole('row', 0, table.rows.length - 1);
  const column = chance.whole('column', 0, table.headers.length - 1);
  const isAcross = chance.hit('across', 0.5);
  const otherRow = isAcross ? row : chance.whole('other row', 0, table.rows.length - 1);
  const otherColumn = isAcross ? chance.whole('other column', 0, table.headers.length - 1) : column;
  const [a, b] = [table.rows[row]?.[column] ?? '', table.rows[otherRow]?.[otherColumn] ?? ''];
  const rows = table.rows.map((cells, y) =>
    cells.map((cell, x) => (y === row && x === column ? b : y === otherRow && x === otherColumn ? a : cell)),
  );
  const text = [table.headers, ...rows]
    .map((cells) => `${cells.map((cell) => writeCell(cell, plainCsv)).join(',')}\n`)
    .join('');
  return whole(new TextEncoder().encode(text), { ...table, rows }, false, noRows);
}

function withCell(row: number, column: number, text: string): LogbookTable {
  const rows = table.rows.map((cells, y) => (y === row ? cells.map((cell, x) => (x === column ? text : cell)) : cells));
  return { ...table, rows };
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
