/** Owns what readers are told of teams and mentors. */

export const teamsTh = {
  loading: 'กำลังนับ',
  by: 'ดูตาม',
  sides: { team: 'ทีมปฏิบัติการ', mentor: 'ทีมพี่เลี้ยง' },
  none: {
    team: 'ไม่มีครัวเรือนใดบอกทีมปฏิบัติการ',
    mentor: 'ไม่มีครัวเรือนใดบอกทีมพี่เลี้ยง',
  },
  addColumn: (column: string) => `ใส่คอลัมน์ “${column}” ในไฟล์ แล้วเปิดใหม่ (มีอยู่ในแบบฟอร์ม)`,
  most: (name: string) => `${name} มีครัวเรือนที่ยังไม่ได้ลงพื้นที่มากที่สุด {unsurveyed} จาก {households} ครัวเรือน`,
  all: 'ทุกทีมลงพื้นที่ครบแล้ว {households} ครัวเรือน',
  person: (initial: string) => `พี่เลี้ยง ${initial}`,
  untold: 'ไม่ระบุ',
  places: (count: string) => `ใน ${count} ตำบล`,
  table: {
    households: 'ครัวเรือน',
    surveyed: 'ลงพื้นที่แล้ว %',
    unsurveyed: (count: string) => `ยังไม่ได้ ${count}`,
    helped: 'ช่วยแล้ว',
    pending: 'ยังรอ',
    urgent: (count: string) => `เร่งด่วน ${count}`,
    last: (date: string) => `ล่าสุด ${date}`,
  },
  note: {
    team: 'ทีมชื่อเดียวกันนับรวมกัน แม้อยู่คนละตำบล เลือกตำบลเพื่อดูทีมของตำบลเดียว',
    mentor: 'แสดงชื่อเฉพาะที่เป็นชื่อทีมหรือเลขทีม ชื่อบุคคลแสดงเพียงอักษรย่อ',
  },
};

export const teamsEn: typeof teamsTh = {
  loading: 'Counting',
  by: 'By',
  sides: { team: 'Teams', mentor: 'Mentors' },
  none: { team: 'No household tells its team.', mentor: 'No household tells its mentor.' },
  addColumn: (column) => `Add the column “${column}” to the file and open it again (the blank form has it).`,
  most: (name) => `${name} has most households not yet visited: {unsurveyed} of {households}`,
  all: 'Every team has visited all of its households: {households}',
  person: (initial) => `Mentor ${initial}`,
  untold: 'Not given',
  places: (count) => `in ${count} tambon`,
  table: {
    households: 'Households',
    surveyed: '% visited',
    unsurveyed: (count) => `not yet ${count}`,
    helped: 'Helped',
    pending: 'Waiting',
    urgent: (count) => `urgent ${count}`,
    last: (date) => `last ${date}`,
  },
  note: {
    team: 'Teams of one name count together, also in different tambon. Choose a tambon to see its own teams.',
    mentor: 'Names are shown only where they are a team’s name or number; of a person’s name, only an initial.',
  },
};
