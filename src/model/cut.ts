/** Owns shortening text where a reader would: between whole signs, never between a Thai letter and its vowel or tone mark. */

const signs = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** Code units that a sign may have here; a cell may be megabytes long, and only an end of it is looked at. */
const longestSign = 32;

/** At most so many signs of the beginning. */
export function firstSigns(text: string, most: number): string {
  return text.length <= most
    ? text
    : split(text.slice(0, most * longestSign))
        .slice(0, most)
        .join('');
}

/** At most so many signs of the end. */
export function lastSigns(text: string, most: number): string {
  return text.length <= most
    ? text
    : split(text.slice(-most * longestSign))
        .slice(-most)
        .join('');
}

export function hasMoreSigns(text: string, than: number): boolean {
  return text.length > than && split(text.slice(0, (than + 1) * longestSign)).length > than;
}

function split(text: string): readonly string[] {
  return Array.from(signs.segment(text), ({ segment }) => segment);
}
