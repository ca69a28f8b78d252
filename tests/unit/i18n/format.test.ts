/** Numbers, Buddhist-era dates and the Thai order of names, as readers see them. */
import { describe, expect, it } from 'vitest';
import { formatOf, noValue } from '../../../src/i18n/format.ts';
import { faultText, textsOf } from '../../../src/i18n/texts.ts';
import { AppError, errorCodes } from '../../../src/model/error.ts';
import {
  daysBetween,
  deadlineOf,
  isoDate,
  parseSnapshotKey,
  snapshotKey,
  type IsoDate,
} from '../../../src/model/snapshot.ts';

const day = '2022-06-29' as IsoDate;

describe('Thai', () => {
  const format = formatOf('th');
  it('writes dates in the Buddhist era', () => {
    expect(format.date(day)).toBe('29 มิถุนายน 2565');
    expect(format.shortDate(day)).toBe('29 มิ.ย. 2565');
    expect(format.dayMonth('2022-09-30' as IsoDate)).toBe('30\u00a0ก.ย.');
  });
  it('groups numbers, and shows no number as a dash', () => {
    expect(format.count(15_703)).toBe('15,703');
    expect(format.percent(0.5008)).toBe('50.1');
    expect(format.count(null)).toBe(noValue);
    expect(format.percent(null)).toBe(noValue);
  });
  it('writes Thai digits where asked, and never in English', () => {
    const thai = formatOf('th', 'thai');
    expect([thai.count(15_703), thai.percent(0.5008)]).toEqual(['๑๕,๗๐๓', '๕๐.๑']);
    expect([thai.date(day), thai.year(2022)]).toEqual(['๒๙ มิถุนายน ๒๕๖๕', '๒๕๖๕']);
    expect(formatOf('en', 'thai').count(15_703)).toBe('15,703');
  });
  it('orders names by their consonant', () => {
    const names = ['เมือง', 'แม่ลาน', 'กะพ้อ', 'โคกโพธิ์'];
    expect(names.sort(format.compare)).toEqual(['กะพ้อ', 'โคกโพธิ์', 'เมือง', 'แม่ลาน']);
  });
});

describe('English', () => {
  it('writes both eras', () => {
    expect(formatOf('en').date(day)).toBe('29 June 2022 (B.E. 2565)');
  });
});

describe('the calendar of a snapshot', () => {
  it('ends with the fiscal year', () => {
    expect(deadlineOf(day)).toBe('2022-09-30');
    expect(deadlineOf('2022-09-30' as IsoDate)).toBe('2022-09-30');
    expect(deadlineOf('2022-10-01' as IsoDate)).toBe('2023-09-30');
    expect(daysBetween(day, deadlineOf(day))).toBe(93);
    expect(daysBetween('2022-10-10' as IsoDate, '2022-09-30' as IsoDate)).toBe(-10);
  });
  it('knows which days exist', () => {
    expect(isoDate('2024-02-29')).toBe('2024-02-29');
    expect(isoDate('2023-02-29')).toBeNull();
    expect(isoDate('29/06/2565')).toBeNull();
  });
  it('names a snapshot by province and date', () => {
    const snapshot = parseSnapshotKey('94.2022-06-29');
    expect(snapshot && snapshotKey(snapshot)).toBe('94.2022-06-29');
    expect(parseSnapshotKey('94.2022-06-31')).toBeNull();
    expect(parseSnapshotKey('9410.2022-06-29')).toBeNull();
  });
});

describe('a fault', () => {
  it.each(['th', 'en'] as const)('is told by its code in %s, and a bug without its inside', (language) => {
    const texts = textsOf(language);
    const told = errorCodes.map((code) => faultText(texts, new AppError(code, { file: 'ยะรัง.csv' })));
    expect(new Set(told).size).toBe(errorCodes.length);
    expect(told.join()).not.toContain('undefined');
    expect(faultText(texts, new TypeError('secret'))).toBe(texts.bug);
  });
});
