/** Proves what a row is taken to stand for by its columns, what it then can't do without, and what a member's cell says. */
import { describe, expect, it } from 'vitest';
import { cleanMember } from '../../../src/intake/clean-number.ts';
import type { ColumnId } from '../../../src/model/columns.ts';
import { grainOf } from '../../../src/model/grain.ts';
import { missingOf } from '../../../src/model/needed.ts';
import { fiscalYearStart, type IsoDate } from '../../../src/model/snapshot.ts';

const place = ['house_code', 'tambon_code'] as const;

describe('a row', () => {
  it.each<[string, readonly ColumnId[]]>([
    ['wide', [...place, 'health', 'status', 'activity', 'help_date', 'agency']],
    ['long', [...place, 'dimension', 'status']],
    ['person', [...place, 'member_seq', 'health', 'status']],
    ['person', [...place, 'member_seq', 'dimension', 'status']],
    ['help', ['house_code', 'help_date', 'dimension', 'agency', 'amount']],
    ['help', [...place, 'activity', 'amount']],
    ['plan', ['house_code', 'dimension', 'planned_project', 'planned_agency']],
    ['plan', [...place, 'planned_project', 'activity', 'help_date']],
    ['wide', [...place, 'status', 'planned_project', 'planned_month']],
  ])('is %s by %j', (grain, columns) => {
    expect(grainOf(columns)).toBe(grain);
    expect(missingOf(columns)).toEqual([]);
  });

  it('told to be an act needs to say where, and what was done', () => {
    expect(missingOf(['health', 'status'], 'help')).toEqual(['place', 'act']);
    expect(missingOf(['house_code', 'agency'], 'plan')).toEqual(['plan']);
    expect(missingOf(['house_code', 'agency'], 'help')).toEqual([]);
    expect(missingOf(['house_code', 'help_date', 'agency'], 'wide')).toEqual(['place', 'need']);
  });
});

it.each([
  ['✓', 1],
  ['ใช่', 1],
  ['มี', 1],
  ['๑', 1],
  ['2 คน', 2],
  ['ไม่ใช่', 0],
  ['ไม่มี', 0],
  ['0', 0],
  ['', null],
  ['-', null],
  ['อาจจะ', 'unreadable'],
])('a member’s cell %j counts %j', (cell, count) => {
  expect(cleanMember(cell)).toBe(count);
});

it('knows when a fiscal year begins', () => {
  expect(fiscalYearStart('2022-06-29' as IsoDate)).toBe('2021-10-01');
  expect(fiscalYearStart('2022-10-01' as IsoDate)).toBe('2022-10-01');
});
