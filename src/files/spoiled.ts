/** Owns telling cells that are no longer what they were: codes made numbers, house numbers made dates, dates and codes torn in two. */
import { plain } from '../model/plain.ts';

/** E-notation: the last digits of the code are gone for good. */
const lostCode = /^\d(\.\d+)?e\+?\d+$/i;

/** House number 27/1 as a spreadsheet has made it a date: 27-ม.ค., 27-Jan, Jan-27, or the date itself. */
const months =
  '(ม\\.?ค|ก\\.?พ|มี\\.?ค|เม\\.?ย|พ\\.?ค|มิ\\.?ย|ก\\.?ค|ส\\.?ค|ก\\.?ย|ต\\.?ค|พ\\.?ย|ธ\\.?ค|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\.?';
const dateInstead = new RegExp(
  `^(\\d{1,2}[- ]${months}([- ]\\d{2,4})?|${months}-\\d{1,4}|\\d{4}-\\d{2}-\\d{2}( .*)?)$`,
  'i',
);

export function isLostCode(cell: string): boolean {
  return lostCode.test(cell) || lostCode.test(plain(cell));
}

export function isDateInstead(houseNo: string): boolean {
  return houseNo.includes('-') && dateInstead.test(plain(houseNo));
}

/** A date or code as long as the one above it is whole. */
export function isLikeAbove(cell: string, above: string): boolean {
  const shape = (text: string): string => plain(text).replace(/\d/g, '9');
  return shape(cell) === shape(above) && /(9.*){6}/.test(shape(cell));
}
