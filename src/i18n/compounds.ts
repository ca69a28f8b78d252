/** Owns the Thai words that a line must not part, though browsers, knowing only their halves, do: ครัว|เรือน, ช่วย|เหลือ. */

/** Of this page's words those that were seen parted; names of places and whole months are known to browsers as they are. */
export const compounds: readonly string[] = [
  'ครัวเรือน',
  'เป้าหมาย',
  'ช่วยเหลือ',
  'เร่งด่วน',
  'ดำเนินการ',
  'หน่วยงาน',
  'เจ้าภาพ',
  'พี่เลี้ยง',
  'นายอำเภอ',
  'ความเป็นอยู่',
  'การศึกษา',
  'รายได้',
  'ภาครัฐ',
  'หัวตาราง',
  'กระจุกตัว',
  'น้อยกว่า',
  'เปิดเผย',
  'พุ่งเป้า',
  'ส่งต่อ',
  'เกินศักยภาพ',
  'ครึ่งหนึ่ง',
  'ไม่ต้องการ',
  'ไม่ทราบ',
  'มากที่สุด',
  // Short months, which Firefox parts at their first dot.
  ...['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'],
];

export interface Piece {
  readonly text: string;
  /** Stands in one line. */
  readonly isWhole: boolean;
}

const words = new RegExp(
  `(${[...compounds]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll('.', '\\.')})`,
);

/** The text in pieces; put together they are the text. */
export function piecesOf(text: string): readonly Piece[] {
  return text.split(words).flatMap((piece, at) => (piece === '' ? [] : [{ text: piece, isWhole: at % 2 === 1 }]));
}
