/** Owns numbers and codes as people type them: units, separators, Thai digits, and what spreadsheets do to codes. */
import { letters, plain } from '../model/plain.ts';
import { saysYes } from './clean-words.ts';
import { isBlank } from './words.ts';

/** How many: `3 คน`, `๓`, `ไม่มี`. Null for blank, `unreadable` for what is no whole number up to 65,535. */
export function cleanCount(cell: string): number | null | 'unreadable' {
  if (isBlank(cell)) return null;
  if (letters(cell) === 'ไม่มี') return 0;
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?(?: ?(?:คน|ราย|ครัวเรือน|หลังคาเรือน))?$/.exec(plain(cell));
  const count = match ? Number(match[1]?.replaceAll(',', '')) : Number.NaN;
  return count <= 65_535 ? count : 'unreadable';
}

/** The cell of one member in a file of persons: a yes is one and a no is none; a number says how many. */
export function cleanMember(cell: string): number | null | 'unreadable' {
  const count = cleanCount(cell);
  const says = count === 'unreadable' ? saysYes(cell) : null;
  return says === null ? count : says ? 1 : 0;
}

/** A figure of an area: `๑,๒๓๔ คน`, `12.5 %` where it is a rate. Null for blank, `unreadable` for the rest, below 0 too. */
export function cleanFigure(cell: string, isRate: boolean): number | null | 'unreadable' {
  if (isBlank(cell)) return null;
  if (letters(cell) === 'ไม่มี') return 0;
  const unit = isRate ? '%|ร้อยละ' : 'คน|ราย|ครัวเรือน|หลังคาเรือน|หลัง';
  const form = `^(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(?: ?(?:${unit}))?$`;
  const match = new RegExp(form).exec(plain(cell));
  const figure = match ? Number((match[1] ?? '').replaceAll(',', '') + (match[2] ?? '')) : Number.NaN;
  return Number.isFinite(figure) && (isRate || Number.isInteger(figure)) ? figure : 'unreadable';
}

/** Baht: `5,000.-`, `๕,๐๐๐ บาท`, `5000.50`. Null for blank, `unreadable` for the rest. */
export function cleanAmount(cell: string): number | null | 'unreadable' {
  if (isBlank(cell)) return null;
  if (letters(cell) === 'ไม่มี') return 0;
  const match = /^(?:฿ ?)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:\.?-)?(?: ?(?:บาท|บ\.))?(?:ถ้วน)?$/.exec(plain(cell));
  const amount = match ? Number((match[1] ?? '').replaceAll(',', '') + (match[2] ?? '')) : Number.NaN;
  return Number.isFinite(amount) ? amount : 'unreadable';
}

/** A house code's digits; `isOdd` when they are not the eleven there should be. Null for blank and for nothing but zeros. */
export function cleanHouseCode(cell: string): { readonly code: string; readonly isOdd: boolean } | null {
  if (isBlank(cell)) return null;
  const code = plain(cell)
    .replace(/\.0+$/, '')
    .replace(/[-\s'"=]/g, '');
  if (/^0*$/.test(code) || letters(code) === 'ไม่มี') return null;
  return { code, isOdd: !/^\d{11}$/.test(code) };
}

/** Digits of an area's code: `TH130101`, `130101.0`, `13010100` (a tambon without its village). Null for blank, '' for no code. */
export function cleanAreaCode(cell: string): string | null {
  if (isBlank(cell)) return null;
  const digits = plain(cell)
    .replace(/^th/, '')
    .replace(/\.0+$/, '')
    .replace(/[\s'"=]/g, '');
  if (/^\d{8}$|^\d{10}$/.test(digits)) return digits.slice(0, 6);
  return /^\d{1,6}$/.test(digits) ? digits : '';
}
