/** Rounds as standings: a district that a round lacks stands outside and is never zero; what is inside adds up. */
import { expect, it } from 'vitest';
import type { AreaCode } from '../../../src/model/area.ts';
import type { IsoDate } from '../../../src/model/snapshot.ts';
import { outsideOf, roundsOf, standingOf, standingsBy, type RoundAreas } from '../../../src/state/standings.ts';

const round = (asOf: string, areas: Readonly<Record<number, readonly [need: number, helped: number]>>): RoundAreas => ({
  asOf: asOf as IsoDate,
  areas: new Map(
    Object.entries(areas).map(([number, [need, helped]]) => [
      Number(number),
      { 'household.need': need, 'household.helped': helped },
    ]),
  ),
});
const code = (text: string): AreaCode => text as AreaCode;
const may = round('2022-05-10', { 940101: [10, 1], 940102: [5, 0], 940201: [7, 7], 940000: [2, 0] });
const june = round('2022-06-10', { 940101: [10, 4], 940301: [9, 0], 940000: [2, 1] });
const all = [may, june];

it('leaves out districts that a round lacks, and those that none has', () => {
  expect(outsideOf(all, [code('9401'), code('9404')])).toEqual([940200, 940300, 940400]);
  expect(outsideOf([may], [code('9401'), code('9402')])).toEqual([]);
});

it('counts what is left by any level, a part that is gone as nobody, and those of unknown district with them', () => {
  const outside = outsideOf(all, []);
  const at = (level: 'amphoe' | 'tambon'): unknown => Object.fromEntries(standingsBy(all, level, outside));
  expect(at('amphoe')).toEqual({
    940100: [
      { asOf: '2022-05-10', need: 15, helped: 1 },
      { asOf: '2022-06-10', need: 10, helped: 4 },
    ],
    940000: [
      { asOf: '2022-05-10', need: 2, helped: 0 },
      { asOf: '2022-06-10', need: 2, helped: 1 },
    ],
  });
  expect(at('tambon')).toHaveProperty('940102', [
    { asOf: '2022-05-10', need: 5, helped: 0 },
    { asOf: '2022-06-10', need: 0, helped: 0 },
  ]);
  expect(standingOf(all, code('94'), outside)).toEqual([
    { asOf: '2022-05-10', need: 17, helped: 1 },
    { asOf: '2022-06-10', need: 12, helped: 5 },
  ]);
  expect(standingOf(all, code('940101'), outside).map(({ helped }) => helped)).toEqual([1, 4]);
});

it('takes of a district the rounds in which it was reported', () => {
  expect(roundsOf(all, code('9402')).map(({ asOf }) => asOf)).toEqual(['2022-05-10']);
  expect(roundsOf(all, code('940101'))).toHaveLength(2);
  expect(roundsOf(all, code('94'))).toHaveLength(2);
});
