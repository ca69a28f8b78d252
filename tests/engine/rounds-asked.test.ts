/** Proves that a round in doubt is asked about before it is accepted, and that one refused leaves everything as it was. */
import { beforeEach, expect, it } from 'vitest';
import { ask } from '../../src/engine/rows.ts';
import type { IntakeQuestion } from '../../src/intake/asking.ts';
import type { OpenRound } from '../../src/intake/rounds.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { openIntake, type Brought } from './opened.ts';

const { engine, answer, empty } = await openIntake();
beforeEach(empty);

const header = 'ณ วันที่,รหัสบ้าน,ตำบล,อำเภอ,จังหวัด,สถานะการช่วยเหลือ';
const places = { mueang: 'รูสะมิแล,เมืองปัตตานี,ปัตตานี', yarang: 'ยะรัง,ยะรัง,ปัตตานี' } as const;
type Counts = Partial<Record<keyof typeof places, number>>;
function file(date: string, counts: Counts, status = 'ช่วยเหลือแล้ว'): File {
  const rows = (Object.keys(places) as (keyof typeof places)[]).flatMap((place, at) =>
    Array.from(
      { length: counts[place] ?? 0 },
      (_, row) => `${date},94${at}${String(row).padStart(8, '0')},${places[place]},${status}`,
    ),
  );
  return new File([[header, ...rows, ''].join('\n')], `${date.replaceAll('/', '-')}.csv`);
}

function bring(files: readonly File[], before: readonly Receipt[] = [], told?: string): Promise<Brought> {
  const open = before.flatMap((receipt) =>
    receipt.snapshots.map(({ number, snapshot }): OpenRound => ({
      ...snapshot,
      number,
      seals: receipt.files.map(({ sha256 }) => sha256),
    })),
  );
  return answer(files, {
    open,
    firstSnapshot: open.length + 1,
    answers: (questions) => (told ? Object.fromEntries(questions.map(({ id }) => [id, told])) : {}),
  });
}
const doubtsOf = (asked: readonly IntakeQuestion[]): unknown => asked.flatMap(({ doubts = [] }) => doubts);
const households = async (): Promise<number> =>
  (await ask<{ n: number }>(engine, { sql: 'select count(*)::double as n from household', params: [] })).columns.n[0] ??
  0;

it('accepts a like round without a question, an older one too, and says that it is older', async () => {
  const { receipt } = await bring([file('10/06/2565', { mueang: 20, yarang: 10 })]);
  const later = await bring([file('10/07/2565', { mueang: 12, yarang: 5 })], [receipt]);
  expect(later.asked).toEqual([]);
  const older = await bring([file('10/05/2565', { mueang: 9, yarang: 8 })], [receipt, later.receipt]);
  expect(older.asked).toEqual([]);
  expect(older.receipt.assumptions).toEqual([{ code: 'round_earlier', rows: 17 }]);
});

it('asks about a round of less than half the households, and of other amphoe', async () => {
  const { receipt } = await bring([file('10/06/2565', { mueang: 20, yarang: 10 })]);
  const { asked, receipt: next } = await bring([file('10/07/2565', { mueang: 14 })], [receipt]);
  const told = {
    asOf: '2022-07-10',
    households: 14,
    before: '2022-06-10',
    householdsBefore: 30,
    missing: ['9410'],
    added: [],
  };
  expect(doubtsOf(asked)).toEqual([
    { code: 'smaller', ...told },
    { code: 'amphoe', ...told },
  ]);
  expect(asked).toMatchObject([{ code: 'round', proposed: 'accept', rows: 14 }]);
  expect(next.assumptions).toEqual([{ code: 'round_accepted', rows: 14 }]);
  expect(await households()).toBe(44);
});

it('asks about rounds of one opening as well, each set against the one before', async () => {
  const { asked } = await bring([file('10/07/2565', { mueang: 9 }), file('10/06/2565', { mueang: 20 })]);
  expect(doubtsOf(asked)).toMatchObject([
    { code: 'smaller', before: '2022-06-10', households: 9, householdsBefore: 20 },
  ]);
});

it('asks about a round of a date that stands already with other content, but not of the same content', async () => {
  const { receipt } = await bring([file('10/06/2565', { mueang: 20 })]);
  const same = await bring([file('10/06/2565', { mueang: 20 })], [receipt]);
  expect(same.asked).toEqual([]);
  const other = await bring([file('10/06/2565', { mueang: 20 }, 'ยังไม่ได้รับการช่วยเหลือ')], [receipt]);
  expect(doubtsOf(other.asked)).toMatchObject([{ code: 'again', households: 20, householdsBefore: 20 }]);
});

it('leaves everything as it was where the round is refused', async () => {
  const { receipt } = await bring([file('10/06/2565', { mueang: 20 })]);
  await expect(bring([file('10/07/2565', { mueang: 3 })], [receipt], 'refuse')).rejects.toMatchObject({
    code: 'file_round_refused',
    detail: { file: '10-07-2565.csv' },
  });
  expect(await households()).toBe(20);
});

it('asks nothing of rounds of a few households', async () => {
  const few = await bring([file('10/08/2565', { mueang: 19 })]);
  expect((await bring([file('10/09/2565', { yarang: 1 })], [few.receipt])).asked).toEqual([]);
});
