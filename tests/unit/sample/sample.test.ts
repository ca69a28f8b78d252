/** Proves the sample files by reading them back with csv-parse: totals, codes, blemishes, rounds, sameness, and the truth fixture. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSample } from '../../../scripts/sample/make.ts';
import type { SampleFile } from '../../../scripts/sample/make.ts';
import { countSample, readAreaNames, readRecords } from '../../../scripts/sample/truth.ts';

type Row = Record<string, string>;
const folder = mkdtempSync(join(tmpdir(), 'sample-'));
const elsewhere = mkdtempSync(join(tmpdir(), 'sample-again-'));
const names = readAreaNames();
let files: readonly SampleFile[];
const rowsByKey = new Map<string, Row[]>();

beforeAll(() => {
  files = makeSample(folder).files;
  for (const row of files) rowsByKey.set(`${row.province}.${row.asOf}`, readRecords(join(folder, row.file)));
});
afterAll(() => {
  for (const made of [folder, elsewhere]) rmSync(made, { recursive: true });
});

const rowsOf = (key: string): Row[] => rowsByKey.get(key) as Row[];
const cell = (row: Row, header: string): string => row[header] as string;
const statusOf = (row: Row): string => cell(row, 'สถานะการช่วยเหลือ');
const codeOf = (row: Row): string => cell(row, 'รหัสตำบล');
const isMunicipal = (row: Row): boolean => cell(row, 'ตำบล').startsWith('เทศบาล');
const shareOf = (rows: Row[], test: (row: Row) => boolean): number => rows.filter(test).length / rows.length;
const dimensionCells = (row: Row): string[] =>
  Object.keys(row)
    .filter((header) => header.startsWith('มิติ'))
    .map((header) => cell(row, header));

const helped = ['ช่วยเหลือแล้ว', 'ได้รับการช่วยเหลือแล้ว'];
const pending = [
  'ยังรอการช่วยเหลือ',
  'รอการช่วยเหลือ',
  'รอความช่วยเหลือ',
  'อยู่ระหว่างดำเนินการ',
  'ช่วยเหลือแล้วบางส่วน',
  'ส่งต่อ ศจพ.จ.',
  'แจ้ง ศจพ.จ.',
];
const out = ['เสียชีวิต', 'ย้าย', 'ย้ายที่อยู่'];
const isIn = (words: string[]) => (row: Row) => words.includes(statusOf(row));

describe('the two totals', () => {
  test('ปัตตานี, 29 มิ.ย. 2565: 15,703 listed, all in need, in 12 amphoe, about half helped', () => {
    const rows = rowsOf('94.2022-06-29');
    expect(rows).toHaveLength(15_703);
    expect(rows.filter(isIn([...helped, ...pending]))).toHaveLength(15_703);
    expect(new Set(rows.map((row) => codeOf(row).slice(0, 4)).filter((code) => names.has(code))).size).toBe(12);
    expect(shareOf(rows, isIn(helped))).toBeGreaterThan(0.47);
    expect(shareOf(rows, isIn(helped))).toBeLessThan(0.53);
    expect(shareOf(rows, isMunicipal)).toBeCloseTo(0.1, 2);
  });

  test('ปทุมธานี, 15 เม.ย. 2565: 2,603 in need of more that are listed, in 7 amphoe', () => {
    const rows = rowsOf('13.2022-04-15');
    expect(rows).toHaveLength(3_103);
    expect(rows.filter(isIn([...helped, ...pending]))).toHaveLength(2_603);
    expect(rows.filter(isIn(['ไม่ต้องการความช่วยเหลือ', 'พัฒนาตนเองได้']))).toHaveLength(430);
    expect(rows.filter(isIn(out))).toHaveLength(70);
    expect(new Set(rows.map((row) => codeOf(row).slice(0, 4))).size).toBe(7);
    expect(shareOf(rows, isMunicipal)).toBeCloseTo(0.31, 2);
    const thanyaburi = new Set(rows.map(codeOf).filter((code) => code.startsWith('1303')));
    expect([...thanyaburi].sort()).toEqual(['130351', '130352', '130353', '130354']);
    expect(new Set(rows.filter(isMunicipal).map(codeOf)).size).toBe(17);
  });
});

describe('every file', () => {
  test('is listed with its size, rows and the opening one first', () => {
    expect(files.map((row) => `${row.province}.${row.asOf}`)).toEqual([
      '94.2022-06-29',
      ...['05-10', '06-10', '07-10', '08-10', '09-10'].map((day) => `94.2022-${day}`),
      ...['04-15', '05-10', '06-10', '07-10', '08-10', '09-10'].map((day) => `13.2022-${day}`),
    ]);
    expect(files.map((row) => row.opening ?? false)).toEqual(files.map((_, index) => index === 0));
    expect(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))).toEqual(files);
    for (const row of files) {
      expect(rowsOf(`${row.province}.${row.asOf}`)).toHaveLength(row.rows);
      expect(statSync(join(folder, row.file)).size).toBe(row.bytes);
      expect(row.bytes).toBeLessThan(10_000_000);
      const hasMark = readFileSync(join(folder, row.file))
        .subarray(0, 3)
        .equals(Buffer.from([0xef, 0xbb, 0xbf]));
      expect(hasMark).toBe(row.province === '13');
    }
  });

  test('has the header that officials know, unique synthetic house codes, known places, one as-of date', () => {
    for (const [key, rows] of rowsByKey) {
      const [province, asOf] = key.split('.') as [string, string];
      const [year, month, day] = asOf.split('-');
      expect(Object.keys(rows[0] as Row).join(',')).toBe(HEADER);
      expect(new Set(rows.map((row) => cell(row, 'ณ วันที่')))).toEqual(
        new Set([`${day}/${month}/${Number(year) + 543}`]),
      );
      expect(new Set(rows.map((row) => cell(row, 'รหัสบ้าน'))).size).toBe(rows.length);
      expect(
        rows.filter((row) => {
          const code = codeOf(row);
          const house = cell(row, 'รหัสบ้าน');
          if (!/^\d{4}99\d{5}$/.test(house) || !house.startsWith(province)) return true;
          if (!cell(row, 'จังหวัด').endsWith(names.get(province) as string)) return true;
          if (code === '' || code === '949901') return false;
          if (house.slice(0, 4) !== code.slice(0, 4)) return true;
          return isMunicipal(row)
            ? Number(code.slice(4)) < 51
            : cell(row, 'ตำบล').replace(/^(ต\.|ตำบล)/, '') !== names.get(code);
        }),
      ).toEqual([]);
    }
  });

  test('has statuses that officials write, and needs that agree with their household', () => {
    const met = [...helped, ...pending, 'ไม่ต้องการความช่วยเหลือ', 'พัฒนาตนเองได้', ...out];
    for (const rows of rowsByKey.values()) {
      expect(rows.filter((row) => !met.includes(statusOf(row)))).toEqual([]);
      expect(shareOf(rows, (row) => dimensionCells(row).every((mark) => ['', '0'].includes(mark)))).toBeCloseTo(
        0.01,
        2,
      );
      const marksOf = (row: Row): string[] => dimensionCells(row).filter((mark) => !['', '0'].includes(mark));
      const hasWords = (row: Row): boolean => marksOf(row).some((mark) => !['✓', '1'].includes(mark));
      const partly = rows.filter((row) => statusOf(row) === 'ช่วยเหลือแล้วบางส่วน' && marksOf(row).length > 1);
      expect(rows.filter((row) => marksOf(row).length > 4)).toEqual([]);
      expect(partly.length).toBeGreaterThan(30);
      expect(rows.filter(hasWords)).toEqual(partly);
      for (const row of partly) {
        expect(marksOf(row)).toContain('ช่วยเหลือแล้ว');
        expect(marksOf(row).some((mark) => ['ยังรอการช่วยเหลือ', 'อยู่ระหว่างดำเนินการ'].includes(mark))).toBe(true);
      }
    }
  });

  test('dates nearly all acts of help, before its as-of date, and only where help has begun', () => {
    for (const [key, rows] of rowsByKey) {
      const begun = isIn([...helped, 'ช่วยเหลือแล้วบางส่วน', 'อยู่ระหว่างดำเนินการ']);
      const wrong = rows.filter(
        (row) =>
          (cell(row, 'หน่วยงานที่ช่วยเหลือ') !== '') !== begun(row) ||
          (cell(row, 'วันที่ช่วยเหลือ') !== '' && !begun(row)) ||
          (cell(row, 'วันที่สำรวจ') !== '') !== (cell(row, 'สถานะการสำรวจ') === 'สำรวจแล้ว') ||
          ['วันที่ช่วยเหลือ', 'วันที่สำรวจ'].some((header) => {
            const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell(row, header)) ?? [];
            const iso = `${Number(year) - 543}-${month}-${day}`;
            return day !== undefined && (iso >= key.slice(3) || iso < '2021-10-01');
          }),
      );
      expect(wrong).toEqual([]);
      const undated = shareOf(rows.filter(begun), (row) => cell(row, 'วันที่ช่วยเหลือ') === '');
      expect(undated).toBeGreaterThan(0.005);
      expect(undated).toBeLessThan(0.025);
    }
  });

  test('plans for some of those who wait, keeps a plan that is done, and names a team for everybody', () => {
    const planned = new Map<string, Set<string>>();
    const plan = ['แผนงาน/โครงการที่วางแผน', 'หน่วยงานตามแผน', 'งบประมาณตามแผน', 'เดือนที่จะดำเนินการ'];
    for (const [key, rows] of [...rowsByKey].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const idle = isIn(['ยังรอการช่วยเหลือ', 'รอการช่วยเหลือ', 'รอความช่วยเหลือ', 'ส่งต่อ ศจพ.จ.', 'แจ้ง ศจพ.จ.']);
      const isPlanned = (row: Row): boolean => plan.every((header) => cell(row, header) !== '');
      expect(rows.filter((row) => !isPlanned(row) && plan.some((header) => cell(row, header) !== ''))).toEqual([]);
      const before = planned.get(key.slice(0, 2)) ?? new Set();
      const lost = rows.filter((row) => before.has(cell(row, 'รหัสบ้าน')) && !isPlanned(row));
      expect(lost.map((row) => cell(row, 'รหัสบ้าน'))).toEqual([]);
      if (before.size > 0) expect(rows.some((row) => isPlanned(row) && !idle(row))).toBe(true);
      planned.set(key.slice(0, 2), new Set(rows.filter(isPlanned).map((row) => cell(row, 'รหัสบ้าน'))));
      expect(shareOf(rows.filter(idle), isPlanned)).toBeGreaterThan(0.2);
      expect(shareOf(rows.filter(idle), isPlanned)).toBeLessThan(0.4);
      expect(rows.filter((row) => !/^ทีม \d$/.test(cell(row, 'ทีมปฏิบัติการตำบล')))).toEqual([]);
      expect(rows.filter((row) => !/^ทีม \d\.\d$/.test(cell(row, 'ทีมพี่เลี้ยง')))).toEqual([]);
    }
  });

  test('records every row within ten days, but for two amphoe of ปัตตานี in August', () => {
    const late = new Map<string, Set<string>>();
    for (const [key, rows] of rowsByKey)
      for (const row of rows) {
        const [day, month, year] = cell(row, 'วันที่บันทึก').split('/').map(Number) as [number, number, number];
        const age = (Date.parse(key.slice(3)) - Date.UTC(year - 543, month - 1, day)) / 86_400_000;
        expect(age).toBeGreaterThanOrEqual(0);
        if (age >= 10) late.set(key, (late.get(key) ?? new Set()).add(cell(row, 'รหัสบ้าน').slice(0, 4)));
      }
    expect(late).toEqual(new Map([['94.2022-08-10', new Set(['9406', '9411'])]]));
  });
});

test('blemishes: as many as the README says, all in ปัตตานี', () => {
  const rows = rowsOf('94.2022-06-29');
  const known = new Set(names.values());
  const bare = (row: Row): string => cell(row, 'ตำบล').replace(/^ต\./, '');
  const withoutCode = rows.filter((row) => codeOf(row) === '');
  const amphoeGiven = withoutCode.filter((row) => cell(row, 'อำเภอ') !== '');
  expect(amphoeGiven.filter((row) => cell(row, 'ตำบล') === '')).toHaveLength(60);
  expect(amphoeGiven.filter((row) => cell(row, 'ตำบล').startsWith('ต.') && known.has(bare(row)))).toHaveLength(40);
  expect(amphoeGiven.filter((row) => cell(row, 'ตำบล') !== '' && !known.has(bare(row)))).toHaveLength(25);
  expect(withoutCode.filter((row) => cell(row, 'อำเภอ') === '')).toHaveLength(20);
  expect(rows.filter((row) => codeOf(row) === '949901')).toHaveLength(5);
  expect(rowsOf('13.2022-04-15').filter((row) => codeOf(row) === '')).toEqual([]);
  const text = readFileSync(join(folder, (files[0] as SampleFile).file), 'utf8');
  for (const dirt of [/,หมู่ [๐-๙],/, /,\d+\/\d+\/65,/, / ,/, /,อำเภอ/, /""/, /[^\r]\n/, /บาท/, /,เมือง,/]) {
    expect(text).toMatch(dirt);
  }
});

describe('rounds', () => {
  const keys = (province: string): string[] => [...rowsByKey.keys()].filter((key) => key.startsWith(province)).sort();

  test.each(['94', '13'])(
    '%s: help grows, who was helped stays so (but 0.3 %), who is out is gone next time',
    (province) => {
      const [first, ...rest] = keys(province) as [string, ...string[]];
      let before = rowsOf(first);
      for (const key of rest) {
        const now = rowsOf(key);
        const byHouse = new Map(now.map((row) => [cell(row, 'รหัสบ้าน'), row]));
        const later = (row: Row): Row | undefined => byHouse.get(cell(row, 'รหัสบ้าน'));
        expect(before.filter((row) => isIn(out)(row) && later(row))).toEqual([]);
        const fallenBack = before.filter((row) => isIn(helped)(row) && later(row) && isIn(pending)(later(row) as Row));
        expect(fallenBack.length).toBeLessThanOrEqual(0.003 * before.length);
        for (const row of fallenBack) expect(cell(later(row) as Row, 'หมายเหตุ')).toContain('ทบทวน');
        const known = new Set(before.map((row) => cell(row, 'รหัสบ้าน')));
        const added = now.filter((row) => !known.has(cell(row, 'รหัสบ้าน')));
        expect(added.length).toBeGreaterThan(0);
        // Who was only not reported comes back as it was.
        for (const row of added)
          if (!(key === '13.2022-09-10' && codeOf(row).startsWith('1307')))
            expect(cell(row, 'ที่มา')).toBe('เพิ่มใหม่ (ภาคสนาม)');
        expect(shareOf(now, isIn(helped))).toBeGreaterThan(shareOf(before, isIn(helped)));
        const surveyed = (row: Row): boolean => cell(row, 'สถานะการสำรวจ') === 'สำรวจแล้ว';
        expect(shareOf(now, surveyed)).toBeGreaterThan(shareOf(before, surveyed));
        before = now;
      }
    },
  );

  test('one amphoe of ปทุมธานี sent nothing for August, and all others always', () => {
    for (const [key, rows] of rowsByKey) {
      const found = new Set(rows.map((row) => cell(row, 'รหัสบ้าน').slice(0, 4)));
      expect(found.size).toBe(key.startsWith('94') ? 12 : key === '13.2022-08-10' ? 6 : 7);
      expect(found.has('1307')).toBe(key.startsWith('13') && key !== '13.2022-08-10');
    }
  });

  test('amphoe differ: some are at 75 %, some at 25 %, and the last still lag in September', () => {
    const reached = (key: string): number[] =>
      [...names.keys()]
        .filter((code) => code.length === 4 && code.startsWith('94'))
        .map((code) => rowsOf(key).filter((row) => codeOf(row).startsWith(code)))
        .map((inside) => shareOf(inside, isIn(helped)));
    expect(Math.max(...reached('94.2022-06-29'))).toBeGreaterThan(0.7);
    expect(Math.min(...reached('94.2022-06-29'))).toBeLessThan(0.3);
    expect(Math.min(...reached('94.2022-09-10'))).toBeLessThan(0.5);
  });
});

describe('making', () => {
  test('gives the same bytes again, in another time zone and language', () => {
    const make = new URL('../../../scripts/sample/make.ts', import.meta.url).href;
    const code = `import(${JSON.stringify(make)}).then(({ makeSample }) => makeSample(${JSON.stringify(elsewhere)}))`;
    execFileSync(process.execPath, ['--import', 'tsx', '--eval', code], {
      env: { ...process.env, TZ: 'America/Los_Angeles', LANG: 'th_TH.UTF-8', LC_ALL: 'th_TH.UTF-8' },
    });
    const again = JSON.parse(readFileSync(join(elsewhere, 'index.json'), 'utf8')) as SampleFile[];
    expect(again).toEqual(files);
  });

  test('is left alone when made, and mends what is missing or cut', () => {
    expect(makeSample(folder).made).toBe(false);
    const victim = join(folder, (files[3] as SampleFile).file);
    writeFileSync(victim, readFileSync(victim).subarray(0, 1000));
    writeFileSync(join(folder, 'logbook-old.csv'), '');
    expect(makeSample(folder)).toEqual({ made: true, files });
    expect(statSync(victim).size).toBe((files[3] as SampleFile).bytes);
    expect(statSync(join(folder, 'logbook-old.csv'), { throwIfNoEntry: false })).toBeUndefined();
  });
});

test('the truth fixture is an independent count of these files', () => {
  const fixture = readFileSync(new URL('../../fixtures/sample-truth.json', import.meta.url), 'utf8');
  expect(JSON.parse(fixture)).toEqual(countSample(folder));
  expect(fixture.length).toBeLessThan(100_000);
});

const HEADER =
  'ลำดับ,ปี,ณ วันที่,รหัสบ้าน,คำนำหน้า,ชื่อ,นามสกุล,บ้านเลขที่,หมู่ที่,หมู่บ้าน,รหัสตำบล,ตำบล,อำเภอ,จังหวัด,จำนวนสมาชิก,เด็ก,ผู้สูงอายุ,ผู้พิการ,ผู้ป่วยติดเตียง,สถานะการสำรวจ,วันที่สำรวจ,ประเภทครัวเรือน,มิติสุขภาพ,มิติความเป็นอยู่,มิติการศึกษา,มิติการมีรายได้,มิติการเข้าถึงการบริการภาครัฐ,ทัศนคติ,ทักษะ,ทรัพยากร,ทางออก,สถานะการช่วยเหลือ,เร่งด่วน,เกินศักยภาพอำเภอ,หน่วยงานที่ช่วยเหลือ,กิจกรรมที่ช่วยเหลือ,วันที่ช่วยเหลือ,งบประมาณ,แผนงาน/โครงการที่วางแผน,หน่วยงานตามแผน,งบประมาณตามแผน,เดือนที่จะดำเนินการ,ทีมปฏิบัติการตำบล,ทีมพี่เลี้ยง,วันที่บันทึก,ที่มา,หมายเหตุ';
