/** Owns how a place's name is compared: prefixes off, spelling evened out. For matching only, never shown. */
import type { Level } from '../model/area.ts';
import { letters, plain } from '../model/plain.ts';

export interface PlaceName {
  /** The name as compared, with whatever stands before it: a few names begin like a prefix (จ.ป.ร. is a tambon). */
  readonly whole: string;
  /** The name as compared, without prefixes and without a remark in brackets. Empty where nothing is left. */
  readonly bare: string;
  /** The level that a prefix told; null without one. */
  readonly level: Level | null;
  /** A municipality (เทศบาล, ทต., ทม., ทน.) is named: its households are not those of the tambon of that name. */
  readonly municipality: boolean;
}

/** Longest first within a level. Abbreviations need their dot: ทมอ is a tambon. เมือง is no prefix, it is part of the name. */
const prefixes: readonly { readonly words: RegExp; readonly level: Level | null; readonly municipality: boolean }[] = [
  { words: /^(?:ใน)?(?:เขต)?(?:เทศบาล(?:ตำบล|เมือง|นคร)?|ท[ตมน]\.)/, level: null, municipality: true },
  { words: /^(?:จังหวัด|จ\.|changwat\b)/, level: 'province', municipality: false },
  { words: /^(?:กิ่ง)?(?:อำเภอ|อ\.)|^(?:เขต|(?:amphoe|amphur|khet)\b)/, level: 'amphoe', municipality: false },
  {
    words: /^(?:องค์การบริหารส่วนตำบล|อบต\.?|ตำบล|ต\.|แขวง|(?:tambon|tambol|khwaeng)\b)/,
    level: 'tambon',
    municipality: false,
  },
];

const bracketed = /\s*[([][^)\]]*[)\]]?\s*$/;

/** Names met last: a file's amphoe and provinces come again with each tambon, and each is asked about several times. */
const met = new Map<string, PlaceName>();
const mostMet = 8_192;

export function placename(text: string): PlaceName {
  const before = met.get(text);
  if (before) return before;
  if (met.size === mostMet) met.clear();
  const name = read(text);
  met.set(text, name);
  return name;
}

function read(text: string): PlaceName {
  const written = plain(text);
  let rest = written.replace(bracketed, '') || written;
  let level: Level | null = null;
  let municipality = /[([][^)\]]*เทศบาล/.test(written);
  for (let turn = 0; turn < 2; turn += 1) {
    // Blanks inside a prefix (กิ่ง อ., เทศบาลตำบล พัฒนานิคม) mean nothing; between English words they part prefix from name.
    const joined = rest.replace(/(?<=[\u0e00-\u0e7f.])\s+(?=[\u0e00-\u0e7f.])/g, '');
    const prefix = prefixes.find(({ words }) => words.test(joined));
    if (!prefix) break;
    rest = joined.replace(prefix.words, '').trim();
    level = prefix.level ?? level;
    municipality ||= prefix.municipality;
  }
  return { whole: spelling(written), bare: spelling(rest), level, municipality };
}

/** Letters only, in one spelling: mark order as typed by most, ฎ as ฏ (told apart by few), ฯ off. Evened out until nothing moves. */
export function spelling(text: string): string {
  const even = letters(text.replace(/([\u0e48-\u0e4c])([\u0e31\u0e34-\u0e3a\u0e4d])/g, '$2$1'))
    .replaceAll('ฎ', 'ฏ')
    .replace(/[ฯๆ]/g, '');
  return even === text ? even : spelling(even);
}
