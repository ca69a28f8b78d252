/** Proves that a place is found by any usual way of typing it, and among all of the country without delay. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneOff, makeSearch } from '../../../src/areas/searching.ts';
import { country } from '../../../src/model/area.ts';
import { gazetteer } from './files.ts';

const search = makeSearch(gazetteer);
const all = gazetteer
  .children(country)
  .flatMap((province) => [
    province,
    ...gazetteer.children(province.code).flatMap((amphoe) => [amphoe, ...gazetteer.children(amphoe.code)]),
  ]);

describe('searching', () => {
  it.each([
    ['ยะรัง', '9410'],
    ['อ.ยะรัง', '9410'],
    ['อำเภอยะรัง', '9410'],
    ['อ. ยะรัง', '9410'],
    ['Yarang', '9410'],
    ['amphoe yarang', '9410'],
    ['ต.ยะรัง', '941001'],
    ['ตำบล ยะรัง', '941001'],
    ['tambon yarang', '941001'],
    ['ปัตตานี', '94'],
    ['จ.ปัตตานี', '94'],
    ['94', '94'],
    ['๙๔๑๐', '9410'],
    ['941001', '941001'],
    ['ต.ยะรัง อ.ยะรัง จ.ปัตตานี', '941001'],
    ['ปัตตานี ต.ยะรัง', '941001'],
    ['yarang pattani', '9410'],
    ['เมืองปัตตานี', '9401'],
    ['Mueang Pattani', '9401'],
  ])('finds %s first', (typed, code) => {
    expect(search(typed)[0]).toBe(code);
  });

  it('takes prefixes at their word', () => {
    expect(search('ต.ยะรัง')).not.toContain('9410');
    expect(search('อ.ยะรัง')).not.toContain('941001');
  });

  it('puts what begins so before what holds it, and wider areas first', () => {
    const found = search('ทุ่ง').map((code) => gazetteer.find(code));
    const starts = found.map((entry) => entry?.name.th.startsWith('ทุ่ง') ?? false);
    expect(starts.indexOf(false)).toBeGreaterThan(0);
    expect(starts.lastIndexOf(true)).toBeLessThan(starts.indexOf(false));
    expect(search('ยะรัง').slice(0, 2)).toEqual(['9410', '941001']);
  });

  it('forgives a letter changed, missing, too many or swapped, where nothing else is found', () => {
    for (const typed of ['ยะรงั', 'ยะลัง', 'ยยะรัง', 'Yarnag', 'Yarag', 'Yarrang'])
      expect(search(typed), typed).toContain('9410');
    expect(search('ปัตานี')).toContain('94');
    expect(search('zzzzzz')).toEqual([]);
    expect(search('')).toEqual([]);
    expect(search(' . ')).toEqual([]);
  });

  it('offers only what comes into question, and guesses there before it finds elsewhere', () => {
    const inPattani = (code: string): boolean => code.startsWith('94');
    expect(search('ปากช่อง', inPattani)).toEqual([]);
    expect(search('ปากช่อง').length).toBeGreaterThan(0);
    expect(search('94', inPattani)).toHaveLength(1 + all.filter(({ code }) => /^94.+/.test(code)).length);
  });

  it('tells one letter off from two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'กขคงจ'), minLength: 4, maxLength: 9 }),
        fc.nat(),
        (name, seed) => {
          const at = seed % name.length;
          expect(isOneOff(`${name.slice(0, at)}x${name.slice(at + 1)}`, name)).toBe(true);
          expect(isOneOff(`${name.slice(0, at)}x${name.slice(at)}`, name)).toBe(true);
          expect(isOneOff(`${name.slice(0, at)}xy${name.slice(at)}`, name)).toBe(false);
        },
      ),
      { seed: 5 },
    );
  });

  it('finds every place by its own name, in both languages, and by its code', () => {
    for (const { code, name } of all.filter((_, index) => index % 37 === 0))
      for (const typed of [name.th, name.en, code]) expect(search(typed), typed).toContain(code);
  });

  it('is quick over the whole country', () => {
    expect(all.length).toBeGreaterThan(8000);
    const startMs = performance.now();
    const typed = ['บ', 'บา', 'บาง', 'บางก', 'บางกะ', 'บางกะป', 'บางกะปอ', 'bang kapi'];
    for (const text of typed) search(text);
    // Measured: 3 ms a letter; a machine that does much else takes longer.
    expect((performance.now() - startMs) / typed.length).toBeLessThan(50);
  });
});
