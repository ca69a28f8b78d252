/** Owns what readers are told in the settings at the page's foot. */

export const settingsTh = {
  title: 'ตั้งค่า',
  renderer: 'วิธีวาดแผนที่',
  renderers: { auto: 'เลือกให้', svg: 'แบบเครื่องไม่มีการ์ดจอ' },
  rendererHint: 'ถ้าแผนที่ช้า ว่าง หรือสีไม่ขึ้น ลองเลือกแบบเครื่องไม่มีการ์ดจอ ตัวเลขและสีเหมือนกันทุกพื้นที่',
  digits: 'ตัวเลข',
  digitSets: { arabic: '1,234', thai: '๑,๒๓๔' },
  term: 'กำหนดเวลา',
  deadline: 'กำหนดช่วยเหลือครบ',
  today: 'นับวันที่เหลือจาก',
  reportingDay: 'วันรายงานของทุกเดือน',
  reportingUnit: 'ของเดือน',
  range: 'กรอกวันที่ 1 ถึง 31',
  rule: 'ถ้าไม่ตั้ง: ครบภายใน 30 กันยายนของปีงบประมาณ นับจากวันที่ของข้อมูล และรายงานวันที่ 10 · เดือนที่สั้นกว่าใช้วันสุดท้ายของเดือน',
  set: 'เปลี่ยน',
  reset: 'กลับเป็นค่าเดิม',
};

export const settingsEn: typeof settingsTh = {
  title: 'Settings',
  renderer: 'How the map is drawn',
  renderers: { auto: 'Automatic', svg: 'Without graphics card' },
  rendererHint:
    'If the map is slow, empty or has no colours, draw it without the graphics card. Figures and colours are the same for every area.',
  digits: 'Digits in Thai',
  digitSets: { arabic: '1,234', thai: '๑,๒๓๔' },
  term: 'Deadlines',
  deadline: 'Help complete by',
  today: 'Days left counted from',
  reportingDay: 'Reporting day of each month',
  reportingUnit: 'of the month',
  range: 'Enter a day from 1 to 31',
  rule: 'If not set: complete by 30 September of the fiscal year, counted from the as-of date, and reported on the 10th. A shorter month has its last day.',
  set: 'Change',
  reset: 'Reset',
};
