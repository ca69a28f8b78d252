/** Owns the words of what is asked about all rows of a file, and of how it is put right in a spreadsheet. */
import type { Asked } from './asking.ts';

export type RowsCode = 'codes_lost' | 'wide_rows' | 'fill_down' | 'area_sums';

export const askedOfRowsTh = {
  codes_lost: {
    legend: (file, rows) => `รหัสใน “${file}” เสียหาย ${rows} แถว ซึ่งเกินครึ่งของไฟล์ จะทำอย่างไร`,
    hint: 'รหัสกลายเป็นเลขย่อ เช่น 9.41E+10 เพราะเคยเปิดแล้วบันทึกด้วย Excel เลขท้ายหายไปแล้ว และคำนวณกลับไม่ได้',
    choices: {
      export: 'หยุดก่อน แล้วส่งออกไฟล์ใหม่ให้รหัสเป็นข้อความ (แนะนำ)',
      weak: 'นับต่อโดยไม่ใช้รหัสที่เสีย ใช้ชื่อพื้นที่และบ้านเลขที่แทน (อาจนับครัวเรือนซ้ำหรือรวมกันผิด)',
    },
  },
  wide_rows: {
    legend: (file, rows) => `${rows} แถวใน “${file}” มีจำนวนช่องไม่เท่าหัวตาราง แต่ช่องที่ต่างกันว่างทั้งหมด จะอ่านอย่างไร`,
    hint: 'มักเกิดจากโปรแกรมที่เติมเครื่องหมายคั่นไว้ท้ายทุกแถว หากอ่านตามหัวตาราง แถวที่จำนวนช่องต่างจากนี้จะถูกกักไว้',
    choices: {
      read: 'อ่านแถวเหล่านี้ตามหัวตาราง โดยไม่นับช่องว่างท้ายแถว (แนะนำ)',
      quarantine: 'กักแถวเหล่านี้ไว้ทั้งหมด เพื่อตรวจและแก้เอง',
    },
  },
  fill_down: {
    legend: (file, rows) => `ช่องจังหวัด อำเภอ หรือตำบล ใน “${file}” ว่างอยู่ ${rows} แถวใต้แถวที่มีชื่อ จะถือว่าอย่างไร`,
    hint: 'ตารางที่จัดไว้พิมพ์มักใส่ชื่อพื้นที่ไว้แถวแรกของกลุ่มแถวเดียว หรือผสานเซลล์ไว้',
    choices: {
      fill: 'ถือว่าเหมือนแถวบน',
      leave: 'เว้นว่างไว้ นับเป็นไม่ได้ระบุพื้นที่',
    },
  },
  area_sums: {
    legend: (file, rows) => `“${file}” ดูเหมือนตารางยอดรวม ไม่ใช่รายชื่อครัวเรือน (${rows} แถว) จะทำอย่างไร`,
    hint: 'ไม่มีรหัสบ้าน บ้านเลขที่ หรือชื่อคน และช่องในตารางเป็นจำนวน เช่น 23 หากอ่านเป็นครัวเรือน หนึ่งแถวจะนับเป็นเพียง 1 ครัวเรือน',
    choices: {
      stop: 'หยุดก่อน แล้วเปิดรายชื่อที่มีหนึ่งแถวต่อหนึ่งครัวเรือนแทน (แนะนำ)',
      households: 'แต่ละแถวคือหนึ่งครัวเรือนจริง ให้อ่านต่อ',
    },
  },
} satisfies Record<RowsCode, Asked>;

export const askedOfRowsEn: Readonly<Record<RowsCode, Asked>> = {
  codes_lost: {
    legend: (file, rows) => `Codes in “${file}” are lost in ${rows} rows, more than half of the file. What now?`,
    hint: 'They have become short numbers such as 9.41E+10, because Excel opened and saved the file. Their last digits are gone and can’t be worked out.',
    choices: {
      export: 'Stop, and export the file again with codes as text (recommended)',
      weak: 'Go on without the lost codes, by names of areas and house numbers (households may be counted twice or taken for one)',
    },
  },
  wide_rows: {
    legend: (file, rows) =>
      `${rows} rows of “${file}” have more or fewer fields than the header, and what differs is blank. How should they be read?`,
    hint: 'Some programs put one more separator at the end of every row. If they are read by the header, rows of any other width are quarantined.',
    choices: {
      read: 'Read them by the header, without the blank fields at the end (recommended)',
      quarantine: 'Quarantine all of them, to be checked and mended',
    },
  },
  fill_down: {
    legend: (file, rows) =>
      `Province, amphoe or tambon is blank in ${rows} rows of “${file}”, below rows that have a name. What does that mean?`,
    hint: 'Tables made for printing often name an area only in the first row of its group, or merge its cells.',
    choices: {
      fill: 'The same as the row above',
      leave: 'Nothing: the area of these rows is not known',
    },
  },
  area_sums: {
    legend: (file, rows) => `“${file}” looks like a table of sums, not a list of households (${rows} rows). What now?`,
    hint: 'It has no house code, house number or name, and its cells are counts such as 23. Read as households, each row would count as one only.',
    choices: {
      stop: 'Stop, and open a list with one row for each household instead (recommended)',
      households: 'Each row really is one household: go on',
    },
  },
};

export const rowsTh = {
  areaSums: (file: string): string =>
    `ยังไม่เปิด ${file} เพราะเป็นตารางยอดรวมรายพื้นที่ นับเป็นครัวเรือนไม่ได้ กรุณาส่งออกรายชื่อจากระบบ Logbook ให้มีหนึ่งแถวต่อหนึ่งครัวเรือน แล้วเปิดใหม่ ` +
    'หากต้องการใช้เป็นตัวเลขอ้างอิงของพื้นที่ ให้เหลือเฉพาะคอลัมน์พื้นที่และจำนวน เช่น ตำบล อำเภอ จำนวนครัวเรือน',
  codesLost: (file: string): string =>
    `ยังไม่เปิด ${file} เพราะรหัสส่วนใหญ่เสียหาย (เป็นเลขย่อ เช่น 9.41E+10) หากมีไฟล์ Excel ต้นฉบับ ให้เปิดไฟล์นั้นในหน้านี้ได้เลยโดยไม่ต้องแปลง ` +
    'หากมีเพียง CSV จากระบบ ให้ส่งออกจากระบบใหม่แล้วเปิดในหน้านี้ทันที หากต้องแก้ใน Excel ก่อน ให้เปิดด้วยเมนู ข้อมูล > จากข้อความ/CSV แล้วกำหนดชนิดคอลัมน์รหัสเป็น “ข้อความ”',
};

export const headerRowTh = {
  label: 'หัวตารางอยู่แถวอื่นหรือไม่',
  none: 'ใช้แถวที่พบ',
  row: (row: string, cells: string): string => `แถวที่ ${row}: ${cells}`,
  use: 'อ่านใหม่โดยใช้แถวนี้เป็นหัวตาราง',
};

export const headerRowEn: typeof headerRowTh = {
  label: 'Is the header another row?',
  none: 'The row that was found',
  row: (row, cells) => `Row ${row}: ${cells}`,
  use: 'Read again with this row as the header',
};

export const rowsEn: typeof rowsTh = {
  areaSums: (file) =>
    `${file} was not opened: it holds sums by area, which are no households. Export the list from Logbook with one row for each household, and open that. ` +
    'To use it as figures of areas to compare with, keep only the columns of areas and of numbers, such as tambon, amphoe, number of households.',
  codesLost: (file) =>
    `${file} was not opened: most of its codes are lost (written like 9.41E+10). If you have the original Excel file, open that one here as it is. ` +
    'If you only have a CSV from a system, export it again and open it here at once. If Excel must come between, open it by Data > From Text/CSV and set the type of the code columns to Text.',
};
