/** Owns the sentence that says in words what is shown: the measure, every filter, the area. */
import type { Filters } from '../model/subject.ts';
import type { Language } from '../model/text.ts';
import { chosenOf, filters, type Filter } from './filters.ts';
import { measureOf, type MeasureId } from './measures.ts';
import { referenceMeasureOf } from './referencemeasures.ts';

/** The words of one filter as it is set, or null when it is off: ด้านสุขภาพ หรือ รายได้. */
export function filterPhrase(all: Filters, filter: Filter, language: Language): string | null {
  const chosen = chosenOf(all, filter.id);
  if (chosen.length === 0) return null;
  const group = filter.groups?.find(
    ({ options }) => options.length === chosen.length && options.every((option) => chosen.includes(option)),
  );
  const options = filter.options.filter(({ id }) => chosen.includes(id));
  const [only] = options;
  if (options.length === 1 && only?.phrase) return only.phrase[language];
  const names = (group ? [group] : options).map(({ title }) => inSentence(title[language]));
  const type = filter.conjunction ? 'conjunction' : 'disjunction';
  const end = filter.conjunction?.[language] ?? '';
  return `${filter.phrase[language]}${new Intl.ListFormat(language, { type }).format(names)}${end}`;
}

/** English titles begin with a capital, and stand in the middle of the sentence; names of people and places do not occur. */
function inSentence(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}

const dimensionFilter: Filter = filters[0];

/** ครัวเรือนที่ยังรอการช่วยเหลือด้านสุขภาพ ประเภทสงเคราะห์ อ.คลองหลวง จ.ปทุมธานี */
export function sentence(measure: MeasureId, all: Filters, where: string, language: Language): string {
  const { phrase, statuses } = measureOf(measure);
  // A figure of a table of areas follows no filter.
  if (referenceMeasureOf(measure)?.of === null) return [phrase[language], where].join(language === 'th' ? ' ' : ', ');
  const isSaid =
    all.statuses.length > 0 &&
    all.statuses.length === statuses?.length &&
    all.statuses.every((id) => statuses.includes(id));
  const phrases = filters
    .filter(({ id }) => id !== 'statuses' || !isSaid)
    .map((filter) => ({ id: filter.id, words: filterPhrase(all, filter, language) }));
  const dimension = phrases.find(({ id }) => id === 'dimensions')?.words ?? '';
  const others = phrases.flatMap(({ id, words }) => (id === 'dimensions' || words === null ? [] : [words]));
  // ด้านสุขภาพ is one with the words before it, unless those end in a sign.
  const isJoined = dimension.startsWith(dimensionFilter.phrase.th) && !/[.)]$/.test(phrase.th);
  const gap = language === 'th' && isJoined ? '' : ' ';
  const start = dimension ? `${phrase[language]}${gap}${dimension}` : phrase[language];
  const separator = language === 'th' ? ' ' : ', ';
  return [start, ...others, where].join(separator);
}
