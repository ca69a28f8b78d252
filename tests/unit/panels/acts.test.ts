/** The time line of acts: no month is left out because nothing was recorded in it. */
import { expect, it } from 'vitest';
import { everyMonth } from '../../../src/panels/progress/acts.ts';
import type { Acts } from '../../../src/queries/acts.ts';

const row = (key: string | null, acts: number): Acts => ({
  key,
  mark: key ?? '-',
  acts,
  households: acts,
  amountBaht: null,
  amounts: 0,
  last: null,
});

it('holds every month between the first and the last, over a year’s end, and undated acts last', () => {
  const told = everyMonth([row('2021-11', 2), row('2022-02', 3), row(null, 1)]);
  expect(told.map(({ key, acts }) => [key, acts])).toEqual([
    ['2021-11', 2],
    ['2021-12', 0],
    ['2022-01', 0],
    ['2022-02', 3],
    [null, 1],
  ]);
  expect(everyMonth([row(null, 4)])).toEqual([row(null, 4)]);
  expect(everyMonth([])).toEqual([]);
});
