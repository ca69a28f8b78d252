/** Proves that households of one row, made the short way, are what the long way makes of them: rows, warnings and receipt. */
import fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import { ask } from '../../src/engine/rows.ts';
import { HouseCodes } from '../../src/files/housecodes.ts';
import { importFiles } from '../../src/intake/importing.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { tables } from '../../src/model/rows.ts';
import type { IsoDate } from '../../src/model/snapshot.ts';
import { openIntake } from './opened.ts';

const { engine, gazetteer } = await openIntake();
const run = (sql: string): Promise<void> => engine.run({ sql, params: [] });
beforeEach(() => void vi.restoreAllMocks());

const cells = {
  ณวันที่: ['29/06/2565', '29/06/2565', '29/06/2565', '10/06/2565'],
  รหัสตำบล: ['941001', '941001', '940901', '940101', '130101', '', '999999'],
  หมู่ที่: ['3', 'หมู่ ๔', '', '999'],
  หมู่บ้าน: ['บ้านโคก', 'ชุมชนริมน้ำ', '', '-'],
  ที่มา: ['มีในระบบ (นำเข้า)', 'เพิ่มใหม่ (ภาคสนาม)', '', 'ไม่ทราบ', 'แปลก'],
  วันที่สำรวจ: ['01/05/2565', '๒ พ.ค. ๖๕', ''],
  วันที่บันทึก: ['10/06/2565', '9/5/65', ''],
  บ้านเลขที่: ['1', '2/3', '27-ม.ค.', ''],
  จำนวนสมาชิก: ['1', '4', '', 'สาม'],
  ผู้สูงอายุ: ['0', '2', ''],
  ประเภทครัวเรือน: ['พัฒนาได้', 'สงเคราะห์', 'พัฒนาตนเองได้', '', 'แปลก'],
  มิติสุขภาพ: ['✓', '', 'ช่วยเหลือแล้ว', 'รอการช่วยเหลือ', 'ไม่มี', '??'],
  มิติการศึกษา: ['✓', '', 'ช่วยเหลือแล้วบางส่วน'],
  มิติการมีรายได้: ['✓', ''],
  สถานะการช่วยเหลือ: ['รอการช่วยเหลือ', 'ช่วยเหลือแล้ว', 'อยู่ระหว่างดำเนินการ', '', 'เสียชีวิต', 'ข้อมูลซ้ำ', 'ไม่ต้องการความช่วยเหลือ'],
  การสำรวจ: ['สำรวจแล้ว', 'ยังไม่ได้สำรวจ', 'ย้ายออก', ''],
  เร่งด่วน: ['เร่งด่วน', 'ไม่เร่งด่วน', ''],
  หน่วยงานที่ช่วยเหลือ: ['พมจ.', 'อบต.', ''],
  กิจกรรมที่ช่วยเหลือ: ['ปรับปรุงบ้าน', '', '-'],
  วันที่ช่วยเหลือ: ['01/06/2565', '01/06/2560', '30/08/2565', ''],
  จำนวนเงิน: ['1000', '0', ''],
  ประเภทการช่วยเหลือ: ['เงินช่วยเหลือ', '', '', 'แปลก'],
  โครงการที่วางแผน: ['บ้านมั่นคง', '', '', '-'],
  หน่วยงานตามแผน: ['พมจ.', 'วัด', '', ''],
  งบประมาณตามแผน: ['2000', '', ''],
  เดือนตามแผน: ['ก.ค. 65', '', '', 'เร็วๆ นี้'],
  ทีมปฏิบัติการ: ['ทีม 3', ''],
  ทีมพี่เลี้ยง: ['ทีม 3.1', ''],
  ทัศนคติ: ['มองโลกในแง่ดี', 'ท้อแท้ ไม่มีกำลังใจ;อื่นๆ', '', '-'],
  ทรัพยากร: ['มีพาหนะ; ไม่มีที่ดินทำกิน', 'เรือประมงเก่า', ''],
  ทางออก: ['ต้องการทุนประกอบอาชีพ', ''],
} as const;
const headers = ['รหัสบ้าน', ...Object.keys(cells)];
/** Most have a code of their own; others share one, or have none that says which house it is. */
const house = fc.oneof(
  { weight: 9, arbitrary: fc.constant(null) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '94100000001',
      '94100000002',
      '',
      '00000000000',
      '๙๔๑๐๐๐๐๐๐๐๓',
      '94100000003',
      '9410-0000004',
      '94100000004',
      '12',
    ),
  },
);
const row = fc.tuple(house, ...Object.values(cells).map((some) => fc.constantFrom<string[]>(...some)));
const files = fc.array(row, { minLength: 60, maxLength: 120 }).map((rows) => {
  const lines = rows.map(([code, ...rest], at) => [code ?? String(95_000_000_000 + at * 7), ...rest].join(','));
  return `${[headers.join(','), ...lines].join('\n')}\n`;
});

interface Outcome {
  readonly receipt: Receipt;
  readonly rows: unknown;
}

async function bring(text: string): Promise<Outcome> {
  for (const table of Object.keys(tables)) await run(`delete from ${table}`);
  const receipt = await importFiles([new File([text], 'ครัวเรือน.csv')], {
    engine,
    gazetteer,
    firstSnapshot: 1,
    ask: (questions) => Promise.resolve(Object.fromEntries(questions.map(({ id, proposed }) => [id, proposed ?? '']))),
    today: '2022-12-31' as IsoDate,
  });
  const rows: unknown[] = [];
  for (const table of ['household', 'need', 'help', 'plan', 'trait', 'place_name'] as const) {
    const days = Object.entries(tables[table]).flatMap(([column, type]) => (type === 'DATE' ? [column] : []));
    const written = days.map((column) => `${column}::varchar as ${column}`);
    const sql = `select * replace (${written.join(', ') || 'snapshot as snapshot'}) from ${table} order by all`;
    rows.push(await ask(engine, { sql, params: [] }));
  }
  return { receipt, rows };
}

it('gives the same households, needs, acts, warnings and receipt', async () => {
  let alone = 0;
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(files, async (text) => {
      const short = await bring(text);
      const spy = vi.spyOn(HouseCodes.prototype, 'again', 'get').mockReturnValue(null);
      const long = await bring(text);
      spy.mockRestore();
      for (const { code } of short.receipt.warnings) met.add(code);
      alone += short.receipt.rows.kept;
      expect(short.rows).toEqual(long.rows);
      expect(short.receipt).toEqual(long.receipt);
    }),
    { numRuns: 7, seed: 20220629, endOnFailure: true },
  );
  expect(alone).toBeGreaterThan(400);
  // What the short way tells by itself must have been met, or nothing is proven of it.
  for (const code of [
    'helped_without_act',
    'act_while_waiting',
    'self_reliant_waiting',
    'date_after_as_of',
    'date_before_year',
  ])
    expect(met).toContain(code);
  for (const code of ['household_repeated', 'key_missing', 'place_blank']) expect(met).toContain(code);
}, 120_000);
