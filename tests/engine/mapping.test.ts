/** Proves that a reader can correct what was understood: headers and words, on the real engine. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../src/engine/rows.ts';
import { answerKey } from '../../src/intake/asking.ts';
import type { ColumnId } from '../../src/model/columns.ts';
import { noCorrections, valueKey, type Corrections } from '../../src/model/correction.ts';
import { headerKey } from '../../src/model/headerrow.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { statuses } from '../../src/model/status.ts';
import { openIntake } from './opened.ts';

const { engine, answer: bring, empty } = await openIntake();
beforeEach(empty);

type Rows = readonly (readonly string[])[];
const file = (rows: Rows, name = 'ปัตตานี 29-06-2565.csv'): File =>
  new File([rows.map((row) => row.join(',')).join('\n') + '\n'], name);

/** How many needs stand in each status. */
async function standing(): Promise<Readonly<Record<string, number>>> {
  const sql = 'select status, count(*) as needs from need group by status order by status';
  const { columns } = await ask<{ status: number; needs: number }>(engine, { sql, params: [] });
  return Object.fromEntries(columns.status.map((code, row) => [statuses[code]?.id, columns.needs[row] ?? 0]));
}
const households = async (): Promise<number> =>
  (await ask<{ rows: number }>(engine, { sql: 'select count(*) as rows from household', params: [] })).columns
    .rows[0] ?? 0;
const columnsOf = (receipt: Receipt): readonly (ColumnId | null)[] =>
  receipt.files[0]?.headers.map(({ column }) => column) ?? [];
const assumed = (receipt: Receipt): Readonly<Record<string, number>> =>
  Object.fromEntries(receipt.assumptions.map(({ code, rows }) => [code, rows]));

const strange: Rows = [
  ['เลขบ้าน', 'ทำเล', 'เขตปกครอง', 'อาการ', 'ผู้ดูแล'],
  ['94010000001', 'รูสะมิแล', 'เมืองปัตตานี', 'ช่วยเหลือแล้ว', 'นายสมมุติ ใจดี'],
  ['94010000002', 'รูสะมิแล', 'เมืองปัตตานี', 'ยังรอการช่วยเหลือ', 'นางสมมุติ ใจดี'],
];
const strangeColumns = ['house_code', 'tambon', 'amphoe', 'status', null] as const;
const strangeAnswers = Object.fromEntries(
  strangeColumns.map((column, at) => [answerKey('columns:0', at), column ?? '']),
);

describe('a file whose headers nobody knows', () => {
  it('asks which column is which, shows cells, and is read as answered', async () => {
    const { receipt, asked } = await bring([file(strange)], { answers: strangeAnswers });
    expect(asked.map(({ id, code, rows }) => `${id} ${code} ${rows}`)).toEqual(['columns:0 columns 2']);
    expect(asked[0]?.header?.map(({ header, column }) => [header, column])).toEqual(
      strange[0]?.map((header) => [header, null]),
    );
    expect(asked[0]?.header?.[1]?.samples).toEqual(['รูสะมิแล']);
    expect(columnsOf(receipt)).toEqual(strangeColumns);
    expect(receipt.rows).toMatchObject({ read: 2, kept: 2 });
    expect(await standing()).toEqual({ helped: 1, waiting: 1 });
    expect(assumed(receipt)).toEqual({ header_corrected: 2 });
  });

  it('shows no cell that is personal or looks so', async () => {
    const { receipt, asked } = await bring([file(strange)], { answers: strangeAnswers });
    const shown = JSON.stringify([asked, receipt.files]);
    expect(shown).not.toContain('ใจดี');
    expect(shown).not.toContain('94010000001');
    expect(receipt.files[0]?.headers[0]?.samples).toEqual(['…001', '…002']);
  });

  it('asks nothing once the headers are known from before', async () => {
    const headers = { [headerKey(strange[0] ?? [])]: strangeColumns };
    const { receipt, asked } = await bring([file(strange)], { corrections: { ...noCorrections, headers } });
    expect(asked).toEqual([]);
    expect(receipt.files[0]).toMatchObject({ headerFrom: 'corrected', headerKey: Object.keys(headers)[0] });
    expect(await standing()).toEqual({ helped: 1, waiting: 1 });
  });

  it('is refused where the answer leaves it without a place, and nothing remains', async () => {
    await expect(bring([file(strange)])).rejects.toMatchObject({ code: 'file_no_known_column' });
    const answers = { ...strangeAnswers, [answerKey('columns:0', 1)]: '', [answerKey('columns:0', 2)]: '' };
    await expect(bring([file(strange)], { answers })).rejects.toMatchObject({
      code: 'file_column_missing',
      detail: { missing: 'place' },
    });
    await expect(bring([file(strange)], { answers: null })).rejects.toMatchObject({ name: 'AbortError' });
    expect(await households()).toBe(0);
  });

  it('is asked about together with no other file, and rows of all are counted once', async () => {
    const plain = file([
      ['รหัสบ้าน', 'ตำบล', 'อำเภอ', 'สถานะการช่วยเหลือ'],
      ['94010000003', 'รูสะมิแล', 'เมืองปัตตานี', 'ช่วยเหลือแล้ว'],
    ]);
    const answers = Object.fromEntries(
      Object.entries(strangeAnswers).map(([key, column]) => [key.replace(':0', ':1'), column]),
    );
    const { receipt, asked } = await bring([plain, file(strange)], { answers });
    expect(asked.map(({ id }) => id)).toEqual(['columns:1']);
    expect(receipt.rows).toMatchObject({ read: 3, kept: 3 });
    expect(await households()).toBe(3);
  });
});

describe('files with the same strange headers', () => {
  it('are asked about once, and a place found wanting is told of the right one', async () => {
    const second: Rows = [strange[0] ?? [], ['94010000004', 'บานา', 'เมืองปัตตานี', 'ช่วยเหลือแล้ว', '']];
    const files = [file(strange), file(second, 'บานา 29-06-2565.csv')];
    const { receipt, asked } = await bring(files, { answers: strangeAnswers });
    expect(asked.map(({ id, file: name, rows }) => `${id} ${name} ${rows}`)).toEqual([
      'columns:0 ปัตตานี 29-06-2565.csv, บานา 29-06-2565.csv 3',
    ]);
    expect(receipt.rows).toMatchObject({ read: 3, kept: 3 });
    expect(assumed(receipt)).toEqual({ header_corrected: 3 });
  });
});

describe('headers in two rows', () => {
  it('are joined where the titles of groups tell what the lower row leaves open', async () => {
    const { receipt, asked } = await bring([
      file([
        ['บัญชีครัวเรือน', '', '', '', '', '', ''],
        ['ที่อยู่', '', '', 'มิติ', '', 'สถานะ', ''],
        ['รหัสบ้าน', 'ตำบล', 'อำเภอ', 'สุขภาพ', 'รายได้', 'การสำรวจ', 'การช่วยเหลือ'],
        ['94010000001', 'รูสะมิแล', 'เมืองปัตตานี', '1', '0', 'สำรวจแล้ว', 'ช่วยเหลือแล้ว'],
        ['94010000002', 'รูสะมิแล', 'เมืองปัตตานี', '1', '1', 'ยังไม่สำรวจ', 'ยังรอการช่วยเหลือ'],
      ]),
    ]);
    expect(asked).toEqual([]);
    expect(columnsOf(receipt)).toEqual(['house_code', 'tambon', 'amphoe', 'health', 'income', 'survey', 'status']);
    expect(receipt.files[0]?.headers[5]?.header).toBe('สถานะ การสำรวจ');
    expect(receipt.rows).toMatchObject({ read: 3, kept: 2, setAside: 1 });
    expect(await standing()).toEqual({ helped: 1, waiting: 2 });
  });

  it('leave a table with one header as it is', async () => {
    const rows: Rows = [
      ['จังหวัดปัตตานี', '', 'สถานะการช่วยเหลือ ณ 29 มิถุนายน 2565', '', ''],
      ['รหัสบ้าน', 'ตำบล', 'อำเภอ', 'ความเห็น', 'สถานะการช่วยเหลือ'],
      ['94010000001', 'รูสะมิแล', 'เมืองปัตตานี', 'ดี', 'ช่วยเหลือแล้ว'],
    ];
    const { receipt } = await bring([file(rows, 'ปัตตานี.csv')]);
    expect(columnsOf(receipt)).toEqual(['house_code', 'tambon', 'amphoe', null, 'status']);
    expect(receipt.files[0]).toMatchObject({ asOf: '2022-06-29', asOfFrom: 'title' });
    expect(receipt.rows).toMatchObject({ read: 2, kept: 1, setAside: 1 });
  });
});

const words: Rows = [
  ['รหัสบ้าน', 'ตำบล', 'อำเภอ', 'มิติสุขภาพ', 'มิติการมีรายได้', 'ประเภทครัวเรือน', 'สถานะการช่วยเหลือ', 'เร่งด่วน'],
  ['94010000001', 'รูสะมิแล', 'เมืองปัตตานี', 'A', '', 'กลุ่ม ก', 'ปิดเคส', 'ใช่'],
  ['94010000002', 'รูสะมิแล', 'เมืองปัตตานี', 'A', 'B', 'กลุ่ม ก', 'ปิดเคส ', 'ใช่'],
  ['94010000003', 'รูสะมิแล', 'เมืองปัตตานี', '1', '', 'สงเคราะห์', 'ยังรอการช่วยเหลือ', 'มากๆ'],
];

describe('words that nobody knows', () => {
  it('stand on top of the receipt with their rows, and every known one with what it became', async () => {
    const { receipt } = await bring([file(words)]);
    const of = (column: ColumnId): readonly string[] =>
      receipt.values
        .filter((value) => value.column === column)
        .map(({ value, rows, option, isUnknown }) => `${value} ${rows} ${option ?? '-'}${isUnknown ? ' ?' : ''}`);
    expect(of('status')).toEqual(['ปิดเคส 2 unknown ?', 'ยังรอการช่วยเหลือ 1 waiting']);
    expect(of('health')).toEqual(['A 2 unknown ?', '1 1 yes']);
    expect(of('income')).toEqual(['B 1 unknown ?', ' 2 no']);
    expect(of('class')).toEqual(['กลุ่ม ก 2 - ?', 'สงเคราะห์ 1 welfare']);
    expect(of('urgent')).toEqual(['มากๆ 1 - ?', 'ใช่ 2 yes']);
    expect(receipt.values.some(({ column }) => column === 'tambon' || column === 'house_code')).toBe(false);
  });

  it('become what the reader says, in figures and in the receipt', async () => {
    const values: Corrections['values'] = {
      status: { [valueKey('ปิดเคส')]: 'helped' },
      health: { [valueKey('A')]: 'yes' },
      income: { [valueKey('B')]: 'yes:in_progress' },
      class: { [valueKey('กลุ่ม ก')]: 'developable' },
      urgent: { [valueKey('มากๆ')]: 'yes' },
    };
    const { receipt } = await bring([file(words)], { corrections: { headers: {}, values } });
    expect(await standing()).toEqual({ waiting: 1, in_progress: 1, helped: 2 });
    const sql = 'select count(*) filter (urgent) as urgent, count(*) filter (class = 1) as developable from household';
    const { columns } = await ask<{ urgent: number; developable: number }>(engine, { sql, params: [] });
    expect([columns.urgent[0], columns.developable[0]]).toEqual([3, 2]);
    expect(receipt.unknownValues).toEqual([]);
    expect(receipt.warnings.filter(({ code }) => code === 'value_unknown')).toEqual([]);
    expect(assumed(receipt)).toEqual({ value_corrected: 8 });
    expect(
      receipt.values
        .filter(({ isCorrected }) => isCorrected)
        .map(({ value }) => value)
        .sort(),
    ).toEqual(['A', 'B', 'กลุ่ม ก', 'ปิดเคส', 'มากๆ'].sort());
  });

  it('can be turned from what a rule makes of them, and an option of another column changes nothing', async () => {
    const values: Corrections['values'] = {
      status: { [valueKey('ยังรอการช่วยเหลือ')]: 'in_progress', [valueKey('ปิดเคส')]: 'welfare' },
    };
    const { receipt } = await bring([file(words)], { corrections: { headers: {}, values } });
    expect(assumed(receipt)).toEqual({ value_corrected: 1 });
    expect((await standing()).in_progress).toBe(1);
    expect(receipt.values.find(({ value }) => value === 'ปิดเคส')).toMatchObject({ rows: 2, isUnknown: true });
  });
});

describe('place names that are not found', () => {
  const rows: Rows = [
    ['รหัสบ้าน', 'ตำบล', 'อำเภอ', 'จังหวัด', 'สถานะการช่วยเหลือ'],
    ['94010000001', 'รูสะมิแล', 'เมืองปัตตานี', 'ปัตตานี', 'ช่วยเหลือแล้ว'],
    ['94010000002', 'รูสะมิเเร', 'เมืองปัตตานี', 'ปัตตานี', 'ช่วยเหลือแล้ว'],
    ['94010000003', 'รูสะมิเเร', 'เมืองปัตตานี', 'ปัตตานี', 'ช่วยเหลือแล้ว'],
    ['94010000004', 'ปุยูด', 'เมืองปัตานี', 'ปัตตานี', 'ช่วยเหลือแล้ว'],
    ['94010000005', 'ไม่มีที่นี่เลย', 'เมืองปัตตานี', 'ปัตตานี', 'ช่วยเหลือแล้ว'],
  ];
  const areas = async (): Promise<readonly number[]> =>
    (await ask<{ area: number }>(engine, { sql: 'select area from household order by household', params: [] })).columns
      .area;
  const told = ({ unplaced = [] }: Receipt): readonly string[] =>
    unplaced.map(({ level, within, name, rows: count, choices, accepted }) =>
      [level, within, name, count, choices.join('/') || '-', accepted ?? '-'].join(' '),
    );

  it('are proposed the nearest ones of their parent, and nothing is taken for them', async () => {
    const { receipt } = await bring([file(rows)]);
    expect(told(receipt)).toEqual([
      'tambon 9401 รูสะมิเเร 2 940110 -',
      'amphoe 94 เมืองปัตานี 1 9401 -',
      'tambon 9401 ไม่มีที่นี่เลย 1 - -',
    ]);
    expect(await areas()).toEqual([940110, 940100, 940100, 940000, 940100]);
  });

  it('stand first among all places as the file writes them, each with its rows and what it was taken for', async () => {
    const { receipt } = await bring([file(rows)]);
    expect(receipt.places?.map(({ written, area, place, rows: count }) => [written, area, place, count])).toEqual([
      ['รูสะมิเเร · เมืองปัตตานี · ปัตตานี', '9401', 'tambon_unknown', 2],
      ['ปุยูด · เมืองปัตานี · ปัตตานี', '94', 'amphoe_unknown', 1],
      ['ไม่มีที่นี่เลย · เมืองปัตตานี · ปัตตานี', '9401', 'tambon_unknown', 1],
      ['รูสะมิแล · เมืองปัตตานี · ปัตตานี', '940110', 'placed', 1],
    ]);
  });

  it('are placed once the reader has chosen, and below an amphoe now known the tambon is looked for anew', async () => {
    const { receipt: before } = await bring([file(rows)]);
    const places = Object.fromEntries(
      (before.unplaced ?? []).flatMap(({ key, choices: [first] }) => (first ? [[key, first]] : [])),
    );
    const { receipt } = await bring([file(rows)], { corrections: { ...noCorrections, places }, firstSnapshot: 2 });
    const sql = 'select area from household where snapshot = 2 order by household';
    const { columns } = await ask<{ area: number }>(engine, { sql, params: [] });
    expect(columns.area).toEqual([940110, 940110, 940110, 940100, 940100]);
    expect(assumed(receipt)).toEqual({ place_corrected: 3 });
    expect(receipt.warnings.filter(({ code }) => code === 'place_unknown').map(({ rows: count }) => count)).toEqual([
      2,
    ]);
    expect(told(receipt)).toContain('tambon 9401 ปุยูด 1 940113 -');
    expect(told(receipt).map((line) => line.split(' ').at(-1))).toEqual(['940110', '9401', '-', '-']);
  });

  it('are listed with their amphoe where a tambon of that name is in several', async () => {
    const twice = file([
      ['รหัสบ้าน', 'ตำบล', 'จังหวัด', 'สถานะการช่วยเหลือ'],
      ['50010000001', 'บ้านหลวง', 'เชียงใหม่', 'ช่วยเหลือแล้ว'],
    ]);
    const { receipt } = await bring([twice]);
    expect(told(receipt)).toEqual(['tambon 50 บ้านหลวง 1 500203/501006 -']);
    expect(await areas()).toEqual([500000]);
  });
});
