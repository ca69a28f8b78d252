/** Owns finding known words in a cell: the whole cell first, then the longest words inside it, and never a word that is denied. */
import { letters } from '../model/plain.ts';

/** Written before a word, each of these turns it around. */
const denial = /(ไม่|มิได้|ไม่ได้|ไม่เคย|ไม่ต้อง|ไม่สามารถ|ไม่มี|ยังไม่|ห้าม|ขาด|ขาดแคลน)$/;
/** A word this short turns up inside others, so it counts only as the whole cell. */
const shortestInside = 6;

/** Gives the meaning of a cell, or null where no word is known, where one is denied, or where two say different things. */
export function wordFinder<T extends string>(
  words: Readonly<Record<T, readonly string[]>>,
): (cell: string) => T | null {
  const meanings = new Map<string, T>();
  for (const [meaning, list] of Object.entries(words) as [T, readonly string[]][]) {
    for (const word of list) meanings.set(letters(word), meaning);
  }
  const byLength = [...meanings].sort((a, b) => b[0].length - a[0].length);
  return (cell) => {
    const text = letters(cell);
    const whole = meanings.get(text);
    if (whole !== undefined) return whole;
    const found = new Set<T>();
    let rest = text;
    for (const [word, meaning] of byLength) {
      if (word.length < shortestInside) break;
      const at = rest.indexOf(word);
      if (at < 0) continue;
      if (denial.test(rest.slice(0, at))) return null;
      found.add(meaning);
      // A shorter word inside this one has been said already.
      rest = rest.replaceAll(word, '·');
    }
    const [meaning] = found;
    return found.size === 1 && meaning !== undefined ? meaning : null;
  };
}

/** What stands in a cell where there is nothing to say. `0` is not among them. */
export function isBlank(cell: string): boolean {
  return /^[-–—._…\s\u00a0]*$/.test(cell) || blanks.has(letters(cell));
}
const blanks = new Set(['na', 'null', 'none', 'ไม่ระบุ', 'ไม่มีข้อมูล']);
