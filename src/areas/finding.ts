/** Owns telling a finding in one plain sentence: where, what, how clearly, and the households behind it. */
import { formatOf } from '../i18n/format.ts';
import type { hotspotsTh } from '../i18n/hotspots.ts';
import { levelOf, levels, parentOf, type AreaCode } from '../model/area.ts';
import type { SpotRate } from '../model/analysis.ts';
import type { Language } from '../model/text.ts';
import type { Cluster } from './cluster.ts';
import type { Gazetteer } from './gazetteer.ts';

export interface Compared {
  readonly codes: readonly AreaCode[];
  readonly part: Float64Array;
  readonly whole: Float64Array;
  readonly rate: SpotRate;
}

export interface Finding {
  /** ต.บาราเฮาะ และอีก 3 ตำบลข้างเคียง (อ.เมืองปัตตานี) ยังรอการช่วยเหลือสูงกว่าที่อื่นอย่างชัดเจน: */
  readonly lead: string;
  readonly part: number;
  readonly whole: number;
  readonly sentence: string;
}

export function findingOf(
  { side, sure, members }: Cluster,
  { codes, part, whole, rate }: Compared,
  texts: typeof hotspotsTh,
  language: Language,
  gazetteer: Gazetteer,
): Finding {
  const { count, percent } = formatOf(language);
  const sum = (of: Float64Array): number => members.reduce((total, member) => total + (of[member] ?? 0), 0);
  const [parts, wholes] = [sum(part), sum(whole)];
  const place = placeOf(members, codes, whole, texts, language, gazetteer);
  const lead = texts.lead(place, texts[side](texts.what[rate], texts.how[sure]));
  const sentence = `${lead} ${count(parts)} ${texts.of} ${count(wholes)} ${texts.households(percent(parts / wholes))}`;
  return { lead, part: parts, whole: wholes, sentence };
}

/** Named for the member of most households; a reader finds the others round it. */
function placeOf(
  members: readonly number[],
  codes: readonly AreaCode[],
  whole: Float64Array,
  texts: typeof hotspotsTh,
  language: Language,
  gazetteer: Gazetteer,
): string {
  const { count } = formatOf(language);
  const ordered = [...members]
    .sort((a, b) => (whole[b] ?? 0) - (whole[a] ?? 0))
    .flatMap((member) => codes[member] ?? []);
  const name = (code: AreaCode): string => gazetteer.fullName(code, language);
  const titleOf = (code: AreaCode): string => {
    const title = levels.find(({ id }) => id === levelOf(code))?.title[language] ?? '';
    return language === 'en' ? title.toLowerCase() : title;
  };
  const [lead] = ordered;
  if (!lead) return '';
  const place =
    ordered.length === 1 ? name(lead) : texts.together(name(lead), count(ordered.length - 1), titleOf(lead));
  // The amphoe of a tambon, the province of an amphoe; a province is known by itself.
  const parents = [...new Set(ordered.flatMap((code) => (code.length > 2 ? (parentOf(code) ?? []) : [])))];
  const [first] = parents;
  if (!first) return place;
  const most = 2;
  return texts.within(
    place,
    parents.length <= most
      ? formatOf(language).list(parents.map(name))
      : texts.moreParents(name(first), count(parents.length - 1), titleOf(first)),
  );
}
