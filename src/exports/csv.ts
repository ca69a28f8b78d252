/** Owns tables as CSV that Excel opens rightly: UTF-8 with its mark, commas, and no cell that it takes for a formula. */
import { inert } from '../model/mending.ts';
import type { Saved, Sheet, SheetCell } from './sheet.ts';

export function csvFile(name: string, { rows }: Sheet): Saved {
  const text = rows.map((row) => row.map((cell) => quoted(inert(plainCell(cell)))).join(',')).join('\r\n');
  const bytes = new TextEncoder().encode(`\ufeff${text}\r\n`);
  return { name: `${name}.csv`, type: 'text/csv;charset=utf-8', bytes };
}

function quoted(cell: string): string {
  return /[",;|\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Percents with their sign, which Excel reads as what they are; a day as Excel counts it. */
function plainCell(cell: SheetCell): string {
  if (typeof cell !== 'object') return String(cell);
  return cell.as === 'percent' ? `${Number((cell.number * 100).toFixed(4))}%` : String(cell.number);
}
