/** Owns the data dictionary: every column a Logbook file may have, the headers it is known by, and what becomes of it. */
import { areaFigures, indicatorAliases, unitWords, type AreaFigure, type AreaFigureId } from './areafigure.ts';
import type { Dimension } from './dimension.ts';
import type { Text } from './text.ts';

/** How a column's cells are read. `unread` columns are recognised, shown as such, and never leave the scanner. */
export type ColumnKind =
  | 'code'
  | 'place'
  | 'key'
  | 'status'
  | 'survey'
  | 'class'
  | 'source'
  | 'mark'
  | 'dimension'
  | 'flag'
  | 'agency'
  | 'count'
  | 'amount'
  | 'date'
  | 'text'
  | 'act'
  | 'label'
  | 'helpkind'
  | 'month'
  | 'traits'
  | 'figure'
  | 'unread';

export interface Column {
  readonly id: string;
  readonly kind: ColumnKind;
  readonly title: Text;
  /** Headers met or likely; compared by letters and digits only. One alias may belong to two columns: see `model/headers`. */
  readonly aliases: readonly string[];
  /** Personal columns are masked wherever a problem quotes them. */
  readonly personal: boolean;
  /** The dimension whose need a `mark` column tells. */
  readonly dimension?: Dimension;
  /** The figure of an area that a `figure` column tells. */
  readonly figure?: AreaFigureId;
}

type Kinds = Record<string, Omit<Column, 'id' | 'personal'> & { readonly personal?: true }>;

const registry = {
  as_of: {
    kind: 'date',
    title: { th: 'ณ วันที่', en: 'As-of date' },
    aliases: ['ณ วันที่', 'ข้อมูล ณ วันที่', 'ข้อมูลณวันที่', 'วันที่ของข้อมูล', 'as of', 'as_of', 'as of date'],
  },
  house_code: {
    kind: 'key',
    personal: true,
    title: { th: 'รหัสบ้าน', en: 'House code' },
    aliases: [
      'รหัสบ้าน',
      'รหัสประจำบ้าน',
      'เลขรหัสประจำบ้าน',
      'รหัสครัวเรือน',
      'house_ID',
      'house_data_ID',
      'HC',
      'household_code',
      'house_code',
    ],
  },
  house_no: {
    kind: 'key',
    personal: true,
    title: { th: 'บ้านเลขที่', en: 'House number' },
    aliases: ['บ้านเลขที่', 'เลขที่บ้าน', 'เลขที่', 'house_no'],
  },
  moo: {
    kind: 'key',
    title: { th: 'หมู่ที่', en: 'Moo' },
    aliases: ['หมู่ที่', 'หมู่', 'ม.', 'moo'],
  },
  village_code: {
    kind: 'key',
    title: { th: 'รหัสหมู่บ้าน', en: 'Village code' },
    aliases: ['รหัสหมู่บ้าน', 'village_ID', 'village_code', 'BanSupportId'],
  },
  village: {
    kind: 'label',
    title: { th: 'หมู่บ้าน', en: 'Village' },
    aliases: ['หมู่บ้าน', 'ชื่อหมู่บ้าน', 'village_name', 'village', 'MooBan', 'ชุมชน', 'หมู่บ้าน/ชุมชน'],
  },
  tambon_code: {
    kind: 'place',
    title: { th: 'รหัสตำบล', en: 'Tambon code' },
    aliases: [
      'รหัสตำบล',
      'รหัสตำบล/แขวง',
      'รหัสพื้นที่',
      'tumbol_ID',
      'tambol_ID',
      'TB_CODE',
      'tam_code',
      'tambon_code',
      'ADM3_PCODE',
    ],
  },
  tambon: {
    kind: 'place',
    title: { th: 'ตำบล', en: 'Tambon' },
    aliases: ['ตำบล', 'ชื่อตำบล', 'ตำบล/แขวง', 'แขวง', 'ต.', 'tambon', 'tumbol_name', 'TAM_NAMT', 'T_NAME_T', 'TB_TN'],
  },
  amphoe_code: {
    kind: 'place',
    title: { th: 'รหัสอำเภอ', en: 'Amphoe code' },
    aliases: ['รหัสอำเภอ', 'รหัสอำเภอ/เขต', 'amphur_ID', 'AP_CODE', 'amp_code', 'amphoe_code', 'ADM2_PCODE'],
  },
  amphoe: {
    kind: 'place',
    title: { th: 'อำเภอ', en: 'Amphoe' },
    aliases: [
      'อำเภอ',
      'ชื่ออำเภอ',
      'อำเภอ/เขต',
      'เขต',
      'อ.',
      'AMPHUR_NAME',
      'amphur',
      'amphure',
      'amphoe',
      'Ampoe',
      'AP_TN',
      'AMP_NAMT',
      'district',
    ],
  },
  province_code: {
    kind: 'place',
    title: { th: 'รหัสจังหวัด', en: 'Province code' },
    aliases: ['รหัสจังหวัด', 'province_ID', 'PV_CODE', 'pro_code', 'province_code', 'ADM1_PCODE'],
  },
  province: {
    kind: 'place',
    title: { th: 'จังหวัด', en: 'Province' },
    aliases: ['จังหวัด', 'ชื่อจังหวัด', 'จ.', 'PV_TN', 'PROV_NAMT', 'province', 'province_name'],
  },
  member_seq: {
    kind: 'key',
    title: { th: 'ลำดับสมาชิก', en: 'Member number' },
    aliases: ['ลำดับสมาชิก', 'ลำดับที่สมาชิก', 'สมาชิกคนที่', 'คนที่', 'member_seq', 'member_no'],
  },
  persons: {
    kind: 'count',
    title: { th: 'จำนวนสมาชิก', en: 'Members' },
    aliases: [
      'จำนวนสมาชิก',
      'จำนวนสมาชิกในครัวเรือน',
      'มีสมาชิกในครัวเรือน',
      'สมาชิกในครัวเรือน',
      'จำนวนคน',
      'member_cnt',
      'HOUSEMEMBER_CNT',
      'persons',
    ],
  },
  child: {
    kind: 'count',
    title: { th: 'เด็ก', en: 'Children' },
    aliases: ['เด็ก', 'จำนวนเด็ก', 'เด็กเล็ก', 'child', 'children'],
  },
  elderly: {
    kind: 'count',
    title: { th: 'ผู้สูงอายุ', en: 'Elderly' },
    aliases: ['ผู้สูงอายุ', 'จำนวนผู้สูงอายุ', 'คนชรา', 'elderly', 'elderly_cnt'],
  },
  disabled: {
    kind: 'count',
    title: { th: 'ผู้พิการ', en: 'Disabled' },
    aliases: ['ผู้พิการ', 'จำนวนผู้พิการ', 'คนพิการ', 'จำนวนคนพิการ', 'disabled', 'disabled_cnt'],
  },
  bedridden: {
    kind: 'count',
    title: { th: 'ผู้ป่วยติดเตียง', en: 'Bedridden' },
    aliases: ['ผู้ป่วยติดเตียง', 'จำนวนผู้ป่วยติดเตียง', 'ติดเตียง', 'bedridden'],
  },
  status: {
    kind: 'status',
    title: { th: 'สถานะการช่วยเหลือ', en: 'Status of help' },
    aliases: [
      'สถานะการช่วยเหลือ',
      'สถานะการให้ความช่วยเหลือ',
      'ผลการช่วยเหลือ',
      'การให้ความช่วยเหลือ',
      'สถานะปัจจุบัน',
      'help_status',
      'สถานะ',
      'status',
    ],
  },
  need_help: {
    kind: 'status',
    title: { th: 'ความต้องการความช่วยเหลือ', en: 'Asks for help' },
    aliases: ['ความต้องการความช่วยเหลือ', 'ต้องการความช่วยเหลือ', 'need_help'],
  },
  survey: {
    kind: 'survey',
    title: { th: 'สถานะการสำรวจ', en: 'Visit' },
    aliases: ['สถานะการสำรวจ', 'ผลการสำรวจ', 'สถานะการลงพื้นที่', 'survey_status', 'survey', 'สถานะ', 'status'],
  },
  survey_date: {
    kind: 'date',
    title: { th: 'วันที่สำรวจ', en: 'Date of visit' },
    aliases: ['วันที่สำรวจ', 'วันสำรวจ', 'วันที่ลงพื้นที่', 'survey_date'],
  },
  class: {
    kind: 'class',
    title: { th: 'ประเภทครัวเรือน', en: 'Class of household' },
    aliases: ['ประเภทครัวเรือน', 'การจำแนกครัวเรือน', 'จำแนกประเภทครัวเรือน', 'กลุ่มครัวเรือน', 'household_class'],
  },
  health: mark('health', 'มิติสุขภาพ', 'Health', ['ด้านสุขภาพ', 'สุขภาพ', 'ปัญหาด้านสุขภาพ', 'health', 'dim_health']),
  living: mark('living', 'มิติความเป็นอยู่', 'Living conditions', [
    'ด้านความเป็นอยู่',
    'ความเป็นอยู่',
    'ปัญหาด้านความเป็นอยู่',
    'ด้านที่อยู่อาศัยและสิ่งแวดล้อม',
    'living',
    'dim_living',
  ]),
  education: mark('education', 'มิติการศึกษา', 'Education', [
    'ด้านการศึกษา',
    'การศึกษา',
    'ปัญหาด้านการศึกษา',
    'ด้านการศึกษาและการเรียนรู้',
    'education',
    'dim_education',
  ]),
  income: mark('income', 'มิติการมีรายได้', 'Income', [
    'มิติรายได้',
    'ด้านรายได้',
    'ด้านการมีรายได้',
    'การมีรายได้',
    'รายได้',
    'ปัญหาด้านรายรับ',
    'ปัญหาด้านรายได้',
    'ด้านเศรษฐกิจและอาชีพ',
    'income',
    'dim_income',
  ]),
  access: mark('access', 'มิติการเข้าถึงการบริการภาครัฐ', 'Access to public services', [
    'มิติการเข้าถึงบริการภาครัฐ',
    'มิติการเข้าถึงบริการรัฐ',
    'การเข้าถึงการบริการภาครัฐ',
    'การเข้าถึงบริการภาครัฐ',
    'การเข้าถึงบริการรัฐ',
    'ด้านการเข้าถึงบริการภาครัฐ',
    'ด้านการเข้าถึงการบริการภาครัฐ',
    'ด้านการเข้าถึงบริการรัฐ',
    'ปัญหาด้านสวัสดิการแห่งรัฐ',
    'ด้านสวัสดิการสังคม',
    'accessibility',
    'access',
    'dim_access',
  ]),
  dimension: {
    kind: 'dimension',
    title: { th: 'มิติ', en: 'Dimension' },
    aliases: ['มิติ', 'ด้าน', 'มิติปัญหา', 'ด้านปัญหา', 'สภาพปัญหา 5 มิติ', 'มิติที่ต้องการความช่วยเหลือ', 'dimension'],
  },
  urgent: {
    kind: 'flag',
    title: { th: 'เร่งด่วน', en: 'Urgent' },
    aliases: ['เร่งด่วน', 'ความเร่งด่วน', 'จำเป็นเร่งด่วน', 'กรณีเร่งด่วน', 'urgent'],
  },
  over_capacity: {
    kind: 'flag',
    title: { th: 'เกินศักยภาพอำเภอ', en: 'Over the amphoe’s capacity' },
    aliases: ['เกินศักยภาพ', 'เกินศักยภาพอำเภอ', 'เกินศักยภาพระดับอำเภอ', 'เกินศักยภาพของอำเภอ', 'over_capacity'],
  },
  agency: {
    kind: 'agency',
    title: { th: 'หน่วยงานที่ช่วยเหลือ', en: 'Agency that helped' },
    aliases: ['หน่วยงานที่ช่วยเหลือ', 'หน่วยงานรับผิดชอบ', 'หน่วยงานที่รับผิดชอบ', 'หน่วยงาน', 'เจ้าภาพ', 'agency'],
  },
  activity: {
    kind: 'act',
    title: { th: 'กิจกรรมที่ช่วยเหลือ', en: 'Act of help' },
    aliases: ['โครงการ/กิจกรรม', 'กิจกรรมที่ช่วยเหลือ', 'กิจกรรม', 'โครงการ', 'activity', 'project'],
  },
  help_date: {
    kind: 'date',
    title: { th: 'วันที่ช่วยเหลือ', en: 'Date of help' },
    aliases: ['วันที่ช่วยเหลือ', 'วันที่ให้ความช่วยเหลือ', 'วันที่ได้รับการช่วยเหลือ', 'help_date'],
  },
  help_kind: {
    kind: 'helpkind',
    title: { th: 'ประเภทการช่วยเหลือ', en: 'Kind of help' },
    aliases: [
      'ประเภทการช่วยเหลือ',
      'ประเภทความช่วยเหลือ',
      'ประเภทการให้ความช่วยเหลือ',
      'ประเภทของการช่วยเหลือ',
      'ลักษณะการช่วยเหลือ',
      'รูปแบบการช่วยเหลือ',
      'help_kind',
    ],
  },
  planned_project: {
    kind: 'text',
    title: { th: 'แผนงาน/โครงการที่วางแผน', en: 'Planned project' },
    aliases: [
      'แผนงาน/โครงการ',
      'โครงการที่วางแผน',
      'โครงการตามแผน',
      'โครงการ/กิจกรรมที่วางแผน',
      'โครงการ/กิจกรรมตามแผน',
      'กิจกรรมที่วางแผน',
      'กิจกรรมตามแผน',
      'แผนการช่วยเหลือ',
      'แผนการให้ความช่วยเหลือ',
      'แนวทางแก้ไข',
      'แนวทางการแก้ไข',
      'แนวทางแก้ไข (โครงการ/กิจกรรม)',
      'planned_project',
    ],
  },
  planned_agency: {
    kind: 'agency',
    title: { th: 'หน่วยงานตามแผน', en: 'Planned agency' },
    aliases: [
      'หน่วยงานที่วางแผน',
      'หน่วยงานรับผิดชอบตามแผน',
      'หน่วยงานที่รับผิดชอบตามแผน',
      'หน่วยงานที่จะดำเนินการ',
      'หน่วยงานที่จะช่วยเหลือ',
      'planned_agency',
    ],
  },
  planned_budget: {
    kind: 'amount',
    title: { th: 'งบประมาณตามแผน', en: 'Planned amount (baht)' },
    aliases: [
      'งบประมาณตามแผน (บาท)',
      'งบประมาณที่วางแผน',
      'งบประมาณที่ตั้งไว้',
      'งบประมาณที่จะใช้',
      'วงเงินตามแผน',
      'planned_budget',
    ],
  },
  planned_month: {
    kind: 'month',
    title: { th: 'เดือนที่จะดำเนินการ', en: 'Planned month' },
    aliases: ['เดือนที่วางแผน', 'เดือนตามแผน', 'เดือนที่จะช่วยเหลือ', 'กำหนดดำเนินการ', 'planned_month'],
  },
  team: {
    kind: 'label',
    title: { th: 'ทีมปฏิบัติการตำบล', en: 'Team' },
    aliases: ['ทีมปฏิบัติการ', 'ทีมปฎิบัติการ', 'ทีมปฎิบัติการตำบล', 'ทีมปฏิบัติการระดับตำบล', 'team'],
  },
  mentor: {
    kind: 'label',
    personal: true,
    title: { th: 'ทีมพี่เลี้ยง', en: 'Mentor' },
    aliases: ['พี่เลี้ยง', 'ชื่อพี่เลี้ยง', 'พี่เลี้ยงครัวเรือน', 'mentor'],
  },
  attitude: four('ทัศนคติ', 'Attitude'),
  skill: four('ทักษะ', 'Skill'),
  resource: four('ทรัพยากร', 'Resources'),
  solution: four('ทางออก', 'Way out', 'ทางออก (ความต้องการ)'),
  updated_at: {
    kind: 'date',
    title: { th: 'วันที่บันทึก', en: 'Date of record' },
    aliases: ['วันที่บันทึก', 'อัปเดตล่าสุด', 'ปรับปรุงล่าสุด', 'วันที่ปรับปรุง', 'updated_at'],
  },
  amount: {
    kind: 'amount',
    title: { th: 'งบประมาณ', en: 'Amount (baht)' },
    aliases: ['งบประมาณ', 'งบประมาณ (บาท)', 'จำนวนเงิน', 'จำนวนเงิน (บาท)', 'amount', 'amount_baht'],
  },
  source: {
    kind: 'source',
    title: { th: 'ที่มา', en: 'Source' },
    aliases: ['ที่มา', 'ที่มาของข้อมูล', 'source'],
  },
  row_no: unread('ลำดับ', 'Row number', ['ลำดับ', 'ลำดับที่', 'ที่', 'no.', 'row_no']),
  data_year: unread('ปี', 'Year of the data', ['ปี', 'ปี (พ.ศ.)', 'ปีข้อมูล', 'ปีงบประมาณ', 'data_year']),
  person_nid: unread(
    'เลขประจำตัวประชาชน',
    'National ID',
    ['เลขประจำตัวประชาชน', 'NID', 'เลขบัตรประชาชน', 'เลขบัตรประจำตัวประชาชน', 'เลข 13 หลัก', 'id_card'],
    true,
  ),
  prefix: unread('คำนำหน้า', 'Title', ['คำนำหน้า', 'คำนำหน้าชื่อ', 'prefix'], true),
  first_name: unread('ชื่อ', 'First name', ['ชื่อ', 'first_name', 'name'], true),
  last_name: unread('นามสกุล', 'Last name', ['นามสกุล', 'สกุล', 'last_name'], true),
  full_name: unread('ชื่อ-สกุล', 'Full name', ['ชื่อ-สกุล', 'ชื่อ-นามสกุล', 'ชื่อหัวหน้าครัวเรือน', 'หัวหน้าครัวเรือน', 'fullname'], true),
  worker: unread('วัยแรงงาน', 'Of working age', ['วัยแรงงาน', 'จำนวนวัยแรงงาน', 'worker_cnt']),
  occupation: unread('อาชีพ', 'Occupation', ['อาชีพ', 'occupation'], true),
  phone: unread('โทรศัพท์', 'Telephone', ['โทรศัพท์', 'เบอร์โทร', 'เบอร์โทรศัพท์', 'หมายเลขโทรศัพท์', 'phone'], true),
  position: unread(
    'พิกัด',
    'Position',
    ['พิกัด', 'ละติจูด', 'ลองจิจูด', 'ลองติจูด', 'latitude', 'longitude', 'lat', 'lon', 'lng'],
    true,
  ),
  indicators: unread('ตัวชี้วัดที่ตก', 'Indicators failed', ['ตัวชี้วัดที่ตก', 'สภาพครัวเรือน']),
  income_year: unread('รายได้/ปี', 'Income a year', ['รายได้/ปี', 'รายได้ต่อปี', 'รายได้เฉลี่ย', 'income_year'], true),
  note: unread('หมายเหตุ', 'Note', ['หมายเหตุ', 'บันทึกเพิ่มเติม', 'note', 'remark'], true),
  quarantine_file: unread('ไฟล์เดิม', 'Original file', ['ไฟล์เดิม']),
  quarantine_line: unread('บรรทัดเดิม', 'Original line', ['บรรทัดเดิม']),
  quarantine_reason: unread('เหตุผลที่กักไว้', 'Why quarantined', ['เหตุผลที่กักไว้']),
  quarantine_code: unread('รหัสการกัก', 'Quarantine code', ['รหัสการกัก']),
  quarantine_text: unread('ข้อความเดิมทั้งแถว', 'Original row as text', ['ข้อความเดิมทั้งแถว'], true),
  area_indicators: unread('ตัวชี้วัด จปฐ. ของพื้นที่', 'Basic minimum needs of the area', indicatorAliases),
  ...figures(),
} as const satisfies Kinds;

export type ColumnId = keyof typeof registry;

export const columns: readonly (Column & { readonly id: ColumnId })[] = Object.entries(registry as Kinds).map(
  ([id, row]) => ({ ...row, id: id as ColumnId, personal: row.personal ?? false }),
);

export const columnOf: Readonly<Record<ColumnId, Column>> = Object.fromEntries(
  columns.map((row) => [row.id, row]),
) as Record<ColumnId, Column>;

/** Columns that a header can be taken for. */
export const readColumns: readonly ColumnId[] = columns.filter((row) => row.kind !== 'unread').map((row) => row.id);

/** Columns of households whose cells leave the scanner, in the order of the staging table. */
export const stagedColumns: readonly ColumnId[] = readColumns.filter((id) => columnOf[id].kind !== 'figure');

function mark(dimension: Dimension, th: string, en: string, others: readonly string[]) {
  return { kind: 'mark', title: { th, en }, aliases: [th, ...others], dimension } as const;
}

/** Most cells are values of a list; what is written freely may name a person. */
function four(th: string, en: string, ...others: readonly string[]) {
  return { kind: 'traits', title: { th, en }, aliases: [th, ...others], personal: true } as const;
}

function unread(th: string, en: string, aliases: readonly string[], personal?: true) {
  return { kind: 'unread', title: { th, en }, aliases, personal } as const;
}

type FigureColumn = `area_${AreaFigureId}`;

/** A column for each figure of a table of areas; its unit may stand behind the header. */
function figures() {
  const rows = (areaFigures as readonly AreaFigure[]).map(({ id, title, aliases, unit }) => {
    const named = [title.th, ...aliases];
    const withUnits = named.flatMap((alias) => unitWords[unit].map((word) => `${alias} (${word})`));
    const column = { kind: 'figure', title, aliases: [...named, ...withUnits], figure: id as AreaFigureId } as const;
    return [`area_${id}`, column] as const;
  });
  return Object.fromEntries(rows) as Record<FigureColumn, (typeof rows)[number][1]>;
}
