/** Proves that what is masked stays masked, and that no Thai sign is cut in two where a text is shortened. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstSigns, lastSigns } from '../../../src/model/cut.ts';
import { mask, maskSample } from '../../../src/model/masking.ts';

/** A letter with what stands above and below it, as Thai is written. */
const sign = fc
  .tuple(
    fc.constantFrom(...'กขคงจชดตทนบปมยรลวสหอ'),
    fc.constantFrom('', 'ิ', 'ี', 'ุ', 'ู', 'ั'),
    fc.constantFrom('', '่', '้', '์'),
  )
  .map((parts) => parts.join(''));
const written = fc.array(sign, { minLength: 4, maxLength: 30 });

describe('a shortened text', () => {
  it('is made of whole signs, from the beginning and from the end', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 1, max: 8 }), (signs, most) => {
        const text = signs.join('');
        const first = firstSigns(text, most);
        const last = lastSigns(text, most);
        expect(text.startsWith(first) && text.endsWith(last)).toBe(true);
        if (text.length > most) {
          expect(first).toBe(signs.slice(0, most).join(''));
          expect(last).toBe(signs.slice(-most).join(''));
        }
      }),
      { seed: 874, numRuns: 300 },
    );
  });
});

describe('a house code', () => {
  it('keeps its last three signs, and none of them is half a sign', () => {
    expect(mask('house_code', '94010000123')).toBe('…123');
    expect(mask('house_code', 'บ้านใต้ที่ตั้ง')).toBe('…ที่ตั้ง');
    expect(mask('house_code', 'ที่ตั้ง')).toBe('…');
  });
  it('is hidden like any long number where nobody knows yet what a column holds', () => {
    expect(maskSample(null, 'ช่อง 1', '๙๔๐๑๐๐๐๐๑๒๓')).toBe('…๑๒๓');
    expect(maskSample(null, 'ช่อง 1', 'นายสมมุติ ใจดี')).toBe('…');
    expect(mask('full_name', 'สมมุติ ใจดี')).toBe('…');
  });
});
