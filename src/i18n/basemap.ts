/** Owns what readers are told of the basemap under the areas: choosing it, its credit, and why one can't be drawn. */

type Detail = Readonly<Record<string, string | number>>;

export const basemapTh = {
  title: 'แผนที่ฐาน',
  none: 'ไม่แสดงแผนที่ฐาน',
  choose: 'เลือกไฟล์ .pmtiles',
  private: 'ไฟล์ถูกอ่านในเครื่องนี้เท่านั้น ไม่ถูกส่งออกไป',
  opening: 'กำลังเปิดแผนที่ฐาน',
  /** Said under the map: colours there and in the legend are lighter alike. */
  seenThrough: 'สีพื้นที่จางลงให้เห็นแผนที่ฐาน สีในคำอธิบายจางเท่ากัน',
  credit: (credit: string) => `แผนที่ฐาน: ${credit}`,
  creditUnknown: 'ไฟล์ไม่ได้บอกที่มา',
  notInSvg: 'เครื่องนี้วาดแผนที่แบบ SVG (ไม่มี WebGL) จึงแสดงแผนที่ฐานไม่ได้',
  municipality: 'เขตเทศบาล',
  municipalityNone: 'ยังไม่มีข้อมูลแนวเขตหรือที่ตั้งเทศบาลในชุดข้อมูลนี้ ครัวเรือนในเขตเทศบาลนับรวมอยู่ในอำเภอ',
};

export const basemapEn: typeof basemapTh = {
  title: 'Basemap',
  none: 'No basemap',
  choose: 'Choose a .pmtiles file',
  private: 'The file is read on this computer only; nothing is sent.',
  opening: 'Opening the basemap',
  seenThrough: 'Areas are paler so that the basemap shows through; the legend is just as pale',
  credit: (credit) => `Basemap: ${credit}`,
  creditUnknown: 'the file names no source',
  notInSvg: 'This computer draws the map as SVG (no WebGL), so the basemap can’t be shown.',
  municipality: 'Municipalities',
  municipalityNone:
    'The data here hold no outlines or places of municipalities. Their households are counted in their amphoe.',
};

const fileTh = (d: Detail): string => (d['file'] === undefined ? 'ไฟล์นี้' : `ไฟล์ “${d['file']}”`);
const fileEn = (d: Detail): string => (d['file'] === undefined ? 'This file' : `“${d['file']}”`);

export const basemapErrorsTh = {
  basemap_empty: (d: Detail) => `${fileTh(d)} ไม่มีแผนที่อยู่ภายใน เลือกไฟล์อื่น`,
  basemap_foreign: (d: Detail) => `${fileTh(d)} ไม่ใช่แผนที่แบบ PMTiles รุ่น 3 เลือกไฟล์ที่ลงท้ายด้วย .pmtiles`,
  basemap_kind: (d: Detail) => `${fileTh(d)} เก็บแผนที่ในแบบที่หน้านี้วาดไม่ได้ ใช้ได้กับภาพ PNG, JPEG, WebP และเวกเตอร์ (MVT)`,
  basemap_layers: (d: Detail) => `${fileTh(d)} ไม่มีชั้นข้อมูลที่รู้จัก ใช้แผนที่แบบ OpenMapTiles หรือ Protomaps`,
  basemap_damaged: (d: Detail) => `${fileTh(d)} เสียหายหรือดาวน์โหลดไม่ครบ อ่านแผนที่ไม่ได้ ลองคัดลอกไฟล์มาใหม่`,
  basemap_elsewhere: (d: Detail) => `${fileTh(d)} เป็นแผนที่ของที่อื่น ไม่ครอบคลุมประเทศไทย`,
  basemap_unreachable: (d: Detail) => `เปิด${fileTh(d)} ไม่ได้ ไฟล์อาจถูกย้ายหรือลบไปแล้ว หรือเครื่องแม่ข่ายไม่ส่งไฟล์เป็นช่วง`,
  basemap_list: () => 'รายการแผนที่ฐานของเว็บไซต์นี้ (basemap.json) เขียนไม่ถูกต้อง แจ้งผู้ดูแลเว็บไซต์',
};

export const basemapErrorsEn: typeof basemapErrorsTh = {
  basemap_empty: (d) => `${fileEn(d)} holds no map. Choose another file.`,
  basemap_foreign: (d) => `${fileEn(d)} is no PMTiles map of version 3. Choose a file that ends in .pmtiles.`,
  basemap_kind: (d) =>
    `${fileEn(d)} holds its map in a way that can’t be drawn here: PNG, JPEG, WebP and vector (MVT) can.`,
  basemap_layers: (d) => `${fileEn(d)} has no layer that is known here. Use a map by OpenMapTiles or Protomaps.`,
  basemap_damaged: (d) => `${fileEn(d)} is damaged or incomplete, and its map can’t be read. Copy the file anew.`,
  basemap_elsewhere: (d) => `${fileEn(d)} is a map of elsewhere: Thailand is not in it.`,
  basemap_unreachable: (d) =>
    `${fileEn(d)} can’t be opened: it was moved or deleted, or the server doesn’t send parts of files.`,
  basemap_list: () =>
    'The list of basemaps of this site (basemap.json) is not written correctly. Tell whoever runs it.',
};
