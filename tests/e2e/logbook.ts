/** Owns the files that the journeys open: small synthetic Logbook files, whole and broken. */
import { crc32, deflateSync } from 'node:zlib';
import type { ChosenFile } from './dashboard.ts';

const headers = [
  'ณ วันที่',
  'รหัสบ้าน',
  'จังหวัด',
  'อำเภอ',
  'ตำบล',
  'รหัสตำบล',
  'ประเภทครัวเรือน',
  'สถานะการสำรวจ',
  'มิติสุขภาพ',
  'มิติความเป็นอยู่',
  'มิติการศึกษา',
  'มิติการมีรายได้',
  'มิติการเข้าถึงการบริการภาครัฐ',
  'สถานะการช่วยเหลือ',
  'เร่งด่วน',
];
const row = (cells: Readonly<Record<string, string>>): string => headers.map((header) => cells[header] ?? '').join(',');

export interface Household {
  readonly code: string;
  readonly status: 'ช่วยเหลือแล้ว' | 'ยังไม่ได้รับการช่วยเหลือ';
  readonly tambon?: string;
  readonly amphoe?: string;
  readonly tambonCode?: string;
  readonly asOf?: string;
}

/** Households of ต.รูสะมิแล อ.เมืองปัตตานี unless said otherwise, all with a need of health. */
export function logbook(name: string, households: readonly Household[], asOf = '20/07/2565'): ChosenFile {
  const lines = households.map((household) =>
    row({
      'ณ วันที่': household.asOf ?? asOf,
      รหัสบ้าน: household.code,
      จังหวัด: 'ปัตตานี',
      อำเภอ: household.amphoe ?? 'เมืองปัตตานี',
      ตำบล: household.tambon ?? 'รูสะมิแล',
      รหัสตำบล: household.tambonCode ?? '940110',
      ประเภทครัวเรือน: 'พัฒนาได้',
      สถานะการสำรวจ: 'สำรวจแล้ว',
      มิติสุขภาพ: '1',
      มิติความเป็นอยู่: '0',
      มิติการศึกษา: '0',
      มิติการมีรายได้: '0',
      มิติการเข้าถึงการบริการภาครัฐ: '0',
      สถานะการช่วยเหลือ: household.status,
      เร่งด่วน: 'ไม่',
    }),
  );
  return { name, content: [headers.join(','), ...lines, ''].join('\r\n') };
}

/** `count` households, of which the first `helped` are helped; codes count on from `first`. */
export function households(count: number, helped: number, first = 1): readonly Household[] {
  return Array.from({ length: count }, (_, index) => ({
    code: `9401${String(first + index).padStart(7, '0')}`,
    status: index < helped ? 'ช่วยเหลือแล้ว' : 'ยังไม่ได้รับการช่วยเหลือ',
  }));
}

/** A whole file of ten households with two records that cannot be read: one too short, one with a quote left open. */
export function withBrokenRecords(name: string): ChosenFile {
  const whole = String(logbook(name, households(10, 4)).content);
  return { name, content: `${whole}20/07/2565,94010000011,ปัตตานี\r\n20/07/2565,"94010000012,ปัตตานี\r\n` };
}

export const emptyFile: ChosenFile = { name: 'ว่าง.csv', content: '' };
export const headerOnly: ChosenFile = { name: 'หัวตาราง.csv', content: `${headers.join(',')}\r\n` };
export const noKnownColumn: ChosenFile = { name: 'ยอดขาย.csv', content: 'sku,price\r\nA1,20\r\nA2,30\r\n' };

/** A picture of one pixel, such as a photo renamed .csv. */
export function photo(): ChosenFile {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    const checksum = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    checksum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, checksum]);
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  return {
    name: 'รูปถ่าย.csv',
    content: Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(Buffer.from([0, 200, 100, 50]))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  };
}
