/** Owns which dimensions come together: the households still waiting, by the set of dimensions in which they wait. */
import type { Question } from '../engine/engine.ts';
import type { Rows } from '../model/rows.ts';
import type { Subject } from '../model/subject.ts';
import { pendingCodes } from './filters.ts';
import { relations } from './questions.ts';

export type OverlapRow = { mask: number; households: number };

/** Households that wait in just these dimensions. */
export interface Overlap {
  /** Bit `1 << code` for each dimension. */
  readonly mask: number;
  readonly count: number;
}

/**
 * A row for each set of dimensions, those of most households first. The filters on dimension and on what waits together
 * are left out, so that the others stay in sight; the rows add up to `household.pending` without them: only who waits has a
 * need that waits. A row is `household.pending` under the filter `together` of its dimensions.
 */
export function overlaps(subject: Subject): Question {
  const { sql, params } = relations({ ...subject, filters: { ...subject.filters, dimensions: [], together: [] } });
  return {
    sql: `${sql}, waiting as (
        select needs.snapshot, needs.household, bit_or(1 << needs.dimension::integer)::integer as mask
        from needs join answered using (snapshot, household)
        where needs.status in (${pendingCodes}) and answered.status in (${pendingCodes}) group by 1, 2
      )
      select mask, count(*)::double as households from waiting group by mask order by households desc, mask`,
    params,
  };
}

export function overlapsOf({ columns }: Rows<OverlapRow>): readonly Overlap[] {
  return columns.mask.map((mask, row) => ({ mask, count: columns.households[row] ?? 0 }));
}
