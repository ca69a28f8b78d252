/** Owns what readers are told where provinces are looked at together: the whole country, and who is not in it. */

export const countryTh = {
  name: 'ประเทศไทย',
  whole: 'ทั้งประเทศ',
  choice: 'ทั้งประเทศ',
  by: { province: 'แยกตามจังหวัด', amphoe: 'แยกตามอำเภอ', tambon: 'แยกตามตำบล' },
  loaded: (loaded: string, all: string) => `เปิดแล้ว ${loaded} จาก ${all} จังหวัด`,
  apart: (provinces: string, asOf: string) => `ไม่รวม ${provinces} เพราะไม่มีข้อมูล ณ ${asOf}`,
  stray: (code: string) => `ยังไม่ได้เปิดไฟล์ของพื้นที่รหัส ${code} ณ วันนี้ จึงแสดงทั้งประเทศ`,
  loading: { province: 'กำลังโหลดขอบเขตจังหวัด', amphoe: 'กำลังโหลดขอบเขตอำเภอ', tambon: 'กำลังโหลดขอบเขตตำบล' },
  unavailable: 'ไม่พบไฟล์ขอบเขตของระดับนี้ ดูตัวเลขในตารางแทนได้',
  files: (count: string) => `${count} ไฟล์`,
  more: (shown: string, all: string) => `แสดง ${shown} จาก ${all} แถว`,
  showMore: 'แสดงเพิ่ม',
};

export const countryEn: typeof countryTh = {
  name: 'Thailand',
  whole: 'the whole country',
  choice: 'The whole country',
  by: { province: 'by province', amphoe: 'by amphoe', tambon: 'by tambon' },
  loaded: (loaded, all) => `${loaded} of ${all} provinces open`,
  apart: (provinces, asOf) => `Without ${provinces}: no data as of ${asOf}`,
  stray: (code) => `No file of area ${code} is open as of this date, so the whole country is shown`,
  loading: { province: 'Loading provinces', amphoe: 'Loading amphoe boundaries', tambon: 'Loading tambon boundaries' },
  unavailable: 'The boundaries of this level were not found. The table has all figures.',
  files: (count) => `${count} files`,
  more: (shown, all) => `${shown} of ${all} rows shown`,
  showMore: 'Show more',
};
