/** Days and reporting days: over year ends, leap days and short months, and as readers of the Buddhist era see them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/i18n/format.ts';
import { addDays, dayOfMonth, lastReporting, nextReporting, parseDay } from '../../../src/model/calendar.ts';
import { monthsToDeadline } from '../../../src/model/plan.ts';
import { daysBetween, isoDate, type IsoDate } from '../../../src/model/snapshot.ts';

const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10) as IsoDate);
const reportingDay = fc.integer({ min: 1, max: 31 });

describe('a day so many days on', () => {
  it('is that many days away, and a day that exists', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
        expect(isoDate(addDays(from, days))).not.toBeNull();
      }),
    );
  });
  it('passes leap days and year ends', () => {
    expect(addDays('2024-02-28' as IsoDate, 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28' as IsoDate, 1)).toBe('2023-03-01');
    expect(addDays('2022-12-31' as IsoDate, 1)).toBe('2023-01-01');
  });
});

describe('the reporting day', () => {
  it('lies last before or on, and next after, one month from the other, with none between', () => {
    fc.assert(
      fc.property(date, reportingDay, (on, day) => {
        const [last, next] = [lastReporting(on, day), nextReporting(on, day)];
        expect(last <= on && on < next).toBe(true);
        expect(dayOfMonth(last, day, 1)).toBe(next);
        expect(dayOfMonth(next, day, -1)).toBe(last);
        for (const one of [last, next]) {
          const isLastOfMonth = addDays(one, 1).endsWith('-01');
          const own = Number(one.slice(8));
          expect(own === day || (own < day && isLastOfMonth)).toBe(true);
        }
      }),
    );
  });
  it.each([
    ['2022-06-29', 10, '2022-06-10', '2022-07-10'],
    ['2022-06-10', 10, '2022-06-10', '2022-07-10'],
    ['2022-06-09', 10, '2022-05-10', '2022-06-10'],
    ['2023-02-15', 31, '2023-01-31', '2023-02-28'],
    ['2024-02-29', 31, '2024-02-29', '2024-03-31'],
    ['2022-12-31', 10, '2022-12-10', '2023-01-10'],
    ['2022-04-30', 31, '2022-04-30', '2022-05-31'],
  ])('of %s, day %i: %s and %s', (on, day, last, next) => {
    expect([lastReporting(on as IsoDate, day), nextReporting(on as IsoDate, day)]).toEqual([last, next]);
  });
  it('reads days of a month only', () => {
    expect(['1', '10', '31'].map(parseDay)).toEqual([1, 10, 31]);
    expect(['0', '32', '010', '1.5', '', '-1', '๑๐'].map(parseDay)).toEqual(Array.from({ length: 7 }, () => null));
  });
});

it('is written in the Buddhist era, the next year from 1 January on', () => {
  const { date: written } = formatOf('th');
  expect(written(nextReporting('2022-12-31' as IsoDate, 10))).toBe('10 มกราคม 2566');
  expect(written(lastReporting('2024-03-01' as IsoDate, 31))).toBe('29 กุมภาพันธ์ 2567');
});

describe('months of a plan', () => {
  it.each([
    ['2022-06-29', '2022-09-30', 3],
    ['2022-06-29', '2022-09-29', 2],
    ['2022-06-29', '2022-12-31', 6],
    ['2022-06-29', '2022-06-30', 0],
    ['2022-06-29', '2021-06-30', 0],
    ['2024-02-01', '2024-02-29', 1],
    ['2024-02-01', '2024-02-28', 0],
  ])('from %s to %s are %i', (from, deadline, months) => {
    expect(monthsToDeadline(from as IsoDate, deadline as IsoDate)).toBe(months);
  });
});
