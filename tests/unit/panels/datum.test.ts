/** Figures as they are shown: what has no value is a dash and null, never a zero. */
import { describe, expect, it } from 'vitest';
import { noValue } from '../../../src/i18n/format.ts';
import { datum, isSilent, split, valueOf } from '../../../src/panels/datum.ts';
import { standing } from './standing.ts';

const plain = standing({ area: '94', level: 'amphoe', rows: {} });
const byStatus = standing({ area: '94', level: 'amphoe', rows: {}, filters: { statuses: ['waiting'] } });
const byVisit = standing({ area: '94', level: 'amphoe', rows: {}, filters: { surveys: ['surveyed'] } });

describe('a figure', () => {
  it('has the raw value for machines and the written one for readers', () => {
    const figures = { 'household.pending': 15703, 'household.helped_share': 0.5041 } as const;
    expect(datum(plain, 'household.pending', figures)).toEqual({
      value: 15703,
      text: '15,703',
      measure: 'household.pending',
    });
    expect(datum(plain, 'household.helped_share', figures)).toMatchObject({ value: 0.5041, text: '50.4' });
  });

  it('says where it belongs', () => {
    expect(datum(plain, 'need.count', { 'need.count': 1 }, { dimension: 'health', area: '9410' })).toMatchObject({
      dimension: 'health',
      area: '9410',
    });
  });

  it('of zero is a zero', () => {
    expect(datum(plain, 'household.need', { 'household.need': 0 })).toMatchObject({ value: 0, text: '0' });
  });

  it('that is not there is a dash and no value', () => {
    for (const figures of [{}, { 'household.helped_share': null }])
      expect(datum(plain, 'household.helped_share', figures)).toMatchObject({ value: null, text: noValue });
    expect(datum(plain, 'household.need', {})).toMatchObject({ value: null, text: noValue });
  });
});

describe('a share under a filter that has chosen it already', () => {
  const figures = { 'household.helped_share': 0, 'household.surveyed_share': 1, 'household.need': 5 } as const;

  it('is silent, and only there', () => {
    expect(isSilent(byStatus, 'household.helped_share')).toBe(true);
    expect(isSilent(byStatus, 'household.surveyed_share')).toBe(false);
    expect(isSilent(byVisit, 'household.surveyed_share')).toBe(true);
    expect(isSilent(byVisit, 'household.helped_share')).toBe(false);
    expect(isSilent(plain, 'household.helped_share')).toBe(false);
    expect(isSilent(byStatus, 'household.need')).toBe(false);
  });

  it('has no figure', () => {
    expect(valueOf(byStatus, 'household.helped_share', figures)).toBeNull();
    expect(datum(byStatus, 'household.helped_share', figures).text).toBe(noValue);
    expect(valueOf(byStatus, 'household.need', figures)).toBe(5);
    expect(valueOf(byVisit, 'household.helped_share', figures)).toBe(0);
  });
});

describe('helped and waiting side by side', () => {
  it('are of the unit asked for', () => {
    const figures = { 'household.helped': 1, 'household.pending': 2, 'need.helped': 3, 'need.pending': 4 } as const;
    expect(split(plain, figures).map(({ id, datum: { value } }) => [id, value])).toEqual([
      ['household.helped', 1],
      ['household.pending', 2],
    ]);
    expect(split(plain, figures, 'need').map(({ id, datum: { value } }) => [id, value])).toEqual([
      ['need.helped', 3],
      ['need.pending', 4],
    ]);
  });

  it('are named in the language of the reader', () => {
    const english = standing({ area: '94', level: 'amphoe', rows: {}, language: 'en' });
    expect(split(plain).map(({ label }) => label)).toEqual(['ช่วยแล้ว', 'ยังรอ']);
    expect(split(english).map(({ label }) => label)).toEqual(['Helped', 'Waiting']);
  });
});
