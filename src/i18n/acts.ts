/** Owns what readers are told of recorded acts of help. */

export const actsTh = {
  loading: 'กำลังนับ',
  none: 'ไม่มีบันทึกการช่วยเหลือตามตัวกรองที่เลือก',
  found: 'บันทึกการช่วยเหลือ {acts} ครั้ง ถึง {households} ครัวเรือน',
  foundBaht: 'บันทึกการช่วยเหลือ {acts} ครั้ง ถึง {households} ครัวเรือน เป็นเงิน {amount} บาท (จาก {amounts} ครั้งที่บอกจำนวนเงิน)',
  by: 'ดูตาม',
  groups: { month: 'เดือน', agency: 'หน่วยงาน', dimension: 'มิติ', kind: 'ประเภท' },
  tables: {
    month: 'การช่วยเหลือที่บันทึก รายเดือน',
    agency: 'การช่วยเหลือที่บันทึก ตามหน่วยงาน',
    dimension: 'การช่วยเหลือที่บันทึก ตามมิติ',
    kind: 'การช่วยเหลือที่บันทึก ตามประเภท',
  },
  untold: { month: 'ไม่ระบุวันที่', agency: 'ไม่ระบุหน่วยงาน', dimension: 'ไม่ระบุมิติ', kind: 'ไม่ระบุประเภท' },
  table: {
    acts: 'ครั้ง',
    households: 'ครัวเรือน',
    amount: 'บาท',
    amountOf: (told: string) => `จาก ${told} ครั้ง`,
    last: 'ล่าสุด',
  },
  questions: 'คำถามที่ต้องตอบ',
  doubts: {
    undated: 'บันทึกที่ไม่ระบุวันที่',
    after: 'บันทึกที่ลงวันที่หลังวันที่ของข้อมูล',
    unnamed: 'บันทึกที่ไม่ระบุหน่วยงาน',
    undimensioned: 'บันทึกที่ไม่ระบุมิติ',
    unlisted: 'มีบันทึกช่วยเหลือหรือแผน แต่ไม่อยู่ในบัญชีเป้าหมาย',
    unrecorded: 'ช่วยเหลือแล้วหรือบางส่วน แต่ไม่มีบันทึก',
    waiting: 'มีบันทึกช่วยเหลือ แต่สถานะยังไม่เริ่ม',
  },
  units: { act: 'ครั้ง', household: 'ครัวเรือน' },
};

export const actsEn: typeof actsTh = {
  loading: 'Counting',
  none: 'No acts of help are recorded with these filters.',
  found: '{acts} acts of help recorded, for {households} households',
  foundBaht:
    '{acts} acts of help recorded, for {households} households: {amount} baht (from the {amounts} that tell it)',
  by: 'By',
  groups: { month: 'Month', agency: 'Agency', dimension: 'Dimension', kind: 'Kind' },
  tables: {
    month: 'Recorded acts of help by month',
    agency: 'Recorded acts of help by agency',
    dimension: 'Recorded acts of help by dimension',
    kind: 'Recorded acts of help by kind',
  },
  untold: { month: 'No date', agency: 'Agency not given', dimension: 'Dimension not given', kind: 'Kind not given' },
  table: {
    acts: 'Acts',
    households: 'Households',
    amount: 'Baht',
    amountOf: (told) => `from ${told} acts`,
    last: 'Last',
  },
  questions: 'Questions to answer',
  doubts: {
    undated: 'Records without a date',
    after: 'Records dated after the as-of date',
    unnamed: 'Records without an agency',
    undimensioned: 'Records without a dimension',
    unlisted: 'Help or a plan recorded, but not on the list',
    unrecorded: 'Helped or partly helped, but nothing recorded',
    waiting: 'Help recorded, but status not started',
  },
  units: { act: 'acts', household: 'households' },
};
