/** Owns the estimate of how wide a text is before it is drawn, so that labels are placed by plain tested code. */

/** Width in ems of Sarabun, a little generous. Thai vowels and tones above and below take no width. */
export function textWidthEm(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/\p{Mn}/u.test(letter)) continue;
    width += /[\s.,:;'!|()ilI]/.test(letter) ? 0.32 : /[A-Zmw%๐-๙]/.test(letter) ? 0.72 : 0.58;
  }
  return width;
}
