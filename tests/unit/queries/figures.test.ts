/** Reading an answer: rows become figures by their key; nothing that has no value becomes zero. */
import { describe, expect, it } from 'vitest';
import { figuresBy, withFigures } from '../../../src/queries/figures.ts';

describe('figures of an answer', () => {
  it('stand by the key they were grouped by', () => {
    const rows = {
      length: 2,
      columns: { area: [941000, 941100], 'household.need': [5, 0], 'household.pending': [3, 0] },
    };
    expect([...figuresBy(rows, 'area')]).toEqual([
      [941000, { 'household.need': 5, 'household.pending': 3 }],
      [941100, { 'household.need': 0, 'household.pending': 0 }],
    ]);
  });

  it('keep a share of none apart from a share of nothing helped', () => {
    const rows = { length: 2, columns: { area: [1, 2], 'household.helped_share': [null, 0] } };
    const figures = figuresBy(rows, 'area');
    expect(figures.get(1)).toEqual({ 'household.helped_share': null });
    expect(figures.get(2)).toEqual({ 'household.helped_share': 0 });
  });

  it('hold only measures: neither the key nor a column nobody knows', () => {
    const rows = { length: 1, columns: { dimension: [4], 'need.count': [9], 'need.secret': [1] } };
    expect(figuresBy(rows, 'dimension').get(4)).toEqual({ 'need.count': 9 });
  });

  it('take those of a table beside them, which fill no figure that is there', () => {
    const rows = { length: 1, columns: { area: [941000], 'household.need': [5] } };
    const figures = figuresBy(rows, 'area').get(941000) ?? {};
    const both = withFigures(figures, { 'area.poor_households': 7 });
    expect([both['household.need'], both['area.poor_households'], figures['area.poor_households']]).toEqual([
      5,
      7,
      undefined,
    ]);
  });

  it('are read like those of any object, each only when it is looked at', () => {
    const looked: string[] = [];
    const columns = Object.defineProperties({ area: [1, 2] } as Record<string, number[]>, {
      'household.need': { enumerable: true, get: () => looked.push('need') && [5, 6] },
      'household.pending': { enumerable: true, get: () => looked.push('pending') && [3, 4] },
    });
    const figures = figuresBy({ length: 2, columns }, 'area').get(2);
    expect(looked).toEqual([]);
    expect(figures?.['household.need']).toBe(6);
    expect(looked).toEqual(['need']);
    expect({ ...figures }).toEqual({ 'household.need': 6, 'household.pending': 4 });
    expect(figures && 'household.need' in figures && !('area' in figures)).toBe(true);
    expect(figures?.['household.listed']).toBeUndefined();
  });

  it('of what has no area stand under 0', () => {
    const rows = { length: 1, columns: { area: [null], 'household.listed': [4] } };
    expect([...figuresBy(rows, 'area').keys()]).toEqual([0]);
  });

  it('are none where the answer has no rows', () => {
    expect(figuresBy({ length: 0, columns: {} }, 'area').size).toBe(0);
    expect(figuresBy({ length: 0, columns: { area: [], 'household.need': [] } }, 'area').size).toBe(0);
  });
});
