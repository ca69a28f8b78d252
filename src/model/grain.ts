/** Owns what one row of a file can stand for, and how that is told from its columns. */
import { columnOf, type ColumnId } from './columns.ts';
import { mendingColumns } from './mending.ts';
import type { Text } from './text.ts';

/** `title` says what one row is, `meaning` what becomes of it. Order is the code in work tables. */
export const grains = [
  {
    id: 'wide',
    title: { th: 'หนึ่งแถวต่อครัวเรือน', en: 'One row a household' },
    meaning: {
      th: 'แต่ละแถวคือหนึ่งครัวเรือน ถ้าครัวเรือนเดียวกันมีหลายแถว จะนับครั้งเดียวและแจ้งเตือน',
      en: 'Each row is a household. One that comes again is counted once, with a warning.',
    },
  },
  {
    id: 'long',
    title: { th: 'หนึ่งแถวต่อครัวเรือนและมิติ', en: 'One row a household and dimension' },
    meaning: {
      th: 'ครัวเรือนหนึ่งมีหลายแถว แถวละหนึ่งมิติของปัญหา จะรวมเป็นครัวเรือนเดียว',
      en: 'A household has several rows, one for each dimension of its needs. They become one household.',
    },
  },
  {
    id: 'person',
    title: { th: 'หนึ่งแถวต่อคน', en: 'One row a person' },
    meaning: {
      th: 'แต่ละแถวคือสมาชิกหนึ่งคน จะรวมคนในบ้านเดียวกันเป็นครัวเรือนเดียว และนับจำนวนคนจากแถว',
      en: 'Each row is a member. Those of one house become one household, and its persons are counted from the rows.',
    },
  },
  {
    id: 'help',
    title: { th: 'หนึ่งแถวต่อการช่วยเหลือหนึ่งครั้ง', en: 'One row an act of help' },
    meaning: {
      th: 'แต่ละแถวคือการช่วยเหลือหนึ่งครั้ง จะเก็บเป็นประวัติของครัวเรือน โดยไม่เปลี่ยนสถานะของครัวเรือน',
      en: 'Each row is an act of help. It is kept with its household and never changes the household’s status.',
    },
  },
  {
    id: 'plan',
    title: { th: 'หนึ่งแถวต่อแผนงานหรือโครงการหนึ่งรายการ', en: 'One row a plan' },
    meaning: {
      th: 'แต่ละแถวคือแผนงานหรือโครงการที่วางไว้ให้ครัวเรือน จะเก็บไว้กับครัวเรือน โดยไม่เปลี่ยนสถานะของครัวเรือน',
      en: 'Each row is what is planned for a household. It is kept with its household and never changes the household’s status.',
    },
  },
  {
    id: 'area',
    title: { th: 'หนึ่งแถวต่อพื้นที่ (ตารางตัวเลข)', en: 'One row an area (a table of figures)' },
    meaning: {
      th: 'แต่ละแถวคือตัวเลขของจังหวัด อำเภอ หรือตำบล ไม่ใช่ครัวเรือน ใช้เป็นตัวเลขอ้างอิง',
      en: 'Each row holds figures of a province, an amphoe or a tambon. They are no households, but figures to compare with.',
    },
  },
] as const satisfies readonly { id: string; title: Text; meaning: Text }[];

export type Grain = (typeof grains)[number]['id'];
export const grainCode = Object.fromEntries(grains.map(({ id }, code) => [id, code])) as Record<Grain, number>;

/** Grains whose rows tell no status: they go to households that others list. */
export const besideGrains: readonly Grain[] = ['help', 'plan'];
export const isBeside = (grain: Grain | undefined): boolean => grain !== undefined && besideGrains.includes(grain);

type Columns = readonly (ColumnId | null)[];

/** Beside places and figures, what a table of areas may have without being about households. */
export const areaColumns: readonly ColumnId[] = [
  'as_of',
  'data_year',
  'row_no',
  'source',
  'note',
  'area_indicators',
  ...mendingColumns,
];

/** Figures, and nothing that would tell of one household or person. `count`: heads counted are figures we do not know yet. */
function isAreaTable(columns: Columns): boolean {
  const isOfAreas = (id: ColumnId): boolean =>
    ['place', 'figure', 'count'].includes(columnOf[id].kind) || areaColumns.includes(id);
  return (
    columns.every((id) => id === null || isOfAreas(id)) && columns.some((id) => id && columnOf[id].kind === 'figure')
  );
}

/** A row of each kind is known by columns that the others have no use for. The reader may say otherwise. */
export function grainOf(columns: Columns): Grain {
  if (isAreaTable(columns)) return 'area';
  const has = (...ids: readonly ColumnId[]): boolean => ids.some((id) => columns.includes(id));
  const kinds = new Set(columns.map((id) => id && columnOf[id].kind));
  const isStanding = has('status', 'need_help', 'survey', 'class') || kinds.has('mark');
  const isAct = has('help_date', 'activity') && has('agency', 'activity', 'amount', 'dimension');
  // What was done of a plan may stand beside it.
  if (has('planned_project') && !isStanding) return 'plan';
  if (isAct && !isStanding) return 'help';
  if (has('member_seq')) return 'person';
  return has('dimension') ? 'long' : 'wide';
}
