/** Owns how numbers, dates and names are written and ordered in each language. */
import type { Digits } from '../model/digits.ts';
import type { IsoDate } from '../model/snapshot.ts';
import type { Language } from '../model/text.ts';

const locales: Readonly<Record<Language, string>> = { th: 'th-TH', en: 'en-GB' };
/** What stands where there is no value; a dash and not a zero. */
export const noValue = '–';

export interface Format {
  /** Grouped whole number: 15,703. */
  count(value: number | null): string;
  /** A share 0…1 as percent with at most one decimal, without the sign: 50.4. */
  percent(value: number | null): string;
  /** 29 มิถุนายน 2565; 29 June 2022 (B.E. 2565). */
  date(date: IsoDate): string;
  /** 29 มิ.ย. 2565; 29 Jun 2022. */
  shortDate(date: IsoDate): string;
  /** A year of the Christian era: 2566; 2023 (B.E. 2566). */
  year(year: number): string;
  /** มิ.ย. 2565; Jun 2022. */
  monthYear(date: IsoDate): string;
  /** 30 ก.ย.; 30 Sep. */
  dayMonth(date: IsoDate): string;
  /** The names of the twelve months. */
  readonly months: readonly string[];
  /** How many years the era of the reader's dates is ahead of the Gregorian. */
  readonly eraYears: number;
  /** 1.2 MB. */
  bytes(value: number): string;
  /** Order of names: Thai names by their leading consonant, not by the vowel written before it. */
  compare(a: string, b: string): number;
  /** A, B and C. */
  list(items: readonly string[]): string;
}

function make(language: Language, digits: Digits): Format {
  const locale = digits === 'thai' ? `${locales[language]}-u-nu-thai` : locales[language];
  const plain = new Intl.NumberFormat(locale, { useGrouping: false });
  const counts = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percents = new Intl.NumberFormat(locale, {
    style: 'decimal',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const megabytes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const day = (options: Intl.DateTimeFormatOptions): ((date: IsoDate) => string) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (date) => format.format(new Date(`${date}T00:00:00Z`));
  };
  const dayMonth = day({ day: 'numeric', month: 'short' });
  const long = day({ day: 'numeric', month: 'long', year: 'numeric' });
  const short = day({ day: 'numeric', month: 'short', year: 'numeric' });
  const month = day({ month: 'long' });
  const collator = new Intl.Collator(locale, { numeric: true });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    count: (value) => (value === null ? noValue : counts.format(value)),
    percent: (value) => (value === null ? noValue : percents.format(unrounded(value) * 100)),
    date: (date) =>
      language === 'th' ? long(date) : `${long(date)} (B.E. ${plain.format(Number(date.slice(0, 4)) + 543)})`,
    shortDate: short,
    monthYear: day({ month: 'short', year: 'numeric' }),
    year: (year) =>
      language === 'th' ? plain.format(year + 543) : `${plain.format(year)} (B.E. ${plain.format(year + 543)})`,
    // Day and month stand in one line.
    dayMonth: (date) => dayMonth(date).replaceAll(' ', '\u00a0'),
    months: Array.from({ length: 12 }, (_, at) => month(`2022-${String(at + 1).padStart(2, '0')}-01` as IsoDate)),
    eraYears: language === 'th' ? 543 : 0,
    bytes: (value) =>
      value < 1e6 ? `${counts.format(Math.max(1, value / 1e3))} KB` : `${megabytes.format(value / 1e6)} MB`,
    compare: (a, b) => collator.compare(a, b),
    list: (items) => lists.format(items),
  };
}

/** All is only said of all, and none of none: 99.96 % is not 100.0. */
function unrounded(share: number): number {
  if (share <= 0 || share >= 1) return share;
  return Math.min(0.999, Math.max(0.001, share));
}

const made = new Map<string, Format>();
/** Thai digits are for Thai alone: a page in English has none. */
export function formatOf(language: Language, digits: Digits = 'arabic'): Format {
  const own = language === 'th' ? digits : 'arabic';
  const key = `${language} ${own}`;
  const format = made.get(key) ?? make(language, own);
  made.set(key, format);
  return format;
}
