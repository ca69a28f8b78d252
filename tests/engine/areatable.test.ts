/** Proves tables of areas on the real engine: what is read, what is kept apart, what is told of which area. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../src/engine/rows.ts';
import { cleanFigure } from '../../src/intake/clean-number.ts';
import { dropReference } from '../../src/intake/dropping.ts';
import { type SourceFile } from '../../src/intake/importing.ts';
import type { AreaCode } from '../../src/model/area.ts';
import { areaFigures, type AreaFigureId } from '../../src/model/areafigure.ts';
import { grainOf } from '../../src/model/grain.ts';
import { mapHeaders } from '../../src/model/headers.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { ReferenceBook, references, type ReferenceRow } from '../../src/queries/references.ts';
import { openIntake } from './opened.ts';

const folder = new URL('../fixtures/area/', import.meta.url);
const tpmap = '66_94_amphur_11111.csv';
const perTambon = 'จำนวนครัวเรือนต่อตำบล.csv';
const { engine, gazetteer, bring, empty } = await openIntake();
beforeEach(empty);

const fixture = (name: string): SourceFile => new File([readFileSync(new URL(name, folder))], name);
const csv = (name: string, ...lines: readonly string[]): SourceFile => new File([`${lines.join('\n')}\n`], name);
async function book(province = '94'): Promise<ReferenceBook> {
  return new ReferenceBook(await ask<ReferenceRow>(engine, references(province as AreaCode)), gazetteer);
}
async function told(figure: AreaFigureId, area: string): Promise<number | null> {
  return (await book(area.slice(0, 2))).told(figure, area as AreaCode)?.value ?? null;
}
const adds = ({ rows: { read, kept, quarantined, setAside } }: Receipt): boolean =>
  read === kept + quarantined + setAside;

describe('a table of areas', () => {
  it('as TPMAP writes it is read whole, without a question', async () => {
    const receipt = await bring([fixture(tpmap)]);
    expect(receipt.rows).toEqual({ read: 12, kept: 12, quarantined: 0, setAside: 0, warned: 0 });
    expect(receipt.files[0]).toMatchObject({ grain: 'area', asOf: null, asOfFrom: 'none' });
    expect(receipt.snapshots).toEqual([]);
    const [table] = receipt.tables ?? [];
    expect(table).toMatchObject({ number: 1, file: 0, year: 2023 });
    expect(table?.figures).toContainEqual({ figure: 'target_poor_accessibility', level: 'amphoe', areas: 12 });
    expect(table?.figures).toHaveLength(10);
    // The indicators are known, and left in the file.
    const unread = receipt.files[0]?.headers.filter(({ column }) => column === 'area_indicators');
    expect(unread).toHaveLength(31);
    const line = readFileSync(new URL(tpmap, folder), 'utf8').split('\n')[1]?.split(',') ?? [];
    expect(line[1]).toBe('9401');
    expect(await told('poor_households', '9401')).toBe(Number(line[2]));
    expect(await told('target_poor_accessibility', '9401')).toBe(Number(line[10]));
    expect(await told('target_poor_rate', '9401')).toBeCloseTo(Number(line[11]) / 100, 10);
  });

  it('of provinces gives each province its own figures, and no other area any', async () => {
    const receipt = await bring([fixture('66_province_11111.csv')]);
    expect(receipt.rows).toMatchObject({ read: 4, kept: 4, warned: 0 });
    const line = readFileSync(new URL('66_province_11111.csv', folder), 'utf8')
      .split('\n')
      .map((row) => row.split(','))
      .find(([, code]) => code === '13');
    expect(await told('poor_persons', '13')).toBe(Number(line?.[3]));
    expect(await told('poor_persons', '1301')).toBeNull();
  });

  it('of tambon adds up to their amphoe and province, its total row set aside', async () => {
    const receipt = await bring([fixture(perTambon)]);
    expect(receipt.rows).toMatchObject({ read: 117, kept: 115, quarantined: 0, setAside: 2 });
    expect(receipt.tables?.[0]).toMatchObject({ year: 2022 });
    const rows = readFileSync(new URL(perTambon, folder), 'utf8')
      .split('\n')
      .map((row) => /^\d+,(\d{6}),[^,]*,[^,]*,"([\d,]+)","([\d,]+)"$/.exec(row))
      .filter((match) => match !== null);
    const sum = (prefix: string, column: number): number =>
      rows
        .filter(([, code = '']) => code.startsWith(prefix))
        .reduce((total, match) => total + Number((match[column] ?? '').replaceAll(',', '')), 0);
    expect(await told('households', '940101')).toBe(sum('940101', 2));
    expect(await told('households', '9410')).toBe(sum('9410', 2));
    expect(await told('population', '94')).toBe(sum('94', 3));
  });

  it('may be opened with a file of households, every row accounted for', async () => {
    const households = csv(
      'ปัตตานี 29-06-2565.csv',
      'รหัสบ้าน,รหัสตำบล,มิติสุขภาพ,สถานะการช่วยเหลือ,จำนวนคน,จำนวนครัวเรือน',
      '94010000001,940101,1,ช่วยเหลือแล้ว,4,9',
      '94010000002,940101,1,ยังรอการช่วยเหลือ,3,9',
    );
    const receipt = await bring([households, fixture(tpmap)], { firstReference: 7 });
    expect(receipt.rows).toEqual({ read: 14, kept: 14, quarantined: 0, setAside: 0, warned: 0 });
    expect(receipt.files.map(({ grain }) => grain)).toEqual(['wide', 'area']);
    expect(receipt.files[0]?.headers.at(-1)?.column).toBeNull();
    expect(receipt.snapshots.map(({ households: count }) => count)).toEqual([2]);
    expect(receipt.tables?.map(({ number, file }) => [number, file])).toEqual([[7, 1]]);
    const persons = await ask<{ persons: number }>(engine, {
      sql: 'select sum(persons) as persons from household',
      params: [],
    });
    expect(persons.columns.persons).toEqual([7]);
  });

  it('has rows quarantined whose area is unknown or comes again, and doubtful numbers told', async () => {
    const receipt = await bring([
      csv(
        'ตาราง.csv',
        'รหัสตำบล,ตำบล,อำเภอ,จำนวนครัวเรือน,จำนวนประชากร',
        '940101,สะบารัง,เมืองปัตตานี,๑๐๐,"1,000 คน"',
        '940101,สะบารัง,เมืองปัตตานี,999,999',
        '949999,ไม่มีจริง,เมืองปัตตานี,5,5',
        '940102,อาเนาะรู,เมืองปัตตานี,ราว 200,-',
        '940103,ยะรัง,เมืองปัตตานี,-5,1.5',
      ),
    ]);
    expect(adds(receipt)).toBe(true);
    expect(receipt.rows).toMatchObject({ read: 5, kept: 3, quarantined: 2, warned: 2 });
    expect(receipt.quarantined.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 area_repeated',
      '4 area_unknown',
    ]);
    expect(receipt.quarantined[0]?.text).toContain('สะบารัง');
    expect(receipt.warnings.map(({ code, rows }) => `${code} ${rows}`).sort()).toEqual([
      'number_unreadable 1',
      'number_unreadable 2',
      'place_disagrees 1',
    ]);
    expect(await told('households', '940101')).toBe(100);
    expect(await told('population', '940101')).toBe(1000);
    // What can't be read is not known, and neither is a sum of it.
    expect(await told('households', '940102')).toBeNull();
    expect(await told('households', '9401')).toBeNull();
  });

  it('reads codes of every level from one column', async () => {
    const receipt = await bring([
      csv('รวม.csv', 'รหัสพื้นที่,จำนวนครัวเรือน', '94,5000', '9401,700', '940101,60', '9499,1', '99,1'),
    ]);
    expect(receipt.rows).toMatchObject({ kept: 3, quarantined: 2 });
    expect(await Promise.all(['94', '9401', '940101'].map((area) => told('households', area)))).toEqual([
      5000, 700, 60,
    ]);
  });

  it('gives way to a later one for the same areas, and comes back when that is removed', async () => {
    await bring([csv('เก่า.csv', 'รหัสอำเภอ,จำนวนครัวเรือน,จำนวนประชากร', '9401,10,11', '9402,20,21')]);
    await bring([csv('ใหม่.csv', 'รหัสอำเภอ,จำนวนครัวเรือน', '9401,99')], { firstReference: 2 });
    expect(await told('households', '9401')).toBe(99);
    expect(await told('households', '9402')).toBe(20);
    expect(await told('population', '9401')).toBe(11);
    expect([...((await book()).told('households', '9401' as AreaCode)?.from ?? [])]).toEqual([2]);
    await dropReference(engine, 2);
    expect(await told('households', '9401')).toBe(10);
  });

  it('leaves nothing when it can’t be used', async () => {
    await expect(bring([csv('ก.csv', 'รหัสอำเภอ,จำนวนครัวเรือน', '9999,10')])).rejects.toMatchObject({
      code: 'file_nothing_kept',
    });
    const { columns } = await ask<{ rows: number }>(engine, {
      sql: 'select count(*) as rows from area_figure',
      params: [],
    });
    expect(columns.rows).toEqual([0]);
  });
});

describe('shares of all households', () => {
  it('divide what the file counts by what the table counts, beyond 100 % too', async () => {
    await bring([csv('ก.csv', 'รหัสอำเภอ,จำนวนครัวเรือน', '9401,200', '9402,0')]);
    const known = await book();
    const counted = { 'household.need': 50, 'household.pending': 300 };
    expect(known.figuresOf('9401' as AreaCode, counted)).toEqual({
      'area.households': 200,
      'household.need_of_all': 0.25,
      'household.pending_of_all': 1.5,
    });
    expect(known.figuresOf('9402' as AreaCode, counted)).toEqual({ 'area.households': 0 });
    expect(known.figuresOf('9403' as AreaCode, counted)).toEqual({});
  });
});

describe('what is no table of areas', () => {
  it.each([
    'รหัสบ้าน,ตำบล,จำนวนครัวเรือน',
    'บ้านเลขที่,ตำบล,จำนวนครัวเรือน',
    'ชื่อ-สกุล,ตำบล,จำนวนครัวเรือน',
    'ตำบล,จำนวนครัวเรือน,สถานะการช่วยเหลือ',
    'ตำบล,จำนวนครัวเรือน,มิติสุขภาพ',
    'ตำบล,จำนวนครัวเรือน,มิติ',
    'ตำบล,อำเภอ,จำนวนคน',
    'เลขบ้าน,ตำบล,อำเภอ,จำนวนคน',
    'ตำบล,จำนวนครัวเรือนที่มีน้ำสะอาด',
  ])('%s', (headers) => {
    const columns = mapHeaders(headers.split(','));
    expect(grainOf(columns)).not.toBe('area');
    expect(columns.filter((id) => id?.startsWith('area_'))).toEqual([]);
  });
});

it('a figure is read back however it is written', () => {
  const digits = '๐๑๒๓๔๕๖๗๘๙';
  fc.assert(
    fc.property(
      fc.nat(99_999_999),
      fc.constantFrom('', ' คน', 'ครัวเรือน', ' ราย'),
      fc.boolean(),
      fc.boolean(),
      (number, unit, isGrouped, isThai) => {
        const text = isGrouped ? number.toLocaleString('en') : String(number);
        const cell = isThai ? text.replace(/\d/g, (digit) => digits[Number(digit)] ?? '') : text;
        return cleanFigure(`${cell}${unit}`, false) === number;
      },
    ),
    { seed: 3, numRuns: 200 },
  );
  for (const cell of ['-5', '1.5', '1.2E+05', '5-10', 'ราว 5', '1,23'])
    expect(cleanFigure(cell, false), cell).toBe('unreadable');
  expect([cleanFigure('12.5 %', true), cleanFigure('', true), cleanFigure('0', false)]).toEqual([12.5, null, 0]);
});

it('no figure is added that does not add up', () => {
  expect(
    (areaFigures as readonly { id: string; unit: string; additive: boolean }[]).filter(
      ({ unit, additive }) => (unit === 'percent') === additive,
    ),
  ).toEqual([]);
});
