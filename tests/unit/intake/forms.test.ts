/** Proves that dates and numbers are read in every form that officials write them in, and that what never was is never read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanDate, findDates } from '../../../src/intake/clean-date.ts';
import { cleanAmount, cleanAreaCode, cleanCount, cleanHouseCode } from '../../../src/intake/clean-number.ts';

const thai = (text: string): string => text.replace(/\d/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)] ?? digit);
const wide = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
const two = (part: number): string => String(part).padStart(2, '0');

const long = 'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(' ');
const short = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ');
const english = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Forms of one day; `era` is its year as written, Buddhist or Christian. */
const forms: readonly ((day: Day, era: number) => string)[] = [
  ({ month, day }, era) => `${two(day)}/${two(month)}/${era}`,
  ({ month, day }, era) => `${day}/${month}/${era}`,
  ({ month, day }, era) => `${day}-${month}-${era}`,
  ({ month, day }, era) => `${two(day)}.${two(month)}.${era}`,
  ({ month, day }, era) => `${era}-${two(month)}-${two(day)}`,
  ({ month, day }, era) => `${era}/${two(month)}/${two(day)}`,
  ({ month, day }, era) => `${era}${two(month)}${two(day)}`,
  ({ month, day }, era) => `${day} ${long[month - 1]} ${era}`,
  ({ month, day }, era) => `วันที่ ${day} ${long[month - 1]} พ.ศ. ${era}`,
  ({ month, day }, era) => `${day} ${short[month - 1]} ${era}`,
  ({ month, day }, era) => `${day}${short[month - 1]?.replaceAll('.', '')}${era}`,
  ({ month, day }, era) => `${day} ${english[month - 1]} ${era}`,
  ({ month, day }, era) => `${two(day)}/${two(month)}/${era} 14:30 น.`,
  ({ month, day }, era) => `${era}-${two(month)}-${two(day)}T08:15:00`,
];
/** Two digits are of the Buddhist era. */
const shortYear: readonly ((day: Day, year: number) => string)[] = [
  ({ month, day }, year) => `${day}/${month}/${two(year)}`,
  ({ month, day }, year) => `${day} ${short[month - 1]} ${two(year)}`,
  ({ month, day }, year) => `${day} ${long[month - 1]} ${two(year)}`,
];

const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
const daysOf = (year: number, month: number): number =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
const calendar = fc
  .record({
    year: fc.integer({ min: 2001, max: 2056 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map((one) => ({
    ...one,
    iso: one.day <= daysOf(one.year, one.month) ? `${one.year}-${two(one.month)}-${two(one.day)}` : null,
  }));
const digits = fc.constantFrom((text: string) => text, thai, wide);

describe('a date', () => {
  it('is the same day in every form, in both eras and in all digits, or no day at all', () => {
    fc.assert(
      fc.property(calendar, fc.constantFrom(...forms), fc.constantFrom(0, 543), digits, (one, form, years, write) => {
        expect(cleanDate(write(form(one, one.year + years)))).toBe(one.iso ?? 'impossible');
      }),
      { seed: 11, numRuns: 3_000 },
    );
  });

  it('of a year in two digits is of the Buddhist era, and nothing where it could be either', () => {
    fc.assert(
      fc.property(calendar, fc.constantFrom(...shortYear), digits, (one, form, write) => {
        const year = (one.year + 543) % 100;
        expect(cleanDate(write(form(one, year)))).toBe(year >= 43 ? (one.iso ?? 'impossible') : 'impossible');
      }),
      { seed: 12, numRuns: 1_000 },
    );
  });

  it('knows 29 February of each era by the year it is, not by the year it is written as', () => {
    for (let year = 1960; year <= 2060; year++) {
      const expected = isLeap(year) ? `${year}-02-29` : 'impossible';
      expect(cleanDate(`29/02/${year + 543}`)).toBe(expected);
      expect(cleanDate(`29/02/${year}`)).toBe(expected);
    }
  });

  it('is found again in the name of a file', () => {
    fc.assert(
      fc.property(calendar, fc.constantFrom(...forms.slice(0, 12)), fc.constantFrom(0, 543), (one, form, years) => {
        const name = `ปัตตานี_${form(one, one.year + years).replaceAll('/', '-')} (แก้ไข).csv`;
        expect(findDates(name)).toEqual(one.iso ? [{ date: one.iso, says: null }] : []);
      }),
      { seed: 13, numRuns: 1_000 },
    );
  });

  it('is never read from any other text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('ก', 'x', '.', '-', '/', ' ', '7', '๒'), maxLength: 14 }),
        (text) => {
          const date = cleanDate(text);
          if (date === null || date === 'impossible') return;
          expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
          expect(text).toMatch(/\d|๒/);
        },
      ),
      { seed: 14, numRuns: 2_000 },
    );
  });

  it('that a spreadsheet counted in days is that day', () => {
    for (const [serial, iso] of [
      ['44741', '2022-06-29'],
      ['44834', '2022-09-30'],
      ['44834.5', '2022-09-30'],
      ['45351', '2024-02-29'],
    ] as const)
      expect(cleanDate(serial)).toBe(iso);
    for (const serial of ['4474', '447410', '2565', '65000']) expect(cleanDate(serial)).toBe('impossible');
  });
});

describe('a number', () => {
  const grouped = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

  it('of people is read with its unit, grouped or not, in all digits', () => {
    const units = fc.constantFrom('', ' คน', 'คน', ' ราย', ' ครัวเรือน', '.0', '.00');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 65_535 }), units, fc.boolean(), digits, (count, unit, isGrouped, write) => {
        expect(cleanCount(write((isGrouped ? grouped(count) : String(count)) + unit))).toBe(count);
      }),
      { seed: 15, numRuns: 1_000 },
    );
  });

  it('of baht is read to the satang', () => {
    const amounts = fc.tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom('', '.5', '.25', '.00'));
    const around = fc.constantFrom<readonly [string, string]>(
      ['', ''],
      ['', ' บาท'],
      ['', '.-'],
      ['฿', ''],
      ['', ' บาทถ้วน'],
    );
    fc.assert(
      fc.property(amounts, around, fc.boolean(), digits, ([baht, satang], [before, after], isGrouped, write) => {
        if (after === '.-' && satang !== '') return;
        const written = before + (isGrouped ? grouped(baht) : String(baht)) + satang + after;
        expect(cleanAmount(write(written))).toBe(Number(baht + satang));
      }),
      { seed: 16, numRuns: 1_000 },
    );
  });

  it('that is none is not made into one', () => {
    const strange = fc.string({
      unit: fc.constantFrom('1', '2', ',', '.', '-', 'e', '+', ' ', 'ก', '/'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(strange, (text) => {
        const plainNumber = /^(\d{1,3}(,\d{3})+|\d+)$/.test(text.trim());
        const count = cleanCount(text);
        if (typeof count === 'number') expect(text).toMatch(/^\s*(\d{1,3}(,\d{3})+|\d+)(\.0+)?\s*$/);
        else if (plainNumber) expect(Number(text.replaceAll(',', ''))).toBeGreaterThan(65_535);
        const amount = cleanAmount(text);
        if (typeof amount === 'number') expect(text).toMatch(/^\s*(\d{1,3}(,\d{3})+|\d+)(\.\d+)?\.?-?\s*$/);
      }),
      { seed: 17, numRuns: 2_000 },
    );
  });
});

describe('a code', () => {
  it('keeps its digits in all ways of writing, or is said to be odd', () => {
    const ways = fc.constantFrom<(code: string) => string>(
      (code) => code,
      (code) => `'${code}`,
      (code) => `${code}.0`,
      (code) => ` ${code}\u00a0`,
      (code) => `="${code}"`,
      (code) => `${code.slice(0, 4)}-${code.slice(4, 10)}-${code.slice(10)}`,
      (code) => `\u200b${code}`,
    );
    const elevens = fc.stringMatching(/^\d{11}$/).filter((code) => !/^0+$/.test(code));
    fc.assert(
      fc.property(elevens, ways, digits, (code, way, write) => {
        expect(cleanHouseCode(way(write(code)))).toEqual({ code, isOdd: false });
        expect(cleanHouseCode(way(write(code.slice(1))))?.isOdd ?? true).toBe(true);
      }),
      { seed: 18, numRuns: 1_000 },
    );
  });

  it('of an area is six digits at most and never another', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{6}$/), digits, (code, write) => {
        for (const written of [code, `TH${code}`, `${code}.0`, `${code}00`, `'${code}`])
          expect(cleanAreaCode(write(written))).toBe(code);
        for (const written of [`${code}1`, `${code.slice(0, 5)}x`, `${code}E+02`])
          expect(cleanAreaCode(write(written))).toBe('');
      }),
      { seed: 19, numRuns: 500 },
    );
  });
});
