/** Owns the rules of a printed page: its size, its margins, and what stands in them on every page. */
import type { Deck } from '../../exports/deck.ts';
import type { PaperTexts } from '../../i18n/paper.ts';

export const turns = ['portrait', 'landscape'] as const;
export type Turn = (typeof turns)[number];

/** Of the 64 digits of a fingerprint; the last page has them all. */
const shortHashDigits = 12;
/** Two lines of a foot; the last page has all of it. */
const mostFilterLetters = 150;

/** Room for what is printed, in CSS pixels: A4 less the margins below. */
export const roomPx: Readonly<Record<Turn, { readonly width: number; readonly height: number }>> = {
  portrait: { width: 680, height: 960 },
  landscape: { width: 1009, height: 630 },
};

/** Text as CSS has it between quotes: no letter of it can end the text or begin a rule. */
export function cssText(text: string): string {
  const safe = text.replace(/["\\<>\n\r\f\0]/g, (letter) => `\\${letter.codePointAt(0)?.toString(16) ?? ''} `);
  return `"${safe}"`;
}

const short = (text: string, most: number): string => {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
};

type Told = Pick<
  Deck,
  'province' | 'asOf' | 'filters' | 'preparedBy' | 'fingerprint' | 'rounding' | 'digits' | 'language'
>;

/** The left of the foot, a line each. */
export function footLines(deck: Told, texts: PaperTexts): readonly string[] {
  const hash = deck.fingerprint ? `${deck.fingerprint.slice(0, shortHashDigits)}…` : texts.severalFiles;
  const origin = [`${texts.hash} ${hash}`, deck.preparedBy && `${texts.preparedBy} ${deck.preparedBy}`, deck.rounding];
  return [short(`${texts.filters} ${deck.filters}`, mostFilterLetters), origin.filter(Boolean).join(' · ')];
}

export function pageRules(deck: Told, texts: PaperTexts, turn: Turn): string {
  const counted = deck.language === 'th' && deck.digits === 'thai' ? ', thai' : '';
  const plain = "font: 400 8.5pt/1.5 'Sarabun', sans-serif; color: #57514a;";
  const foot = footLines(deck, texts).map(cssText).join(' "\\a " ');
  return `@media print {
  @page {
    size: A4 ${turn};
    margin: 19mm 15mm 21mm;
    @top-left { content: ${cssText(`${texts.brand} · ${deck.province}`)}; ${plain} font-weight: 700; color: #1d1a16; }
    @top-right { content: ${cssText(texts.asOf(deck.asOf))}; ${plain} font-weight: 600; color: #1d1a16; }
    @bottom-left { content: ${foot}; width: 82%; white-space: pre-line; text-align: start; ${plain} }
    @bottom-right { content: ${cssText(`${texts.page} `)} counter(page${counted}) " / " counter(pages${counted}); width: 18%; text-align: end; ${plain} color: #1d1a16; }
  }
}`;
}
