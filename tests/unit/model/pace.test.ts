/** The pace of help, held against a calculation made by R, and its course where nothing moves, or moves back. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/model/calendar.ts';
import { added, forecast, type Standing } from '../../../src/model/pace.ts';
import type { IsoDate } from '../../../src/model/snapshot.ts';

interface Case {
  readonly rounds: readonly Standing[];
  readonly today: IsoDate;
  readonly deadline: IsoDate;
  readonly helpedPerDay: number;
  readonly pendingPerDay: number;
  readonly newPerDay: number;
  readonly requiredPerDay: number | null;
  readonly finish: IsoDate | null;
  readonly earliest: IsoDate | null;
  readonly latest: IsoDate | null;
}
const cases = JSON.parse(
  readFileSync(new URL('../../fixtures/pace/pace.json', import.meta.url), 'utf8'),
) as readonly Case[];

const day = (text: string): IsoDate => text as IsoDate;
const term = { today: day('2022-06-29'), deadline: day('2022-09-30') };
const rounds = (...all: readonly (readonly [string, number, number])[]): readonly Standing[] =>
  all.map(([asOf, need, helped]) => ({ asOf: day(asOf), need, helped }));

describe('the pace', () => {
  it('is what R finds, whatever the rounds', () => {
    expect(cases).toHaveLength(60);
    for (const { rounds: all, today, deadline, ...told } of cases) {
      const { range, ...ours } = forecast(all, { today, deadline });
      for (const name of ['helpedPerDay', 'pendingPerDay', 'newPerDay', 'requiredPerDay'] as const)
        if (told[name] === null) expect(ours[name]).toBeNull();
        else expect(ours[name]).toBeCloseTo(told[name], 9);
      expect(ours.finish).toBe(told.finish);
      expect(range?.earliest ?? null).toBe(told.earliest);
      expect(range?.latest ?? null).toBe(told.latest);
    }
    // Of every kind some: moving, not, finished, with and without a range.
    const courses = new Set(cases.map((one) => forecast(one.rounds, one).course));
    expect([...courses].sort()).toEqual([
      'backwards',
      'finished',
      'moving',
      ...(courses.has('still') ? ['still'] : []),
    ]);
  });

  it('tells a steady course to the day, over a leap day and a turn of the year', () => {
    // 10 a day; 600 left after the third round: 60 days from 31 December 2023 is 29 February 2024.
    const steady = rounds(['2023-12-11', 1000, 200], ['2023-12-21', 1000, 300], ['2023-12-31', 1000, 400]);
    const told = forecast(steady, { today: day('2023-12-31'), deadline: day('2024-02-28') });
    expect(told).toMatchObject({ course: 'moving', finish: '2024-02-29', lateDays: 1, daysLeft: 59, newPerDay: 0 });
    expect(told.range).toEqual({ earliest: '2024-02-29', latest: '2024-02-29' });
    expect(told.requiredPerDay).toBeCloseTo(600 / 59, 12);
  });

  it('counts a need that moves: what comes new must be helped too', () => {
    const growing = rounds(['2022-06-09', 1000, 100], ['2022-06-29', 1100, 300]);
    const told = forecast(growing, term);
    expect(told).toMatchObject({ helpedPerDay: 10, pendingPerDay: 5, newPerDay: 5, finish: '2022-12-06', range: null });
    expect(told.requiredPerDay).toBeCloseTo(800 / 93 + 5, 12);
  });

  it('is not moved far by one odd round', () => {
    const even = ['2022-01-10', '2022-02-10', '2022-03-10', '2022-04-10', '2022-05-10'].map(
      (asOf, at) => [asOf, 10_000, 1000 + at * 500] as const,
    );
    const odd = even.map(([asOf, need, helped], at) => [asOf, need, at === 2 ? helped + 3000 : helped] as const);
    const [calm, shaken] = [forecast(rounds(...even), term), forecast(rounds(...odd), term)];
    expect(Math.abs((shaken.helpedPerDay ?? 0) / (calm.helpedPerDay ?? 1) - 1)).toBeLessThan(0.1);
  });

  it.each([
    ['finished', rounds(['2022-05-10', 10, 5], ['2022-06-29', 10, 10])],
    ['unknown', rounds(['2022-06-29', 10, 5])],
    ['unknown', rounds()],
    ['still', rounds(['2022-05-10', 10, 5], ['2022-06-29', 10, 5])],
    ['still', rounds(['2022-05-10', 900_000, 5], ['2022-06-29', 900_000, 6])],
    ['backwards', rounds(['2022-05-10', 10, 5], ['2022-06-29', 10, 4])],
    ['backwards', rounds(['2022-05-10', 10, 5], ['2022-06-29', 20, 9])],
  ] as const)('says %s', (course, all) => {
    // Nobody waits where there is no round at all: nothing is said to be finished.
    const told = forecast(all, term);
    expect(told.course).toBe(course);
    expect(told.finish).toBeNull();
    expect(told.lateDays).toBeNull();
  });

  it('requires nothing of a deadline that is past or today, and says by how much', () => {
    const late = rounds(['2022-05-10', 100, 50], ['2022-06-29', 100, 60]);
    for (const [deadline, left] of [
      ['2022-06-29', 0],
      ['2022-06-01', -28],
    ] as const) {
      const told = forecast(late, { today: day('2022-06-29'), deadline: day(deadline) });
      expect(told).toMatchObject({ requiredPerDay: null, daysLeft: left });
      expect(told.lateDays).toBeGreaterThan(0);
    }
  });

  it('has an end within its range, and none of fewer than three rounds', () => {
    const drawn = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(900), fc.integer({ min: -50, max: 50 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(drawn, (steps) => {
        let standing: Standing = { asOf: day('2023-11-10'), need: 9000, helped: 0 };
        const all = [standing];
        for (const [days, helped, fresh] of steps) {
          standing = {
            asOf: addDays(standing.asOf, days),
            need: standing.need + fresh,
            helped: Math.min(standing.need + fresh, standing.helped + helped),
          };
          all.push(standing);
        }
        const { finish, range } = forecast(all, { today: standing.asOf, deadline: day('2024-09-30') });
        expect(range === null).toBe(all.length < 3 || standing.need === standing.helped);
        if (!range || !finish) return;
        expect(range.earliest !== null && range.earliest <= finish).toBe(true);
        expect(range.latest === null || range.latest >= finish).toBe(true);
      }),
    );
  });

  it('adds up areas on the days that all have', () => {
    const one = rounds(['2022-05-10', 10, 1], ['2022-06-10', 10, 2]);
    const other = rounds(['2022-06-10', 5, 5], ['2022-07-10', 5, 5]);
    expect(added([one, other])).toEqual(rounds(['2022-06-10', 15, 7]));
    expect(added([])).toEqual([]);
  });
});
