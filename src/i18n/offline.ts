/** Owns what readers are told of using the page without a network, and of newer versions of it. */

export const offlineTh = {
  description: 'แผนที่ว่าครัวเรือนใดได้รับการช่วยเหลือแล้ว และครัวเรือนใดยังรอ ข้อมูลไม่ออกจากเครื่อง',
  ready: 'พร้อมใช้โดยไม่มีอินเทอร์เน็ต',
  full: 'เนื้อที่ในเครื่องเหลือไม่พอ จึงต้องใช้อินเทอร์เน็ตทุกครั้งที่เปิดหน้านี้',
  close: 'ปิดข้อความนี้',
  newer: 'มีรุ่นใหม่ เปลี่ยนได้เมื่อพร้อม',
  use: 'ใช้รุ่นใหม่',
  useTitle: 'ใช้รุ่นใหม่ตอนนี้หรือไม่',
  useAsk: 'หน้านี้จะเปิดใหม่ที่มุมมองเดิม ไฟล์ที่เปิดไว้จะถูกปิด และต้องเปิดอีกครั้ง',
  useNow: 'ใช้รุ่นใหม่ตอนนี้',
  later: 'ไว้ภายหลัง',
  name: 'ใช้โดยไม่มีอินเทอร์เน็ต',
  states: { none: 'ไม่ได้', ready: 'ได้', full: 'ไม่ได้ เนื้อที่ในเครื่องเหลือไม่พอ' },
};

export const offlineEn: typeof offlineTh = {
  description: 'The map of which households have been helped and which still wait. Data never leaves the computer',
  ready: 'Ready to use without internet',
  full: 'This computer has too little storage left, so opening this page needs the internet every time',
  close: 'Close this message',
  newer: 'A new version is here: change when it suits you',
  use: 'Use the new version',
  useTitle: 'Use the new version now?',
  useAsk: 'This page opens anew at the same view. The files you opened are closed and must be opened again.',
  useNow: 'Use it now',
  later: 'Later',
  name: 'Use without internet',
  states: { none: 'no', ready: 'yes', full: 'no, too little storage is left' },
};
