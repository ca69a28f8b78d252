/** Proves the form that is sent up: a sheet for each dimension with its own total, sums as numbers, and the same in CSV. */
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { sendUpFile, type SendUp, type SendUpLine } from '../../../src/exports/sendup.ts';
import { textsOf } from '../../../src/i18n/texts.ts';

const line = (more: Partial<SendUpLine>): SendUpLine => ({
  province: 'ปัตตานี',
  amphoe: 'ยะรัง',
  tambon: 'ปิตูมุดี',
  project: 'ซ่อมบ้าน',
  agency: '',
  month: 'ก.ค. 2565',
  households: 3,
  budgetBaht: 1500.5,
  budgets: 2,
  ...more,
});
const plans: SendUp = {
  title: 'จ.ปัตตานี 29 มิ.ย. 2565',
  about: [['ข้อมูล ณ วันที่', '29 มิ.ย. 2565']],
  dimensions: [
    {
      name: 'มิติสุขภาพ',
      lines: [line({}), line({ project: '=1+1', budgetBaht: null, budgets: 0 })],
      // One household has both projects.
      total: { households: 5, budgetBaht: 1500.5, budgets: 2 },
    },
    { name: 'มิติการศึกษา', lines: [line({})], total: { households: 3, budgetBaht: 1500.5, budgets: 2 } },
  ],
};
const texts = textsOf('th').sendup.file;

it('has a sheet for each dimension, its total, and the conditions', async () => {
  const { name, bytes } = await sendUpFile(plans, 'xlsx', 'th');
  expect(name).toBe('แผนส่ง ศจพ.อ. จ.ปัตตานี 29 มิ.ย. 2565.xlsx');
  const book = read(bytes);
  expect(book.SheetNames).toEqual(['มิติสุขภาพ', 'มิติการศึกษา', texts.about]);
  const rows = utils.sheet_to_json<(string | number)[]>(book.Sheets['มิติสุขภาพ']!, { header: 1, defval: '' });
  expect(rows).toEqual([
    texts.columns,
    ['ปัตตานี', 'ยะรัง', 'ปิตูมุดี', 'ซ่อมบ้าน', '', 3, 1500.5, 2, 'ก.ค. 2565'],
    ['ปัตตานี', 'ยะรัง', 'ปิตูมุดี', '=1+1', '', 3, '', 0, 'ก.ค. 2565'],
    [texts.total, '', '', '', '', 5, 1500.5, 2, ''],
  ]);
});

it('is one table in CSV, the dimension first, in which no cell is a formula', async () => {
  const { bytes } = await sendUpFile(plans, 'csv', 'th');
  const rows = parse(Buffer.from(bytes), { bom: true, relax_column_count: true }) as string[][];
  expect(rows[0]).toEqual([texts.dimension, ...texts.columns]);
  expect(rows[2]?.[4]).toBe("'=1+1");
  expect(rows.filter(([dimension]) => dimension === 'มิติการศึกษา')).toHaveLength(2);
  expect(rows.at(-1)).toEqual(plans.about[0]);
});
