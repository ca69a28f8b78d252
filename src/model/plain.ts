/** Owns how a text is written down for comparing: what people type differently and mean alike becomes one. Never shown. */

const thaiDigits = '๐๑๒๓๔๕๖๗๘๙';

/**
 * Digits in ASCII, full width made half, invisible marks gone, Thai vowels in one spelling, blanks single, lower case.
 * NFKC is not used: it would take ำ apart.
 */
export function plain(text: string): string {
  if (/^[\x21-\x40\x5b-\x7e]*$/.test(text)) return text;
  return tidied(text)
    .replace(/[๐-๙]/g, (digit) => String(thaiDigits.indexOf(digit)))
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toLowerCase();
}

/** What can't be seen is put in order and nothing else is changed: invisible marks, the spelling of vowels, blanks. */
export function tidied(text: string): string {
  return (
    text
      .replace(/[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]/g, '')
      // A tone mark may stand before, inside or after the two halves of ำ.
      .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '$1\u0e33')
      .replace(/\u0e33([\u0e48-\u0e4b])/g, '$1\u0e33')
      .replace(/\u0e40\u0e40/g, '\u0e41')
      .replace(/([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\1+/g, '$1')
      .replace(/[\s\u00a0\u3000]+/g, ' ')
      .trim()
  );
}

/** `plain` without blanks and marks of punctuation: what is compared where only the letters count. */
export function letters(text: string): string {
  return plain(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
