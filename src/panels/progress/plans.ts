/** Owns what is said of plans on screen and in the form that is sent up: the same words for both. */
import type { SendUp, SendUpFormat, SendUpLine } from '../../exports/sendup.ts';
import { agencyText } from '../../model/agency.ts';
import { areaCode, areaNumber, areaOfNumber, country, type Level } from '../../model/area.ts';
import { dimensionCode, dimensions } from '../../model/dimension.ts';
import { rowsOf } from '../../model/listing.ts';
import type { IsoDate } from '../../model/snapshot.ts';
import type { PlanGroup, PlanRow, PlanTotals, SentRow } from '../../queries/plans.ts';
import { sentence } from '../../queries/sentence.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import { askSentUp, type PlanPlace } from '../../state/plans.svelte.ts';
import type { Painting } from '../analysis/painting.ts';
import type { AreaRow } from '../areas.ts';
import { countPainting } from './counting.ts';

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

/** By whom, when and for which dimensions, without what the group itself says. */
export function planNote(dashboard: Dashboard, group: PlanGroup, row: PlanRow): string {
  const { texts, format } = dashboard;
  const { language } = dashboard.view.current;
  const named = row.dimensions & ((1 << dimensionCode.unspecified) - 1);
  const own = dimensions.flatMap(({ short }, code) => (named & (1 << code) ? short[language] : []));
  const months = [row.first, row.last].flatMap((month) => (month ? format.monthYear(`${month}-01` as IsoDate) : []));
  const agency = row.agency === null ? '' : agencyText(row.agency).short[language];
  return [
    group === 'agency' ? '' : row.agencies > 1 ? texts.sendup.others(agency, format.count(row.agencies - 1)) : agency,
    group === 'month' ? '' : months[0] === months[1] ? months[0] : texts.sendup.until(months[0] ?? '', months[1] ?? ''),
    group === 'dimension' ? '' : format.list(own),
  ]
    .filter((part) => part)
    .join(' · ');
}

/** The households behind a figure of the group. */
export function planRows(
  { level }: Pick<Dashboard, 'level'>,
  group: PlanGroup,
  { mark }: Pick<PlanRow, 'mark'>,
  measure: 'household.listed' | 'household.helped' = 'household.listed',
): string {
  if (group !== 'area') return rowsOf(measure, `plan_${group}`, mark);
  const area = areaOfNumber(Number(mark), level) ?? areaCode(mark.padStart(6, '0'));
  return rowsOf(measure, 'plan', 'all', { area });
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

export function plansPainting(dashboard: Dashboard, rows: readonly AreaRow[]): Painting | null {
  const places = dashboard.following.plans.current?.value.places;
  if (!places) return null;
  const texts = dashboard.texts.sendup.map;
  const of = ({ code, key }: AreaRow): PlanPlace | undefined =>
    places.get(code === null ? Number(key) : areaNumber(code));
  const painting = countPainting(dashboard, rows, {
    title: texts.title,
    label: texts.planned,
    measure: 'household.planned',
    none: texts.none,
    range: texts.range,
    value: (row) => of(row)?.households ?? 0,
  });
  return {
    ...painting,
    lines: (code) => {
      const helped = rows.reduce((sum, row) => sum + (row.polygon === code ? (of(row)?.helped ?? 0) : 0), 0);
      const planned = painting.lines?.(code) ?? [];
      if (planned.length === 0) return planned;
      return [
        ...planned,
        { label: texts.done, value: dashboard.format.count(helped), measure: 'household.helped_of_plan' },
      ];
    },
  };
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
