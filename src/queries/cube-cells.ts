/** Owns asking an engine for a cube counted already: a row for each combination that occurs, and no household of its own. */
import { askIntegers, type Integers } from '../engine/columns.ts';
import type { Engine, Question } from '../engine/engine.ts';
import { factsSql, needPlaces } from './cube-axes.ts';

export const cellColumns = ['area', 'facts', 'needs', 'households', 'persons'] as const;
export type CubeCells = Integers<(typeof cellColumns)[number]>;

const place = `case dimension ${needPlaces.map((each, code) => `when ${code} then ${each}`).join(' ')} end`;
const bit = '1 << dimension::integer';

/**
 * Of one snapshot, in one pass over its households and their needs: what crosses the wire grows with the combinations, not
 * with the households. Needs −1, which no cube has, where a household has two needs of one dimension.
 */
export function cellsQuestion(snapshot: number): Question {
  return {
    sql: `with needed as (
        select household, if(sum(${bit}) <> bit_or(${bit}), -1, sum((status::integer + 1) * ${place})) as needs
        from need where snapshot = ?::integer group by household
      )
      select area, (${factsSql})::integer as facts, coalesce(needs, 0)::integer as needs, count(*)::integer as households,
        sum(coalesce(persons, 0))::integer as persons
      from household left join needed using (household) where snapshot = ?::integer group by 1, 2, 3`,
    params: [snapshot, snapshot],
  };
}

export async function askCubeCells(
  engine: Engine,
  snapshot: number,
  signal?: AbortSignal,
  told?: (rows: number) => void,
): Promise<CubeCells> {
  return await askIntegers(engine, cellsQuestion(snapshot), cellColumns, signal, told);
}
