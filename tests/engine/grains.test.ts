/** Proves that the same households come out of rows of any grain, that acts join them, and that the reader may say otherwise. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { IntakeQuestion } from '../../src/intake/asking.ts';
import { type ImportOptions } from '../../src/intake/importing.ts';
import type { AreaCode } from '../../src/model/area.ts';
import { noCorrections, type Corrections } from '../../src/model/correction.ts';
import type { Grain } from '../../src/model/grain.ts';
import { headerKey } from '../../src/model/headerrow.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { snapshotKey, type IsoDate } from '../../src/model/snapshot.ts';
import { openIntake } from './opened.ts';

const { bring, linesOf, empty } = await openIntake();
beforeEach(empty);

type Rows = readonly (readonly string[])[];
function file(rows: Rows, name = 'ปัตตานี 29-06-2565.csv'): File {
  const cell = (text: string): string => (text.includes(',') ? `"${text}"` : text);
  return new File([rows.map((row) => row.map(cell).join(',')).join('\n') + '\n'], name);
}
const houses = () =>
  linesOf('select house_code, area, place, class, survey, urgent, over_capacity from household order by house_code');
const needs = () =>
  linesOf('select house_code, dimension, status from need join household using (snapshot, household) order by all');
const persons = () => linesOf('select house_code, persons, elderly from household order by house_code');
const acts = () =>
  linesOf(`select h.snapshot, house_code, a.dimension, agency, activity, date::varchar as date, amount
    from help a join household h using (snapshot, household) order by all`);
const warned = ({ warnings }: Receipt) => Object.fromEntries(warnings.map(({ code, rows }) => [code, rows]));
const said = (rows: Rows, grain: Grain): Corrections => ({
  ...noCorrections,
  grains: { [headerKey(rows[0] ?? [])]: grain },
});

const titles = ['มิติสุขภาพ', 'มิติความเป็นอยู่', 'มิติการศึกษา', 'มิติการมีรายได้', 'มิติการเข้าถึงบริการภาครัฐ'];
const words = ['ยังรอการช่วยเหลือ', 'อยู่ระหว่างดำเนินการ', 'ช่วยเหลือแล้วบางส่วน', 'ช่วยเหลือแล้ว'] as const;
interface House {
  readonly needs: readonly { readonly dimension: number; readonly status: string; readonly member: number }[];
  /** Of a household without a marked dimension. */
  readonly status: string;
  readonly members: number;
  readonly class: string;
  readonly survey: string;
  readonly urgent: string;
}
const house: fc.Arbitrary<House> = fc.record({
  needs: fc.uniqueArray(fc.record({ dimension: fc.nat(4), status: fc.constantFrom(...words), member: fc.nat(4) }), {
    selector: ({ dimension }) => dimension,
    maxLength: 4,
  }),
  status: fc.constantFrom(...words, 'ไม่ต้องการความช่วยเหลือ', 'เสียชีวิต'),
  members: fc.integer({ min: 1, max: 5 }),
  class: fc.constantFrom('พัฒนาได้', 'สงเคราะห์', ''),
  survey: fc.constantFrom('สำรวจแล้ว', 'ยังไม่สำรวจ', ''),
  urgent: fc.constantFrom('เร่งด่วน', 'ไม่เร่งด่วน'),
});
const common = ['รหัสบ้าน', 'รหัสตำบล', 'ประเภทครัวเรือน', 'สถานะการสำรวจ', 'เร่งด่วน'];
const code = (at: number): string => `941000${String(at + 1).padStart(5, '0')}`;
const factsOf = (one: House, at: number): string[] => [
  code(at),
  at % 2 ? '941001' : '940110',
  one.class,
  one.survey,
  one.urgent,
];
const marksOf = (list: House['needs']): string[] =>
  titles.map((_, at) => list.find(({ dimension }) => dimension === at)?.status ?? 'ไม่มี');
const statusOf = ({ needs: list, status }: House): string => (list.length > 0 ? '' : status);

const wide = (all: readonly House[]): Rows => [
  [...common, ...titles, 'สถานะการช่วยเหลือ'],
  ...all.map((one, at) => [...factsOf(one, at), ...marksOf(one.needs), statusOf(one)]),
];
const long = (all: readonly House[]): Rows => [
  [...common, 'มิติ', 'สถานะการช่วยเหลือ'],
  ...all.flatMap((one, at) =>
    one.needs.length > 0
      ? one.needs.map(({ dimension, status }) => [...factsOf(one, at), titles[dimension] ?? '', status])
      : [[...factsOf(one, at), '', one.status]],
  ),
];
const personal = (all: readonly House[]): Rows => [
  [...common, 'ลำดับสมาชิก', ...titles, 'สถานะการช่วยเหลือ'],
  ...all.flatMap((one, at) =>
    Array.from({ length: one.members }, (_, member) => [
      ...factsOf(one, at),
      String(member + 1),
      ...marksOf(one.needs.filter((need) => need.member % one.members === member)),
      // A household is out where all of its members are.
      member === 0 || one.status === 'เสียชีวิต' ? statusOf(one) : '',
    ]),
  ),
];

describe('rows of any grain', () => {
  it('give the same households and needs, and no question', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(house, { minLength: 1, maxLength: 12 }), async (all) => {
        const found: unknown[] = [];
        for (const [grain, rows] of [
          ['wide', wide(all)],
          ['long', long(all)],
          ['person', personal(all)],
        ] as const) {
          await empty();
          const receipt = await bring([file(rows)]);
          expect(receipt.files[0]?.grain).toBe(grain);
          expect(warned(receipt)).not.toHaveProperty('household_repeated');
          found.push({ houses: await houses(), needs: await needs() });
        }
        expect(found[1]).toEqual(found[0]);
        expect(found[2]).toEqual(found[0]);
        expect((await persons()).map((line) => line.split(' ')[1])).toEqual(all.map(({ members }) => String(members)));
      }),
      { numRuns: 10, seed: 20650629 },
    );
  }, 120_000);

  it('may be told by the reader: rows of persons as rows of households, and back', async () => {
    const all: House[] = [{ needs: [], status: 'ช่วยเหลือแล้ว', members: 3, class: '', survey: '', urgent: '' }];
    const rows = personal(all);
    const receipt = await bring([file(rows)], { corrections: said(rows, 'wide'), ask: () => Promise.resolve({}) });
    expect(receipt.files[0]).toMatchObject({ grain: 'wide', grainFrom: 'corrected' });
    expect(warned(receipt)).toMatchObject({ household_repeated: 2 });
    expect(receipt.assumptions).toContainEqual({ code: 'grain_corrected', rows: 3 });
    expect(await persons()).toEqual([`${code(0)} - -`]);
    await empty();
    const again = wide(all);
    const told = await bring([file(again)], { corrections: said(again, 'person') });
    expect(told.files[0]?.grain).toBe('person');
    expect(await persons()).toEqual([`${code(0)} 1 -`]);
  });

  it('are asked for the columns that a grain told by the reader lacks', async () => {
    const rows = wide([{ needs: [], status: 'ช่วยเหลือแล้ว', members: 1, class: '', survey: '', urgent: '' }]);
    const asked: IntakeQuestion[] = [];
    const answering: ImportOptions['ask'] = (questions) => {
      asked.push(...questions);
      return Promise.resolve({ 'columns:0:10': 'activity' });
    };
    const receipt = await bring([file(rows)], { corrections: said(rows, 'help'), ask: answering });
    expect(asked.map(({ code: kind, grain }) => [kind, grain])).toEqual([['columns', 'help']]);
    expect(receipt.files[0]?.grain).toBe('help');
    expect(await needs()).toEqual([`${code(0)} 5 6`]);
    expect((await acts()).length).toBe(1);
  });
});

describe('members of households', () => {
  const header = ['รหัสบ้าน', 'ลำดับสมาชิก', 'รหัสตำบล', 'ผู้สูงอายุ', 'มิติสุขภาพ', 'สถานะการช่วยเหลือ'];
  const member = (seq: string, elderly: string): string[] => [code(0), seq, '941001', elderly, '✓', 'ยังรอการช่วยเหลือ'];

  it('are one person by their number, in whatever file; without one the fuller file counts', async () => {
    const first = file([header, member('1', '✓'), member('2', '')]);
    const second = file([header, member('2', ''), member('3', '✓')], 'เพิ่ม 29-06-2565.csv');
    const receipt = await bring([first, second]);
    expect(await persons()).toEqual([`${code(0)} 3 2`]);
    expect(warned(receipt)).toMatchObject({ person_repeated: 1 });
    await empty();
    const bare = (rows: Rows, name?: string): File => file([header, ...rows], name);
    await bring([bare([member('', '1'), member('', '1')]), bare([member('', '1')], 'อีก 29-06-2565.csv')]);
    expect(await persons()).toEqual([`${code(0)} 2 2`]);
  });

  const lived = ['รหัสบ้าน', 'ลำดับสมาชิก', 'รหัสตำบล', 'มิติสุขภาพ', 'สถานะการช่วยเหลือ'];
  it('who died take no household with them, unless all did', async () => {
    const row = (code: string, member: string, status: string): readonly string[] => [
      code,
      member,
      '940101',
      '✓',
      status,
    ];
    const receipt = await bring([
      file([
        lived,
        row('94010000001', '1', 'เสียชีวิต'),
        row('94010000001', '2', 'ยังรอการช่วยเหลือ'),
        row('94010000002', '1', 'เสียชีวิต'),
        row('94010000002', '2', 'เสียชีวิต'),
        row('94010000003', '1', 'ช่วยเหลือแล้ว'),
        row('94010000003', '2', 'ย้ายออก'),
      ]),
    ]);
    expect(receipt.rows).toMatchObject({ read: 6, kept: 6 });
    expect(await needs()).toEqual(['94010000001 0 1', '94010000002 0 7', '94010000003 0 5']);
  });

  it('bear one act of help where each of their rows tells it, and two where two tell theirs', async () => {
    const header = [...lived, 'หน่วยงานที่ช่วยเหลือ', 'กิจกรรมที่ช่วยเหลือ', 'วันที่ช่วยเหลือ'];
    const row = (code: string, member: string, act: string): readonly string[] => [
      code,
      member,
      '940101',
      '✓',
      'ช่วยเหลือแล้ว',
      'พมจ.',
      act,
      '01/06/2565',
    ];
    await bring([
      file([
        header,
        row('94010000001', '1', 'ซ่อมบ้าน'),
        row('94010000001', '2', 'ซ่อมบ้าน'),
        row('94010000002', '1', 'มอบรถเข็น'),
        row('94010000002', '2', 'มอบแว่นตา'),
      ]),
    ]);
    expect((await acts()).map((line) => line.split(' ').slice(1, 5))).toEqual([
      ['94010000001', '0', 'social_development', 'ซ่อมบ้าน'],
      ['94010000002', '0', 'social_development', 'มอบรถเข็น'],
      ['94010000002', '0', 'social_development', 'มอบแว่นตา'],
    ]);
  });

  it('are not summed where a column counts for the household', async () => {
    await bring([file([header, member('1', '2'), member('2', '2'), member('3', '2')])]);
    expect(await persons()).toEqual([`${code(0)} 3 2`]);
  });
});

describe('acts of help', () => {
  const act = ['วันที่ช่วยเหลือ', 'รหัสบ้าน', 'มิติ', 'หน่วยงานที่ช่วยเหลือ', 'กิจกรรมที่ช่วยเหลือ', 'งบประมาณ'];
  const help: Rows = [
    ['12/05/2565', code(0), 'สุขภาพ', 'สสจ.', 'เยี่ยมบ้าน', ''],
    ['13/05/2565', code(0), 'รายได้', 'พช.', 'มอบพันธุ์ไก่', '3000'],
    ['14/05/2565', code(1), '', 'อปท.', 'ซ่อมบ้าน', '20000'],
    ['15/05/2565', '94100099999', 'การศึกษา', 'ศธจ.', 'มอบทุน', '500'],
  ];
  const list = wide(
    words.map((status): House => ({
      needs: [{ dimension: 0, status, member: 0 }],
      status,
      members: 1,
      class: 'พัฒนาได้',
      survey: '',
      urgent: '',
    })),
  );

  it('are the same in any order of rows and of files', async () => {
    await bring([file(list), file([act, ...help], 'บันทึก.csv')]);
    const expected = { acts: await acts(), houses: await houses(), needs: await needs() };
    expect(expected.acts).toHaveLength(4);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...help], { minLength: 4 }),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        async (order, cut, isFirst) => {
          await empty();
          const parts = [file([act, ...order.slice(0, cut)], 'ก.csv'), file([act, ...order.slice(cut)], 'ข.csv')];
          const receipt = await bring(isFirst ? [...parts, file(list)] : [file(list), ...parts]);
          expect(receipt.snapshots).toHaveLength(1);
          expect({ acts: await acts(), houses: await houses(), needs: await needs() }).toEqual(expected);
        },
      ),
      { numRuns: 12, seed: 20650629 },
    );
  }, 60_000);

  it('change no status, raise no question, and say what they disagree with', async () => {
    await bring([file(list)]);
    const before = await needs();
    await empty();
    const receipt = await bring([file([act, ...help], 'บันทึก 1-7-2565.csv'), file(list)]);
    expect((await needs()).filter((line) => !line.startsWith('94100099999'))).toEqual(before);
    expect((await needs()).filter((line) => line.startsWith('94100099999'))).toEqual(['94100099999 2 6']);
    // The first household waits for help with its health, and help with its health is recorded; its income has no need.
    expect(warned(receipt)).toMatchObject({ act_while_waiting: 2, household_from_help: 1 });
    expect(receipt.files[0]).toMatchObject({ grain: 'help', asOf: '2022-06-29', asOfFrom: 'households' });
    expect(receipt.assumptions).toContainEqual({ code: 'province_of_house_code', rows: 4 });
    expect(receipt.rows).toMatchObject({ read: 8, kept: 8 });
  });

  it('a house that only a plan names is warned of as one of a plan', async () => {
    const plans: Rows = [
      ['รหัสบ้าน', 'แผนงาน/โครงการ', 'หน่วยงานตามแผน'],
      ['94100088888', 'ซ่อมบ้าน', 'พมจ.'],
    ];
    const receipt = await bring([file(plans, 'แผน.csv'), file(list)]);
    expect(warned(receipt)).toMatchObject({ household_from_plan: 1 });
    expect(warned(receipt)).not.toHaveProperty('household_from_help');
    expect(receipt.files[0]).toMatchObject({ grain: 'plan' });
  });

  it('go to the latest snapshot of their province among the files, else among those that are open', async () => {
    const later = file(list, 'ปัตตานี 29-07-2565.csv');
    const receipt = await bring([file([act, ...help], 'บันทึก 1-7-2565.csv'), later, file(list)]);
    expect(receipt.snapshots.map(({ snapshot, isActs }) => `${snapshotKey(snapshot)} ${isActs}`)).toEqual([
      '94.2022-06-29 false',
      '94.2022-07-29 false',
    ]);
    expect(new Set((await acts()).map((line) => line.split(' ')[0]))).toEqual(new Set(['2']));
    await empty();
    const open = ['2022-07-29', '2022-08-29', '2022-05-29'].map((asOf) => ({
      province: '94' as AreaCode,
      asOf: asOf as IsoDate,
    }));
    const alone = await bring([file([act, ...help], 'บันทึก.csv')], { open });
    expect(alone.snapshots.map(({ snapshot, isActs }) => `${snapshotKey(snapshot)} ${isActs}`)).toEqual([
      '94.2022-08-29 true',
    ]);
  });

  it('alone make a snapshot of their own date, asked where it is not told', async () => {
    const asked: string[] = [];
    const receipt = await bring([file([act, ...help], 'บันทึก.csv')], {
      ask: (questions) => {
        asked.push(...questions.map(({ id, proposed }) => `${id} ${proposed}`));
        return Promise.resolve({});
      },
    });
    expect(asked).toEqual(['as_of:0 2022-05-15']);
    expect(receipt.snapshots[0]).toMatchObject({ households: 3, isActs: true });
    expect(warned(receipt)).toMatchObject({ household_from_help: 4 });
  });
});
