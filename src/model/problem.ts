/** Owns the judgements an import can pass on a row, each with its words and what becomes of the row. */
import type { Language, Text } from './text.ts';

/** `quarantined`: kept out of every figure. `set_aside`: no record at all. `warned`: kept, with a doubt. `assumed`: agreed upon. */
export type Fate = 'quarantined' | 'set_aside' | 'warned' | 'assumed';

interface Judgement {
  readonly fate: Fate;
  readonly title: Text;
}

export const judgements = {
  not_utf8: {
    fate: 'quarantined',
    title: { th: 'มีอักขระที่ไม่ใช่ UTF-8', en: 'Holds characters that are not UTF-8' },
  },
  nul: { fate: 'quarantined', title: { th: 'มีอักขระว่าง (NUL) ปนอยู่', en: 'Holds a NUL character' } },
  quote_unclosed: {
    fate: 'quarantined',
    title: { th: 'เปิดเครื่องหมายคำพูดแล้วไม่ปิด', en: 'A quotation mark is opened and never closed' },
  },
  quote_stray: {
    fate: 'quarantined',
    title: { th: 'มีเครื่องหมายคำพูดผิดที่', en: 'A quotation mark stands in the wrong place' },
  },
  text_after_quote: {
    fate: 'quarantined',
    title: { th: 'มีข้อความต่อท้ายเครื่องหมายคำพูดปิด', en: 'Text follows a closing quotation mark' },
  },
  fields_too_few: {
    fate: 'quarantined',
    title: { th: 'จำนวนช่องน้อยกว่าหัวตาราง', en: 'Fewer fields than the header' },
  },
  fields_too_many: {
    fate: 'quarantined',
    title: { th: 'จำนวนช่องมากกว่าหัวตาราง', en: 'More fields than the header' },
  },
  cut_short: {
    fate: 'quarantined',
    title: { th: 'แถวสุดท้ายขาด ไฟล์อาจคัดลอกมาไม่ครบ', en: 'The last row is cut: the file may not be whole' },
  },
  code_lost: {
    fate: 'quarantined',
    title: {
      th: 'รหัสบ้านเสียหาย (เป็นเลขยกกำลัง เช่น 1.30E+10) กรุณาส่งออกใหม่เป็นข้อความ',
      en: 'House code lost (written like 1.30E+10): export it again as text',
    },
  },
  title: { fate: 'set_aside', title: { th: 'แถวชื่อเรื่องเหนือหัวตาราง', en: 'Title rows above the header' } },
  blank: { fate: 'set_aside', title: { th: 'แถวว่าง', en: 'Blank rows' } },
  total: { fate: 'set_aside', title: { th: 'แถวผลรวม', en: 'Total rows' } },
  header_again: { fate: 'set_aside', title: { th: 'หัวตารางซ้ำ', en: 'The header once more' } },
  place_unknown: {
    fate: 'warned',
    title: { th: 'ไม่รู้จักรหัสหรือชื่อพื้นที่', en: 'Area code or name not recognised' },
  },
  place_blank: { fate: 'warned', title: { th: 'ไม่ได้ระบุพื้นที่', en: 'Area left blank' } },
  place_disagrees: {
    fate: 'warned',
    title: { th: 'รหัสกับชื่อพื้นที่ไม่ตรงกัน ใช้ตามรหัส', en: 'Code and name of the area disagree; the code is used' },
  },
  place_conflict: {
    fate: 'warned',
    title: { th: 'ครัวเรือนเดียวกันอยู่คนละพื้นที่', en: 'One household in two areas' },
  },
  province_stray: {
    fate: 'warned',
    title: { th: 'พื้นที่อยู่คนละจังหวัดกับไฟล์', en: 'Area in another province than the file' },
  },
  value_unknown: {
    fate: 'warned',
    title: { th: 'ค่าที่ไม่รู้จัก นับเป็นไม่ทราบ', en: 'Value not recognised, taken as unknown' },
  },
  mark_blank: { fate: 'warned', title: { th: 'ช่องมิติว่าง นับเป็นไม่ทราบ', en: 'Dimension left blank, taken as unknown' } },
  number_unreadable: { fate: 'warned', title: { th: 'อ่านตัวเลขไม่ได้', en: 'Number can’t be read' } },
  date_impossible: { fate: 'warned', title: { th: 'วันที่ไม่มีจริง ไม่นำมาใช้', en: 'No such date; left out' } },
  date_after_as_of: {
    fate: 'warned',
    title: { th: 'วันที่หลังวันที่ของข้อมูล', en: 'Date later than the as-of date' },
  },
  as_of_differs: {
    fate: 'warned',
    title: { th: 'วันที่ของข้อมูลต่างจากแถวส่วนใหญ่', en: 'As-of date differs from most rows' },
  },
  house_code_odd: {
    fate: 'warned',
    title: { th: 'รหัสบ้านไม่ครบ 11 หลัก', en: 'House code is not 11 digits' },
  },
  key_weak: {
    fate: 'warned',
    title: { th: 'ไม่มีรหัสบ้าน จับคู่ด้วยที่อยู่แทน', en: 'No house code; matched by address' },
  },
  key_missing: {
    fate: 'warned',
    title: {
      th: 'ไม่มีรหัสบ้านและที่อยู่ นับแถวนี้เป็นหนึ่งครัวเรือน',
      en: 'No house code nor address; counted as a household of its own',
    },
  },
  household_repeated: {
    fate: 'warned',
    title: { th: 'ครัวเรือนซ้ำ นับครั้งเดียว รวมทุกมิติ', en: 'Household met before; counted once, with all its dimensions' },
  },
  class_conflict: {
    fate: 'warned',
    title: {
      th: 'ครัวเรือนเดียวกันมีหลายประเภท นับเป็นยังไม่จำแนก',
      en: 'One household in several classes; taken as not classified',
    },
  },
  as_of_asked: { fate: 'assumed', title: { th: 'วันที่ของข้อมูลตามที่ผู้เปิดไฟล์ระบุ', en: 'As-of date as given by the reader' } },
  status_missing_unknown: {
    fate: 'assumed',
    title: { th: 'ไฟล์ไม่มีคอลัมน์สถานะ นับเป็นไม่ทราบสถานะ', en: 'No status column; taken as status unknown' },
  },
  status_missing_waiting: {
    fate: 'assumed',
    title: { th: 'ไฟล์ไม่มีคอลัมน์สถานะ นับเป็นยังรอการช่วยเหลือ', en: 'No status column; taken as still waiting' },
  },
  status_blank_unknown: {
    fate: 'assumed',
    title: { th: 'สถานะว่าง นับเป็นไม่ทราบสถานะ', en: 'Status blank; taken as status unknown' },
  },
  status_blank_waiting: {
    fate: 'assumed',
    title: { th: 'สถานะว่าง นับเป็นยังรอการช่วยเหลือ', en: 'Status blank; taken as still waiting' },
  },
} as const satisfies Record<string, Judgement>;

export type JudgementCode = keyof typeof judgements;

/** The words of a judgement; its code where it is not one of these, so that nothing goes unsaid. */
export function judgementTitle(code: string, language: Language): string {
  return Object.hasOwn(judgements, code) ? judgements[code as JudgementCode].title[language] : code;
}
