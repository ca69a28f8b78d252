/** Owns every text for readers in Thai; `en.ts` has the same keys. */
import type { ErrorCode } from '../model/error.ts';
import { areaTableTh } from './areatable.ts';
import { askingTh } from './asking.ts';
import { countryTh } from './country.ts';
import { datingTh } from './dating.ts';
import { mappingTh } from './mapping.ts';
import { mendingTh } from './mending.ts';
import { headerRowTh, rowsTh } from './rows.ts';

type Detail = Readonly<Record<string, string | number>>;
const file = (detail: Detail): string => (detail.file === undefined ? 'ไฟล์นี้' : `ไฟล์ “${detail.file}”`);
const looks = (detail: Detail): string => {
  const kind = String(detail.looks ?? '');
  if (['png', 'jpeg', 'gif', 'webp'].includes(kind)) return ' ดูเหมือนเป็นรูปภาพ';
  if (['zip', 'gzip', 'rar', '7z'].includes(kind)) return ' ดูเหมือนเป็นไฟล์บีบอัดหรือไฟล์ Excel';
  return kind === 'xls'
    ? ' ดูเหมือนเป็นไฟล์ Excel'
    : kind && kind !== 'binary'
      ? ` ดูเหมือนเป็นไฟล์ ${kind.toUpperCase()}`
      : '';
};

export const th = {
  app: {
    name: 'พุ่งเป้า',
    title: (province: string, asOf: string) => `พุ่งเป้า ${province} ณ ${asOf}`,
    loading: 'กำลังเตรียมแผนที่',
    language: 'ภาษา',
    skip: 'ข้ามไปยังตารางอันดับพื้นที่',
  },
  top: {
    province: 'จังหวัด',
    asOf: 'ณ วันที่',
    asOfShort: 'ณ',
    openFile: 'เปิดไฟล์',
    drop: 'วางไฟล์ Logbook ที่นี่เพื่อเปิดดู ข้อมูลไม่ออกจากเครื่องนี้',
    sample: 'ข้อมูลตัวอย่าง (สมมุติ)',
    receipt: 'ดูใบรับข้อมูล',
  },
  figures: {
    region: 'ตัวเลขสำคัญ',
    household: 'ครัวเรือน',
    person: 'คน',
    need: 'รายการ',
    ofNeed: 'ของครัวเรือนที่ต้องช่วยเหลือ',
    beside: (noNeed: string, unknown: string, out: string) => `ไม่ต้องการ ${noNeed} · ไม่ทราบ ${unknown} · พ้น ${out}`,
    daysLeft: (deadline: string) => `เหลือเวลาถึง ${deadline}`,
    days: 'วัน',
    countedFrom: (asOf: string) => `นับจาก ${asOf}`,
  },
  filters: {
    region: 'ตัวกรอง',
    title: 'เลือกดูเฉพาะ',
    clear: 'ล้างตัวกรองทั้งหมด',
    clearOne: 'ล้าง',
    remove: 'เอาตัวกรองนี้ออก',
  },
  map: {
    region: (what: string, where: string) => `แผนที่ ${what} ${where}`,
    level: 'ระดับพื้นที่',
    measure: 'แสดงเรื่อง',
    path: 'พื้นที่ที่ดูอยู่',
    wholeProvince: (name: string) => `จังหวัด${name}`,
    zoomIn: 'ขยาย',
    zoomOut: 'ย่อ',
    reset: 'กลับไปเห็นทั้งพื้นที่',
    twoFingers: 'ใช้สองนิ้วเพื่อเลื่อนแผนที่',
    zero: 'ไม่มี (0)',
    missing: {
      no_data: 'ไม่มีข้อมูลในไฟล์',
      not_loaded: 'ยังไม่ได้โหลด',
      not_applicable: 'คำนวณไม่ได้',
    },
    areas: (count: string, level: string) => `${count} ${level}`,
    legend: (title: string, unit: string) => `${title} (${unit})`,
    approximate: 'ขอบเขตโดยประมาณ สร้างจากจุดกึ่งกลางพื้นที่ ไม่ใช่แนวเขตจริง',
    unavailable: 'ไม่พบไฟล์ขอบเขตพื้นที่ของจังหวัดนี้ ดูตัวเลขในตารางแทนได้',
  },
  badge: {
    onMap: (share: string, count: string) => `บนแผนที่ ${share} % · ${count} ครัวเรือน`,
    offMap: (count: string) => `ไม่อยู่บนแผนที่ ${count}`,
    why: 'ดูเหตุผล',
    title: 'ครัวเรือนบนแผนที่และนอกแผนที่',
    explain: (level: string) => `นับครัวเรือนเป้าหมายตามตัวกรองที่เลือก ที่ระดับ${level} ครัวเรือนที่ไม่อยู่บนแผนที่ยังนับอยู่ในยอดรวมทุกยอด`,
    reason: 'เหตุผล',
    households: 'ครัวเรือน',
    on: 'อยู่บนแผนที่',
    off: 'ไม่อยู่บนแผนที่',
    total: 'รวม',
  },
  ranking: {
    title: (level: string) => `อันดับ${level}`,
    rank: 'ที่',
    total: 'รวม',
    noBoundary: 'ไม่มีขอบเขตบนแผนที่',
    unplacedIn: (name: string) => `ไม่ทราบพื้นที่ย่อย (${name})`,
    unplaced: 'ไม่ทราบพื้นที่',
    empty: 'ไม่มีครัวเรือนตามตัวกรองที่เลือก ลองล้างตัวกรองบางข้อ',
  },
  matrix: {
    title: '5 มิติ: ต้องช่วยเหลือ ช่วยแล้ว ยังรอ',
    unit: 'หน่วย: รายการปัญหา (ครัวเรือน × มิติ) หนึ่งครัวเรือนนับได้หลายมิติ',
    dimension: 'มิติและหน่วยงานเจ้าภาพ',
    need: 'ต้องช่วยเหลือ',
    helped: 'ช่วยแล้ว',
    pending: 'ยังรอ',
    filterBy: (what: string) => `ดูเฉพาะ ${what}`,
  },
  classes: {
    title: 'ประเภทครัวเรือน',
    unit: 'หน่วย: ครัวเรือนที่ต้องช่วยเหลือ',
    class: 'ประเภท',
  },
  places: {
    code: (code: string) => `รหัส ${code}`,
  },
  import: {
    title: 'กำลังเปิดไฟล์',
    stages: {
      reading: 'กำลังอ่านและตรวจทุกแถวของ',
      cleaning: 'กำลังตรวจค่าของ',
      writing: 'กำลังรวมยอดของ',
    },
    progress: (rows: string, done: string, total: string) => `${rows} แถว · ${done} จาก ${total}`,
    cancel: 'ยกเลิก',
    waiting: (files: string) => `จะเปิด ${files} ต่อจากไฟล์นี้`,
    close: 'ปิด',
    done: (files: string) => `เปิด ${files} แล้ว`,
    failed: 'เปิดไฟล์ไม่สำเร็จ',
    kept: 'ข้อมูลที่เปิดไว้ก่อนหน้านี้ยังอยู่ครบ',
    ask: {
      title: 'ขอทราบเพิ่มอีกนิดก่อนเปิดไฟล์',
      submit: 'ตกลง ใช้ตามนี้',
      asOf: (file: string) => `ไม่พบวันที่ของข้อมูลใน “${file}” ข้อมูลนี้เป็นข้อมูล ณ วันที่เท่าไร`,
      asOfHint: { rows: 'เสนอวันที่ล่าสุดที่พบในแถวข้อมูล', clock: 'ไม่พบวันที่ใดในแถวข้อมูล จึงเสนอวันนี้ โปรดตรวจก่อน' },
      asOfEra: (date: string) => `คือ ${date}`,
      choices: askingTh,
    },
    headerRow: headerRowTh,
    dating: datingTh,
  },
  receipt: {
    title: 'ใบรับข้อมูล',
    intro: 'ทุกแถวของไฟล์ถูกนับ: อ่านทั้งหมด = เก็บไว้ + กักไว้ + แยกออก',
    read: 'อ่านทั้งหมด',
    kept: 'เก็บไว้',
    quarantined: 'กักไว้ให้แก้',
    setAside: 'แยกออก (ไม่ใช่ข้อมูลครัวเรือน)',
    warned: 'เก็บไว้แต่มีข้อสังเกต',
    rows: 'แถว',
    files: 'ไฟล์',
    size: 'ขนาด',
    hash: 'ลายนิ้วมือไฟล์ (SHA-256)',
    asOf: 'ข้อมูล ณ วันที่',
    households: 'ครัวเรือน',
    needs: 'รายการปัญหา',
    columns: 'หัวตารางที่พบ',
    unread: 'ไม่ได้อ่าน',
    warnings: 'ข้อสังเกต',
    unknownValues: 'ค่าที่ไม่รู้จัก นับเป็น “ไม่ทราบ”',
    assumptions: 'สิ่งที่ตกลงไว้',
    quarantineTitle: 'แถวที่กักไว้',
    quarantineHint: 'แถวเหล่านี้ไม่ได้นับในยอดใด',
    line: 'บรรทัด',
    reason: 'เหตุผล',
    value: 'ค่าที่พบ',
    original: 'ข้อความเดิม',
    showOriginal: 'แสดงข้อความเดิม (มีข้อมูลส่วนบุคคล)',
    hideOriginal: 'ซ่อนข้อความเดิม',
    none: 'ไม่มี',
    more: (count: string) => `และอีก ${count} แถว`,
  },
  areaTable: areaTableTh,
  country: countryTh,
  mapping: mappingTh,
  mending: mendingTh,
  notices: {
    unknownParameter: (parameters: string) => `ไม่รู้จัก ${parameters} ในลิงก์ จึงแสดงค่าปกติแทน`,
    strayArea: (code: string, province: string) => `พื้นที่รหัส ${code} ไม่อยู่ใน${province} จึงแสดงทั้งจังหวัด`,
    absent: (province: string, asOf: string) => `ยังไม่ได้เปิดไฟล์ของ${province} ณ ${asOf}`,
    absentHint: 'เปิดไฟล์นั้นเพื่อดูหน้านี้ต่อ มุมมองในลิงก์ยังอยู่ครบ',
    empty: 'ยังไม่ได้เปิดไฟล์ กดปุ่ม “เปิดไฟล์” หรือลากไฟล์ Logbook มาวางที่นี่',
    absentBack: 'ดูข้อมูลที่เปิดไว้แทน',
    panelFailed: 'ส่วนนี้แสดงไม่ได้ ส่วนอื่นยังใช้ได้ตามปกติ',
    retry: 'ลองใหม่',
    close: 'ปิดข้อความ',
  },
  errors: {
    file_empty: (d) => `${file(d)} ว่างเปล่า ไม่มีข้อมูลเลย ลองส่งออกจากระบบใหม่แล้วเปิดอีกครั้ง`,
    file_header_only: (d) => `${file(d)} มีแต่หัวตาราง ไม่มีแถวข้อมูล ตรวจว่าส่งออกข้อมูลครบแล้วเปิดอีกครั้ง`,
    file_not_text: (d) => `${file(d)} ไม่ใช่ตารางข้อความ${looks(d)} กรุณาบันทึกเป็น CSV UTF-8 แล้วเปิดใหม่`,
    file_encoding: (d) => `ไม่รู้จักรหัสอักขระของ${file(d)} ใน Excel ให้เลือก “บันทึกเป็น” ชนิด “CSV UTF-8 (คั่นด้วยจุลภาค)” แล้วเปิดใหม่`,
    file_no_known_column: (d) =>
      `ไม่พบหัวตารางที่รู้จักใน ${file(d)} ตรวจว่าแถวหัวตารางมีคำเช่น รหัสบ้าน ตำบล อำเภอ สถานะการช่วยเหลือ`,
    file_column_missing: (d) =>
      d.missing === 'place'
        ? `${file(d)} ไม่มีคอลัมน์บอกพื้นที่ เพิ่มคอลัมน์ รหัสตำบล หรือ ตำบลและอำเภอ แล้วเปิดใหม่`
        : d.missing === 'act'
          ? `${file(d)} ไม่มีคอลัมน์บอกการช่วยเหลือ เพิ่มคอลัมน์ วันที่ช่วยเหลือ หรือ กิจกรรมที่ช่วยเหลือ แล้วเปิดใหม่`
          : `${file(d)} ไม่มีคอลัมน์บอกความต้องการ เพิ่มคอลัมน์มิติทั้ง 5 หรือ สถานะการช่วยเหลือ แล้วเปิดใหม่`,
    file_read: (d) => `อ่าน ${file(d)} ไม่ได้ อาจถูกย้ายหรือเปิดค้างอยู่ในโปรแกรมอื่น ปิดแล้วลองใหม่`,
    file_format: (d) => `ยังเปิด ${file(d)} ชนิดนี้ไม่ได้ กรุณาบันทึกเป็น CSV UTF-8 แล้วเปิดใหม่`,
    file_too_wide: (d) => `${file(d)} มีคอลัมน์มากผิดปกติ ตรวจว่าเป็นตารางรายครัวเรือนแล้วเปิดใหม่`,
    file_nothing_kept: (d) =>
      d.reason === 'place'
        ? `ไม่มีแถวใดใน${file(d)} ที่บอกจังหวัดได้ ตรวจคอลัมน์ รหัสตำบล ตำบล อำเภอ จังหวัด แล้วเปิดใหม่`
        : d.reason === 'unmended'
          ? mendingTh.unmended(file(d))
          : `ไม่มีแถวใดใน${file(d)} ที่อ่านได้ครบ ตรวจเครื่องหมายคำพูดและจำนวนช่องในไฟล์ แล้วเปิดใหม่`,
    file_codes_lost: (d) => rowsTh.codesLost(file(d)),
    file_area_sums: (d) => rowsTh.areaSums(file(d)),
    file_garbled: (d) =>
      d.how === 'lost'
        ? `ตัวอักษรใน${file(d)} หายไปแล้วตั้งแต่ก่อนเปิด (กลายเป็น �) กรุณาส่งออกจากระบบเดิมใหม่เป็น CSV UTF-8`
        : `ตัวอักษรไทยใน${file(d)} เพี้ยนมาแล้ว เพราะเคยเปิดด้วยรหัสอักขระผิดแล้วบันทึกทับ กรุณาส่งออกจากระบบเดิมใหม่เป็น CSV UTF-8`,
    file_damaged: (d) => `${file(d)} เสียหายหรือคัดลอกมาไม่ครบ ลองคัดลอกหรือดาวน์โหลดใหม่แล้วเปิดอีกครั้ง`,
    file_password: (d) => `${file(d)} ล็อกด้วยรหัสผ่าน กรุณาเปิดในโปรแกรมเดิม เอารหัสผ่านออก บันทึก แล้วเปิดใหม่`,
    file_bomb: (d) =>
      `ไม่เปิด ${file(d)} เพราะเมื่อคลายออกแล้วใหญ่ผิดปกติ (เกิน 300 MB เกิน 100 เท่า หรือเกิน 1,000 ไฟล์) หากเป็นข้อมูลจริงให้แบ่งเป็นหลายไฟล์`,
    file_nested: (d) => `${file(d)} เป็น ZIP ที่อยู่ใน ZIP อีกชั้น กรุณาคลายชั้นนอกก่อนแล้วเปิดใหม่`,
    file_too_large: (d) => `${file(d)} ใหญ่เกิน 300 MB สำหรับไฟล์ชนิดนี้ กรุณาบันทึกเป็น CSV UTF-8 แล้วเปิดใหม่`,
    file_hang: (d) => `อ่าน ${file(d)} ไม่จบ จึงหยุดไว้ ไฟล์อาจเสียหายหรือใหญ่เกินไป กรุณาบันทึกเป็น CSV UTF-8 แล้วเปิดใหม่`,
    areas_missing: (d) => `ไม่พบข้อมูลพื้นที่ (${d.file ?? ''}) โหลดหน้าใหม่อีกครั้ง หากยังพบปัญหาให้ติดตั้งหน้าเว็บใหม่`,
    sample_missing: () => 'เปิดข้อมูลตัวอย่างไม่ได้ โหลดหน้าใหม่อีกครั้ง หรือเปิดไฟล์ของท่านเอง',
    engine_start: () =>
      'เริ่มเครื่องคำนวณไม่ได้ ลองโหลดหน้าใหม่ หากยังไม่ได้ เบราว์เซอร์นี้อาจปิด WebAssembly ไว้ ลองใช้ Chrome หรือ Edge รุ่นปัจจุบัน',
    engine_query: () => 'คำนวณไม่สำเร็จ โหลดหน้าใหม่แล้วลองอีกครั้ง',
    engine_memory: () => 'หน่วยความจำไม่พอสำหรับไฟล์นี้ ข้อมูลที่เปิดไว้ก่อนหน้ายังอยู่ครบ ลองปิดแท็บอื่น หรือแบ่งไฟล์เป็นรายจังหวัดแล้วเปิดใหม่',
    engine_closed: () => 'เครื่องคำนวณถูกปิด โหลดหน้าใหม่เพื่อเริ่มอีกครั้ง',
  } satisfies Record<ErrorCode, (detail: Detail) => string> as Record<ErrorCode, (detail: Detail) => string>,
  bug: 'เกิดข้อผิดพลาดที่ไม่คาดคิด โหลดหน้าใหม่แล้วลองอีกครั้ง',
};

/** The shape that every language has. */
export type Texts = typeof th;
