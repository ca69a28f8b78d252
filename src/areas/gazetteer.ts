/** Owns the list of areas: what a code or a name means, what became of dead codes, whose boundary draws an area. */
import {
  areaCode,
  isMunicipality,
  isWithin,
  levelOf,
  levels,
  parentOf,
  type AreaCode,
  type Level,
} from '../model/area.ts';
import type { Language, Text } from '../model/text.ts';
import { placename, spelling } from './placename.ts';

export interface AreaEntry {
  readonly code: AreaCode;
  readonly level: Level;
  /** Without prefix: ยะรัง, Yarang. */
  readonly name: Text;
  /** Where a label stands: longitude and latitude in degrees, inside the area. */
  readonly point: readonly [longitude: number, latitude: number];
}

export interface Gazetteer {
  /** Areas of today, and the two dead khwaeng whose boundary still stands; null for any other code. */
  find(code: string): AreaEntry | null;
  /**
   * The code of today for a code in data. Retired codes become what they became: the tambon, or the amphoe where the
   * tambon is not known. Null: found nowhere, and municipality pseudo-codes, which `amphoeOf` still places.
   */
  resolve(code: string): Resolved | null;
  /** The amphoe of today that a four- or six-digit code lies in, even where the tambon is unknown; null without one. */
  amphoeOf(code: string): AreaCode | null;
  /** The code whose boundary draws an area: its own but for 13 khwaeng of 2017. Null where there is none. */
  polygonOf(code: string): AreaCode | null;
  /** Areas of today one level down, by code; of null: the provinces. */
  children(code: AreaCode | null): readonly AreaEntry[];
  /** Codes of today whose name, older name or English name is this one; several where the parent must decide. */
  byName(level: Level, name: string, within: AreaCode | null): readonly AreaCode[];
  /** Name with its prefix: อ.ยะรัง, ต.ปุยุด, เขตพระนคร, จังหวัดปัตตานี; English without. The code itself where unknown. */
  fullName(code: string, language: Language): string;
}

export interface Resolved {
  readonly code: AreaCode;
  readonly via: 'current' | 'retired';
}

/** `data/areas/gazetteer.json`. */
export interface GazetteerFile {
  readonly areas: readonly (readonly [code: string, th: string, en: string, longitude: number, latitude: number])[];
}

/** `data/areas/crosswalk.json`; its own `kinds` say what each kind means. */
export interface CrosswalkFile {
  readonly entries: readonly CrosswalkEntry[];
}
export type CrosswalkEntry =
  | { readonly kind: 'retired'; readonly code: string; readonly to: string; readonly th: string }
  | { readonly kind: 'drawn_with'; readonly code: string; readonly to: string }
  | { readonly kind: 'renamed'; readonly code: string; readonly th: string }
  | {
      readonly kind: 'split';
      readonly code: string;
      readonly th: string;
      readonly en: string;
      readonly point: readonly [number, number];
    };

/** Boundary files of 2019 cut Thai names at this many characters, and lists made from them still do. */
const cutLength = 16;
const bangkok = '10';

export function makeGazetteer(gazetteer: GazetteerFile, crosswalk: CrosswalkFile): Gazetteer {
  const entries = new Map<string, AreaEntry>();
  const families = new Map<string, AreaEntry[]>();
  const names = new Map<string, AreaCode[]>();
  const retired = new Map<string, AreaCode>();
  const drawnWith = new Map<string, AreaCode>();
  const split = new Set<string>();

  const learn = (code: AreaCode, name: string): void => {
    const key = `${levelOf(code)} ${spelling(name)}`;
    const known = names.get(key);
    if (!known) names.set(key, [code]);
    else if (!known.includes(code)) known.push(code);
  };
  const enter = (code: AreaCode, name: Text, point: AreaEntry['point']): AreaEntry => {
    const entry = { code, level: levelOf(code), name, point };
    entries.set(code, entry);
    learn(code, name.th);
    learn(code, name.en);
    return entry;
  };

  for (const [text, th, en, longitude, latitude] of gazetteer.areas) {
    const code = known(text);
    const family = parentOf(code) ?? '';
    const entry = enter(code, { th, en }, [longitude, latitude]);
    families.set(family, [...(families.get(family) ?? []), entry]);
  }
  for (const family of families.values()) family.sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const entry of crosswalk.entries) {
    const code = known(entry.code);
    if (entry.kind === 'split') {
      enter(code, { th: entry.th, en: entry.en }, entry.point);
      split.add(code);
    } else if (entry.kind === 'renamed') learn(code, entry.th);
    else (entry.kind === 'retired' ? retired : drawnWith).set(code, known(entry.to));
  }

  const resolve = (text: string): Resolved | null => {
    const code = areaCode(text);
    if (!code) return null;
    if (entries.has(code)) return { code, via: split.has(code) ? 'retired' : 'current' };
    const became = retired.get(code) ?? (isMunicipality(code) ? undefined : retired.get(code.slice(0, 4)));
    return became ? { code: became, via: 'retired' } : null;
  };

  const amphoeOf = (text: string): AreaCode | null => {
    const code = areaCode(text);
    if (!code || code.length < 4) return null;
    const amphoe = (resolve(code)?.code ?? resolve(code.slice(0, 4))?.code)?.slice(0, 4);
    return amphoe && entries.has(amphoe) ? (amphoe as AreaCode) : null;
  };

  const byName = (level: Level, name: string, within: AreaCode | null): readonly AreaCode[] => {
    const inside = (codes: readonly AreaCode[] | undefined): readonly AreaCode[] =>
      (codes ?? []).filter((code) => within === null || isWithin(code, within));
    const { whole, bare } = placename(name);
    if (level === 'amphoe' && bare === 'เมือง' && within) {
      // The chief amphoe, called by its first word alone.
      const province = entries.get(within.slice(0, 2));
      return province ? inside(names.get(`amphoe ${spelling(`เมือง${province.name.th}`)}`)) : [];
    }
    for (const key of [whole, bare]) {
      const found = inside(names.get(`${level} ${key}`));
      if (found.length > 0) return found;
    }
    if (bare.length !== cutLength) return [];
    const cut = new Set<AreaCode>();
    for (const [key, codes] of names)
      if (key.startsWith(`${level} ${bare}`)) inside(codes).forEach((code) => cut.add(code));
    return [...cut];
  };

  return {
    find: (code) => entries.get(code) ?? null,
    resolve,
    amphoeOf,
    byName,
    polygonOf: (text) => {
      const code = resolve(text)?.code;
      return code ? (drawnWith.get(code) ?? code) : null;
    },
    children: (code) => families.get(code ?? '') ?? [],
    fullName: (code, language) => {
      const entry = entries.get(code);
      if (!entry) return code;
      return language === 'th' ? `${thaiPrefix(entry)}${entry.name.th}` : entry.name.en;
    },
  };
}

/** Loads both files; `fetchJson` is given their path under `data/` and answers with the parsed file. */
export async function loadGazetteer(fetchJson: (path: string) => Promise<unknown>): Promise<Gazetteer> {
  const [gazetteer, crosswalk] = await Promise.all([
    fetchJson('areas/gazetteer.json'),
    fetchJson('areas/crosswalk.json'),
  ]);
  return makeGazetteer(gazetteer as GazetteerFile, crosswalk as CrosswalkFile);
}

function thaiPrefix({ code, level }: AreaEntry): string {
  if (!code.startsWith(bangkok)) return level === 'province' ? 'จังหวัด' : levels[level === 'amphoe' ? 1 : 2].prefix.th;
  return level === 'province' ? '' : level === 'amphoe' ? 'เขต' : 'แขวง';
}

/** The files are ours: a code in them that is none is a fault of the files. */
function known(text: string): AreaCode {
  const code = areaCode(text);
  if (!code) throw new Error(`no area code: ${text}`);
  return code;
}
