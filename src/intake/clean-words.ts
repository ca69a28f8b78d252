/** Owns the words of officials: statuses, visits, classes, marks and dimensions, and what each is in the clean tables. */
import { dimensionCode, type Dimension } from '../model/dimension.ts';
import { classCode, surveyCode, type HouseholdClass, type Survey } from '../model/household.ts';
import { letters, plain } from '../model/plain.ts';
import { statusCode, type Status } from '../model/status.ts';
import { isBlank, wordFinder } from './words.ts';

/** A cleaned cell. `code` null: blank. `problem`: the value is not known, and `code` says what stands in its place. */
export interface Cleaned {
  readonly code: number | null;
  /** Of a status: 1 where it also says over capacity. Of a mark: the need's own status, or null. */
  readonly extra?: number | null;
  readonly problem?: 'value_unknown';
}

const gone = [
  'เสียชีวิต',
  'เสียชีวิตแล้ว',
  'ตาย',
  'ถึงแก่กรรม',
  'ย้าย',
  'ย้ายออก',
  'ย้ายที่อยู่',
  'ย้ายถิ่น',
  'ย้ายถิ่นฐาน',
  'ซ้ำ',
  'ซ้ำซ้อน',
  'ข้อมูลซ้ำ',
  'ครัวเรือนซ้ำ',
];

const statusOf = wordFinder<Status>({
  no_need: [
    'ไม่ต้องการ',
    'ไม่ต้องการความช่วยเหลือ',
    'ไม่ต้องการการช่วยเหลือ',
    'ไม่ต้องการช่วยเหลือ',
    'ไม่ต้องช่วยเหลือ',
    'ไม่จำเป็นต้องช่วยเหลือ',
    'ไม่ประสงค์',
    'ไม่ประสงค์รับความช่วยเหลือ',
    'ไม่ประสงค์ขอรับความช่วยเหลือ',
    'ไม่ขอรับความช่วยเหลือ',
    'พัฒนาตนเองได้',
    'แก้ไขปัญหาได้ด้วยตนเอง',
    'สามารถแก้ไขปัญหาได้ด้วยตนเอง',
    'ไม่มีปัญหา',
    'no need',
  ],
  waiting: [
    'รอการช่วยเหลือ',
    'ยังรอการช่วยเหลือ',
    'รอความช่วยเหลือ',
    'ยังรอความช่วยเหลือ',
    'รอรับการช่วยเหลือ',
    'รอช่วยเหลือ',
    'รอดำเนินการ',
    'ต้องช่วยเหลือ',
    'ครัวเรือนที่ต้องช่วยเหลือ',
    'ต้องการความช่วยเหลือ',
    'ยังไม่ช่วยเหลือ',
    'ยังไม่ได้ช่วยเหลือ',
    'ยังไม่เริ่มช่วยเหลือ',
    'ยังไม่ได้รับการช่วยเหลือ',
    'ยังไม่ได้รับความช่วยเหลือ',
    'ไม่ได้รับการช่วยเหลือ',
    'ไม่ได้รับความช่วยเหลือ',
    'ยังไม่ได้ให้ความช่วยเหลือ',
    'ยังไม่ดำเนินการ',
    'ยังไม่ได้ดำเนินการ',
    'ยังไม่ถูกติดตาม',
    'waiting',
    'pending',
  ],
  in_progress: [
    'อยู่ระหว่างดำเนินการ',
    'อยู่ระหว่างการดำเนินการ',
    'ระหว่างดำเนินการ',
    'กำลังดำเนินการ',
    'อยู่ระหว่างช่วยเหลือ',
    'อยู่ระหว่างการช่วยเหลือ',
    'อยู่ระหว่างให้ความช่วยเหลือ',
    'กำลังช่วยเหลือ',
    'in progress',
  ],
  referred: ['ส่งต่อ', 'ส่งต่อศจพจ', 'ส่งต่อจังหวัด', 'ส่งต่อหน่วยงาน', 'แจ้งศจพจ', 'แจ้งไปยังศจพจ', 'referred'],
  partly_helped: [
    'ช่วยเหลือแล้วบางส่วน',
    'ช่วยเหลือบางส่วน',
    'ช่วยเหลือบางส่วนแล้ว',
    'ได้รับการช่วยเหลือบางส่วน',
    'ได้รับการช่วยเหลือแล้วบางส่วน',
    'ได้รับความช่วยเหลือบางส่วน',
    'ได้รับความช่วยเหลือแล้วบางส่วน',
    'partly helped',
  ],
  helped: [
    'ช่วยเหลือแล้ว',
    'ได้รับการช่วยเหลือ',
    'ได้รับการช่วยเหลือแล้ว',
    'ได้รับความช่วยเหลือ',
    'ได้รับความช่วยเหลือแล้ว',
    'ให้ความช่วยเหลือแล้ว',
    'ช่วยเหลือเสร็จสิ้น',
    'ช่วยเหลือเรียบร้อย',
    'ดำเนินการแล้ว',
    'ดำเนินการแล้วเสร็จ',
    'ดำเนินการเสร็จสิ้น',
    'helped',
  ],
  unknown: ['ไม่ทราบ', 'ไม่ทราบสถานะ', 'unknown'],
  out: gone,
});

const surveyOf = wordFinder<Survey>({
  unknown: ['ไม่ทราบ', 'unknown'],
  surveyed: ['สำรวจแล้ว', 'สำรวจเรียบร้อย', 'สำรวจเสร็จสิ้น', 'ลงพื้นที่แล้ว', 'เก็บข้อมูลแล้ว', 'surveyed'],
  not_surveyed: [
    'ยังไม่สำรวจ',
    'ยังไม่ได้สำรวจ',
    'ไม่ได้สำรวจ',
    'รอสำรวจ',
    'รอการสำรวจ',
    'ยังไม่ลงพื้นที่',
    'ยังไม่ได้ลงพื้นที่',
    'ยังไม่ได้เก็บข้อมูล',
    'not surveyed',
  ],
  unreachable: ['ไม่สามารถเก็บข้อมูลได้', 'เก็บข้อมูลไม่ได้', 'ไม่พบ', 'ไม่พบตัว', 'ไม่พบครัวเรือน', 'ติดต่อไม่ได้', 'ไม่อยู่บ้าน'],
  out: gone,
});

const classOf = wordFinder<HouseholdClass>({
  unclassified: ['ยังไม่จำแนก', 'ยังไม่จำแนกประเภท', 'ยังไม่ได้จำแนก'],
  developable: ['พัฒนาได้', 'กลุ่มพัฒนาได้', 'ครัวเรือนพัฒนาได้', 'ประเภทที่ 1', 'พฒ'],
  welfare: ['สงเคราะห์', 'ต้องสงเคราะห์', 'กลุ่มสงเคราะห์', 'ครัวเรือนสงเคราะห์', 'ประเภทที่ 2', 'สค'],
  self_reliant: ['พัฒนาตนเองได้', 'กลุ่มพัฒนาตนเองได้', 'ครัวเรือนพัฒนาตนเองได้', 'ประเภทที่ 3'],
});

const dimensionOf = wordFinder<Exclude<Dimension, 'unspecified'>>({
  health: ['สุขภาพ', 'มิติสุขภาพ', 'ด้านสุขภาพ', 'health', '1'],
  living: ['ความเป็นอยู่', 'มิติความเป็นอยู่', 'ด้านความเป็นอยู่', 'ที่อยู่อาศัย', 'living', '2'],
  education: ['การศึกษา', 'มิติการศึกษา', 'ด้านการศึกษา', 'education', '3'],
  income: ['รายได้', 'การมีรายได้', 'มิติรายได้', 'มิติการมีรายได้', 'ด้านรายได้', 'รายรับ', 'เศรษฐกิจและอาชีพ', 'income', '4'],
  access: [
    'การเข้าถึงบริการภาครัฐ',
    'การเข้าถึงการบริการภาครัฐ',
    'การเข้าถึงบริการรัฐ',
    'การเข้าถึงบริการ',
    'เข้าถึงบริการภาครัฐ',
    'บริการภาครัฐ',
    'สวัสดิการแห่งรัฐ',
    'สวัสดิการสังคม',
    'accessibility',
    'access',
    '5',
  ],
});

/** Status of help. เกินศักยภาพ sets a flag and leaves the household waiting; ส่งต่อ sets it and is referred. */
export function cleanStatus(cell: string): Cleaned {
  if (isBlank(cell)) return { code: null };
  const text = letters(cell);
  const isOver = /(?<!ไม่)เกินศักยภาพ/.test(text);
  const rest = text.replace(/(?<!ไม่)เกินศักยภาพ((ของ|ระดับ)?อำเภอ)?/g, '');
  const status = rest === '' ? 'waiting' : statusOf(rest);
  if (status === null) return { code: statusCode.unknown, extra: isOver ? 1 : 0, problem: 'value_unknown' };
  return { code: statusCode[status], extra: isOver || status === 'referred' ? 1 : 0 };
}

/** A column that says who asks for help says nothing of whether it came: only a no is a status. */
export function cleanNeedHelp(cell: string): Cleaned {
  if (isBlank(cell)) return { code: null };
  const yesNo = saysYes(cell);
  if (yesNo === false) return { code: statusCode.no_need };
  if (yesNo === true || statusOf(cell) === 'waiting') return { code: null };
  return statusOf(cell) === 'no_need' ? { code: statusCode.no_need } : { code: null, problem: 'value_unknown' };
}

export function cleanSurvey(cell: string): Cleaned {
  return coded(cell, surveyOf, surveyCode);
}

export function cleanClass(cell: string): Cleaned {
  return coded(cell, classOf, classCode);
}

/** Marks of a dimension column: 0 no need, 1 need, 2 blank, 3 not known. */
export const markCode = { no: 0, yes: 1, blank: 2, unknown: 3 } as const;

export function cleanMark(cell: string): Cleaned {
  if (isBlank(cell)) return { code: markCode.blank };
  const yesNo = saysYes(cell);
  if (yesNo !== null) return { code: yesNo ? markCode.yes : markCode.no };
  const { code, problem } = cleanStatus(cell);
  if (!problem) return { code: markCode.yes, extra: code };
  // The dimension's own name as its mark.
  if (dimensionOf(cell) !== null) return { code: markCode.yes };
  return { code: markCode.unknown, problem: 'value_unknown' };
}

/** The dimensions a cell of a long file names, as bits `1 << dimensionCode`; 0 where it says that there is none. */
export function cleanDimension(cell: string): Cleaned {
  if (isBlank(cell)) return { code: null };
  const whole = dimensionOf(cell);
  if (whole) return { code: 1 << dimensionCode[whole] };
  if (['ไม่มี', 'ไม่มีปัญหา'].includes(letters(cell))) return { code: 0 };
  if (['ทุกมิติ', 'ทุกด้าน', '5มิติ', 'ทั้ง5มิติ'].includes(letters(cell))) return { code: 0b11111 };
  let mask = 0;
  for (const part of cell.split(/[,;/|+\n]|และ/)) {
    if (isBlank(part)) continue;
    const dimension = dimensionOf(part);
    if (!dimension) return { code: null, problem: 'value_unknown' };
    mask |= 1 << dimensionCode[dimension];
  }
  return { code: mask };
}

/** Urgent, over capacity: 1, 0, or null for blank. */
export function cleanFlag(cell: string): Cleaned {
  if (isBlank(cell)) return { code: null };
  const yesNo = saysYes(cell);
  return yesNo === null ? { code: null, problem: 'value_unknown' } : { code: yesNo ? 1 : 0 };
}

const yes = new Set(
  'y yes true t ใช่ มี ✓ ✔ √ ☑ ☒ / ต้องการ ต้องการความช่วยเหลือ มีปัญหา ตก ตกเกณฑ์ ไม่ผ่าน ไม่ผ่านเกณฑ์ จำเป็น เร่งด่วน เร่งด่วนมาก ด่วน ด่วนมาก ด่วนที่สุด จำเป็นเร่งด่วน เกิน เกินศักยภาพ เกินศักยภาพอำเภอ เกินศักยภาพระดับอำเภอ เกินศักยภาพของอำเภอ'.split(
    ' ',
  ),
);
const no = new Set(
  'n no false f ไม่ ไม่ใช่ ไม่มี ✗ ✘ × ☐ ไม่ต้องการ ไม่มีปัญหา ไม่ตก ไม่ตกเกณฑ์ ผ่าน ผ่านเกณฑ์ ไม่จำเป็น ไม่เร่งด่วน ไม่ด่วน ปกติ ไม่เกิน ไม่เกินศักยภาพ ไม่เกินศักยภาพอำเภอ ไม่เกินศักยภาพระดับอำเภอ'.split(
    ' ',
  ),
);

/** A yes, a no, or neither. A number is how many: none is a no. An x is left alone, for some tick with it and some cross out. */
function saysYes(cell: string): boolean | null {
  const text = plain(cell).replace(/ |\ufe0f/g, '');
  if (/^\d{1,4}(\.0+)?(คน|ราย)?$/.test(text)) return Number.parseInt(text, 10) > 0;
  return yes.has(text) ? true : no.has(text) ? false : null;
}

function coded<T extends string>(
  cell: string,
  find: (cell: string) => T | null,
  codes: Readonly<Record<T, number>>,
): Cleaned {
  if (isBlank(cell)) return { code: null };
  const found = find(cell);
  return found === null ? { code: null, problem: 'value_unknown' } : { code: codes[found] };
}
