/** Proves how far two spellings are apart, and which names are near enough to be proposed. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Gazetteer } from '../../../src/areas/gazetteer.ts';
import { choicesOf, editDistance } from '../../../src/intake/nearplace.ts';
import type { AreaCode } from '../../../src/model/area.ts';
import { openGazetteer } from '../../support/gazetteer.ts';

let book: Gazetteer;
beforeAll(async () => {
  book = await openGazetteer();
});
const choices = (level: 'province' | 'amphoe' | 'tambon', within: string | null, name: string): readonly AreaCode[] =>
  choicesOf({ key: '', level, within: within as AreaCode | null, name }, book);

describe('the distance of two spellings', () => {
  it.each([
    ['', '', 0],
    ['ยะรัง', 'ยะรัง', 0],
    ['ยะรัง', 'ยะลัง', 1],
    ['ยะรัง', 'ยรัง', 1],
    ['ศรีษะเกษ', 'ศรีสะเกษ', 1],
    ['บึงกาญ', 'บึงกาฬ', 1],
    ['บานา', 'บาาน', 1],
    ['', 'กข', 2],
  ])('%s and %s: %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is the same both ways, none only for the same, and one for one letter changed', () => {
    const word = fc.stringMatching(/^[กขคงา-ู]{0,8}$/);
    fc.assert(
      fc.property(word, word, fc.nat(7), (a, b, at) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        if (at < a.length) expect(editDistance(a, `${a.slice(0, at)}x${a.slice(at + 1)}`)).toBe(1);
      }),
      { seed: 25650629 },
    );
  });
});

describe('names that may be meant', () => {
  it('are the nearest within the parent', () => {
    expect(choices('province', null, 'ศรีษะเกษ')).toEqual(['33']);
    expect(choices('province', null, 'จ.บึงกาญ')).toEqual(['38']);
    expect(choices('amphoe', '94', 'อ.ยะหลัง')).toContain('9410');
    expect(choices('tambon', '9401', 'ต.รูสะมิแร')).toEqual(['940110']);
    expect(choices('tambon', '94', 'รูสะมิแร')).toEqual(['940110']);
  });

  it('are none where nothing is near, and never those of a word half changed', () => {
    expect(choices('tambon', '9401', 'ไม่มีที่นี่เลย')).toEqual([]);
    for (const { name, code } of book.children('94' as AreaCode)) {
      const other = choices('amphoe', '94', `${name.th.slice(0, 1)}`);
      expect(other, `${code} ${name.th}`).toEqual([]);
    }
  });
});
