/** Owns the filters: a row each, with its choices, its SQL and its words in both languages. */
import { dimensions } from '../model/dimension.ts';
import { classes, localities, members, surveys } from '../model/household.ts';
import { pendingStatuses, statuses } from '../model/status.ts';
import type { Filters } from '../model/subject.ts';
import type { Parameter } from '../engine/engine.ts';
import type { Text } from '../model/text.ts';

export interface Option {
  readonly id: string;
  readonly title: Text;
  /** In the sentence, in place of the filter's words and the title: for what is not given. */
  readonly phrase?: Text;
}

export interface Condition {
  readonly sql: string;
  readonly params: readonly Parameter[];
}

export interface Filter {
  readonly id: keyof Filters;
  readonly title: Text;
  readonly options: readonly Option[];
  /** Which relation the condition narrows: the households, their needs, or the households by their folded status. */
  readonly narrows: 'household' | 'need' | 'status';
  /** Words put before the chosen options in the sentence. */
  readonly phrase: Text;
  /** Choices that a reader takes for one: shown and said as such. */
  readonly groups?: readonly { readonly options: readonly string[]; readonly title: Text }[];
  /** The condition for the chosen options, never called with none. Values are parameters. */
  condition(chosen: readonly string[]): Condition;
}

/** `column in (?, …)` over the codes of a registry. */
const coded =
  (column: string, registry: readonly { readonly id: string }[]) =>
  (chosen: readonly string[]): Condition => ({
    sql: `${column} in (${chosen.map(() => '?').join(', ')})`,
    params: chosen.map((id) => registry.findIndex((row) => row.id === id)),
  });

const yesNo = (yes: Text, no: Text): readonly Option[] => [
  { id: '1', title: yes },
  { id: '0', title: no },
];
const flag =
  (column: string) =>
  (chosen: readonly string[]): Condition => ({
    sql: `${column} = ?`,
    params: [chosen.includes('1')],
  });

export const filters = [
  {
    id: 'dimensions',
    title: { th: 'มิติ', en: 'Dimension' },
    options: dimensions.map(({ id, short }) => ({
      id,
      title: short,
      ...(id === 'unspecified' && { phrase: { th: 'ที่ไม่ระบุมิติ', en: 'with no dimension given' } }),
    })),
    narrows: 'need',
    phrase: { th: 'ด้าน', en: 'in ' },
    condition: coded('dimension', dimensions),
  },
  {
    id: 'classes',
    title: { th: 'ประเภทครัวเรือน', en: 'Household class' },
    options: classes.map(({ id, title }) => ({
      id,
      title,
      ...(id === 'unclassified' && { phrase: { th: 'ที่ยังไม่จำแนกประเภท', en: 'not classified' } }),
    })),
    narrows: 'household',
    phrase: { th: 'ประเภท', en: 'class: ' },
    condition: coded('class', classes),
  },
  {
    id: 'statuses',
    title: { th: 'สถานะการช่วยเหลือ', en: 'Help status' },
    options: statuses,
    narrows: 'status',
    phrase: { th: 'สถานะ', en: 'status: ' },
    groups: [{ options: pendingStatuses, title: { th: 'ยังรอการช่วยเหลือ', en: 'Still waiting' } }],
    condition: coded('status', statuses),
  },
  {
    id: 'surveys',
    title: { th: 'การสำรวจ', en: 'Visit' },
    options: surveys,
    narrows: 'household',
    phrase: { th: '', en: '' },
    condition: coded('survey', surveys),
  },
  {
    id: 'urgent',
    title: { th: 'ความเร่งด่วน', en: 'Urgency' },
    options: yesNo({ th: 'เร่งด่วน', en: 'urgent' }, { th: 'ไม่เร่งด่วน', en: 'not urgent' }),
    narrows: 'household',
    phrase: { th: '', en: '' },
    condition: flag('urgent'),
  },
  {
    id: 'overCapacity',
    title: { th: 'ศักยภาพอำเภอ', en: 'Amphoe’s capacity' },
    options: yesNo(
      { th: 'เกินศักยภาพอำเภอ', en: 'beyond the amphoe’s capacity' },
      { th: 'อยู่ในศักยภาพอำเภอ', en: 'within the amphoe’s capacity' },
    ),
    narrows: 'household',
    phrase: { th: '', en: '' },
    condition: flag('over_capacity'),
  },
  {
    id: 'localities',
    title: { th: 'เขตพื้นที่', en: 'Locality' },
    options: localities,
    narrows: 'household',
    phrase: { th: '', en: '' },
    condition: coded('locality', localities),
  },
  {
    id: 'members',
    title: { th: 'สมาชิกในครัวเรือน', en: 'Members' },
    options: members,
    narrows: 'household',
    phrase: { th: 'มี', en: 'with ' },
    // Identifiers come from the registry, so a value that is not in it selects nothing.
    condition: (chosen) => ({
      sql: `(${
        members
          .filter(({ id }) => chosen.includes(id))
          .map(({ id }) => `${id} > 0`)
          .join(' or ') || 'false'
      })`,
      params: [],
    }),
  },
] as const satisfies readonly Filter[];

export type FilterId = (typeof filters)[number]['id'];

/** The chosen options of a filter as text; flags as `1` or `0`; none when the filter is off. */
export function chosenOf(all: Filters, id: FilterId): readonly string[] {
  const value = all[id];
  if (value === null) return [];
  return typeof value === 'boolean' ? [value ? '1' : '0'] : value;
}

/** The filters with one of them set to the given options; options that the registry doesn't have are left out. */
export function withChosen(all: Filters, id: FilterId, chosen: readonly string[]): Filters {
  const filter = filters.find((row) => row.id === id) as Filter;
  const known = filter.options.map((option) => option.id).filter((option) => chosen.includes(option));
  const isFlag = id === 'urgent' || id === 'overCapacity';
  return { ...all, [id]: isFlag ? (known.length === 1 ? known[0] === '1' : null) : known };
}

/** The conditions of all filters that are on and narrow the given relation, joined by `and`. */
export function conditions(all: Filters, narrows: Filter['narrows']): Condition {
  const on = filters
    .filter((filter) => filter.narrows === narrows && chosenOf(all, filter.id).length > 0)
    .map((filter) => filter.condition(chosenOf(all, filter.id)));
  return { sql: on.map(({ sql }) => ` and ${sql}`).join(''), params: on.flatMap(({ params }) => params) };
}
