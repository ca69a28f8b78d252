/** Owns what readers are told of who reported in time. */

export const reportingTh = {
  told: (asOf: string, due: string) => `รอบ ${asOf} (กำหนดรายงาน ${due}): มีข้อมูล {reported} จาก {all} อำเภอ`,
  missing: (names: string) => `ไม่รายงาน: ${names}`,
  late: (names: string) => `ช้า: ${names}`,
  idle: (names: string) => `ข้อมูลเดิม: ${names}`,
  all: 'ครบทุกอำเภอ',
  next: (date: string) => `รายงานครั้งต่อไป ${date} อีก {days} วัน`,
  states: { on_time: 'ทันเวลา', late: 'ช้า', idle: 'ข้อมูลเดิม', undated: 'มีข้อมูล', missing: 'ไม่รายงาน' },
  list: 'การรายงานของแต่ละอำเภอในแต่ละรอบ',
  last: 'บันทึกล่าสุด',
  rule: (days: string) =>
    `ทันเวลา: ปรับปรุงข้อมูลหลังวันรายงานครั้งก่อน ไม่เกิน ${days} วันหลังวันรายงาน · ช้า: รอบที่ดึงภายในวันนั้นยังไม่มี · มีข้อมูล: ไม่ทราบว่ามีตั้งแต่เมื่อใด · ข้อมูลเดิม: ไม่ได้ปรับปรุงเลยตั้งแต่วันรายงานครั้งก่อน · อำเภอที่ไม่รายงานไม่ใช่ศูนย์ และไม่นับในอัตราการช่วยเหลือ`,
  undatedRule: (days: string) =>
    `ไฟล์ไม่มีวันที่บันทึก จึงดูจากวันที่ของรอบ: ไม่เกิน ${days} วันหลังวันรายงานนับว่าทันเวลา รอบที่หลังจากนั้นบอกได้เพียงว่ามีข้อมูล`,
  /** Households of the amphoe not touched since the reporting day before. */
  untouched: 'ข้อมูลเดิม {idle} ครัวเรือน',
  unknown: 'ไม่ทราบ',
  reading: 'กำลังอ่านข้อมูลทุกรอบ',
  isUndated: (rounds: string) => `อีก ${rounds} รอบยังไม่ได้อ่านวันที่บันทึก จึงบอกได้เพียงว่ามีข้อมูล`,
  showDates: 'ดูวันที่บันทึก',
  dating: (done: string, all: string) => `กำลังอ่านวันที่บันทึก ${done} จาก ${all} ชุด`,
};

export const reportingEn: typeof reportingTh = {
  told: (asOf, due) => `Round of ${asOf} (due ${due}): data from {reported} of {all} amphoe`,
  missing: (names) => `not reported: ${names}`,
  late: (names) => `late: ${names}`,
  idle: (names) => `unchanged: ${names}`,
  all: 'every amphoe reported',
  next: (date) => `Next report due ${date}, in {days} days`,
  states: { on_time: 'In time', late: 'Late', idle: 'Unchanged', undated: 'Has data', missing: 'Not reported' },
  list: 'What each amphoe reported in each round',
  last: 'Last updated',
  rule: (days) =>
    `In time: rows updated after the reporting day before, at most ${days} days after this one. Late: a round drawn by then has nothing. Has data: since when is not known. Unchanged: no row updated since the reporting day before. An amphoe that did not report is not zero, and stands outside the pace.`,
  undatedRule: (days) =>
    `The file has no days of record, so the round’s date is taken: at most ${days} days after the reporting day is in time; of a later round it is only known that there are data.`,
  untouched: '{idle} households unchanged',
  unknown: 'Not known',
  reading: 'Reading all rounds',
  isUndated: (rounds) =>
    `Rounds whose days of record are not read yet: ${rounds}. Of these it is only known that there are data.`,
  showDates: 'Read the days of record',
  dating: (done, all) => `Reading days of record: ${done} of ${all}`,
};
