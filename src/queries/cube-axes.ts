/** Owns the axes of the cube: how a household's needs become one number, its other facts another, and the SQL that says both. */
import type { Question } from '../engine/engine.ts';
import { places } from '../model/area.ts';
import { dimensions } from '../model/dimension.ts';
import { classes, localities, members, surveys } from '../model/household.ts';
import { statuses } from '../model/status.ts';

interface Axis {
  readonly id: string;
  /** Codes are 0 to size − 1. */
  readonly size: number;
  readonly sql: string;
}

/** 0 not known, 1 no, 2 yes. */
const flag = (id: string): Axis => ({ id, size: 3, sql: `coalesce(${id}::integer + 1, 0)` });

/**
 * Everything a filter, a grouping or a measure looks at, besides area and needs. A new one of these needs a row here;
 * `id` is the column that filters name, `members` a bit for each kind of member that there is at least one of.
 */
export const axes = [
  { id: 'class', size: classes.length, sql: 'class' },
  { id: 'survey', size: surveys.length, sql: 'survey' },
  { id: 'locality', size: localities.length, sql: 'locality' },
  { id: 'place', size: places.length, sql: 'place' },
  flag('urgent'),
  flag('over_capacity'),
  {
    id: 'members',
    size: 1 << members.length,
    sql: members.map(({ id }, bit) => `coalesce(${id} > 0, false)::integer * ${1 << bit}`).join(' + '),
  },
  { id: 'persons', size: 2, sql: '(persons is not null)::integer' },
] as const satisfies readonly Axis[];
export type AxisId = 'class' | 'survey' | 'locality' | 'place' | 'urgent' | 'over_capacity' | 'members' | 'persons';

const strides = axes.map((_, axis) => axes.slice(0, axis).reduce((product, { size }) => product * size, 1));
/** Facts are numbers below this. */
export const factsSize = axes.reduce((product, { size }) => product * size, 1);

/** A household's facts; null where one of its codes is. */
export const factsSql = axes.map(({ sql }, axis) => `(${sql})::integer * ${strides[axis]}`).join(' + ');

/** The codes of one axis in the given facts. */
export function codesOf(id: string, facts: Uint32Array): Uint8Array {
  const axis = axes.findIndex((row) => row.id === id);
  const { size } = axes[axis] as Axis;
  const stride = strides[axis] as number;
  return Uint8Array.from(facts, (key) => Math.floor(key / stride) % size);
}

/** The facts with some axes' codes left at 0, as if they were not known. */
export function withoutAxes(facts: Uint32Array, ids: readonly string[]): Uint32Array {
  const result = facts.slice();
  axes.forEach(({ id }, axis) => {
    if (!ids.includes(id)) return;
    codesOf(id, facts).forEach((code, row) => (result[row]! -= code * (strides[axis] as number)));
  });
  return result;
}

/** Needs are a number with a digit for each dimension: 0 not a need, else its status's code + 1. */
export const needBase = statuses.length + 1;
export const needPlaces = dimensions.map((_, dimension) => needBase ** dimension);
/** Needs are numbers below this. */
export const needsSize = needBase ** dimensions.length;

/** The rows of several snapshots say which they are of. */
const told = (snapshots: readonly number[]): string => (snapshots.length > 1 ? 'snapshot, ' : '');
/** As integers, like the column: only so are the rows of others not even looked at. */
const among = (snapshots: readonly number[]): string => `snapshot in (${snapshots.map(() => '?::integer').join(', ')})`;

export const householdColumns = ['household', 'area', 'facts', 'persons'] as const;
/** A row per household; `persons` 0 where not known. Null where a code is null: such a snapshot has no cube. */
export function householdQuestion(snapshots: readonly number[]): Question {
  return {
    sql: `select ${told(snapshots)}household, area, (${factsSql})::integer as facts, coalesce(persons, 0)::integer as persons
      from household where ${among(snapshots)}`,
    params: snapshots,
  };
}

export const needColumns = ['household', 'need'] as const;
/** A row per need: its dimension times `needBase`, and its digit. */
export function needQuestion(snapshots: readonly number[]): Question {
  return {
    sql: `select ${told(snapshots)}household, (dimension::integer * ${needBase} + status::integer + 1)::integer as need
      from need where ${among(snapshots)}`,
    params: snapshots,
  };
}
