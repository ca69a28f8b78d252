/** Proves what intake keeps for following progress: visits and records, how a household came and left, where it lies, what is planned. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../src/engine/rows.ts';
import { aspects } from '../../src/model/aspect.ts';
import { helpKinds } from '../../src/model/helpkind.ts';
import { outReasons, sources } from '../../src/model/household.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { openIntake } from './opened.ts';

const { engine, bring: importAll, linesOf, empty } = await openIntake();
beforeEach(empty);

const name = 'ปัตตานี 29-06-2565.csv';
const house = (n: number): string => `9410000000${n}`;
/** A file of objects: a blank where a row lacks a header. */
function file(rows: readonly Readonly<Record<string, string>>[], named = name): File {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))];
  return new File([`${lines.map((line) => line.map(cell).join(',')).join('\n')}\n`], named);
}
const bring = (...files: readonly File[]): Promise<Receipt> => importAll(files);
const select = (sql: string): Promise<readonly string[]> => linesOf(sql, ' | ');
const base = { รหัสตำบล: '941001', สถานะการช่วยเหลือ: 'ยังรอการช่วยเหลือ' };
const warned = ({ warnings }: Receipt) =>
  Object.fromEntries(warnings.map(({ column, code, rows }) => [`${column} ${code}`, rows]));

describe('a household', () => {
  it('keeps when it was visited and recorded, and the latest record of its rows', async () => {
    await bring(
      file([
        { รหัสบ้าน: house(1), ...base, วันที่สำรวจ: '3 พ.ค. 65', อัปเดตล่าสุด: '09/06/2565 10:15' },
        { รหัสบ้าน: house(2), ...base, มิติ: 'สุขภาพ', วันที่สำรวจ: '05/05/2565', อัปเดตล่าสุด: '01/06/2565' },
        { รหัสบ้าน: house(2), ...base, มิติ: 'รายได้', วันที่สำรวจ: '04/05/2565', อัปเดตล่าสุด: '20/06/2565' },
        { รหัสบ้าน: house(3), ...base, วันที่สำรวจ: '31/02/2565', อัปเดตล่าสุด: '-' },
      ]),
    );
    const sql = 'select house_code, surveyed_on::varchar, updated_on::varchar from household order by house_code';
    expect(await select(sql)).toEqual([
      `${house(1)} | 2022-05-03 | 2022-06-09`,
      `${house(2)} | 2022-05-04 | 2022-06-20`,
      `${house(3)} | - | -`,
    ]);
  });

  it('tells how it came and why it left', async () => {
    const row = (n: number, source: string, status: string, survey = '') => ({
      ...base,
      รหัสบ้าน: house(n),
      ที่มา: source,
      สถานะการช่วยเหลือ: status,
      สถานะการสำรวจ: survey,
    });
    const receipt = await bring(
      file([
        row(1, 'มีในระบบ (นำเข้า)', 'เสียชีวิต'),
        row(2, 'เพิ่มใหม่ (ภาคสนาม)', 'ย้ายไปต่างจังหวัด'),
        row(3, 'ครัวเรือนตกหล่น/ครัวเรือนใหม่', 'ยังรอการช่วยเหลือ', 'ย้ายถิ่นฐาน'),
        row(4, 'นอก จปฐ.', 'ครัวเรือนซ้ำ'),
        row(5, '-', 'ช่วยเหลือแล้ว'),
        row(6, 'ไม่รู้จักที่มานี้', 'เสียชีวิต ข้อมูลซ้ำ'),
      ]),
    );
    const sql = 'select source, out_reason from household order by house_code';
    const found = await ask<{ source: number; out_reason: number }>(engine, { sql, params: [] });
    expect(found.columns.source.map((code) => sources[code]?.id)).toEqual([
      'listed',
      'added',
      'added',
      'added',
      'unknown',
      'unknown',
    ]);
    expect(found.columns.out_reason.map((code) => outReasons[code]?.id)).toEqual([
      'died',
      'unknown',
      'moved',
      'duplicate',
      'unknown',
      'other',
    ]);
    expect(warned(receipt)).toMatchObject({ 'status value_unknown': 1, 'source value_unknown': 1 });
  });

  it('keeps where it lies within its tambon', async () => {
    await bring(
      file([
        { รหัสบ้าน: house(1), ...base, บ้านเลขที่: ' ๑๒/๓ ', หมู่ที่: 'หมู่ ๔', หมู่บ้าน: 'บ้านโคก' },
        { รหัสบ้าน: house(2), ...base, บ้านเลขที่: '-', หมู่ที่: '-', หมู่บ้าน: 'ไม่ระบุ' },
        { ...base, บ้านเลขที่: '7', หมู่ที่: '2', หมู่บ้าน: 'ริมน้ำ' },
        { ...base, บ้านเลขที่: '7', หมู่ที่: '2', หมู่บ้าน: 'ริมน้ำ' },
      ]),
    );
    expect(await select('select house_no, moo, village from household order by household')).toEqual([
      '12/3 | 4 | บ้านโคก',
      '- | 0 | -',
      '7 | 2 | ริมน้ำ',
    ]);
  });
});

const traits = () =>
  select(`select house_code, case aspect ${aspects.map(({ id }, code) => `when ${code} then '${id}'`).join(' ')} end as aspect, value
    from trait join household using (snapshot, household) order by house_code, trait.aspect, value`);

describe('the four ท', () => {
  it('are the values known, each once, and else what is written', async () => {
    const receipt = await bring(
      file([
        {
          รหัสบ้าน: house(1),
          ...base,
          ทัศนคติ: 'เชื่อมั่นในตนเอง ,มองโลกในแง่ดี\nมองโลกในแง่ดี',
          ทักษะ: 'ทักษะงานฝีมือ/หัตถกรรม, ขาดทักษะการค้าขาย',
          ทรัพยากร: 'เช่าบ้าน/อาศัยบ้านผู้อื่น; ไม่มีที่ดินทำกิน, มีพาหนะ/มีสัตว์เลี้ยง',
          'ทางออก(ความต้องการ)': '1. ต้องการทุนประกอบอาชีพ\n2. อยากซ่อมแซมบ้านก่อนหน้าฝน, - , ไม่ระบุ',
        },
        { รหัสบ้าน: house(2), ...base, ทัศนคติ: '-', ทักษะ: '', ทรัพยากร: ' เรือประมงเก่า ', 'ทางออก(ความต้องการ)': 'ไม่มี' },
      ]),
    );
    expect(await traits()).toEqual(
      [
        'attitude | confident',
        'attitude | optimistic',
        'skill | craft',
        'skill | ขาดทักษะการค้าขาย',
        'resource | animals',
        'resource | no_home',
        'resource | no_land',
        'resource | vehicle',
        'solution | capital',
        'solution | housing',
      ]
        .map((trait) => `${house(1)} | ${trait}`)
        .concat(`${house(2)} | resource | เรือประมงเก่า`),
    );
    // What is written freely may name a person, so the receipt quotes none of it.
    expect(JSON.stringify({ ...receipt, files: [] })).not.toContain('เรือประมงเก่า');
  });

  it('of several rows and files are the household’s, each once', async () => {
    await bring(
      file([
        { รหัสบ้าน: house(1), ...base, ทัศนคติ: 'อื่นๆ' },
        { รหัสบ้าน: house(1), ...base, ทัศนคติ: 'อื่น ๆ, ท้อแท้' },
      ]),
      file([{ รหัสบ้าน: house(1), ...base, ทัศนคติ: 'ท้อแท้' }], 'อีกไฟล์ 29-06-2565.csv'),
    );
    expect(await traits()).toEqual([`${house(1)} | attitude | discouraged`, `${house(1)} | attitude | other`]);
  });
});

const plans = () =>
  select(`select h.snapshot, house_code, p.dimension, project, agency, budget, month::varchar as month
    from plan p join household h using (snapshot, household) order by all`);
const plan = (project: string, agency: string, budget: string, month: string) => ({
  'แผนงาน/โครงการที่วางแผน': project,
  หน่วยงานตามแผน: agency,
  งบประมาณตามแผน: budget,
  เดือนที่จะดำเนินการ: month,
});

describe('plans', () => {
  it('stand in a file of households, beside acts of help and apart from them', async () => {
    const act = { กิจกรรมที่ช่วยเหลือ: 'มอบถุงยังชีพ', งบประมาณ: '500', หน่วยงานที่ช่วยเหลือ: 'กาชาด' };
    const receipt = await bring(
      file([
        { รหัสบ้าน: house(1), ...base, มิติสุขภาพ: '✓', ...act, ...plan('เยี่ยมบ้าน', 'สสจ.', '๑,๐๐๐ บาท', 'ส.ค. 65') },
        { รหัสบ้าน: house(2), ...base, มิติสุขภาพ: '✓', มิติการศึกษา: '✓', ...plan('', 'วัดใกล้บ้าน', '', '08/2565') },
        { รหัสบ้าน: house(3), ...base, ...plan('-', '', '0', 'เร็วๆ นี้') },
      ]),
    );
    expect(await plans()).toEqual([
      `1 | ${house(1)} | 0 | เยี่ยมบ้าน | health_office | 1000 | 2022-08-01`,
      `1 | ${house(2)} | 5 | - | วัดใกล้บ้าน | - | 2022-08-01`,
    ]);
    expect(await select('select activity, agency, amount, kind from help')).toEqual([
      `มอบถุงยังชีพ | red_cross | 500 | ${helpKinds.findIndex(({ id }) => id === 'goods')}`,
    ]);
    expect(warned(receipt)).toMatchObject({ 'planned_month date_impossible': 1 });
  });

  it('in a file of their own join the households by their code, and never change a status', async () => {
    const households = file([
      { รหัสบ้าน: house(1), ...base, มิติสุขภาพ: '✓', มิติการมีรายได้: '✓' },
      { รหัสบ้าน: house(2), ...base, สถานะการช่วยเหลือ: 'ช่วยเหลือแล้ว' },
    ]);
    const own = file(
      [
        { รหัสบ้าน: house(1), มิติ: 'รายได้', ...plan('ฝึกอาชีพ', 'พช.', '3000', 'กันยายน 2565') },
        { รหัสบ้าน: house(1), มิติ: 'สุขภาพ', ...plan('กายภาพบำบัด', 'รพ.สต.', '', '2565-07') },
        { รหัสบ้าน: house(3), มิติ: 'รายได้', ...plan('ทุนหมุนเวียน', 'พช.', '5000', '') },
      ],
      'แผนส่งอำเภอ.csv',
    );
    const receipt = await bring(households, own);
    expect(receipt.files.map(({ grain, asOfFrom }) => `${grain} ${asOfFrom}`)).toEqual([
      'wide name',
      'plan households',
    ]);
    expect(receipt.rows).toMatchObject({ read: 5, kept: 5, quarantined: 0 });
    expect(await plans()).toEqual([
      `1 | ${house(1)} | 0 | กายภาพบำบัด | health_centre | - | 2022-07-01`,
      `1 | ${house(1)} | 3 | ฝึกอาชีพ | community_development | 3000 | 2022-09-01`,
      `1 | ${house(3)} | 3 | ทุนหมุนเวียน | community_development | 5000 | -`,
    ]);
    expect(await select('select count(*) as acts from help')).toEqual(['0']);
    const standing = `select house_code, acts_only, dimension, status from household join need using (snapshot, household) order by all`;
    expect(await select(standing)).toEqual([
      `${house(1)} | false | 0 | 1`,
      `${house(1)} | false | 3 | 1`,
      `${house(2)} | false | 5 | 5`,
      `${house(3)} | true | 3 | 6`,
    ]);
  });

  it('are said once of a house whose every member has them', async () => {
    const row = { รหัสบ้าน: house(1), ...base, ...plan('เยี่ยมบ้าน', 'สสจ.', '', '') };
    await bring(file(['1', '2', '3'].map((member) => ({ ...row, ลำดับสมาชิก: member }))));
    expect(await plans()).toHaveLength(1);
  });
});

it('keeps who sees to a household, and what kind of help it had', async () => {
  const row = (n: number, activity: string, kind = '') => ({
    รหัสบ้าน: house(n),
    ...base,
    ทีมปฏิบัติการ: `ทีม ${n}`,
    พี่เลี้ยง: n === 1 ? '-' : `ทีม ${n}.1`,
    กิจกรรมที่ช่วยเหลือ: activity,
    ประเภทการช่วยเหลือ: kind,
  });
  await bring(
    file([
      row(1, 'ซ่อมแซมบ้านและห้องน้ำ'),
      row(2, 'มอบทุนการศึกษา', 'สิ่งของ'),
      row(3, 'ประชุมวางแผน'),
      row(4, 'มอบเมล็ดพันธุ์, ปุ๋ย', 'แปลกประหลาด'),
    ]),
  );
  const sql = 'select team, mentor, kind from household join help using (snapshot, household) order by household';
  const code = (id: string): number => helpKinds.findIndex((kind) => kind.id === id);
  expect(await select(sql)).toEqual([
    `ทีม 1 | - | ${code('housing')}`,
    `ทีม 2 | ทีม 2.1 | ${code('goods')}`,
    `ทีม 3 | ทีม 3.1 | 0`,
    `ทีม 4 | ทีม 4.1 | ${code('occupation')}`,
  ]);
});
