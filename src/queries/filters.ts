/** Owns the filters: a row each, with its choices, its SQL and its words in both languages. */
import { dimensions } from '../model/dimension.ts';
import { classes, localities, members, surveys } from '../model/household.ts';
import { pendingStatuses, statusCode, statuses } from '../model/status.ts';
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
  /** The options are said as all of them at once, with these words after them; else as one or the other. */
  readonly conjunction?: Text;
  /** A panel offers it; among the filters it stands only while it is on. */
  readonly isOfferedApart?: boolean;
  /** Choices that a reader takes for one: shown and said as such. */
  readonly groups?: readonly { readonly options: readonly string[]; readonly title: Text }[];
  /** What the chosen options are compared with. The SQL and the cube both follow from it. */
  readonly compares: Comparison;
}

/**
 * A column holding a code of a registry; a flag, which may be unknown; counts, one of which is to be more than none; or the
 * set of dimensions in which a household still waits, whatever dimensions and statuses are chosen.
 */
export type Comparison =
  | { readonly column: string; readonly codes: readonly { readonly id: string }[] }
  | { readonly flag: string }
  | { readonly counts: readonly { readonly id: string }[] }
  | { readonly waitsIn: readonly { readonly id: string }[] };

const yesNo = (yes: Text, no: Text): readonly Option[] => [
  { id: '1', title: yes },
  { id: '0', title: no },
];
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
    compares: { column: 'dimension', codes: dimensions },
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
    compares: { column: 'class', codes: classes },
  },
  {
    id: 'statuses',
    title: { th: 'สถานะการช่วยเหลือ', en: 'Help status' },
    options: statuses,
    narrows: 'status',
    phrase: { th: 'สถานะ', en: 'status: ' },
    groups: [{ options: pendingStatuses, title: { th: 'ยังรอการช่วยเหลือ', en: 'Still waiting' } }],
    compares: { column: 'status', codes: statuses },
  },
  {
    id: 'surveys',
    title: { th: 'การสำรวจ', en: 'Visit' },
    options: surveys,
    narrows: 'household',
    phrase: { th: '', en: '' },
    compares: { column: 'survey', codes: surveys },
  },
  {
    id: 'urgent',
    title: { th: 'ความเร่งด่วน', en: 'Urgency' },
    options: yesNo({ th: 'เร่งด่วน', en: 'urgent' }, { th: 'ไม่เร่งด่วน', en: 'not urgent' }),
    narrows: 'household',
    phrase: { th: '', en: '' },
    compares: { flag: 'urgent' },
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
    compares: { flag: 'over_capacity' },
  },
  {
    id: 'localities',
    title: { th: 'เขตพื้นที่', en: 'Locality' },
    options: localities,
    narrows: 'household',
    phrase: { th: '', en: '' },
    compares: { column: 'locality', codes: localities },
  },
  {
    id: 'members',
    title: { th: 'สมาชิกในครัวเรือน', en: 'Members' },
    options: members,
    narrows: 'household',
    phrase: { th: 'มี', en: 'with ' },
    compares: { counts: members },
  },
  {
    id: 'together',
    title: { th: 'มิติที่รอพร้อมกัน', en: 'Waiting at once' },
    options: dimensions.map(({ id, short }) => ({
      id,
      title: short,
      phrase:
        id === 'unspecified'
          ? { th: 'รอการช่วยเหลือโดยไม่ระบุมิติ', en: 'waiting with no dimension given' }
          : {
              th: `รอการช่วยเหลือในมิติ${short.th}เท่านั้น`,
              en: `waiting only in ${short.en.toLowerCase()}`,
            },
    })),
    narrows: 'household',
    phrase: { th: 'รอการช่วยเหลือพร้อมกันในมิติ', en: 'waiting at once in ' },
    conjunction: { th: 'เท่านั้น', en: ' only' },
    isOfferedApart: true,
    compares: { waitsIn: dimensions },
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

/** The condition for the chosen options, never asked with none. Values are parameters, columns are the registry's. */
function condition({ compares }: Filter, chosen: readonly string[]): Condition {
  if ('flag' in compares) return { sql: `${compares.flag} = ?`, params: [chosen.includes('1')] };
  if ('column' in compares) {
    const params = chosen.map((id) => compares.codes.findIndex((row) => row.id === id));
    return { sql: `${compares.column} in (${params.map(() => '?').join(', ')})`, params };
  }
  if ('waitsIn' in compares) return waitsIn(bitsOf(compares.waitsIn, chosen));
  const some = compares.counts.filter(({ id }) => chosen.includes(id)).map(({ id }) => `${id} > 0`);
  return { sql: `(${some.join(' or ') || 'false'})`, params: [] };
}

/** A bit for each chosen row of a registry: `1 << code`. */
export const bitsOf = (registry: readonly { readonly id: string }[], chosen: readonly string[]): number =>
  registry.reduce((bits, { id }, code) => (chosen.includes(id) ? bits | (1 << code) : bits), 0);

export const pendingCodes = pendingStatuses.map((id) => statusCode[id]).join(', ');
/** Of all its needs a household is one that waits, and those that wait are in just these dimensions. */
function waitsIn(mask: number): Condition {
  return {
    sql: `(snapshot, household) in (
        select (snapshot, household) from (
          select snapshot, household, bit_or(1 << status::integer)::integer as mask,
            bit_or(if(status in (${pendingCodes}), 1 << dimension::integer, 0)) as waiting
          from need group by snapshot, household
        ) join fold using (mask) where waiting = ? and fold.status in (${pendingCodes})
      )`,
    params: [mask],
  };
}

/** Shares of those with a status say nothing where households are chosen by it, as those are who wait in some dimensions. */
export const isSilenced = (all: Filters, by: 'statuses' | 'surveys'): boolean =>
  all[by].length > 0 || (by === 'statuses' && all.together.length > 0);

/** The conditions of all filters that are on and narrow the given relation, joined by `and`. */
export function conditions(all: Filters, narrows: Filter['narrows']): Condition {
  const on = filters
    .filter((filter) => filter.narrows === narrows && chosenOf(all, filter.id).length > 0)
    .map((filter) => condition(filter, chosenOf(all, filter.id)));
  return { sql: on.map(({ sql }) => ` and ${sql}`).join(''), params: on.flatMap(({ params }) => params) };
}
