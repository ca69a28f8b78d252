/** Owns what readers are told of villages. */

export const villagesTh = {
  loading: 'กำลังนับ',
  none: 'ไม่มีครัวเรือนตามตัวกรองที่เลือก',
  noColumns: 'ไม่มีครัวเรือนใดบอกหมู่ที่หรือหมู่บ้าน',
  addColumns: (columns: string) => `ใส่คอลัมน์เหล่านี้ในไฟล์ แล้วเปิดใหม่: ${columns} (มีอยู่ในแบบฟอร์ม)`,
  most: (name: string) => `${name} มากที่สุด {value} ครัวเรือน`,
  known: 'รู้หมู่บ้าน {known} จาก {households} ครัวเรือน ใน {villages} หมู่บ้านหรือชุมชน',
  moo: (moo: string) => `หมู่ ${moo}`,
  unknown: 'ไม่ทราบหมู่บ้าน',
  names: (count: string) => `เขียนต่างกัน ${count} ชื่อ`,
  label: 'หมู่บ้านและชุมชน เรียงตามสิ่งที่แผนที่แสดง',
  head: 'หมู่บ้าน/ชุมชน',
  need: 'ต้องช่วย',
  helped: 'ช่วยแล้ว',
  pending: 'ยังรอ',
  share: 'ช่วยแล้ว %',
  note: 'นอกเขตเทศบาลรวมตามหมู่ที่ แม้เขียนชื่อหมู่บ้านต่างกัน และแสดงชื่อที่พบบ่อยที่สุด ในเขตเทศบาลรวมตามชื่อชุมชน กดแถวเพื่อไปที่ตำบล',
};

export const villagesEn: typeof villagesTh = {
  loading: 'Counting',
  none: 'No households with these filters.',
  noColumns: 'No household tells its moo or village.',
  addColumns: (columns) => `Add these columns to the file and open it again: ${columns} (the blank form has them)`,
  most: (name) => `most in ${name}, {value} households`,
  known: 'The village is known of {known} of {households} households, in {villages} villages or communities',
  moo: (moo) => `Moo ${moo}`,
  unknown: 'Village unknown',
  names: (count) => `written in ${count} ways`,
  label: 'Villages and communities, by what the map shows',
  head: 'Village or community',
  need: 'In need',
  helped: 'Helped',
  pending: 'Waiting',
  share: 'Helped %',
  note: 'Outside municipalities households are put together by moo, though the village’s name is written differently; the name met most often is shown. In municipalities, by the community’s name. Choose a row to go to its tambon.',
};
