/** Findings: areas that adjoin and stand out alike are told together, largest first, in a sentence anyone understands. */
import { describe, expect, it } from 'vitest';
import { clustersOf, shareOfAll } from '../../../src/areas/cluster.ts';
import { findingOf, type Compared } from '../../../src/areas/finding.ts';
import { flat } from '../../../src/areas/neighbours.ts';
import type { Spot } from '../../../src/areas/spots.ts';
import { hotspotsEn, hotspotsTh } from '../../../src/i18n/hotspots.ts';
import type { AreaCode } from '../../../src/model/area.ts';
import { gazetteer } from './files.ts';

/** A row of areas, each next to the one before and after. */
const row = (count: number) =>
  flat(Array.from({ length: count }, (_, at) => [at - 1, at + 1].filter((other) => other >= 0 && other < count)));

describe('clusters', () => {
  const spots: Spot[] = ['hot_90', 'hot_99', 'cold_99', 'hot_95', 'not_significant', 'cold_95', 'cold_90', 'cold_99'];
  const whole = new Float64Array(8).fill(100);
  const part = Float64Array.of(90, 90, 10, 90, 50, 10, 20, 10);

  it('are areas that adjoin and stand out alike, those of most areas first', () => {
    expect(clustersOf(spots, row(8), part, whole)).toEqual([
      { side: 'cold', sure: 95, members: [5, 6, 7] },
      { side: 'hot', sure: 90, members: [0, 1] },
      { side: 'cold', sure: 99, members: [2] },
      { side: 'hot', sure: 95, members: [3] },
    ]);
    expect(
      clustersOf(
        spots,
        row(8),
        part,
        Float64Array.from({ length: 8 }, (_, at) => 100 + at),
      ).at(2)?.side,
    ).toBe('hot');
  });
  it('are the same where only one of two calls the other its neighbour', () => {
    const oneWay = flat([[1], [2], [3], [4], [5], [6], [7], []]); // prettier-ignore
    expect(clustersOf(spots, oneWay, part, whole)).toEqual(clustersOf(spots, row(8), part, whole));
  });
  it('leave out an area that stands out by its neighbours alone', () => {
    const low = part.with(1, 40);
    expect(clustersOf(spots, row(8), low, whole).filter(({ side }) => side === 'hot')).toEqual([
      { side: 'hot', sure: 90, members: [0] },
      { side: 'hot', sure: 95, members: [3] },
    ]);
  });
  it('are none where nothing is told', () => {
    const told: Spot[] = ['not_significant', 'too_few', 'alone', 'no_data'];
    expect(clustersOf(told, row(4), Float64Array.of(9, 9, 9, NaN), whole)).toEqual([]);
    expect(shareOfAll(told, Float64Array.of(9, 99, 3, NaN), whole)).toBe(0.06);
  });
});

describe('a sentence', () => {
  const compared = (codes: readonly string[]): Compared => ({
    codes: codes as AreaCode[],
    part: Float64Array.of(412, 30, 20, 10),
    whole: Float64Array.of(520, 40, 40, 600),
    rate: 'waiting',
  });
  const both = (codes: readonly string[], side: 'hot' | 'cold', sure: 99 | 95 | 90, members: number[]): string[] => [
    findingOf({ side, sure, members }, compared(codes), hotspotsTh, 'th', gazetteer).sentence,
    findingOf({ side, sure, members }, compared(codes), hotspotsEn, 'en', gazetteer).sentence,
  ];

  it('names the area of most households, and how many are round it', () => {
    expect(both(['940112', '940108', '940109'], 'hot', 95, [0, 1, 2])).toEqual([
      'ต.บาราเฮาะ และอีก 2 ตำบลข้างเคียง (อ.เมืองปัตตานี) ยังรอการช่วยเหลือสูงกว่าที่อื่นอย่างชัดเจน: 462 จาก 600 ครัวเรือน (ร้อยละ 77.0)',
      'Bara Ho and 2 neighbouring tambon (Mueang Pattani): clearly more are still waiting than elsewhere, 462 of 600 households (77.0%)',
    ]);
  });
  it('of one area names it alone', () => {
    expect(both(['940112'], 'cold', 99, [0])).toEqual([
      'ต.บาราเฮาะ (อ.เมืองปัตตานี) ยังรอการช่วยเหลือต่ำกว่าที่อื่นอย่างชัดเจนมาก: 412 จาก 520 ครัวเรือน (ร้อยละ 79.2)',
      'Bara Ho (Mueang Pattani): very clearly fewer are still waiting than elsewhere, 412 of 520 households (79.2%)',
    ]);
  });
  it('names two amphoe, and counts more', () => {
    expect(both(['940112', '940201'], 'hot', 90, [0, 1])[0]).toContain('(อ.เมืองปัตตานีและอ.โคกโพธิ์)');
    expect(both(['940112', '940201', '940301'], 'hot', 90, [0, 1, 2])[0]).toContain('(อ.เมืองปัตตานี และอีก 2 อำเภอ)');
    expect(both(['940112', '940201', '940301'], 'hot', 90, [0, 1, 2])[1]).toContain(
      '(Mueang Pattani and 2 more amphoe)',
    );
  });
  it('of provinces needs no more said', () => {
    expect(both(['94', '95'], 'hot', 99, [0, 1])[0]).toMatch(/^จังหวัดปัตตานี และอีก 1 จังหวัดข้างเคียง ยังรอ/);
  });
});
