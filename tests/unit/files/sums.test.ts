/** Proves that a table of sums by area is told from a list of households, and that no list is taken for one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sums } from '../../../src/files/sums.ts';
import { mapHeaders } from '../../../src/model/headers.ts';

function sumsOf(header: string, ...rows: readonly string[]): number {
  const headers = header.split(',');
  const sums = new Sums(headers, mapHeaders(headers, headers));
  for (const row of rows) sums.take(row.split(','));
  return sums.rows;
}

describe('a table of sums', () => {
  it('is known by counts where marks would be', () => {
    const header = 'อำเภอ,ตำบล,มิติสุขภาพ,มิติความเป็นอยู่';
    expect(sumsOf(header, 'เมือง,รูสะมิแล,23,4', 'เมือง,บานา,๑๒,0', 'เมือง,ตันหยงลุโละ,1,"1,204"')).toBe(2);
    expect(sumsOf(header, 'เมือง,รูสะมิแล,23 ครัวเรือน,4', 'เมือง,รูสะมิแล,1,1')).toBe(1);
  });
  it('is known by its number of households, with a dimension in each row too', () => {
    expect(sumsOf('ตำบล,มิติ,จำนวนครัวเรือน', 'รูสะมิแล,สุขภาพ,23', 'รูสะมิแล,รายได้,9')).toBe(2);
    expect(
      sumsOf('ตำบล,จำนวนครัวเรือน,มิติสุขภาพ', 'รูสะมิแล,2,1', 'บานา,1,0', 'บาราโหม,1,1', 'คลองมานิง,1,0', 'ปุยุด,1,1'),
    ).toBe(1);
  });
});

describe('a list of households', () => {
  const mark = fc.constantFrom('1', '0', '', '✓', 'มี', 'ไม่มี', 'x', 'ยังรอการช่วยเหลือ');
  it('is none, whatever its marks, with or without a key', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(mark, mark), { maxLength: 20 }), fc.boolean(), (rows, isKeyed) => {
        const header = `${isKeyed ? 'บ้านเลขที่' : 'หมายเหตุ'},ตำบล,มิติสุขภาพ,มิติรายได้`;
        expect(sumsOf(header, ...rows.map(([a, b], at) => `${at}/1,รูสะมิแล,${a},${b}`))).toBe(0);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
  it('is none where its rows name a house or a person, though they count members in need', () => {
    expect(sumsOf('รหัสบ้าน,ตำบล,มิติสุขภาพ', '94010000001,รูสะมิแล,3', '94010000002,รูสะมิแล,2')).toBe(0);
    expect(sumsOf('ชื่อ-สกุล,ตำบล,มิติสุขภาพ', 'สมมุติ ใจดี,รูสะมิแล,3')).toBe(0);
  });
  it('is one all the same where a column for the key is there and blank', () => {
    expect(sumsOf('รหัสบ้าน,ตำบล,มิติสุขภาพ', ',รูสะมิแล,30', ',บานา,12')).toBe(2);
  });
});
