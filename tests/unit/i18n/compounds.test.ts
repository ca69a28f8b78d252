/** Proves that words are kept whole without a letter lost, and that they are words that would be parted otherwise. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compounds, piecesOf } from '../../../src/i18n/compounds.ts';

it('parts a text into pieces that make up the text, each compound a piece of its own', () => {
  expect(piecesOf('ยังรอ 4,812 ครัวเรือนเป้าหมาย')).toEqual([
    { text: 'ยังรอ 4,812 ', isWhole: false },
    { text: 'ครัวเรือน', isWhole: true },
    { text: 'เป้าหมาย', isWhole: true },
  ]);
  const word = fc.constantFrom(...compounds, 'ยังรอ', ' ', '12', 'households', 'ๆ');
  fc.assert(
    fc.property(fc.array(word), (text) => {
      const pieces = piecesOf(text.join(''));
      expect(pieces.map((piece) => piece.text).join('')).toBe(text.join(''));
      expect(pieces.filter(({ isWhole }) => isWhole).every((piece) => compounds.includes(piece.text))).toBe(true);
      const whole = text.filter((one) => compounds.includes(one));
      expect(pieces.filter(({ isWhole }) => isWhole).length).toBeGreaterThanOrEqual(whole.length);
    }),
    { seed: 94 },
  );
});

it('lists only words that are parted', () => {
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
  expect(compounds.filter((word) => [...segmenter.segment(word)].length < 2)).toEqual([]);
});
