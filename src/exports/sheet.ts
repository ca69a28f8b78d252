/** Owns what every exported table is: a named sheet of cells, the header first. */
import type { Datum } from '../ui/datum.ts';

/** A code is text, so that it loses no digit; a number is what is reckoned with. */
export type SheetCell = string | number | ShownNumber;

/** A number that is read otherwise than it is reckoned with: a share of 0 to 1 as percent, a day of Excel's calendar as date. */
export interface ShownNumber {
  readonly number: number;
  readonly as: 'percent' | 'date';
}

/** A figure of the page as a cell; one that is kept small, or is none, stands there as the reader sees it. */
export function figureCell({ value, text, measure }: Datum): SheetCell {
  if (typeof value !== 'number') return text;
  return /_share$|_per_/.test(measure) ? { number: value, as: 'percent' } : value;
}

export interface Sheet {
  readonly name: string;
  /** The first row is the header. */
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A file ready to be saved. */
export interface Saved {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A name that every file system takes, without an ending. */
export function fileName(...parts: readonly string[]): string {
  const whole = parts.filter((part) => part !== '').join(' ');
  return whole
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '-')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 120);
}
