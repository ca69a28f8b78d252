/** Owns what hides a cell that may tell whose household it is, until someone asks to see it. */
import { columnOf, type ColumnId } from './columns.ts';
import { hasMoreSigns, lastSigns } from './cut.ts';

/** `hiddenLetters`: so many at the end are hidden; null: all of them, however many there are. */
export const masks = {
  tail: { hiddenLetters: 3, sign: '•••' },
  whole: { hiddenLetters: null, sign: '••' },
} as const satisfies Record<string, { readonly hiddenLetters: number | null; readonly sign: string }>;

export type MaskId = keyof typeof masks;

/** Tells that something stands there and nothing else; a code keeps its last three signs, by which its owner finds it. */
export function mask(column: ColumnId, value: string): string {
  if (!columnOf[column].personal) return value;
  return columnOf[column].id === 'house_code' && hasMoreSigns(value, 6) ? `…${lastSigns(value, 3)}` : '…';
}

/** Headers of columns that nobody has named yet, but that sound like a person or a way to reach one. */
const soundsPersonal =
  /ชื่อ|สกุล|นาม|ประชาชน|บัตร|โทร|มือถือ|ที่อยู่|เกิด|อีเมล|ไลน์|ผู้|หัวหน้า|name|phone|mobile|e-?mail|address|birth|nid|card/i;
const startsAsName = /^(นาย|นาง|น\.ส\.|ด\.ช\.|ด\.ญ\.|เด็ก(ชาย|หญิง)|mr|mrs|miss|ms)(?=[\s.ก-ฮเ-ไ])/i;
/** IDs and telephones. */
const longNumber = /^[\d๐-๙][\d๐-๙\s-]{7,}$/;

/** A cell of a column shown so that it is known again; `column` null where nobody knows yet what it holds. */
export function maskSample(column: ColumnId | null, header: string, value: string): string {
  if (column !== null) return mask(column, value);
  if (longNumber.test(value)) return `…${lastSigns(value, 3)}`;
  return soundsPersonal.test(header) || startsAsName.test(value) || /[\d๐-๙]{9}/.test(value) ? '…' : value;
}
