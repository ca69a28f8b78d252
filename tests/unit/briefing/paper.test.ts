/** Proves what printed pages are made of: margins that no text escapes, labels that never touch. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeTexts } from '../../../src/briefing/paper/arealabels.ts';
import { cssText, footLines, pageRules } from '../../../src/briefing/paper/pagerules.ts';
import { textWidthEm } from '../../../src/charts/textwidth.ts';
import { paperTexts } from '../../../src/i18n/paper.ts';
import type { Datum } from '../../../src/ui/datum.ts';

const seed = { seed: 94 };
const datum = (value: Datum['value']): Datum => ({ value, text: String(value), measure: 'household.need' });

/** A text between quotes as CSS reads it (css-syntax-3, consume a string token). */
function read(css: string): string {
  expect([css[0], css.at(-1)]).toEqual(['"', '"']);
  const inside = css.slice(1, -1);
  expect(inside.replace(/\\[0-9a-f]{1,6} ?|\\./gs, '')).not.toMatch(/["\n\r\f\\]/);
  return inside.replace(/\\([0-9a-f]{1,6}) ?/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));
}

const deck = {
  language: 'th' as const,
  digits: 'arabic' as const,
  province: 'จังหวัดปัตตานี',
  asOf: '29 มิถุนายน 2565',
  filters: 'ครัวเรือนเป้าหมาย',
  preparedBy: 'พช.จังหวัด',
  fingerprint: '0123456789abcdef'.repeat(4),
  rounding: null,
};

describe('the margins of a page', () => {
  it('hold any text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0'));
        expect(read(cssText(text))).toBe(text);
      }),
      seed,
    );
    for (const text of ['"; } body { display: none', '\\', 'a\nb', '</style>', 'น้ำ "ใส"\\61 '])
      expect(read(cssText(text))).toBe(text);
  });

  it('tell what is counted, the short fingerprint and who made it', () => {
    expect(footLines(deck, paperTexts.th)).toEqual(['นับ ครัวเรือนเป้าหมาย', 'รหัสไฟล์ 0123456789ab… · จัดทำโดย พช.จังหวัด']);
    expect(footLines({ ...deck, fingerprint: null, preparedBy: '' }, paperTexts.th)[1]).toBe('รหัสไฟล์ หลายไฟล์รวมกัน');
    expect([...(footLines({ ...deck, filters: 'ก'.repeat(900) }, paperTexts.th)[0] ?? '')]).toHaveLength(150);
    expect(footLines({ ...deck, rounding: 'ปัดเศษ' }, paperTexts.th)[1]).toContain('ปัดเศษ');
  });

  it('count pages in Thai digits where they are asked for, in Thai alone', () => {
    expect(pageRules({ ...deck, digits: 'thai' }, paperTexts.th, 'portrait')).toContain('counter(pages, thai)');
    expect(pageRules({ ...deck, digits: 'thai', language: 'en' }, paperTexts.en, 'portrait')).not.toContain('thai');
    expect(pageRules(deck, paperTexts.th, 'landscape')).toContain('A4 landscape');
  });
});

describe('texts on the areas', () => {
  it('never touch each other nor leave the picture, and the first has its name', () => {
    const box = { width: 400, height: 300 };
    const textPx = 10;
    const area = fc.record({
      name: fc.string({ minLength: 1, maxLength: 20 }),
      value: fc.nat(9_999_999),
      x: fc.integer({ min: -20, max: 420 }),
      y: fc.integer({ min: -20, max: 320 }),
    });
    fc.assert(
      fc.property(fc.array(area, { maxLength: 60 }), (areas) => {
        const placed = placeTexts(
          areas.map(({ name, value, x, y }, at) => ({ code: String(at), name, datum: datum(value), at: { x, y } })),
          box,
          textPx,
        );
        const boxes = placed.map(({ x, y, name, datum: { text } }) => {
          const halfX = (Math.max(textWidthEm(text), name === null ? 0 : textWidthEm(name)) * textPx) / 2;
          const halfY = ((name === null ? 1 : 2) * textPx) / 2;
          return { left: x - halfX, right: x + halfX, top: y - halfY, bottom: y + halfY };
        });
        for (const [at, one] of boxes.entries()) {
          expect(one.left >= 0 && one.top >= 0 && one.right <= box.width && one.bottom <= box.height).toBe(true);
          for (const other of boxes.slice(at + 1)) {
            const apart =
              one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
            expect(apart).toBe(true);
          }
        }
      }),
      seed,
    );
    const alone = placeTexts([{ code: '1', name: 'ยะรัง', datum: datum(5), at: { x: 200, y: 150 } }], box, textPx);
    expect(alone).toMatchObject([{ name: 'ยะรัง', x: 200, y: 150 }]);
    // One that has room is never left out; where a name has none, the figure stands alone.
    const row = (xs: readonly number[]) =>
      placeTexts(
        xs.map((x, at) => ({ code: String(at), name: 'ยะรังยะรัง', datum: datum(at), at: { x, y: 150 } })),
        box,
        textPx,
      ).map(({ code, name }) => [code, name !== null]);
    expect(row([60, 200, 340])).toEqual([
      ['0', true],
      ['1', true],
      ['2', true],
    ]);
    expect(row([200, 235])).toEqual([
      ['0', true],
      ['1', false],
    ]);
  });
});
