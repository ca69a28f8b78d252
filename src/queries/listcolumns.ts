/** Owns the columns of the list of households: a row each, with where it comes from, how it reads, and what hides it. */
import { columnOf, type ColumnId } from '../model/columns.ts';
import { dimensions } from '../model/dimension.ts';
import { masks, type MaskId } from '../model/masking.ts';
import type { Text } from '../model/text.ts';

export type ListKind =
  'text' | 'amphoe' | 'tambon' | 'class' | 'survey' | 'status' | 'dimension' | 'flag' | 'count' | 'date' | 'agency';

export interface ListColumn {
  readonly id: string;
  readonly title: Text;
  readonly kind: ListKind;
  /** Over `h` (the household), `r` (the row listed: its status and dimension), `a` (its acts of help), `n` (its needs). */
  readonly sql: string;
  /** What it is in a file that is read again; null: no file has it. */
  readonly header: ColumnId | null;
  /** What hides it: such a cell may tell whose household it is. */
  readonly mask?: MaskId;
  /** Ordered by the words that a reader sees, which the engine has no order of. */
  readonly isWorded?: true;
  /** Shown before anything is chosen. */
  readonly isUsual?: true;
  /** Only where what is listed are needs, a household in each of its dimensions. */
  readonly isOfNeed?: true;
}

const ofFile = (header: ColumnId, kind: ListKind, sql: string, rest: Partial<ListColumn> = {}): ListColumn => ({
  id: header,
  title: columnOf[header].title,
  kind,
  sql,
  header,
  ...rest,
});

export const listColumns: readonly ListColumn[] = [
  ofFile('house_code', 'text', 'h.house_code', { mask: 'tail', isUsual: true }),
  ofFile('amphoe', 'amphoe', 'h.area // 100 * 100', { isWorded: true, isUsual: true }),
  ofFile('tambon', 'tambon', 'h.area', { isWorded: true, isUsual: true }),
  ofFile('moo', 'count', 'nullif(h.moo, 0)::integer', { isUsual: true }),
  ofFile('village', 'text', 'h.village', { isWorded: true }),
  ofFile('house_no', 'text', 'h.house_no', { mask: 'whole', isWorded: true }),
  ofFile('dimension', 'dimension', 'r.dimension', { isUsual: true, isOfNeed: true }),
  ofFile('status', 'status', 'r.status', { isUsual: true }),
  ofFile('class', 'class', 'h.class', { isUsual: true }),
  ...dimensions.slice(0, 5).map(({ id, short }, code): ListColumn => ({
    id,
    title: short,
    kind: 'status',
    sql: `n.of_${code}`,
    header: id as ColumnId,
  })),
  ofFile('survey', 'survey', 'h.survey', { isUsual: true }),
  ofFile('survey_date', 'date', 'h.surveyed_on'),
  ofFile('urgent', 'flag', 'h.urgent', { isUsual: true }),
  ofFile('over_capacity', 'flag', 'h.over_capacity'),
  ofFile('persons', 'count', 'h.persons', { isUsual: true }),
  {
    id: 'last_agency',
    title: { th: 'ช่วยเหลือล่าสุดโดย', en: 'Last helped by' },
    kind: 'agency',
    sql: 'a.agency',
    header: 'agency',
    isWorded: true,
  },
  {
    id: 'last_help',
    title: { th: 'ช่วยเหลือล่าสุดเมื่อ', en: 'Last helped on' },
    kind: 'date',
    sql: 'a.last_on',
    header: 'help_date',
  },
  ofFile('updated_at', 'date', 'h.updated_on'),
  ofFile('team', 'text', 'h.team', { isWorded: true }),
  ofFile('mentor', 'text', 'h.mentor', { mask: 'whole', isWorded: true }),
];

const byId: ReadonlyMap<string, ListColumn> = new Map(listColumns.map((row) => [row.id, row]));
export function listColumnOf(id: string): ListColumn | null {
  return byId.get(id) ?? null;
}

/** What `a` is: the acts of help in a relation, by household. */
export const actsSql = (from: string): string =>
  `select snapshot, household, max(date) as last_on, arg_max(agency, date) as agency from ${from} group by snapshot, household`;
/** What `n` is: the needs in a relation, by household. */
export const needsSql = (from: string): string =>
  `select snapshot, household, ${dimensions
    .map((_, code) => `max(status) filter (where dimension = ${code})::integer as of_${code}`)
    .join(', ')} from ${from} group by snapshot, household`;

/** A cell as it leaves the engine: what is hidden stays there, so that no page can show it by mistake. */
export function cellSql({ sql, kind, mask }: ListColumn, isOpen: boolean): string {
  const cell = kind === 'date' ? `strftime(${sql}, '%Y-%m-%d')` : sql;
  if (mask === undefined || isOpen) return cell;
  const { hiddenLetters, sign } = masks[mask];
  if (hiddenLetters === null) return `if(${cell} is null, null, '${sign}')`;
  return `left(${cell}, greatest(length(${cell}) - ${hiddenLetters}, 0)::bigint) || '${sign}'`;
}
