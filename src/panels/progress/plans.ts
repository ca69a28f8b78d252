/** Owns what is said of plans on screen and in the form that is sent up: the same words for both. */
import type { SendUp, SendUpFormat, SendUpLine } from '../../exports/sendup.ts';
import { agencyText } from '../../model/agency.ts';
import { areaOfNumber, country, type Level } from '../../model/area.ts';
import { dimensions } from '../../model/dimension.ts';
import type { IsoDate } from '../../model/snapshot.ts';
import type { PlanGroup, PlanRow, PlanTotals, SentRow } from '../../queries/plans.ts';
import { sentence } from '../../queries/sentence.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import { askSentUp } from '../../state/plans.svelte.ts';

/** What a group is called. */
export function planName(dashboard: Dashboard, group: PlanGroup, { key, name }: PlanRow): string {
  const { texts, format, level } = dashboard;
  const { language } = dashboard.view.current;
  if (key === null) return texts.sendup.untold[group];
  if (group === 'project') return name ?? '';
  if (group === 'agency') return agencyText(key).short[language];
  if (group === 'month') return format.monthYear(`${key}-01` as IsoDate);
  if (group === 'dimension') return dimensionName(dashboard, Number(key));
  const area = areaOfNumber(Number(key), level);
  return area === null ? texts.sendup.untold.area : dashboard.nameOf(area);
}

/** By whom and when, and for which dimension where that is one, without what the group itself says. */
export function planNote(dashboard: Dashboard, group: PlanGroup, row: PlanRow): string {
  const { texts, format } = dashboard;
  const { language } = dashboard.view.current;
  const own = dimensions.flatMap(({ short }, code) => (row.dimensions & (1 << code) ? short[language] : []));
  const months = [row.first, row.last].flatMap((month) => (month ? format.monthYear(`${month}-01` as IsoDate) : []));
  const agency = row.agency === null ? '' : agencyText(row.agency).short[language];
  return [
    group === 'agency' ? '' : row.agencies > 1 ? texts.sendup.others(agency, format.count(row.agencies - 1)) : agency,
    group === 'month' ? '' : months[0] === months[1] ? months[0] : texts.sendup.until(months[0] ?? '', months[1] ?? ''),
    group === 'dimension' || own.length > 1 ? '' : own[0],
  ]
    .filter((part) => part)
    .join(' · ');
}

function dimensionName(dashboard: Dashboard, code: number): string {
  return dimensions[code]?.id === 'unspecified'
    ? dashboard.texts.sendup.untold.dimension
    : (dimensions[code]?.title[dashboard.view.current.language] ?? '');
}

export async function saveSendUp(dashboard: Dashboard, totals: PlanTotals, format: SendUpFormat): Promise<void> {
  const [{ sendUpFile }, { save }] = await Promise.all([
    import('../../exports/sendup.ts'),
    import('../../exports/saving.ts'),
  ]);
  save(await sendUpFile(await sendUp(dashboard, totals), format, dashboard.view.current.language));
}

async function sendUp(dashboard: Dashboard, totals: PlanTotals): Promise<SendUp> {
  const { subject, snapshot, session, format, where } = dashboard;
  const { language } = dashboard.view.current;
  const texts = dashboard.texts.sendup.file;
  if (subject === null || snapshot === null) throw new Error('there is nothing to send up');
  const sent = await askSentUp(session, subject);
  const byPlace = (a: SendUpLine, b: SendUpLine): number =>
    (['province', 'amphoe', 'tambon', 'project'] as const).reduce(
      (sum, name) => sum || format.compare(a[name], b[name]),
      0,
    );
  return {
    dimensions: dimensions.flatMap((_, code) => {
      const total = sent.dimensions.find(({ key }) => key === String(code));
      if (!total) return [];
      const own = sent.lines.filter(({ dimension }) => dimension === code);
      return {
        name: dimensionName(dashboard, code),
        lines: own.map((line) => lineOf(dashboard, line)).sort(byPlace),
        total: { households: total.households, budgetBaht: total.budget, budgets: total.budgets },
      };
    }),
    about: [
      [texts.rows.shown, sentence('household.listed', subject.filters, where, language)],
      [texts.rows.asOf, `${format.date(snapshot.asOf)} (${snapshot.asOf})`],
      [texts.rows.unplanned, texts.definitions.unplanned(format.count(totals.unplanned))],
      ...(['households', 'budget', 'dimension', 'people'] as const).map(
        (id) => [texts.rows[id], texts.definitions[id]] as const,
      ),
    ],
    title: `${where} ${format.shortDate(snapshot.asOf)}`,
  };
}

/** Of the country an unplaced plan is of no province that is known. */
function lineOf(dashboard: Dashboard, line: SentRow): SendUpLine {
  const { whole, format } = dashboard;
  const { unknown } = dashboard.texts.sendup.file;
  const name = (level: Level): string => {
    const code = areaOfNumber(line.area, level);
    if (code !== null) return dashboard.nameOf(code);
    return level === 'province' && whole !== null && whole !== country ? dashboard.nameOf(whole) : unknown;
  };
  return {
    province: name('province'),
    amphoe: name('amphoe'),
    tambon: name('tambon'),
    project: line.project ?? '',
    agency: line.agency === null ? '' : agencyText(line.agency).title[dashboard.view.current.language],
    month: line.month === null ? '' : format.monthYear(`${line.month}-01` as IsoDate),
    households: line.households,
    budgetBaht: line.budget,
    budgets: line.budgets,
  };
}
