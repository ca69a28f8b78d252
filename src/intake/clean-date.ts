/** Owns dates as officials write them: Buddhist era, two-digit years, Thai months and digits; only days that exist. */
import { letters, plain } from '../model/plain.ts';
import { isoDate, type IsoDate } from '../model/snapshot.ts';
import { isBlank } from './words.ts';

const months: readonly (readonly string[])[] = [
  ['มกราคม', 'มค', 'january', 'jan'],
  ['กุมภาพันธ์', 'กพ', 'february', 'feb'],
  ['มีนาคม', 'มีค', 'march', 'mar'],
  ['เมษายน', 'เมย', 'april', 'apr'],
  ['พฤษภาคม', 'พค', 'may'],
  ['มิถุนายน', 'มิย', 'june', 'jun'],
  ['กรกฎาคม', 'กค', 'july', 'jul'],
  ['สิงหาคม', 'สค', 'august', 'aug'],
  ['กันยายน', 'กย', 'september', 'sep'],
  ['ตุลาคม', 'ตค', 'october', 'oct'],
  ['พฤศจิกายน', 'พย', 'november', 'nov'],
  ['ธันวาคม', 'ธค', 'december', 'dec'],
];
const monthNumber = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
/** The longest first; an abbreviation may have dots and blanks between its letters. */
const monthName = [...monthNumber.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => (name.length <= 3 ? [...name].join('[. ]*') : name))
  .join('|');

const separator = '[-/._ ]';
const forms: readonly { readonly form: RegExp; readonly order: 'dmy' | 'ymd' }[] = [
  { form: new RegExp(`(?<!\\d)(\\d{4})${separator}(\\d{1,2})${separator}(\\d{1,2})(?!\\d)`), order: 'ymd' },
  { form: new RegExp(`(?<!\\d)(\\d{1,2})${separator}(\\d{1,2})${separator}(\\d{4}|\\d{2})(?!\\d)`), order: 'dmy' },
  {
    form: new RegExp(`(?<!\\d)(\\d{1,2})[-/ ._]*(${monthName})[-/ ._]*(?:พ\\.?ศ\\.?)? ?(\\d{4}|\\d{2})(?!\\d)`),
    order: 'dmy',
  },
  { form: /(?<!\d)((?:19|20|25)\d{2})(\d{2})(\d{2})(?!\d)/, order: 'ymd' },
];

/** A date written anywhere in a text. `says`: that it is the as-of date, that the file was made then, or neither. */
export interface WrittenDate {
  readonly date: IsoDate;
  readonly says: 'as_of' | 'made' | null;
}

const saysAsOf = /(?:(?:^|[\s(:])ณ|ข้อมูล|ณ ?วันที่|ข้อมูล ?วันที่|as (?:of|at)(?: date)?)[ :]*$/;
const saysMade = /(?:พิมพ์|ออกรายงาน|จัดทำ(?!ข้อมูล)|ส่งออก|ดาวน์โหลด|บันทึกเมื่อ|print|export|download|generated|saved)\D{0,20}$/;

/** All dates of a text, a file's name or a title, that exist; one in two places counts twice. */
export function findDates(text: string): readonly WrittenDate[] {
  const dates = (part: string): readonly WrittenDate[] => {
    const { date, before, after } = read(part);
    if (!date) return [];
    const says = saysMade.test(before) ? 'made' : saysAsOf.test(before) ? 'as_of' : null;
    return [...dates(before), { date, says }, ...dates(after)];
  };
  return dates(plain(text));
}

/** A cell: an ISO date, null for blank, or `impossible` for what is no date or names a day that never was. */
export function cleanDate(cell: string): IsoDate | null | 'impossible' {
  if (isBlank(cell)) return null;
  const text = plain(cell).replace(/^(ณ ?)?วันที่ ?/, '');
  const { date, before, after } = read(text);
  const rest = (before + after).trim();
  // A time of day may follow, nothing else.
  if (date && /^([ t,]*(เวลา)?[ t]*\d{1,2}[:.]\d{2}([:.]\d{2})?(\.\d+)?z? ?(น\.?|am|pm)?)?$/.test(rest)) return date;
  if (/^\d{5}(\.\d+)?$/.test(text)) return serialDate(Number.parseInt(text, 10));
  return 'impossible';
}

const yearEnd = '(?:พ\\.?ศ\\.?)? ?(\\d{4}|\\d{2})$';
const monthForms: readonly { readonly form: RegExp; readonly order: 'my' | 'ym' }[] = [
  { form: new RegExp(`^(${monthName})[-/ ._]*${yearEnd}`), order: 'my' },
  { form: new RegExp(`^(\\d{1,2})[-/. ]${yearEnd}`), order: 'my' },
  { form: /^(\d{4})[-/. ](\d{1,2})$/, order: 'ym' },
];

/** A cell that names a month of a year, or a day in it: the month's first day, null for blank, or `impossible`. */
export function cleanMonth(cell: string): IsoDate | null | 'impossible' {
  const date = cleanDate(cell);
  if (date === null) return null;
  if (date !== 'impossible') return firstDay(date);
  const text = plain(cell).replace(/^(ภายใน)? ?(เดือน)? ?/, '');
  for (const { form, order } of monthForms) {
    const [, a = '', b = ''] = form.exec(text) ?? [];
    const [month, year] = order === 'my' ? [a, b] : [b, a];
    const found = makeDate(gregorianYear(year), monthNumber.get(letters(month)) ?? Number(month), 1);
    if (found) return found;
  }
  return 'impossible';
}

function firstDay(date: IsoDate): IsoDate {
  return `${date.slice(0, 8)}01` as IsoDate;
}

/** Days since 1970-01-01, as the engine counts dates. */
export function dayNumber(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

function read(text: string): { readonly date: IsoDate | null; readonly before: string; readonly after: string } {
  for (const { form, order } of forms) {
    const match = form.exec(text);
    if (!match) continue;
    const [whole, a = '', b = '', c = ''] = match;
    const [day, year] = order === 'dmy' ? [a, c] : [c, a];
    const month = monthNumber.get(letters(b)) ?? Number(b);
    const date = makeDate(gregorianYear(year), month, Number(day));
    if (date) return { date, before: text.slice(0, match.index), after: text.slice(match.index + whole.length) };
  }
  return { date: null, before: text, after: '' };
}

/** Buddhist years from 2400; two digits are Buddhist too, from 43 (2543) on: below that they could be either. */
function gregorianYear(text: string): number | null {
  const year = Number(text);
  if (text.length === 2) return year >= 43 ? year + 2500 - 543 : null;
  if (year >= 2400 && year < 2700) return year - 543;
  return year >= 1900 && year <= 2200 ? year : null;
}

function makeDate(year: number | null, month: number, day: number): IsoDate | null {
  if (year === null) return null;
  return isoDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** A date that a spreadsheet wrote as its number of days. */
function serialDate(serial: number): IsoDate | 'impossible' {
  if (serial < 30_000 || serial > 60_000) return 'impossible';
  return isoDate(new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)) ?? 'impossible';
}
