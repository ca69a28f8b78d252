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
  not_decoded: {
    fate: 'quarantined',
    title: { th: 'มีอักขระที่อ่านไม่ออกในรหัสอักขระของไฟล์', en: 'Holds characters that the file’s encoding has not' },
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
  line_torn: {
    fate: 'quarantined',
    title: {
      th: 'บรรทัดถูกตัดกลางแถว แถวนี้อาจไม่ครบ',
      en: 'A line is torn apart here: this row may not be whole',
    },
  },
  other_table: {
    fate: 'quarantined',
    title: { th: 'อยู่ในตารางอื่นที่ต่อท้ายไฟล์', en: 'Belongs to another table further down the file' },
  },
  code_lost: {
    fate: 'quarantined',
    title: {
      th: 'รหัสเสียหาย (เป็นเลขยกกำลัง เช่น 1.30E+10) กรุณาส่งออกใหม่เป็นข้อความ',
      en: 'Code lost (written like 1.30E+10): export it again as text',
    },
  },
  unmended: {
    fate: 'quarantined',
    title: { th: 'แถวที่กักไว้ยังไม่ได้แก้', en: 'Quarantined before, and not mended yet' },
  },
  formula_without_value: {
    fate: 'quarantined',
    title: {
      th: 'เป็นสูตรที่ยังไม่คำนวณ กรุณาเปิดและบันทึกใน Excel แล้วเปิดใหม่',
      en: 'A formula never worked out: open and save the file in Excel, then open it again',
    },
  },
  area_unknown: {
    fate: 'quarantined',
    title: {
      th: 'ไม่รู้จักพื้นที่ของแถวนี้ จึงใช้ตัวเลขไม่ได้',
      en: 'The area of the row is not known, so its figures can’t be used',
    },
  },
  area_repeated: {
    fate: 'quarantined',
    title: {
      th: 'พื้นที่นี้มีตัวเลขอยู่แล้วในแถวก่อนหน้าของตาราง',
      en: 'An earlier row of the table holds the figures of this area',
    },
  },
  sheet_unread: {
    fate: 'set_aside',
    title: { th: 'แถวในแผ่นงานที่ไม่ใช่ตารางครัวเรือน', en: 'Rows of sheets that are no table of households' },
  },
  sheet_hidden: { fate: 'warned', title: { th: 'แผ่นงานที่ซ่อนไว้ อ่านด้วย', en: 'Hidden sheet, read all the same' } },
  rows_hidden: {
    fate: 'warned',
    title: { th: 'แถวที่ซ่อนหรือกรองไว้ อ่านด้วย', en: 'Hidden or filtered rows, read all the same' },
  },
  excel_limit: {
    fate: 'warned',
    title: {
      th: 'แผ่นงานเต็มถึงแถวสุดท้ายที่ Excel รับได้ ข้อมูลอาจถูกตัด',
      en: 'The sheet is full to the last row Excel can hold: data may have been cut off',
    },
  },
  entry_unread: {
    fate: 'warned',
    title: { th: 'ไฟล์ใน ZIP ที่ไม่ใช่ตาราง ไม่ได้อ่าน', en: 'Files in the ZIP that are no tables; not read' },
  },
  house_no_date: {
    fate: 'warned',
    title: { th: 'บ้านเลขที่กลายเป็นวันที่ (เช่น 27/1 เป็น 27-ม.ค.)', en: 'House number has become a date (27/1 as 27-Jan)' },
  },
  nid_lost: {
    fate: 'warned',
    title: {
      th: 'เลขประจำตัวประชาชนเสียหาย (เป็นเลขย่อ เช่น 1.94E+12) ไม่กระทบตัวเลขที่นับ',
      en: 'National ID lost (written like 1.94E+12); no figure depends on it',
    },
  },
  codes_left_blank: {
    fate: 'assumed',
    title: {
      th: 'เว้นรหัสที่เสียไว้ นับโดยใช้ชื่อพื้นที่และบ้านเลขที่แทน ตามที่ผู้เปิดไฟล์เลือก',
      en: 'Lost codes left blank; counted by names of areas and house numbers, as chosen by the reader',
    },
  },
  rows_widened: {
    fate: 'assumed',
    title: {
      th: 'จำนวนช่องไม่เท่าหัวตารางเหมือนกันทุกแถว ช่องที่ต่างว่างทั้งหมด อ่านตามหัวตาราง',
      en: 'Rows all differ from the header by the same blank fields; read by the header',
    },
  },
  filled_down: {
    fate: 'assumed',
    title: {
      th: 'ช่องพื้นที่ว่าง ถือว่าเหมือนแถวบน ตามที่ผู้เปิดไฟล์เลือก',
      en: 'Area left blank, taken as in the row above, as chosen by the reader',
    },
  },
  sums_as_households: {
    fate: 'assumed',
    title: {
      th: 'แถวที่ดูเหมือนยอดรวมรายพื้นที่ นับเป็นครัวเรือน ตามที่ผู้เปิดไฟล์เลือก',
      en: 'Rows that look like sums by area, counted as households as chosen by the reader',
    },
  },
  title: { fate: 'set_aside', title: { th: 'แถวชื่อเรื่องเหนือหัวตาราง', en: 'Title rows above the header' } },
  blank: { fate: 'set_aside', title: { th: 'แถวว่าง', en: 'Blank rows' } },
  total: { fate: 'set_aside', title: { th: 'แถวผลรวม', en: 'Total rows' } },
  note: {
    fate: 'set_aside',
    title: { th: 'หมายเหตุ หรือแถวที่ไม่มีข้อมูลครัวเรือน', en: 'Notes, or rows that tell of no household' },
  },
  header_part: {
    fate: 'set_aside',
    title: { th: 'แถวหน่วยหรือเลขคอลัมน์ใต้หัวตาราง', en: 'Units or column numbers below the header' },
  },
  header_again: { fate: 'set_aside', title: { th: 'หัวตารางซ้ำ', en: 'The header once more' } },
  mended: {
    fate: 'set_aside',
    title: { th: 'แถวที่เคยกักไว้ และมีแถวที่แก้แล้วมาแทน', en: 'Quarantined rows that mended ones replace' },
  },
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
  province_assumed: {
    fate: 'warned',
    title: {
      th: 'แถวไม่บอกจังหวัด จึงนับไว้ในจังหวัดที่มีแถวมากที่สุดของไฟล์',
      en: 'The row names no province; counted in the one with most rows of the file',
    },
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
  as_of_blank: {
    fate: 'warned',
    title: {
      th: 'ไม่ได้ระบุวันที่ของข้อมูล นับในรอบที่มีแถวมากที่สุดของไฟล์',
      en: 'As-of date left blank; counted in the commonest round of its file',
    },
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
  person_repeated: {
    fate: 'warned',
    title: { th: 'สมาชิกคนเดียวกันซ้ำในครัวเรือน นับคนเดียว', en: 'Member met before in the household; counted once' },
  },
  household_from_help: {
    fate: 'warned',
    title: {
      th: 'ครัวเรือนที่พบแต่ในบันทึกการช่วยเหลือ นับเป็นไม่ทราบสถานะ',
      en: 'Household known only from records of help; taken as status unknown',
    },
  },
  household_from_plan: {
    fate: 'warned',
    title: {
      th: 'ครัวเรือนที่พบแต่ในแผน นับเป็นไม่ทราบสถานะ',
      en: 'Household known only from plans; taken as status unknown',
    },
  },
  helped_without_act: {
    fate: 'warned',
    title: {
      th: 'ช่วยเหลือแล้ว แต่ไม่ได้บันทึกกิจกรรม วันที่ หรือหน่วยงาน',
      en: 'Helped, but no activity, date or agency is recorded',
    },
  },
  act_while_waiting: {
    fate: 'warned',
    title: {
      th: 'มีบันทึกการช่วยเหลือ แต่สถานะยังรอการช่วยเหลือ นับตามสถานะ',
      en: 'Help is recorded, but the status says still waiting; the status is used',
    },
  },
  self_reliant_waiting: {
    fate: 'warned',
    title: {
      th: 'ประเภทพัฒนาตนเองได้ แต่ยังรอการช่วยเหลือ นับตามสถานะ',
      en: 'Self-reliant, but still waiting for help; the status is used',
    },
  },
  date_before_year: {
    fate: 'warned',
    title: { th: 'วันที่ก่อนปีงบประมาณของข้อมูล', en: 'Date before the fiscal year of the data' },
  },
  province_of_house_code: {
    fate: 'assumed',
    title: {
      th: 'ไม่มีคอลัมน์พื้นที่ ใช้จังหวัดตามเลขสองหลักแรกของรหัสบ้าน',
      en: 'No column of places; the province is that of the house code’s first two digits',
    },
  },
  grain_corrected: {
    fate: 'assumed',
    title: { th: 'หนึ่งแถวคืออะไร ตามที่ผู้เปิดไฟล์เลือกไว้', en: 'What one row stands for, as chosen by the reader' },
  },
  class_conflict: {
    fate: 'warned',
    title: {
      th: 'ครัวเรือนเดียวกันมีหลายประเภท นับเป็นยังไม่จำแนก',
      en: 'One household in several classes; taken as not classified',
    },
  },
  header_corrected: {
    fate: 'assumed',
    title: { th: 'จับคู่หัวตารางตามที่ผู้เปิดไฟล์แก้ไว้', en: 'Headers read as corrected by the reader' },
  },
  value_corrected: {
    fate: 'assumed',
    title: { th: 'ค่าที่นับตามที่ผู้เปิดไฟล์แก้ไว้', en: 'Values taken as corrected by the reader' },
  },
  end_open: {
    fate: 'warned',
    title: {
      th: 'บรรทัดสุดท้ายไม่มีเครื่องหมายจบบรรทัด ค่าสุดท้ายอาจขาด',
      en: 'The last line has no line end: its last value may be cut',
    },
  },
  place_corrected: {
    fate: 'assumed',
    title: { th: 'ชื่อพื้นที่ที่นับตามที่ผู้เปิดไฟล์เลือก', en: 'Area names taken as chosen by the reader' },
  },
  as_of_asked: { fate: 'assumed', title: { th: 'วันที่ของข้อมูลตามที่ผู้เปิดไฟล์ระบุ', en: 'As-of date as given by the reader' } },
  as_of_corrected: {
    fate: 'assumed',
    title: { th: 'วันที่ของข้อมูลตามที่ผู้เปิดไฟล์เปลี่ยน', en: 'As-of date as changed by the reader' },
  },
  round_accepted: {
    fate: 'assumed',
    title: {
      th: 'รอบที่ต่างจากข้อมูลที่เปิดอยู่ ใช้ตามที่ผู้เปิดไฟล์ยืนยัน',
      en: 'A round unlike what was open, used as the reader agreed',
    },
  },
  round_earlier: {
    fate: 'assumed',
    title: {
      th: 'รอบที่เก่ากว่ารอบที่เปิดอยู่ เรียงตามวันที่ให้แล้ว',
      en: 'A round older than one that is open; put in order of date',
    },
  },
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
