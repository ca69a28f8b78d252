/** Owns breaking a text into lines where nothing else does it: between words, which Thai does not part by spaces. */
import { textWidthEm } from '../charts/textwidth.ts';
import type { Language } from '../model/text.ts';

/** Lines no wider than that, but for a single word that is; never none. */
export function wrapped(text: string, sizePx: number, widthPx: number, language: Language): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const { segment } of segmenter(language).segment(text)) {
    // A mark that ends a word stays with it, and so does what is bound to a number.
    const isBound = /^[\p{P}\u00a0\s]+$/u.test(segment) || line.endsWith('\u00a0');
    if (line !== '' && !isBound && textWidthEm(line + segment) * sizePx > widthPx) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += segment;
  }
  return [...lines, line.trim()];
}

const segmenters = new Map<Language, Intl.Segmenter>();
function segmenter(language: Language): Intl.Segmenter {
  const found = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, found);
  return found;
}
