/** Which dimensions come together, against a plain count, over random households and random subjects, on the real engine. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ask } from '../../src/engine/rows.ts';
import { dimensions as dimensionRows } from '../../src/model/dimension.ts';
import { foldStatus, pendingStatuses, statuses, type Status } from '../../src/model/status.ts';
import type { Subject } from '../../src/model/subject.ts';
import { overlaps, overlapsOf, type OverlapRow } from '../../src/queries/overlaps.ts';
import { figures } from '../../src/queries/questions.ts';
import { openTables } from './opened.ts';
import { fill, household, subject, type Household } from './households.ts';

const engine = await openTables();

const isPending = (status: number): boolean => pendingStatuses.includes(statuses[status]?.id as Status);

/** Only area, urgency and status are filtered here: the other filters are proved with the other questions. */
function plain(all: readonly Household[], { snapshots, area, filters }: Subject): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of all) {
    if (!snapshots.includes(row.snapshot)) continue;
    if (area.length > 2 && !String(row.area).padStart(6, '0').startsWith(area)) continue;
    if (filters.urgent !== null && row.urgent !== filters.urgent) continue;
    const status = foldStatus(row.needs.reduce((mask, need) => mask | (1 << need.status), 0));
    if (!pendingStatuses.includes(status)) continue;
    if (filters.statuses.length > 0 && !filters.statuses.includes(status)) continue;
    const mask = row.needs
      .filter((need) => isPending(need.status))
      .reduce((bits, need) => bits | (1 << need.dimension), 0);
    counts.set(mask, (counts.get(mask) ?? 0) + 1);
  }
  return counts;
}

it('is what a plain count finds, whatever dimensions are chosen, and together all who wait', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(household, { minLength: 1, maxLength: 60 }),
      fc.array(subject, { minLength: 4, maxLength: 4 }),
      async (all, subjects) => {
        await fill(engine, all);
        for (const drawn of subjects) {
          const { dimensions, statuses: chosen, urgent } = drawn.filters;
          const none = {
            classes: [],
            surveys: [],
            overCapacity: null,
            localities: [],
            members: [],
            together: drawn.filters.together,
          };
          const it: Subject = {
            ...drawn,
            filters: { ...drawn.filters, ...none, dimensions, statuses: chosen, urgent },
          };
          const found = overlapsOf(await ask<OverlapRow>(engine, overlaps(it)));
          expect(new Map(found.map(({ mask, count }) => [mask, count]))).toEqual(plain(all, it));
          expect(found.map(({ count }) => count)).toEqual(found.map(({ count }) => count).toSorted((a, b) => b - a));
          const open = { ...it, filters: { ...it.filters, dimensions: [], together: [] } };
          const whole = await ask<{ 'household.pending': number }>(engine, figures(open));
          expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(whole.columns['household.pending'][0] ?? 0);
          // A row is what the whole page counts as waiting once it is clicked.
          for (const { mask, count } of found) {
            const together = dimensionRows.filter((_, code) => (mask >> code) & 1).map(({ id }) => id);
            const row = await ask<{ 'household.pending': number }>(
              engine,
              figures({ ...open, filters: { ...open.filters, together } }),
            );
            expect(row.columns['household.pending'], together.join()).toEqual([count]);
          }
        }
      },
    ),
    { numRuns: 6, seed: 2565 },
  );
});
