/** Owns every text for readers in Thai; `en.ts` has the same keys. */
import { actsTh } from './acts.ts';
import { agesTh } from './ages.ts';
import { aspectsTh } from './aspects.ts';
import { sendupTh } from './sendup.ts';
import { teamsTh } from './teams.ts';
import { villagesTh } from './villages.ts';
import { agenciesTh } from './agencies.ts';
import { analysisTh } from './analysis.ts';
import { areaTableTh } from './areatable.ts';
import { askingTh } from './asking.ts';
import { basemapTh } from './basemap.ts';
import { briefingTh } from './briefing.ts';
import { classingTh } from './classing.ts';
import { countryTh } from './country.ts';
import { datingTh } from './dating.ts';
import { diagnosticsTh } from './diagnostics.ts';
import { distanceTh } from './distance.ts';
import { explainingTh } from './explaining.ts';
import { findingTh } from './finding.ts';
import { errorsTh } from './errors.ts';
import { hotspotsTh } from './hotspots.ts';
import { groupsTh } from './groups.ts';
import { householdsTh } from './households.ts';
import { kindsTh } from './kinds.ts';
import { mappingTh } from './mapping.ts';
import { mendingTh } from './mending.ts';
import { meetingTh } from './meeting.ts';
import { movesTh } from './moves.ts';
import { planTh } from './plan.ts';
import { headerRowTh } from './rows.ts';
import { askedRoundTh } from './rounds.ts';
import { presentingTh } from './presenting.ts';
import { clusterTh } from './cluster.ts';
import { rememberingTh } from './remembering.ts';
import { settingsTh } from './settings.ts';
import { funnelTh } from './funnel.ts';
import { paceTh } from './pace.ts';
import { reportingTh } from './reporting.ts';
import { progressTh } from './progress.ts';

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
    save: 'บันทึก',
  },
  meeting: meetingTh,
  figures: {
    region: 'ตัวเลขสำคัญ',
    household: 'ครัวเรือน',
    person: 'คน',
    need: 'รายการ',
    ofNeed: 'ของที่ต้องช่วยเหลือ',
    beside: (noNeed: string, unknown: string, out: string) =>
      `ไม่ต้องการ\u00a0${noNeed} · ไม่ทราบ\u00a0${unknown} · พ้น\u00a0${out}`,
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
      withheld: 'ปกปิด',
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
    done: (file: string) => `เปิด ${file} แล้ว`,
    doneAll: (count: string) => `เปิด ${count} ไฟล์แล้ว`,
    failed: 'เปิดไฟล์ไม่สำเร็จ',
    kept: 'ข้อมูลที่เปิดไว้ก่อนหน้านี้ยังอยู่ครบ',
    ask: {
      title: 'ขอทราบเพิ่มอีกนิดก่อนเปิดไฟล์',
      submit: 'ตกลง ใช้ตามนี้',
      asOf: (file: string) => `ไม่พบวันที่ของข้อมูลใน “${file}” ข้อมูลนี้เป็นข้อมูล ณ วันที่เท่าไร`,
      asOfHint: { rows: 'เสนอวันที่ล่าสุดที่พบในแถวข้อมูล', clock: 'ไม่พบวันที่ใดในแถวข้อมูล จึงเสนอวันนี้ โปรดตรวจก่อน' },
      asOfEra: (date: string) => `คือ ${date}`,
      choices: askingTh,
      round: askedRoundTh,
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
  analysis: analysisTh,
  progress: progressTh,
  moves: movesTh,
  reporting: reportingTh,
  pace: paceTh,
  funnel: funnelTh,
  agencies: agenciesTh,
  acts: actsTh,
  ages: agesTh,
  groups: groupsTh,
  aspects: aspectsTh,
  sendup: sendupTh,
  teams: teamsTh,
  villages: villagesTh,
  areaTable: areaTableTh,
  basemap: basemapTh,
  briefing: briefingTh,
  classing: classingTh,
  country: countryTh,
  diagnostics: diagnosticsTh,
  distance: distanceTh,
  explaining: explainingTh,
  finding: findingTh,
  help: 'ช่วยเหลือ (คู่มือ)',
  hotspots: hotspotsTh,
  households: householdsTh,
  kinds: kindsTh,
  mapping: mappingTh,
  mending: mendingTh,
  plan: planTh,
  presenting: presentingTh,
  cluster: clusterTh,
  remembering: rememberingTh,
  settings: settingsTh,
  notices: {
    unknownParameter: (parameters: string) => `ไม่รู้จัก ${parameters} ในลิงก์ จึงแสดงค่าปกติแทน`,
    strayArea: (code: string, province: string) => `พื้นที่รหัส ${code} ไม่อยู่ใน${province} จึงแสดงทั้งจังหวัด`,
    absent: (province: string, asOf: string) => `ยังไม่ได้เปิดไฟล์ของ${province} ณ ${asOf}`,
    absentHint: 'เปิดไฟล์นั้นเพื่อดูหน้านี้ต่อ มุมมองในลิงก์ยังอยู่ครบ',
    empty: 'ยังไม่ได้เปิดไฟล์ กดปุ่ม “เปิดไฟล์” หรือลากไฟล์ Logbook มาวางที่นี่',
    absentBack: 'ดูข้อมูลที่เปิดไว้แทน',
    torn: 'ส่วนหนึ่งของหน้านี้โหลดไม่ได้ เครือข่ายอาจขาด หรือเพิ่งมีรุ่นใหม่ โหลดหน้าใหม่แล้วเปิดไฟล์อีกครั้ง',
    reload: 'โหลดใหม่',
    panelFailed: 'ส่วนนี้แสดงไม่ได้ ส่วนอื่นยังใช้ได้ตามปกติ',
    retry: 'ลองใหม่',
    close: 'ปิดข้อความ',
  },
  errors: errorsTh,
  bug: 'เกิดข้อผิดพลาดที่ไม่คาดคิด โหลดหน้าใหม่แล้วลองอีกครั้ง',
};

/** The shape that every language has. */
export type Texts = typeof th;
