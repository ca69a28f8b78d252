/** Proves each cleaning rule on what officials write. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanDate, findDates } from '../../../src/intake/clean-date.ts';
import { cleanAmount, cleanAreaCode, cleanCount, cleanHouseCode } from '../../../src/intake/clean-number.ts';
import {
  cleanClass,
  cleanDimension,
  cleanFlag,
  cleanMark,
  cleanNeedHelp,
  cleanStatus,
  cleanSurvey,
} from '../../../src/intake/clean-words.ts';
import { isBlank } from '../../../src/intake/words.ts';
import { classes, surveys } from '../../../src/model/household.ts';
import { statuses } from '../../../src/model/status.ts';

describe('status of help', () => {
  it.each([
    ['ช่วยเหลือแล้ว', 'helped', 0],
    [' ได้รับการช่วยเหลือแล้ว ', 'helped', 0],
    ['ได้รับการช่วยเหลือแล้ว (บ้านพอเพียง)', 'helped', 0],
    ['ยังรอการช่วยเหลือ', 'waiting', 0],
    ['รอความช่วยเหลือ', 'waiting', 0],
    ['ยังไม่ได้รับการช่วยเหลือ', 'waiting', 0],
    ['ไม่ได้รับการช่วยเหลือ', 'waiting', 0],
    ['อยู่ระหว่างดําเนินการ', 'in_progress', 0],
    ['ช่วยเหลือแล้วบางส่วน', 'partly_helped', 0],
    ['ส่งต่อ ศจพ.จ.', 'referred', 1],
    ['แจ้ง ศจพ.จ', 'referred', 1],
    ['เกินศักยภาพอำเภอ', 'waiting', 1],
    ['เกินศักยภาพระดับอำเภอ', 'waiting', 1],
    ['เกินศักยภาพอำเภอ ส่งต่อ ศจพ.จ.', 'referred', 1],
    ['ไม่ต้องการความช่วยเหลือ', 'no_need', 0],
    ['ไม่ประสงค์รับความช่วยเหลือ', 'no_need', 0],
    ['พัฒนาตนเองได้', 'no_need', 0],
    ['สามารถแก้ไขปัญหาได้ด้วยตนเอง', 'no_need', 0],
    ['เสียชีวิต', 'out', 0],
    ['ย้ายที่อยู่', 'out', 0],
    ['ไม่ทราบ', 'unknown', 0],
  ])('%s is %s', (cell, status, over) => {
    const { code, extra, problem } = cleanStatus(cell);
    expect([statuses[code ?? -1]?.id, extra, problem]).toEqual([status, over, undefined]);
  });

  it.each(['ช่วยเหลือแล้ว/ยังรอการช่วยเหลือ', 'ไม่เคยช่วยเหลือแล้ว', 'ไม่ส่งต่อศจพจ', 'xyz', 'ชี้เป้า', '7'])(
    '%s is not guessed',
    (cell) => {
      expect(cleanStatus(cell)).toMatchObject({
        code: statuses.findIndex(({ id }) => id === 'unknown'),
        problem: 'value_unknown',
      });
    },
  );

  it.each(['', ' ', '-', '–', '...', '(ไม่ระบุ)', 'N/A', '\u00a0', 'ไม่มีข้อมูล'])('%j is blank', (cell) => {
    expect(cleanStatus(cell)).toEqual({ code: null });
  });

  it('only a no counts in a column of who asks for help', () => {
    expect([cleanNeedHelp('ต้องการ'), cleanNeedHelp('ไม่ต้องการ'), cleanNeedHelp('')].map(({ code }) => code)).toEqual([
      null,
      0,
      null,
    ]);
  });
});

describe('visit and class', () => {
  it.each([
    ['สำรวจแล้ว', 'surveyed'],
    ['ยังไม่สำรวจ', 'not_surveyed'],
    ['ยังไม่ได้สำรวจ', 'not_surveyed'],
    ['ไม่สามารถเก็บข้อมูลได้', 'unreachable'],
    ['เสียชีวิต', 'out'],
  ])('%s is %s', (cell, survey) => {
    expect(surveys[cleanSurvey(cell).code ?? -1]?.id).toBe(survey);
  });

  it.each([
    ['พัฒนาได้', 'developable'],
    ['ต้องสงเคราะห์', 'welfare'],
    ['พัฒนาตนเองได้', 'self_reliant'],
    ['กลุ่ม พัฒนาตนเองได้', 'self_reliant'],
    ['ประเภทที่ ๒', 'welfare'],
  ])('%s is %s', (cell, id) => {
    expect(classes[cleanClass(cell).code ?? -1]?.id).toBe(id);
  });

  it('takes neither of two, nor what is denied', () => {
    expect(cleanClass('พัฒนาได้ ,สงเคราะห์')).toEqual({ code: null, problem: 'value_unknown' });
    expect(cleanClass('ไม่สามารถพัฒนาได้')).toEqual({ code: null, problem: 'value_unknown' });
  });
});

describe('dimensions', () => {
  it.each([
    ['✓', 1, undefined],
    ['/', 1, undefined],
    ['๑', 1, undefined],
    ['3 คน', 1, undefined],
    ['ตกเกณฑ์', 1, undefined],
    ['มิติสุขภาพ', 1, undefined],
    ['0', 0, undefined],
    ['ไม่มี', 0, undefined],
    ['ผ่านเกณฑ์', 0, undefined],
    ['ไม่ต้องการ', 0, undefined],
    ['', 2, undefined],
    ['-', 2, undefined],
    ['ช่วยเหลือแล้ว', 1, 5],
    ['ยังรอการช่วยเหลือ', 1, 1],
    ['ต้องการความช่วยเหลือ', 1, undefined],
    ['ไม่ต้องการความช่วยเหลือ', 1, 0],
    ['x', 3, undefined],
    ['บ้านทรุด', 3, undefined],
  ])('mark %j', (cell, code, own) => {
    const read = cleanMark(cell);
    expect([read.code, read.extra]).toEqual([code, own]);
  });

  it.each([
    ['สุขภาพ', 0b1],
    ['มิติการเข้าถึงการบริการภาครัฐ', 0b10000],
    ['การเข้าถึงบริการรัฐ', 0b10000],
    ['สุขภาพ ,รายได้', 0b1001],
    ['1, 3', 0b101],
    ['ความเป็นอยู่และการศึกษา', 0b110],
    ['ทุกมิติ', 0b11111],
    ['ไม่มี', 0],
    ['', null],
  ])('long %j', (cell, code) => {
    expect(cleanDimension(cell)).toEqual({ code });
  });

  it('takes no part of a cell that it does not know whole', () => {
    expect(cleanDimension('สุขภาพ, อื่นๆ')).toEqual({ code: null, problem: 'value_unknown' });
  });
});

describe('flags', () => {
  it.each([
    ['เร่งด่วน', 1],
    ['ไม่เร่งด่วน', 0],
    ['ใช่', 1],
    ['เกินศักยภาพ', 1],
    ['ไม่เกินศักยภาพ', 0],
    ['', null],
  ])('%j', (cell, code) => {
    expect(cleanFlag(cell)).toEqual({ code });
  });
});

describe('dates', () => {
  it.each([
    ['29/06/2565', '2022-06-29'],
    ['29/6/65', '2022-06-29'],
    ['๒๙/๐๖/๒๕๖๕', '2022-06-29'],
    ['29 มิ.ย. 65', '2022-06-29'],
    ['29 มิถุนายน พ.ศ. 2565', '2022-06-29'],
    ['29มิย65', '2022-06-29'],
    ['7 เม.ย. 2565', '2022-04-07'],
    ['1 ม.ค. 2566', '2023-01-01'],
    ['2022-06-29', '2022-06-29'],
    ['2565-06-29', '2022-06-29'],
    ['20220629', '2022-06-29'],
    ['25650629', '2022-06-29'],
    ['29.06.2565 14:30 น.', '2022-06-29'],
    ['2022-06-29T08:15:00', '2022-06-29'],
    ['29-Jun-2022', '2022-06-29'],
    ['ณ วันที่ ๑๕ เมษายน ๒๕๖๕', '2022-04-15'],
    ['44834', '2022-09-30'],
    ['29/02/2567', '2024-02-29'],
    ['29/02/2566', 'impossible'],
    ['31/04/2565', 'impossible'],
    ['13/13/2565', 'impossible'],
    ['1/1/22', 'impossible'],
    ['เมื่อวาน', 'impossible'],
    ['29/06/2565 ไม่แน่ใจ', 'impossible'],
    ['', null],
    ['-', null],
  ])('%s', (cell, date) => {
    expect(cleanDate(cell)).toBe(date);
  });

  it.each([
    ['ปัตตานี_2565-06-29.csv', '2022-06-29'],
    ['logbook29มิย65.csv', '2022-06-29'],
    ['ปทุมธานี 10 มิ.ย. 2565 (แก้ไข).csv', '2022-06-10'],
    ['export_20220629_v2.csv', '2022-06-29'],
    ['29-06-2565.csv', '2022-06-29'],
    ['ข้อมูลครัวเรือน ณ วันที่ ๑๕ เมษายน ๒๕๖๕,,,', '2022-04-15'],
    ['รายชื่อ 2565.csv', null],
    ['94.csv', null],
  ])('in %s', (text, date) => {
    expect(findDates(text)[0]?.date ?? null).toBe(date);
  });

  it('reads every day of a century in each way of writing', () => {
    const names = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ');
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2001-01-01'), max: new Date('2042-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year = '', month = '', day = ''] = iso.split('-');
          const era = Number(year) + 543;
          for (const cell of [
            `${day}/${month}/${era}`,
            `${Number(day)} ${names[Number(month) - 1]} ${era % 100}`,
            `${era}-${month}-${day}`,
            iso,
          ])
            expect(cleanDate(cell)).toBe(iso);
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('numbers and codes', () => {
  it.each([
    ['3', 3],
    ['๓ คน', 3],
    ['1,234', 1234],
    ['3.0', 3],
    ['0', 0],
    ['ไม่มี', 0],
    ['-', null],
    ['', null],
    ['สาม', 'unreadable'],
    ['-2', 'unreadable'],
    ['3.5', 'unreadable'],
    ['70000', 'unreadable'],
  ])('count %s', (cell, count) => {
    expect(cleanCount(cell)).toBe(count);
  });

  it.each([
    ['5,000.-', 5000],
    ['๕,๐๐๐ บาท', 5000],
    ['5000.50', 5000.5],
    ['-', null],
    ['5 พัน', 'unreadable'],
  ])('amount %s', (cell, amount) => {
    expect(cleanAmount(cell)).toBe(amount);
  });

  it.each([
    ['130101', '130101'],
    ['TH130101', '130101'],
    ['130101.0', '130101'],
    ['13010100', '130101'],
    ['๑๓๐๑๐๑', '130101'],
    ['1', '1'],
    ['', null],
    ['1.30E+05', ''],
    ['ปทุมธานี', ''],
  ])('area code %s', (cell, code) => {
    expect(cleanAreaCode(cell)).toBe(code);
  });

  it('house codes', () => {
    expect(cleanHouseCode('1304-0012345-6')).toEqual({ code: '130400123456', isOdd: true });
    expect(cleanHouseCode('13040012345.0')).toEqual({ code: '13040012345', isOdd: false });
    expect(cleanHouseCode("'๑๓๐๔๐๐๑๒๓๔๕")).toEqual({ code: '13040012345', isOdd: false });
    expect([cleanHouseCode('00000000000'), cleanHouseCode('-')]).toEqual([null, null]);
  });

  it('never takes a mark for a blank', () => {
    for (const mark of ['✓', '✔', '√', '/', '0', '×']) expect(isBlank(mark)).toBe(false);
  });
});
