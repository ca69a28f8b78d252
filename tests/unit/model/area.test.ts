/** Codes and what lies above them: the country is the area of no digits, above every province. */
import { describe, expect, it } from 'vitest';
import {
  areaCode,
  country,
  isWithin,
  levelFor,
  levelOf,
  levelWithin,
  parentOf,
  pathTo,
  provinceOf,
  type AreaCode,
} from '../../../src/model/area.ts';

const code = (text: string): AreaCode => areaCode(text) ?? expect.fail(text);

describe('the country', () => {
  it('is round every area, and above every province', () => {
    for (const text of ['94', '9410', '941001']) expect(isWithin(code(text), country)).toBe(true);
    expect(isWithin(country, code('94'))).toBe(false);
    expect([parentOf(code('941001')), parentOf(code('94')), parentOf(country)]).toEqual(['9410', country, null]);
    expect(provinceOf(country)).toBe(country);
  });

  it('is no code to be read, and has no level of its own', () => {
    expect(areaCode('')).toBeNull();
    expect(() => levelOf(country)).toThrow();
  });

  it('begins every path from it, and none from a province', () => {
    expect(pathTo(code('941001'), country)).toEqual([country, '94', '9410', '941001']);
    expect(pathTo(code('941001'), code('94'))).toEqual(['94', '9410', '941001']);
    expect(pathTo(country, country)).toEqual([country]);
  });

  it('is shown by province, and at any level asked for', () => {
    expect([country, code('94'), code('9410')].map(levelWithin)).toEqual(['province', 'amphoe', 'tambon']);
    expect([levelFor(country, 'province'), levelFor(country, 'tambon')]).toEqual(['province', 'tambon']);
    expect([levelFor(code('9410'), 'province'), levelFor(null, 'amphoe')]).toEqual(['amphoe', 'amphoe']);
  });
});
