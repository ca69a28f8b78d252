/** Owns reading the open tool's tables from the page: its figures and words as they stand there. */
import type { TableBlock } from '../../exports/deck.ts';
import type { Datum } from '../../ui/datum.ts';

/** None where no tool is open, or where it shows no table. */
export function toolTables(): readonly TableBlock[] {
  const title = document.getElementById('tool-title')?.textContent ?? '';
  const tables = [...document.querySelectorAll<HTMLTableElement>('[data-tool] table')];
  return tables.filter(({ rows }) => rows.length > 1).map((table) => tableOf(table, title));
}

function tableOf(table: HTMLTableElement, title: string): TableBlock {
  const [head, ...rows] = [...table.rows].map((row) => [...row.cells].flatMap(cellsOf));
  const width = Math.max(0, ...[head ?? [], ...rows].map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => ({
    label: wordsOf(head?.[at]),
    holds: rows.some((row) => typeof row[at] === 'object') ? ('figures' as const) : ('words' as const),
  }));
  return { kind: 'table', title, unit: '', columns, rows };
}

const wordsOf = (cell: string | Datum | undefined): string => (typeof cell === 'object' ? cell.text : (cell ?? ''));

/** A cell over several columns leaves the others empty. */
function cellsOf(cell: HTMLTableCellElement): readonly (string | Datum)[] {
  return [contentOf(cell), ...Array.from({ length: cell.colSpan - 1 }, () => '')];
}

/** A cell of one figure is that figure; one of more, or of words beside it, is its text. */
function contentOf(cell: HTMLTableCellElement): string | Datum {
  const text = (cell.innerText || (cell.textContent ?? '')).replace(/\s+/g, ' ').trim();
  const [first, ...others] = cell.querySelectorAll<HTMLDataElement>('data[data-measure]');
  const own = first?.textContent?.trim() ?? '';
  if (!first || others.length > 0 || own !== text) return text;
  const { value, dataset } = first;
  const number = value === '' ? null : value === 'lt10' ? value : Number(value);
  return { value: number, text, measure: dataset.measure ?? '', area: dataset.area };
}
