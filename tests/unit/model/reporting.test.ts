/** Who has reported in time: by days of update where there are any, else by the round's own date; nothing is taken for zero. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/model/calendar.ts';
import {
  graceDays,
  reportingDayBefore,
  reportingDayOf,
  reportingOf,
  type Reporting,
  type Seen,
} from '../../../src/model/reporting.ts';
import type { IsoDate } from '../../../src/model/snapshot.ts';

describe('the reporting day of a round', () => {
  it.each([
    ['2022-06-10', '2022-06-10'],
    ['2022-06-29', '2022-06-10'],
    // Drawn a little before the day it is for.
    ['2022-07-07', '2022-07-10'],
    ['2022-07-06', '2022-06-10'],
    ['2023-01-02', '2022-12-10'],
  ])('of %s is %s', (asOf, due) => expect(reportingDayOf(asOf as IsoDate, 10)).toBe(due));

  it('is near, and the one before it earlier', () => {
    const date = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('1990-01-01' as IsoDate, days));
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 31 }), (asOf, of) => {
        const due = reportingDayOf(asOf, of);
        expect(due <= addDays(asOf, graceDays)).toBe(true);
        expect(due > addDays(asOf, -31)).toBe(true);
        expect(reportingDayBefore(asOf, of) < due).toBe(true);
      }),
    );
  });
});

const seen = (asOf: string, rows: number, firstUpdate: string | null = null, lastUpdate = firstUpdate): Seen => ({
  asOf: asOf as IsoDate,
  district: { rows, firstUpdate: firstUpdate as IsoDate | null, lastUpdate: lastUpdate as IsoDate | null },
});

describe('a district', () => {
  it.each<[string, Reporting, ...Seen[]]>([
    ['is missing without a row, whatever a round before had', 'missing', seen('2022-06-10', 9), seen('2022-06-29', 0)],
    // Without days of update: in time only where a round is.
    ['is in time in a round of the day', 'on_time', seen('2022-06-10', 5)],
    ['is in time on the last day of grace', 'on_time', seen('2022-06-13', 5)],
    ['has data since nobody knows when, a day later', 'undated', seen('2022-06-14', 5)],
    ['is late where a round of the day had none', 'late', seen('2022-06-10', 0), seen('2022-06-29', 5)],
    // With them.
    [
      'is in time by its first touch, however long it went on',
      'on_time',
      seen('2022-06-29', 5, '2022-06-13', '2022-06-28'),
    ],
    ['is not called late where its touches may be written over', 'undated', seen('2022-06-29', 5, '2022-06-14')],
    [
      'is in time by what a round before saw',
      'on_time',
      seen('2022-06-10', 5, '2022-06-02'),
      seen('2022-06-29', 5, '2022-06-20'),
    ],
    [
      'is late where a round before saw no touch',
      'late',
      seen('2022-06-10', 5, null, '2022-05-09'),
      seen('2022-06-29', 5, '2022-06-20'),
    ],
    ['is idle with old rows alone', 'idle', seen('2022-06-29', 5, null, '2022-05-10')],
  ])('%s: %s', (_, state, ...all) => expect(reportingOf(all, 10)).toBe(state));

  it('is missing of no round at all', () => expect(reportingOf([], 10)).toBe('missing'));
});
