/** Owns what goes into the exported plan: the same rows and words that the screen shows. */
import type { WorkPlan, WorkPlanFormat } from '../../exports/workplan.ts';
import { kindOf } from '../../model/capacity.ts';
import { monthStart } from '../../model/plan.ts';
import { sentence } from '../../queries/sentence.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { Planned } from '../../state/planning.svelte.ts';
import { areaName, areaNote, monthName, planRows, planTold } from './plan.ts';

export async function savePlan(dashboard: Dashboard, planned: Planned, format: WorkPlanFormat): Promise<void> {
  const [{ workPlanFile }, { save }] = await Promise.all([
    import('../../exports/workplan.ts'),
    import('../../exports/saving.ts'),
  ]);
  save(await workPlanFile(workPlan(dashboard, planned), format, dashboard.view.current.language));
}

function workPlan(dashboard: Dashboard, planned: Planned): WorkPlan {
  const { format, view } = dashboard;
  const { language } = view.current;
  const texts = dashboard.texts.plan;
  const { plan, asOf, months, aim, capacity, perMonth } = planned;
  const rows = planRows(planned);
  const known = new Map(rows.map((row) => [row.key, row]));
  const placed = (key: string) => ({
    code: key,
    name: areaName(dashboard, key),
    within: areaNote(dashboard, planned, key),
    waiting: known.get(key)?.waiting ?? 0,
  });
  const where = whereOf(dashboard, planned);
  const { words, figures } = planTold(dashboard, planned);
  const kind = kindOf(capacity.kind);
  const amounts = kind.amounts.map(
    ({ title, unit }, at) => `${title[language]} ${format.count(capacity.amounts[at] ?? 0)} ${unit[language]}`,
  );
  return {
    rows: [
      ...plan.allotments.map(({ key, count, month }) => ({
        ...placed(key),
        month: monthName(dashboard, planned, month),
        start: monthStart(planned.today, month),
        households: count,
        isInTime: month < months,
        remark: count < (known.get(key)?.waiting ?? 0) ? texts.file.part : '',
      })),
      ...rows
        .filter(({ waiting, allotted }) => allotted < waiting)
        .map(({ key, waiting, allotted }) => ({
          ...placed(key),
          month: '',
          start: '',
          households: 0,
          isInTime: false,
          remark: texts.file.missed(format.count(waiting - allotted)),
        })),
    ],
    about: [
      [texts.file.rows.shown, sentence('household.pending', planned.filters, where, language)],
      [texts.file.rows.asOf, `${format.date(asOf)} (${asOf})`],
      [texts.file.rows.capacity, `${kind.title[language]}: ${amounts.join(' · ')}`],
      [texts.file.rows.perMonth, format.count(perMonth)],
      [texts.file.rows.aim, `${aim.title[language]}: ${aim.rule[language]}`],
      [texts.file.rows.deadline, format.date(planned.deadline)],
      [texts.file.rows.result, words.replace(/\{(\w+)\}/g, (_, name: string) => figures[name]?.text ?? '')],
      [texts.file.rows.assumptions, texts.start(monthName(dashboard, planned, 0), where)],
    ],
    title: `${where} ${format.shortDate(asOf)}`,
  };
}

/** What the plan is for, which is wider than a tambon that is looked at. */
export function whereOf(dashboard: Dashboard, { area }: Pick<Planned, 'area'>): string {
  return area.length === 4
    ? `${dashboard.fullNameOf(area)} ${dashboard.wholeName(area.slice(0, 2) as typeof area)}`
    : dashboard.wholeName(area);
}
