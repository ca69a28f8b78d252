/** Filters: what is chosen comes back as it was chosen, and nothing that the registry doesn't have gets in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensionCode } from '../../../src/model/dimension.ts';
import { statusCode } from '../../../src/model/status.ts';
import { noFilters, type Filters } from '../../../src/model/subject.ts';
import { chosenOf, conditions, filters, withChosen, type Filter, type FilterId } from '../../../src/queries/filters.ts';

const flags: readonly FilterId[] = ['urgent', 'overCapacity'];
const lists = filters.filter(({ id }) => !flags.includes(id));

describe('chosen options', () => {
  it('come back as they were set, in the order of the registry', () => {
    for (const filter of lists as readonly Filter[]) {
      const all = filter.options.map(({ id }) => id);
      fc.assert(
        fc.property(fc.shuffledSubarray(all), (chosen) => {
          const set = withChosen(noFilters, filter.id, chosen);
          expect(chosenOf(set, filter.id)).toEqual(all.filter((id) => chosen.includes(id)));
        }),
        { seed: 2565 },
      );
    }
  });

  it('of a flag are yes, no, or off where both or none are chosen', () => {
    for (const id of flags) {
      expect(withChosen(noFilters, id, ['1'])[id]).toBe(true);
      expect(withChosen(noFilters, id, ['0'])[id]).toBe(false);
      expect(chosenOf(withChosen(noFilters, id, ['1']), id)).toEqual(['1']);
      expect(chosenOf(withChosen(noFilters, id, ['0']), id)).toEqual(['0']);
      for (const chosen of [[], ['1', '0'], ['2'], ['true']]) {
        expect(withChosen({ ...noFilters, [id]: true }, id, chosen)[id]).toBeNull();
        expect(chosenOf(withChosen(noFilters, id, chosen), id)).toEqual([]);
      }
    }
  });

  it('that the registry does not have are left out, doubles counted once', () => {
    expect(withChosen(noFilters, 'dimensions', ['wealth', 'health', 'health', '']).dimensions).toEqual(['health']);
    for (const { id } of lists)
      expect(chosenOf(withChosen(noFilters, id, ['', 'toString', "' or 1=1"]), id)).toEqual([]);
  });

  it('replace what was chosen before and leave the other filters alone', () => {
    const before: Filters = { ...noFilters, classes: ['welfare'], dimensions: ['health'], urgent: true };
    expect(withChosen(before, 'dimensions', ['income'])).toEqual({ ...before, dimensions: ['income'] });
    expect(withChosen(before, 'dimensions', [])).toEqual({ ...before, dimensions: [] });
    expect(before.dimensions).toEqual(['health']);
  });
});

describe('conditions', () => {
  it('are none where nothing is filtered', () => {
    for (const narrows of ['household', 'need', 'status'] as const)
      expect(conditions(noFilters, narrows)).toEqual({ sql: '', params: [] });
  });

  it('narrow only the relation they are of, values as parameters', () => {
    const on: Filters = { ...noFilters, dimensions: ['income'], statuses: ['helped', 'unknown'], urgent: false };
    expect(conditions(on, 'need')).toEqual({ sql: ' and dimension in (?)', params: [dimensionCode.income] });
    expect(conditions(on, 'status')).toEqual({
      sql: ' and status in (?, ?)',
      params: [statusCode.helped, statusCode.unknown],
    });
    expect(conditions(on, 'household')).toEqual({ sql: ' and urgent = ?', params: [false] });
  });

  it('have as many parameters as places for them, and never a value in the text', () => {
    const chosen = fc.tuple(...filters.map((filter: Filter) => fc.subarray(filter.options.map(({ id }) => id))));
    fc.assert(
      fc.property(chosen, (all) => {
        const on = filters.reduce((set, { id }, i) => withChosen(set, id, all[i] ?? []), noFilters);
        for (const narrows of ['household', 'need', 'status'] as const) {
          const { sql, params } = conditions(on, narrows);
          expect(sql.split('?')).toHaveLength(params.length + 1);
          expect(params).not.toContain(-1);
        }
      }),
      { seed: 2565 },
    );
  });
});
