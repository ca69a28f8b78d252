/** Owns the words of what is asked about a round before it is accepted. */

export const askedRoundTh = {
  legend: (file: string, date: string) => `รอบวันที่ ${date} จาก “${file}” ต่างจากข้อมูลที่เปิดอยู่`,
  again: (date: string, before: string, now: string) =>
    `มีรอบวันที่ ${date} เปิดอยู่แล้ว (${before} ครัวเรือน) แต่เนื้อหาต่างกัน ไฟล์นี้มี ${now} ครัวเรือน และจะใช้แทนรอบเดิม`,
  smaller: (date: string, before: string, now: string) =>
    `ไฟล์นี้มี ${now} ครัวเรือน ไม่ถึงครึ่งของรอบก่อนหน้า (${date}) ซึ่งมี ${before} ครัวเรือน`,
  amphoe: (date: string) => `อำเภอในไฟล์นี้ไม่ตรงกับรอบก่อนหน้า (${date})`,
  missing: (names: string) => `ไม่มีในไฟล์นี้: ${names} (จะแสดงว่าไม่ได้รายงาน ไม่นับเป็นศูนย์)`,
  added: (names: string) => `เพิ่มมาในไฟล์นี้: ${names}`,
  choices: { accept: 'ใช้ไฟล์นี้', refuse: 'ไม่ใช้ไฟล์นี้ คงข้อมูลเดิมไว้' } as Readonly<Record<string, string>>,
};

export const askedRoundEn: typeof askedRoundTh = {
  legend: (file, date) => `The round of ${date} from “${file}” differs from what is open`,
  again: (date, before, now) =>
    `A round of ${date} is open already (${before} households), with other content. This file has ${now} households and would take its place.`,
  smaller: (date, before, now) =>
    `This file has ${now} households, less than half of the round before (${date}), which has ${before}.`,
  amphoe: (date) => `The amphoe of this file are not those of the round before (${date}).`,
  missing: (names) => `Not in this file: ${names} (shown as not reported, never as zero)`,
  added: (names) => `New in this file: ${names}`,
  choices: { accept: 'Use this file', refuse: 'Do not use it, keep what is open' },
};
