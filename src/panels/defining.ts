/** Owns what a measure means in words, said from what it counts, so that the words are never of another count. */
import type { Texts } from '../i18n/texts.ts';
import { classes, surveys } from '../model/household.ts';
import { statuses } from '../model/status.ts';
import type { Language, Text } from '../model/text.ts';
import { isMeasureId, measureOf, type Measure, type Test } from '../queries/measures.ts';

const named = (
  registry: readonly { readonly id: string; readonly title: Text }[],
  ids: readonly string[],
  language: Language,
): readonly string[] => registry.filter(({ id }) => ids.includes(id)).map(({ title }) => `“${title[language]}”`);

/** จำนวนครัวเรือน ที่มีสถานะ “ช่วยเหลือแล้ว” */
function counted({ grain }: Measure, test: Test, { explaining: texts }: Texts, language: Language): string {
  const what = texts.counts[grain === 'need' ? 'need' : 'household'];
  const tests = [
    test.statuses && texts.tests.statuses(named(statuses, test.statuses, language).join(texts.or)),
    test.surveys && texts.tests.surveys(named(surveys, test.surveys, language).join(texts.or)),
    test.classes && texts.tests.classes(named(classes, test.classes, language).join(texts.or)),
    test.urgent && texts.tests.urgent,
    test.overCapacity && texts.tests.overCapacity,
  ].filter((words) => words !== undefined);
  return tests.length === 0 ? texts.all(what) : texts.which(what, tests.join(texts.and));
}

/** Empty where it is no measure of households. */
export function definitionOf(id: string, texts: Texts, language: Language): string {
  const { value, measure } = valueOf(id);
  if (value === null || measure === null) return '';
  if ('count' in value) return counted(measure, value.count, texts, language);
  if ('sum' in value) return texts.explaining.counts.person;
  return texts.explaining.shareOf(
    counted(measure, value.share, texts, language),
    counted(measure, value.of, texts, language),
  );
}

/** What becomes of those of whom it is not known. */
export function unknownsOf(id: string, { explaining: { unknowns } }: Texts): readonly string[] {
  const { value } = valueOf(id);
  if (value === null) return [];
  if ('sum' in value) return [unknowns.persons];
  const test = 'count' in value ? value.count : value.of;
  const isFlag = test.urgent || test.overCapacity;
  return [
    ...(test.statuses ? [unknowns.status] : []),
    ...(test.surveys ? [unknowns.survey] : []),
    ...(isFlag ? [unknowns.flag] : []),
    ...(!test.statuses && !test.surveys && !isFlag ? [unknowns.statusAll] : []),
  ];
}

/** Of a figure that no household is counted for: what its kind of figure is. */
export function otherOf(id: string, { explaining: { others } }: Texts): string {
  const key = Object.keys(others).find(
    (one) => one === id || (/^$|\.$/.test(one) && id.startsWith(one)) || (one.startsWith('_') && id.endsWith(one)),
  );
  return others[(key ?? '') as keyof typeof others];
}

/** By the first word of its id, which is what is counted; empty where it is nothing that is told of. */
export function unitOf(id: string, { units, percentOf, perMonth }: Texts['explaining']): string {
  if (id.endsWith('_share')) return percentOf;
  const [what = ''] = id.split('.');
  const unit = Object.hasOwn(units, what) ? units[what as keyof typeof units] : '';
  return id.endsWith('_per_month') ? perMonth(unit) : unit;
}

/** Whether it looks at a status, which a household has from those of its needs. */
export function isFolded(id: string): boolean {
  const { value, measure } = valueOf(id);
  if (value === null || measure?.grain !== 'household' || 'sum' in value) return false;
  return ('count' in value ? value.count : value.share).statuses !== undefined;
}

function valueOf(id: string): { readonly measure: Measure | null; readonly value: Measure['value'] } {
  const measure: Measure | null = isMeasureId(id) ? measureOf(id) : null;
  return { measure, value: measure?.value ?? null };
}
