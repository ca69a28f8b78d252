/** Owns the blank form and the filled example of a Logbook file: which columns they have, and twelve made-up households. */
import { columns, stagedColumns, type ColumnId } from './columns.ts';

/**
 * What a form that is a row per household need not ask: codes that the tambon code holds, the dimension of long files, the
 * member of files of persons, and what the status says already.
 */
const leftOut: readonly ColumnId[] = [
  'member_seq',
  'village_code',
  'amphoe_code',
  'province_code',
  'need_help',
  'dimension',
  'updated_at',
];

/** In the order of the data dictionary. */
export const formColumns: readonly ColumnId[] = stagedColumns.filter((id) => !leftOut.includes(id));
export const formHeaders: readonly string[] = formColumns.map(
  (id) => columns.find((column) => column.id === id)?.title.th ?? id,
);

type Cells = Readonly<Partial<Record<ColumnId, string>>>;

const amphoe = { amphoe: 'ยะรัง', province: 'ปัตตานี' };
const yarang: Cells = { ...amphoe, tambon_code: '941001', tambon: 'ยะรัง' };
const saba: Cells = { amphoe: 'เมืองปัตตานี', province: 'ปัตตานี', tambon_code: '940101', tambon: 'สะบารัง' };
const rusa: Cells = { amphoe: 'เมืองปัตตานี', province: 'ปัตตานี', tambon_code: '940110', tambon: 'รูสะมิแล' };
const nobody = { child: '0', elderly: '0', disabled: '0', bedridden: '0' };
const noMark = { health: '', living: '', education: '', income: '', access: '' };
const helped = { status: 'ช่วยเหลือแล้ว', urgent: 'ไม่เร่งด่วน' };
const waiting = { status: 'ยังรอการช่วยเหลือ', urgent: 'ไม่เร่งด่วน' };
const surveyed = { survey: 'สำรวจแล้ว' };
const develop = { class: 'พัฒนาได้' };
const welfare = { class: 'สงเคราะห์' };

/** Made up: nobody lives in these houses. */
const households: readonly Cells[] = [
  {
    ...yarang,
    house_no: '27/1',
    persons: '4',
    child: '1',
    income: '✓',
    ...develop,
    ...helped,
    survey_date: '03/02/2565',
    agency: 'พช.',
    activity: 'มอบพันธุ์ไก่ไข่',
    help_date: '12/05/2565',
    amount: '3000',
  },
  {
    ...yarang,
    house_no: '112/45',
    persons: '2',
    elderly: '2',
    health: '✓',
    living: '✓',
    ...welfare,
    ...waiting,
    survey_date: '03/02/2565',
    planned_project: 'ซ่อมแซมบ้าน',
    planned_agency: 'อบต.',
    planned_budget: '20000',
    planned_month: 'ก.ค. 2565',
    resource: 'มีบ้านที่อยู่อาศัยเป็นของตนเอง, ไม่มีพาหนะ',
    solution: 'ต้องการที่อยู่อาศัยที่มั่นคง',
  },
  {
    ...yarang,
    house_no: '9',
    persons: '1',
    elderly: '1',
    bedridden: '1',
    health: '✓',
    ...welfare,
    ...waiting,
    urgent: 'เร่งด่วน',
    survey_date: '04/02/2565',
  },
  {
    ...yarang,
    house_no: '58/7',
    persons: '5',
    child: '2',
    education: '✓',
    ...develop,
    ...waiting,
    status: 'อยู่ระหว่างดำเนินการ',
    survey_date: '04/02/2565',
  },
  {
    ...saba,
    house_no: '147/2',
    persons: '3',
    child: '1',
    education: '✓',
    income: '✓',
    ...develop,
    ...helped,
    status: 'ช่วยเหลือแล้วบางส่วน',
    survey_date: '10/02/2565',
    agency: 'ศธจ.',
    activity: 'มอบทุนการศึกษา',
    help_date: '20/05/2565',
    amount: '5000',
  },
  {
    ...saba,
    house_no: '69',
    persons: '6',
    child: '3',
    disabled: '1',
    living: '✓',
    access: '✓',
    ...welfare,
    ...waiting,
    status: 'ส่งต่อ ศจพ.จ.',
    over_capacity: 'เกินศักยภาพ',
    survey_date: '10/02/2565',
  },
  {
    ...saba,
    house_no: '60',
    persons: '2',
    class: 'พัฒนาตนเองได้',
    ...waiting,
    status: 'ไม่ต้องการความช่วยเหลือ',
    survey_date: '11/02/2565',
  },
  {
    ...saba,
    house_no: '15/3',
    persons: '3',
    elderly: '1',
    access: '✓',
    ...welfare,
    ...helped,
    survey_date: '11/02/2565',
    agency: 'พมจ.',
    activity: 'ขึ้นทะเบียนผู้สูงอายุ',
    help_date: '02/06/2565',
  },
  { ...rusa, house_no: '8/12', persons: '4', child: '2', income: '✓', ...develop, ...waiting, survey: 'ยังไม่สำรวจ' },
  {
    ...rusa,
    house_no: '201',
    persons: '3',
    living: '✓',
    income: '✓',
    ...develop,
    ...helped,
    survey_date: '15/02/2565',
    agency: 'อปท.',
    activity: 'ซ่อมแซมบ้าน',
    help_date: '15/06/2565',
    amount: '20000',
  },
  {
    ...rusa,
    house_no: '33/4',
    persons: '1',
    elderly: '1',
    health: '✓',
    ...welfare,
    ...waiting,
    survey: 'ไม่สามารถเก็บข้อมูลได้',
  },
  { ...rusa, house_no: '76', persons: '1', ...waiting, status: 'เสียชีวิต', survey: 'เสียชีวิต', class: 'สงเคราะห์' },
];

/** The example's rows, in the order of `formColumns`. */
export const exampleRows: readonly (readonly string[])[] = households.map((household, index) => {
  const cells: Cells = {
    ...nobody,
    ...noMark,
    ...surveyed,
    as_of: '29/06/2565',
    house_code: `${household.tambon_code?.slice(0, 4)}9900${String(index + 1).padStart(3, '0')}`,
    moo: String((index % 4) + 1),
    source: 'มีในระบบ (นำเข้า)',
    team: 'ทีม 1',
    mentor: `ทีม 1.${(index % 3) + 1}`,
    over_capacity: 'ไม่เกินศักยภาพ',
    ...household,
  };
  return formColumns.map((id) => cells[id] ?? '');
});
