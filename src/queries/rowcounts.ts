/** Owns the question how many rows stand in each clean table, snapshot by snapshot. */
import type { Question } from '../engine/engine.ts';

export const countedTables = ['household', 'need', 'help'] as const;
export type CountedTable = (typeof countedTables)[number];

export type RowCount = Readonly<Record<'snapshot' | CountedTable, number>>;

/** A row for each snapshot that has any. */
export function rowCounts(): Question {
  const each = countedTables.map(
    (table) =>
      `select snapshot, ${countedTables.map((other) => (other === table ? 'count(*)' : '0') + ` as ${other}`).join(', ')}
       from ${table} group by snapshot`,
  );
  const sums = countedTables.map((table) => `sum(${table})::double as ${table}`).join(', ');
  return { sql: `select snapshot, ${sums} from (${each.join(' union all ')}) group by snapshot`, params: [] };
}

export const areaFigureCount: Question = { sql: 'select count(*)::double as rows from area_figure', params: [] };
