/** Owns what a reader is told when a file, an address, the engine or the network fails: what to do, by code. */
import type { ErrorCode } from '../model/error.ts';
import { basemapErrorsEn, basemapErrorsTh } from './basemap.ts';
import { clusterErrorsEn, clusterErrorsTh } from './cluster.ts';
import { mendingEn, mendingTh } from './mending.ts';
import { rememberingErrorsEn, rememberingErrorsTh } from './remembering.ts';
import { rowsEn, rowsTh } from './rows.ts';

type Detail = Readonly<Record<string, string | number>>;
type Errors = Readonly<Record<ErrorCode, (detail: Detail) => string>>;

const fileTh = (detail: Detail): string => (detail.file === undefined ? 'ไฟล์นี้' : `ไฟล์ “${detail.file}”`);
const looksTh = (detail: Detail): string => {
  const kind = String(detail.looks ?? '');
  if (['png', 'jpeg', 'gif', 'webp'].includes(kind)) return ' ดูเหมือนเป็นรูปภาพ';
  if (['zip', 'gzip', 'rar', '7z'].includes(kind)) return ' ดูเหมือนเป็นไฟล์บีบอัดหรือไฟล์ Excel';
  return kind === 'xls'
    ? ' ดูเหมือนเป็นไฟล์ Excel'
    : kind && kind !== 'binary'
      ? ` ดูเหมือนเป็นไฟล์ ${kind.toUpperCase()}`
      : '';
};

export const errorsTh: Errors = {
  file_empty: (d) => `${fileTh(d)} ว่างเปล่า ไม่มีข้อมูลเลย ลองส่งออกจากระบบใหม่แล้วเปิดอีกครั้ง`,
  file_header_only: (d) => `${fileTh(d)} มีแต่หัวตาราง ไม่มีแถวข้อมูล ตรวจว่าส่งออกข้อมูลครบแล้วเปิดอีกครั้ง`,
  file_not_text: (d) => `${fileTh(d)} ไม่ใช่ตารางข้อความ${looksTh(d)} กรุณาบันทึกเป็น CSV UTF-8 แล้วเปิดใหม่`,
  file_encoding: (d) => `ไม่รู้จักรหัสอักขระของ${fileTh(d)} ใน Excel ให้เลือก “บันทึกเป็น” ชนิด “CSV UTF-8 (คั่นด้วยจุลภาค)” แล้วเปิดใหม่`,
  file_no_known_column: (d) =>
    `ไม่พบหัวตารางที่รู้จักใน ${fileTh(d)} ตรวจว่าแถวหัวตารางมีคำเช่น รหัสบ้าน ตำบล อำเภอ สถานะการช่วยเหลือ`,
  file_column_missing: (d) =>
    d.missing === 'place'
      ? `${fileTh(d)} ไม่มีคอลัมน์บอกพื้นที่ เพิ่มคอลัมน์ รหัสตำบล หรือ ตำบลและอำเภอ แล้วเปิดใหม่`
      : d.missing === 'act'
        ? `${fileTh(d)} ไม่มีคอลัมน์บอกการช่วยเหลือ เพิ่มคอลัมน์ วันที่ช่วยเหลือ หรือ กิจกรรมที่ช่วยเหลือ แล้วเปิดใหม่`
        : d.missing === 'plan'
          ? `${fileTh(d)} ไม่มีคอลัมน์บอกแผนงาน เพิ่มคอลัมน์ แผนงาน/โครงการที่วางแผน แล้วเปิดใหม่`
          : `${fileTh(d)} ไม่มีคอลัมน์บอกความต้องการ เพิ่มคอลัมน์มิติทั้ง 5 หรือ สถานะการช่วยเหลือ แล้วเปิดใหม่`,
  file_read: (d) => `อ่าน ${fileTh(d)} ไม่ได้ อาจถูกย้ายหรือเปิดค้างอยู่ในโปรแกรมอื่น ปิดแล้วลองใหม่`,
  file_format: (d) => `ยังเปิด ${fileTh(d)} ชนิดนี้ไม่ได้ กรุณาบันทึกเป็น CSV UTF-8 แล้วเปิดใหม่`,
  file_too_wide: (d) => `${fileTh(d)} มีคอลัมน์มากผิดปกติ ตรวจว่าเป็นตารางรายครัวเรือนแล้วเปิดใหม่`,
  file_nothing_kept: (d) =>
    d.reason === 'place'
      ? `ไม่มีแถวใดใน${fileTh(d)} ที่บอกจังหวัดได้ ตรวจคอลัมน์ รหัสตำบล ตำบล อำเภอ จังหวัด แล้วเปิดใหม่`
      : d.reason === 'unmended'
        ? mendingTh.unmended(fileTh(d))
        : `ไม่มีแถวใดใน${fileTh(d)} ที่อ่านได้ครบ ตรวจเครื่องหมายคำพูดและจำนวนช่องในไฟล์ แล้วเปิดใหม่`,
  file_codes_lost: (d) => rowsTh.codesLost(fileTh(d)),
  file_round_refused: (d) => `ไม่ได้ใช้ ${fileTh(d)} ตามที่เลือก ข้อมูลที่เปิดอยู่ยังคงเดิม`,
  file_area_sums: (d) => rowsTh.areaSums(fileTh(d)),
  file_garbled: (d) =>
    d.how === 'lost'
      ? `ตัวอักษรใน${fileTh(d)} หายไปแล้วตั้งแต่ก่อนเปิด (กลายเป็น �) กรุณาส่งออกจากระบบเดิมใหม่เป็น CSV UTF-8`
      : `ตัวอักษรไทยใน${fileTh(d)} เพี้ยนมาแล้ว เพราะเคยเปิดด้วยรหัสอักขระผิดแล้วบันทึกทับ กรุณาส่งออกจากระบบเดิมใหม่เป็น CSV UTF-8`,
  file_damaged: (d) => `${fileTh(d)} เสียหายหรือคัดลอกมาไม่ครบ ลองคัดลอกหรือดาวน์โหลดใหม่แล้วเปิดอีกครั้ง`,
  file_password: (d) => `${fileTh(d)} ล็อกด้วยรหัสผ่าน กรุณาเปิดในโปรแกรมเดิม เอารหัสผ่านออก บันทึก แล้วเปิดใหม่`,
  file_bomb: (d) =>
    `ไม่เปิด ${fileTh(d)} เพราะเมื่อคลายออกแล้วใหญ่ผิดปกติ (เกิน 300 MB เกิน 100 เท่า หรือเกิน 1,000 ไฟล์) หากเป็นข้อมูลจริงให้แบ่งเป็นหลายไฟล์`,
  file_nested: (d) => `${fileTh(d)} เป็น ZIP ที่อยู่ใน ZIP อีกชั้น กรุณาคลายชั้นนอกก่อนแล้วเปิดใหม่`,
  file_too_large: (d) => `${fileTh(d)} ใหญ่เกิน 300 MB สำหรับไฟล์ชนิดนี้ กรุณาบันทึกเป็น CSV UTF-8 แล้วเปิดใหม่`,
  file_hang: (d) => `อ่าน ${fileTh(d)} ไม่จบ จึงหยุดไว้ ไฟล์อาจเสียหายหรือใหญ่เกินไป กรุณาบันทึกเป็น CSV UTF-8 แล้วเปิดใหม่`,
  file_origin_wanted: (d) => rememberingErrorsTh.origin(String(d.file ?? '')),
  ...basemapErrorsTh,
  ...clusterErrorsTh,
  ...rememberingErrorsTh.vault,
  areas_missing: (d) => `ไม่พบข้อมูลพื้นที่ (${d.file ?? ''}) โหลดหน้าใหม่อีกครั้ง หากยังพบปัญหาให้ติดตั้งหน้าเว็บใหม่`,
  sample_missing: () => 'เปิดข้อมูลตัวอย่างไม่ได้ โหลดหน้าใหม่อีกครั้ง หรือเปิดไฟล์ของท่านเอง',
  engine_start: () =>
    'เริ่มเครื่องคำนวณไม่ได้ ลองโหลดหน้าใหม่ หากยังไม่ได้ เบราว์เซอร์นี้อาจปิด WebAssembly ไว้ ลองใช้ Chrome หรือ Edge รุ่นปัจจุบัน',
  engine_wasm: () =>
    'ดูข้อมูลตัวอย่างได้ แต่ยังเปิดไฟล์ไม่ได้ เพราะเบราว์เซอร์หรือหน่วยงานปิด WebAssembly ไว้ ใน Edge: การตั้งค่า › ความเป็นส่วนตัว › เพิ่มความปลอดภัยของคุณบนเว็บ แล้วเพิ่มเว็บนี้เป็นข้อยกเว้น ใน Chrome: การตั้งค่าเว็บไซต์ › ความปลอดภัยของ V8 แล้วอนุญาตเว็บนี้ หากแก้เองไม่ได้ แจ้งผู้ดูแลระบบให้เพิ่มเว็บนี้ใน JavaScriptJitAllowedForSites และให้เซิร์ฟเวอร์ส่ง wasm-unsafe-eval',
  engine_query: () => 'คำนวณไม่สำเร็จ โหลดหน้าใหม่แล้วลองอีกครั้ง',
  engine_memory: () => 'หน่วยความจำไม่พอสำหรับไฟล์นี้ ข้อมูลที่เปิดไว้ก่อนหน้ายังอยู่ครบ ลองปิดแท็บอื่น หรือแบ่งไฟล์เป็นรายจังหวัดแล้วเปิดใหม่',
  engine_closed: () => 'เครื่องคำนวณถูกปิด โหลดหน้าใหม่เพื่อเริ่มอีกครั้ง',
  worker_lost: () => 'ส่วนที่กำลังคำนวณหยุดทำงานกลางคัน อาจเพราะหน่วยความจำของเครื่องไม่พอ ไม่มีข้อมูลใดถูกเปลี่ยน ลองอีกครั้งได้เลย',
  rows_lost: () => 'ต้องเปิดไฟล์เดิมอีกครั้งก่อน จึงจะดูส่วนนี้ได้ ตัวเลขสรุปที่แสดงอยู่ยังถูกต้อง',
  meeting_closed: () => 'โหมดประชุมไม่แสดงส่วนนี้ ออกจากโหมดประชุมก่อนแล้วเปิดอีกครั้ง',
};

const fileEn = (detail: Detail): string => (detail.file === undefined ? 'This file' : `The file “${detail.file}”`);
const looksEn = (detail: Detail): string => {
  const kind = String(detail.looks ?? '');
  if (['png', 'jpeg', 'gif', 'webp'].includes(kind)) return ': it looks like a picture';
  if (['zip', 'gzip', 'rar', '7z'].includes(kind)) return ': it looks like a compressed or Excel file';
  return kind === 'xls'
    ? ': it looks like an Excel file'
    : kind && kind !== 'binary'
      ? `: it looks like ${kind.toUpperCase()}`
      : '';
};

export const errorsEn: Errors = {
  file_empty: (d) => `${fileEn(d)} is empty. Export it from the system again and open it once more.`,
  file_header_only: (d) =>
    `${fileEn(d)} has a header but no rows. Check that the export is complete and open it again.`,
  file_not_text: (d) => `${fileEn(d)} is no text table${looksEn(d)}. Save it as CSV UTF-8 and open it again.`,
  file_encoding: (d) =>
    `The encoding of ${fileEn(d)} is not known. In Excel choose “Save as”, type “CSV UTF-8 (comma delimited)”, and open it again.`,
  file_no_known_column: (d) =>
    `${fileEn(d)} has no header that is known. Check that its header row has words such as รหัสบ้าน, ตำบล, อำเภอ, สถานะการช่วยเหลือ.`,
  file_column_missing: (d) =>
    d.missing === 'place'
      ? `${fileEn(d)} has no column that says where. Add รหัสตำบล, or ตำบล and อำเภอ, and open it again.`
      : d.missing === 'act'
        ? `${fileEn(d)} has no column that says what help was given. Add วันที่ช่วยเหลือ or กิจกรรมที่ช่วยเหลือ, and open it again.`
        : d.missing === 'plan'
          ? `${fileEn(d)} has no column that says what is planned. Add แผนงาน/โครงการที่วางแผน, and open it again.`
          : `${fileEn(d)} has no column that says what is needed. Add the five dimensions or สถานะการช่วยเหลือ, and open it again.`,
  file_read: (d) =>
    `${fileEn(d)} can’t be read. It may have been moved or be open in another program; close that and try again.`,
  file_format: (d) => `${fileEn(d)} is of a kind that can’t be opened yet. Save it as CSV UTF-8 and open it again.`,
  file_too_wide: (d) =>
    `${fileEn(d)} has far too many columns. Check that it is a table of households and open it again.`,
  file_nothing_kept: (d) =>
    d.reason === 'place'
      ? `No row tells its province. ${fileEn(d)}: check the columns รหัสตำบล, ตำบล, อำเภอ, จังหวัด and open it again.`
      : d.reason === 'unmended'
        ? mendingEn.unmended(fileEn(d))
        : `No row could be read whole. ${fileEn(d)}: check its quotation marks and number of fields and open it again.`,
  file_codes_lost: (d) => rowsEn.codesLost(fileEn(d)),
  file_round_refused: (d) => `${fileEn(d)} was not used, as you chose. What is open stays as it was.`,
  file_area_sums: (d) => rowsEn.areaSums(fileEn(d)),
  file_garbled: (d) =>
    d.how === 'lost'
      ? `Letters of ${fileEn(d)} were lost before it came here (they have become �). Export it anew as CSV UTF-8.`
      : `The Thai of ${fileEn(d)} is garbled: it was once opened in the wrong encoding and saved so. Export it anew as CSV UTF-8.`,
  file_damaged: (d) =>
    `${fileEn(d)} is damaged or was not copied whole. Copy or download it again and open it once more.`,
  file_password: (d) =>
    `${fileEn(d)} is locked by a password. Open it in its program, take the password off, save it, and open it here again.`,
  file_bomb: (d) =>
    `${fileEn(d)} is not opened: unpacked it would be far too large (over 300 MB, over 100 times its size, or over 1,000 files). If the data are real, split them.`,
  file_nested: (d) => `${fileEn(d)} is a ZIP inside a ZIP. Unpack the outer one first and open what is inside.`,
  file_too_large: (d) => `${fileEn(d)} is over 300 MB, too large for its kind. Save it as CSV UTF-8 and open it again.`,
  file_hang: (d) =>
    `Reading ${fileEn(d)} did not come to an end and was stopped. It may be damaged or too large; save it as CSV UTF-8 and open it again.`,
  file_origin_wanted: (d) => rememberingErrorsEn.origin(String(d.file ?? '')),
  ...basemapErrorsEn,
  ...clusterErrorsEn,
  ...rememberingErrorsEn.vault,
  areas_missing: (d) =>
    `The area data were not found (${d.file ?? ''}). Reload the page; if that doesn’t help, install the page anew.`,
  sample_missing: () => 'The sample can’t be opened. Reload the page, or open a file of your own.',
  engine_start: () =>
    'The engine can’t be started. Reload the page; if that doesn’t help, this browser may have WebAssembly switched off: try a current Chrome or Edge.',
  engine_wasm: () =>
    'The sample can be seen, but files can’t be opened: WebAssembly is switched off by this browser or your office. In Edge: Settings › Privacy › Enhance your security on the web, and add this site as an exception. In Chrome: Site settings › V8 security, and allow this site. If you can’t, ask your administrator to add the site to JavaScriptJitAllowedForSites and to see that the server sends wasm-unsafe-eval.',
  engine_query: () => 'The question could not be answered. Reload the page and try again.',
  engine_memory: () =>
    'There is not enough memory for this. What was open before is still there. Close other tabs, or split the file by province, and try again.',
  engine_closed: () => 'The engine was closed. Reload the page to start it again.',
  worker_lost: () =>
    'What was calculating stopped half-way, perhaps for want of memory. Nothing has been changed: try again.',
  rows_lost: () => 'This can be seen once the same file has been opened again. The totals on the page are still right.',
  meeting_closed: () => 'Meeting mode does not show this. Leave meeting mode first, then open it again.',
};
