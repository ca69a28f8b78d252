/** Owns which figures of a place a meeting can see, each once: its cells, and which of them a measure under a filter is. */
import { country, levelOf } from '../model/area.ts';
import { dimensionCode, dimensions } from '../model/dimension.ts';
import { classCode, classes } from '../model/household.ts';
import { pendingStatuses, statusCode, statuses, type Status } from '../model/status.ts';
import type { Filters, Subject } from '../model/subject.ts';
import type { MeasureId } from './measures.ts';

/** Told of all households, and of those of one option of a filter. */
export const told = ['listed', 'need', 'helped', 'pending'] as const;
type Told = (typeof told)[number];
/** Helped is told already. */
const ownStatuses = statuses.filter(({ id }) => id !== 'helped');
const statusAt = told.length;
const overAt = statusAt + ownStatuses.length;
const dimensionAt = overAt + 1;
const classAt = dimensionAt + told.length * dimensions.length;
const urgentAt = classAt + told.length * classes.length;
/** Cells of a place. */
export const width = urgentAt + told.length;

/** The cells of all, of the statuses, and of each option are a block. */
export const blockOf = (cell: number): number =>
  cell < statusAt ? 0 : cell < dimensionAt ? 1 : 2 + Math.floor((cell - dimensionAt) / told.length);

/** What a household of a status is counted as, the cells of all or of an option. */
export function toldOf(status: number): readonly number[] {
  const { group } = statuses[status] as (typeof statuses)[number];
  const names: readonly Told[] =
    group === 'pending'
      ? ['listed', 'need', 'pending']
      : group === 'helped'
        ? ['listed', 'need', 'helped']
        : ['listed'];
  return names.map((name) => told.indexOf(name));
}
const from = (start: number, status: number): readonly number[] => toldOf(status).map((cell) => start + cell);

/** The cells that a need raises; that a household's status does; that its class and flags do. */
export const needCells = (dimension: number, status: number): readonly number[] =>
  from(dimensionAt + told.length * dimension, status);
export const statusCells = (status: number): readonly number[] => {
  const own = ownStatuses.findIndex(({ id }) => statusCode[id] === status);
  return [...toldOf(status), ...(own < 0 ? [] : [statusAt + own])];
};
export const factCells = (
  status: number,
  household: { class: number; urgent: boolean; over: boolean },
): readonly number[] => [
  ...from(classAt + told.length * household.class, status),
  ...(household.urgent ? from(urgentAt, status) : []),
  ...(household.over ? [overAt] : []),
];

const cellOfStatus = (status: Status): number =>
  status === 'helped' ? told.indexOf('helped') : statusAt + ownStatuses.findIndex(({ id }) => id === status);

/** Where the cells of an option begin; null where the filters are more than one option of one filter. */
function startOf({ dimensions: chosen, classes: own, urgent, ...others }: Filters): number | null {
  const [dimension, household] = [chosen[0], own[0]];
  const rest = [others.statuses, others.surveys, others.localities, others.members, others.together];
  const isOther = rest.some(({ length }) => length > 0) || others.overCapacity !== null || urgent === false;
  if (isOther || chosen.length + own.length + Number(urgent === true) > 1) return null;
  if (dimension) return dimensionAt + told.length * dimensionCode[dimension];
  if (household) return classAt + told.length * classCode[household];
  return urgent ? urgentAt : 0;
}

/** The cell that a measure under filters is; `none` where it counts nobody; null where a meeting is not told of it. */
export function cellOf(measure: MeasureId, filters: Filters): number | 'none' | null {
  const [unit = '', name = ''] = measure.split('.');
  const at = told.indexOf(name as Told);
  const [status, ...more] = filters.statuses;
  if (status && more.length === 0 && startOf({ ...filters, statuses: [] }) === 0) {
    if (unit !== 'household' || at < 0) return null;
    const counts = toldOf(statusCode[status]);
    return counts.includes(at) ? cellOfStatus(status) : 'none';
  }
  const start = startOf(filters);
  if (start === null) return null;
  // A need of a dimension is a household's: there is one of each at most.
  if (unit === 'need') return start >= dimensionAt && start < classAt ? needCell(start, name) : null;
  if (unit !== 'household') return null;
  if (at >= 0) return start + at;
  if (name === 'urgent_pending' && (start === 0 || start === urgentAt)) return urgentAt + told.indexOf('pending');
  if (start !== 0) return null;
  if (name === 'over_capacity') return overAt;
  const known = ownStatuses.find(({ id }) => id === name);
  return known ? cellOfStatus(known.id) : null;
}

/** Whether a measure is one of the four of a whole without a filter, which a meeting is told as they are where it may be. */
export function isOfWhole(measure: MeasureId, { area, filters }: Pick<Subject, 'area' | 'filters'>): boolean {
  const isWhole = area === country || levelOf(area) === 'province';
  return isWhole && startOf(filters) === 0 && told.some((name) => measure === `household.${name}`);
}

function needCell(start: number, name: string): number | null {
  const at = told.indexOf(name === 'count' ? 'need' : (name as Told));
  return at < 0 ? null : start + at;
}

/** The cells as an outsider would name them, for whoever tries to reckon back. */
export const cellNames = {
  statuses: Object.fromEntries(statuses.map(({ id }) => [id, cellOfStatus(id)])) as Record<Status, number>,
  pending: pendingStatuses.map(cellOfStatus),
  over: overAt,
  dimensions: dimensions.map((_, code) => dimensionAt + told.length * code),
  classes: classes.map((_, code) => classAt + told.length * code),
  urgent: urgentAt,
} as const;
