/** Owns how a list is said in words: whose figure it stands behind, where, and under which filters. */
import { areaNumber, areaOfNumber, country, levelOf, type AreaCode } from '../../model/area.ts';
import type { Listed } from '../../model/listing.ts';
import type { Filters } from '../../model/subject.ts';
import { isMeasureId, measureOf } from '../../queries/measures.ts';
import { sentence } from '../../queries/sentence.ts';
import { heeded, type GroupName } from '../../queries/groups.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import { nameOf } from '../areas.ts';
import { groupWords } from './grouped.ts';

/** The filters of the view with those of the place where the figure stands. */
export const filtersOf = (filters: Filters, listed: Listed): Filters => ({
  ...heeded(filters, listed.group),
  ...(listed.dimension && { dimensions: [listed.dimension] }),
  ...(listed.class && { classes: [listed.class] }),
  ...(listed.status && { statuses: [listed.status] }),
  ...(listed.survey && { surveys: [listed.survey] }),
});

/** อ.ยะรัง; the area looked at where the figure names none. */
export function whereOf(dashboard: Dashboard, area: AreaCode | null): string {
  if (area === null) return dashboard.where;
  if (area.length === 2 || area === country) return dashboard.wholeName(area);
  const code = areaOfNumber(areaNumber(area), levelOf(area));
  return code === null ? nameOf(dashboard, areaNumber(area), null) : dashboard.fullNameOf(code);
}

/** ครัวเรือนที่ยังรอการช่วยเหลือ ประเภทสงเคราะห์ อ.ยะรัง */
export function listSentence(dashboard: Dashboard, listed: Listed, name: GroupName | null = null): string {
  const { language, filters } = dashboard.view.current;
  const texts = dashboard.texts.households;
  if (!isMeasureId(listed.measure)) return '';
  const { value, title } = measureOf(listed.measure);
  const words = (measure: typeof listed.measure): string =>
    sentence(
      isMeasureId(measure) ? measure : 'household.listed',
      filtersOf(filters, listed),
      whereOf(dashboard, listed.area),
      language,
    );
  if (listed.moved) {
    const { before, after, since } = listed.moved;
    const { moves } = dashboard.texts;
    const [then, now] = [since, dashboard.snapshot?.asOf ?? since].map((date) => dashboard.format.shortDate(date));
    return `${words(listed.measure)} ${texts.moved(then ?? '', moves.before[before], now ?? '', moves.after[after])}`;
  }
  const group = listed.group ? ` · ${groupWords(dashboard, listed.group, name)}` : '';
  if (value === null || 'count' in value) return `${words(listed.measure)}${group}`;
  const how = 'sum' in value ? texts.sum : listed.isWhole ? texts.whole : texts.part;
  return `${words('household.listed')}${group} ${how(title[language])}`;
}
