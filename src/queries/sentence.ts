/** Owns the sentence that says in words what is shown: the measure, every filter, the area. */
import type { Filters } from '../model/subject.ts';
import type { Language } from '../model/text.ts';
import { chosenOf, filters, type Filter } from './filters.ts';
import { measureOf, type MeasureId } from './measures.ts';

/** The words of one filter as it is set, or null when it is off: ด้านสุขภาพและรายได้. */
export function filterPhrase(all: Filters, filter: Filter, language: Language): string | null {
  const chosen = chosenOf(all, filter.id);
  if (chosen.length === 0) return null;
  const group = filter.groups?.find(
    ({ options }) => options.length === chosen.length && options.every((option) => chosen.includes(option)),
  );
  const names = filter.options.filter(({ id }) => chosen.includes(id)).map(({ title }) => title[language]);
  const words = group ? group.title[language] : new Intl.ListFormat(language, { type: 'disjunction' }).format(names);
  return `${filter.phrase[language]}${words}`;
}

/** ครัวเรือนที่ยังรอการช่วยเหลือด้านสุขภาพ ประเภทสงเคราะห์ อ.คลองหลวง จ.ปทุมธานี */
export function sentence(measure: MeasureId, all: Filters, where: string, language: Language): string {
  const { phrase } = measureOf(measure);
  const phrases = filters.map((filter) => ({ id: filter.id, words: filterPhrase(all, filter, language) }));
  const dimension = phrases.find(({ id }) => id === 'dimensions')?.words ?? '';
  const others = phrases.flatMap(({ id, words }) => (id === 'dimensions' || words === null ? [] : [words]));
  const [start, separator] =
    language === 'th' ? [`${phrase.th}${dimension}`, ' '] : [[phrase.en, dimension].filter(Boolean).join(' '), ', '];
  return [start, ...others, where].join(separator);
}
