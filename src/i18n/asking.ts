/** Owns the words of the questions an import asks that are answered by one of a few choices. */
import { askedOfRowsEn, askedOfRowsTh } from './rows.ts';

export interface Asked {
  /** `file`: its name; `rows`: how many of its rows it is about. */
  readonly legend: (file: string, rows: string) => string;
  readonly hint?: string;
  /** What the file says instead. */
  readonly written?: (word: string) => string;
  /** The choices by their names; areas are named by the gazetteer. */
  readonly choices: Readonly<Record<string, string>>;
}

const unknownTh = { unknown: 'ไม่ทราบสถานะ (แนะนำ)', waiting: 'ยังรอการช่วยเหลือ' };
const unknownEn = { unknown: 'Status unknown (recommended)', waiting: 'Still waiting for help' };

/** A row a question. */
const rows = {
  status_missing: {
    legend: (_file, rows) => `ไฟล์นี้ไม่มีคอลัมน์สถานะการช่วยเหลือ (${rows} แถว) จะนับครัวเรือนเหล่านี้อย่างไร`,
    choices: unknownTh,
  },
  status_blank: {
    legend: (_file, rows) => `มี ${rows} แถวที่ช่องสถานะการช่วยเหลือว่าง จะนับอย่างไร`,
    choices: unknownTh,
  },
  province: {
    legend: (file, rows) => `ไม่พบชื่อจังหวัดใน “${file}” (${rows} แถว) ข้อมูลนี้เป็นของจังหวัดใด`,
    written: (word) => `ในไฟล์เขียนจังหวัดว่า “${word}” ซึ่งไม่ตรงกับชื่อจังหวัดใด`,
    hint: 'ระบบจะค้นหาชื่ออำเภอและตำบลในไฟล์จากจังหวัดที่เลือก',
    choices: {},
  },
  hidden_sheets: {
    legend: (file, rows) => `แผ่นงานที่ซ่อนไว้ในไฟล์ Excel: “${file}” (${rows} แถว) จะอ่านด้วยหรือไม่`,
    hint: 'แผ่นงานที่ซ่อนไว้มักเป็นข้อมูลเก่าหรือสำเนา เลือกใหม่ภายหลังได้ที่ “ตรวจและแก้สิ่งที่อ่านได้”',
    choices: { leave: 'ไม่อ่าน อ่านเฉพาะแผ่นงานที่มองเห็น (แนะนำ)', read: 'อ่านแผ่นงานที่ซ่อนไว้ด้วย' },
  },
  ...askedOfRowsTh,
} satisfies Record<string, Asked>;

export type ChoiceCode = keyof typeof rows;
export const askingTh: Readonly<Record<ChoiceCode, Asked>> = rows;

export const askingEn: Readonly<Record<ChoiceCode, Asked>> = {
  status_missing: {
    legend: (_file, rows) =>
      `The file has no column for the status of help (${rows} rows). How should these households count?`,
    choices: unknownEn,
  },
  status_blank: {
    legend: (_file, rows) => `The status of help is blank in ${rows} rows. How should they count?`,
    choices: unknownEn,
  },
  province: {
    legend: (file, rows) => `“${file}” (${rows} rows) names no province. Which province is it of?`,
    written: (word) => `The file says “${word}”, which is no province’s name.`,
    hint: 'The amphoe and tambon named in the file will be looked for in the province you choose.',
    choices: {},
  },
  hidden_sheets: {
    legend: (file, rows) => `Sheets hidden in the workbook: “${file}” (${rows} rows). Read them too?`,
    hint: 'Hidden sheets are often old data or copies. You can choose again later under “Check and correct what was read”.',
    choices: { leave: 'No, only the sheets that can be seen (recommended)', read: 'Yes, the hidden ones too' },
  },
  ...askedOfRowsEn,
};
