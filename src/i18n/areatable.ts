/** Owns what readers are told of tables of areas: where their figures are from, and how far they may be compared. */

export const areaTableTh = {
  group: 'ตารางพื้นที่',
  region: 'ที่มาของตัวเลขในตารางพื้นที่',
  from: (title: string) => `“${title}” คิดจากตาราง`,
  open: 'ตารางพื้นที่ที่เปิดไว้',
  year: (year: string) => `ข้อมูลปี ${year}`,
  asOf: (date: string) => `ข้อมูล ณ ${date}`,
  undated: 'ไม่บอกปีของข้อมูล',
  seeOnMap: (title: string) => `ดู “${title}” บนแผนที่`,
  remove: (file: string) => `เอา ${file} ออก`,
  receipt: 'ใบรับข้อมูล',
  apart: 'ตัวเลขนี้ไม่เปลี่ยนตามตัวกรอง และนับคนละแบบกับ Logbook จึงไม่ควรเทียบเป็นชุดเดียวกัน',
  share: 'ตัวตั้งมาจาก Logbook ตัวหารคือครัวเรือนทั้งหมดในตาราง ปีและวิธีนับอาจต่างกัน',
  over: (areas: string) => `มี ${areas} พื้นที่เกินร้อยละ 100 ตารางอาจเก่ากว่า หรือนับไม่ครบทุกครัวเรือน`,
  stray: (title: string) => `ลิงก์นี้ให้แสดง “${title}” ซึ่งต้องเปิดตารางพื้นที่ก่อน จึงแสดงเรื่องปกติแทน`,
  told: (figure: string, areas: string, level: string) => `${figure} ${areas} ${level}`,
  tables: 'ตัวเลขของพื้นที่ที่ได้จากไฟล์',
};

export const areaTableEn: typeof areaTableTh = {
  group: 'Tables of areas',
  region: 'Where the figures of areas are from',
  from: (title) => `“${title}” is worked out from the table`,
  open: 'Open tables of areas',
  year: (year) => `data of ${year}`,
  asOf: (date) => `as of ${date}`,
  undated: 'no year told',
  seeOnMap: (title) => `See “${title}” on the map`,
  remove: (file) => `Remove ${file}`,
  receipt: 'Receipt',
  apart: 'It does not follow the filters and is counted otherwise than Logbook: do not compare the two as one series.',
  share: 'The households counted are Logbook’s; all households are the table’s. Year and way of counting may differ.',
  over: (areas) => `${areas} areas are above 100 %: the table may be older, or not count every household.`,
  stray: (title) => `The link asks for “${title}”, which needs a table of areas. The usual measure is shown instead.`,
  told: (figure, areas, level) => `${figure}: ${areas} ${level}`,
  tables: 'Figures of areas found in the file',
};
