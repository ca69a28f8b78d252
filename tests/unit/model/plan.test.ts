/** The plan: no household is allotted twice, no month holds more than its capacity, and equal numbers give equal plans. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacityKinds, paceOf, parseCapacity, printCapacity } from '../../../src/model/capacity.ts';
import {
  aimOf,
  aims,
  evenShares,
  monthStart,
  monthsToDeadline,
  planned,
  reachedIn,
  type Plan,
  type Waiting,
} from '../../../src/model/plan.ts';
import type { IsoDate } from '../../../src/model/snapshot.ts';

const area: fc.Arbitrary<Waiting> = fc
  .record({
    key: fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 9 })),
    waiting: fc.integer({ min: 0, max: 60 }),
    urgent: fc.integer({ min: 0, max: 60 }),
    inDimension: fc.integer({ min: 0, max: 60 }),
    long: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ key: [amphoe, tambon], ...rest }) => ({ key: `940${amphoe}0${tambon}`, ...rest }));
const areas = fc.uniqueArray(area, { selector: ({ key }) => key, maxLength: 30 });
const pace = fc.record({
  perMonth: fc.integer({ min: 1, max: 200 }),
  most: fc.option(fc.integer({ min: 0, max: 1500 })),
});
const aim = fc.constantFrom(...aims);
const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
const byArea = (plan: Plan): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { key, count } of plan.allotments) sums.set(key, (sums.get(key) ?? 0) + count);
  return sums;
};

describe('the plan', () => {
  it('reconciles with what waits and with what can be done', () => {
    fc.assert(
      fc.property(areas, pace, aim, (all, how, of) => {
        const plan = planned(all, how, of);
        const waiting = total(all.map((one) => one.waiting));
        const told = new Map(all.map((one) => [one.key, one.waiting]));
        for (const [key, count] of byArea(plan)) expect(count).toBeLessThanOrEqual(told.get(key) ?? 0);
        expect(plan.waiting).toBe(waiting);
        expect(total(plan.months) + plan.left).toBe(waiting);
        expect(total(plan.months)).toBe(Math.min(waiting, how.most ?? waiting, how.perMonth * plan.months.length));
        plan.months.forEach((count, month) => {
          const inMonth = plan.allotments.filter((one) => one.month === month);
          expect(total(inMonth.map((one) => one.count))).toBe(count);
          if (month < plan.months.length - 1) expect(count).toBe(how.perMonth);
          else expect(count).toBeLessThanOrEqual(how.perMonth);
        });
        expect(plan.allotments.every(({ count }) => count > 0)).toBe(true);
      }),
    );
  });

  it('reaches no fewer with more capacity', () => {
    fc.assert(
      fc.property(areas, pace, aim, fc.nat(50), fc.nat(12), (all, how, of, more, months) => {
        const most = how.most === null ? null : how.most + more;
        const less = reachedIn(planned(all, how, of), months);
        expect(reachedIn(planned(all, { perMonth: how.perMonth + more, most }, of), months)).toBeGreaterThanOrEqual(
          less,
        );
      }),
    );
  });

  it('does not hang on the order in which areas come', () => {
    fc.assert(
      fc.property(areas, pace, aim, (all, how, of) => {
        expect(planned(all.toReversed(), how, of)).toEqual(planned(all, how, of));
      }),
    );
  });

  const two: readonly Waiting[] = [
    { key: '940101', waiting: 10, urgent: 1, inDimension: 0, long: 1 },
    { key: '940201', waiting: 4, urgent: 3, inDimension: 4, long: 0 },
    { key: '940202', waiting: 4, urgent: 0, inDimension: 0, long: 3 },
  ];
  const told = (id: Parameters<typeof aimOf>[0], perMonth: number): readonly string[] =>
    planned(two, { perMonth, most: null }, aimOf(id)).allotments.map(
      ({ key, count, month }) => `${month}:${key}:${count}`,
    );

  it('goes where most wait, and of equals by code', () => {
    expect(told('most', 12)).toEqual(['0:940101:10', '0:940201:2', '1:940201:2', '1:940202:4']);
  });
  it('reaches what is urgent everywhere before the rest', () => {
    expect(told('urgent', 4)[0]).toBe('0:940201:3');
    expect(told('urgent', 4)[1]).toBe('0:940101:1');
  });
  it('reaches those of one dimension before the rest', () => {
    expect(told('health', 4)[0]).toBe('0:940201:4');
  });
  it('reaches those who have waited long before the rest', () => {
    expect(told('longest', 4)).toEqual([
      '0:940202:3',
      '0:940101:1',
      '1:940101:4',
      '2:940101:4',
      '3:940101:1',
      '3:940201:3',
      '4:940201:1',
      '4:940202:1',
    ]);
  });
  it('gives every amphoe the same while it has some waiting', () => {
    expect(told('even', 6)).toEqual([
      '0:940101:3',
      '0:940201:3',
      '1:940101:3',
      '1:940201:1',
      '1:940202:2',
      '2:940101:4',
      '2:940202:2',
    ]);
  });

  it('leaves to those of no known amphoe what no amphoe needs', () => {
    const none: Waiting = { key: '940000', waiting: 5, urgent: 0, inDimension: 0, long: 0 };
    const plan = planned([none, ...two], { perMonth: 9, most: null }, aimOf('even'));
    expect(plan.months).toEqual([9, 9, 5]);
    expect(plan.allotments.filter(({ key }) => key === none.key)).toEqual([{ key: none.key, count: 5, month: 2 }]);
  });

  it('shares evenly', () => {
    expect(evenShares([10, 1, 4], 9)).toEqual([4, 1, 4]);
    expect(evenShares([5, 5, 5], 7)).toEqual([3, 2, 2]);
    expect(evenShares([0, 2], 9)).toEqual([0, 2]);
    expect(evenShares([], 5)).toEqual([]);
  });

  it('ends where the money ends, and says who is left', () => {
    const plan = planned(two, { perMonth: 5, most: 7 }, aimOf('most'));
    expect(plan.months).toEqual([5, 2]);
    expect(plan.left).toBe(11);
  });
});

describe('the months of a plan', () => {
  it.each([
    ['2022-06-29', '2022-07-01', 3],
    ['2022-07-01', '2022-07-01', 3],
    ['2022-09-10', '2022-10-01', 0],
    ['2022-10-01', '2022-10-01', 12],
    ['2022-12-31', '2023-01-01', 9],
  ] as const)('of %s begin on %s, %i before the deadline', (asOf, first, count) => {
    expect(monthStart(asOf as IsoDate, 0)).toBe(first);
    expect(monthsToDeadline(asOf as IsoDate)).toBe(count);
  });
  it('go on over the year', () => {
    expect(monthStart('2022-06-29' as IsoDate, 12)).toBe('2023-07-01');
  });
});

describe('capacity', () => {
  const capacity = fc
    .constantFrom(...capacityKinds)
    .chain((kind) =>
      fc
        .tuple(...kind.amounts.map(({ least, most }) => fc.integer({ min: least, max: most })))
        .map((amounts) => ({ kind: kind.id, amounts })),
    );
  it('survives being written', () => {
    fc.assert(fc.property(capacity, (it) => void expect(parseCapacity(printCapacity(it))).toEqual(it)));
  });
  it.each([
    '',
    'teams',
    'teams.5.40.6',
    'households.0',
    'households.-5',
    'households.1e3',
    'wishes.3',
    'households.5.5',
  ])('is not %s', (text) => void expect(parseCapacity(text)).toBeNull());
  it('is a pace', () => {
    expect(paceOf({ kind: 'teams', amounts: [3, 20, 10] }, 3)).toEqual({ perMonth: 600, most: null });
    expect(paceOf({ kind: 'budget', amounts: [10_000, 3000] }, 2)).toEqual({ perMonth: 2, most: 3 });
    expect(paceOf({ kind: 'budget', amounts: [10_000, 3000] }, 0)).toEqual({ perMonth: 3, most: 3 });
  });
});
