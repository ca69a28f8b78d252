/** Proves that ranks agree with the ranking, and that an area's bars and line are told only of an area drawn alone. */
import { describe, expect, it } from 'vitest';
import { withPins, withoutPin, parsePins, mostPins } from '../../../src/model/pin.ts';
import { areaCode, type AreaCode } from '../../../src/model/area.ts';
import { noFigures } from '../../../src/queries/figures.ts';
import type { AreaRow } from '../../../src/panels/areas.ts';
import { drawnAlone, pendingByDimension, ranksOf } from '../../../src/panels/detailing.ts';

const code = (text: string): AreaCode => {
  const read = areaCode(text);
  if (!read) throw new Error(`no code: ${text}`);
  return read;
};
const row = (own: string, polygon: string | null): AreaRow => ({
  key: own,
  code: code(own),
  polygon: polygon === null ? null : code(polygon),
  name: own,
  figures: noFigures,
});

describe('a rank', () => {
  const values = [
    [code('9401'), 5],
    [code('9402'), 9],
    [code('9403'), 5],
    [code('9404'), 1],
    [code('9405'), 'no_data'],
  ] as const;
  it('is counted from where the ranking begins, shared by what is alike, and not had without a value', () => {
    expect(Object.fromEntries(ranksOf(values, false))).toEqual({ 9402: 1, 9401: 2, 9403: 2, 9404: 4 });
    expect(Object.fromEntries(ranksOf(values, true))).toEqual({ 9404: 1, 9401: 2, 9403: 2, 9402: 4 });
  });
});

describe('an area pointed at', () => {
  it('is told of only where it has its polygon for itself', () => {
    const rows = [row('940101', '940101'), row('100901', '100901'), row('100910', '100901'), row('940151', null)];
    expect(drawnAlone(rows, '940101')).toBe('940101');
    expect(drawnAlone(rows, '100901')).toBeNull();
    expect(drawnAlone(rows, '940151')).toBeNull();
    expect(drawnAlone(rows, null)).toBeNull();
  });
  it('shows five dimensions, those without a need too, and the sixth only where it has one', () => {
    const bare = { figures: noFigures, dimensions: new Map(), rounds: [] };
    expect(pendingByDimension(bare).map(({ row: { id } }) => id)).toHaveLength(5);
    const sixth = new Map([[5, { 'need.count': 2, 'need.pending': 1 }]]);
    expect(pendingByDimension({ ...bare, dimensions: sixth })).toHaveLength(6);
  });
});

describe('pins', () => {
  it('are each there once, and no more than fit', () => {
    const many = Array.from({ length: 9 }, (_, index) => code(`940${index + 1}`));
    expect(withPins(null, many)).toEqual(many.slice(0, mostPins));
    expect(withPins([many[1] as AreaCode], many.slice(0, 2))).toEqual([many[1], many[0]]);
    expect(withoutPin([many[0] as AreaCode], many[0] as AreaCode)).toBeNull();
    for (const text of ['', 'x', '9401,9401', '94,x', many.join(',')]) expect(parsePins(text), text).toBeNull();
    expect(parsePins('94,940101')).toEqual(['94', '940101']);
  });
});
