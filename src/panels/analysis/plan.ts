/** Owns the plan of work as it is shown: a row for each area, the one sentence, and the months on the map. */
import { categoryShading, type Category } from '../../areas/categories.ts';
import { ramp, zeroColor } from '../../areas/scheme.ts';
import type { AreaValue } from '../../areas/shading.ts';
import { areaOfNumber, pathTo, type AreaCode } from '../../model/area.ts';
import { monthStart, mostMonths, reachedIn } from '../../model/plan.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { Planned } from '../../state/planning.svelte.ts';
import type { Datum } from '../../ui/datum.ts';
import { areaValues, nameOf, polygonOf, type AreaRow } from '../areas.ts';
import type { Painting } from './painting.ts';

/** A share of fewer households says little. */
export const leastWaiting = 20;

export interface PlanRow {
  readonly key: string;
  /** Place in the plan; null where it is never reached. */
  readonly order: number | null;
  readonly waiting: number;
  /** In the whole plan, and by the deadline. */
  readonly allotted: number;
  readonly inTime: number;
  /** 0 is the plan's first month; null where none is allotted. */
  readonly first: number | null;
  readonly last: number | null;
}

/** In the order of the plan; who is never reached stands last. Areas where nobody waits are none of a plan. */
export function planRows({ plan, areas, months }: Planned): readonly PlanRow[] {
  const rows = new Map<string, PlanRow>();
  const waiting = new Map(areas.map((area) => [area.key, area.waiting]));
  for (const { key, count, month } of plan.allotments) {
    const before = rows.get(key);
    rows.set(key, {
      key,
      order: before?.order ?? rows.size + 1,
      waiting: waiting.get(key) ?? 0,
      allotted: (before?.allotted ?? 0) + count,
      inTime: (before?.inTime ?? 0) + (month < months ? count : 0),
      first: before?.first ?? month,
      last: month,
    });
  }
  const none = { order: null, allotted: 0, inTime: 0, first: null, last: null };
  const never = areas.filter((area) => area.waiting > 0 && !rows.has(area.key));
  return [...rows.values(), ...never.map(({ key, waiting: count }) => ({ key, waiting: count, ...none }))];
}

/** ก.ค. 2565: the first day of the month without its number, which both languages write first. */
export function monthName({ format }: Dashboard, { today }: Pick<Planned, 'today'>, month: number): string {
  return format.shortDate(monthStart(today, month)).replace(/^\d+\s/, '');
}

export const areaName = (dashboard: Dashboard, key: string): string =>
  nameOf(dashboard, Number(key), areaOfNumber(Number(key), 'tambon'));

/** What the area lies in within what is looked at, and that it has no shape, where that is so. */
export function areaNote(dashboard: Dashboard, { area }: Pick<Planned, 'area'>, key: string): string {
  const code = areaOfNumber(Number(key), 'tambon');
  const between = code ? pathTo(code, area).slice(1, -1).reverse() : [];
  return [
    ...between.map((parent) => dashboard.fullNameOf(parent)),
    code && polygonOf(dashboard, code) ? '' : dashboard.texts.ranking.noBoundary,
  ]
    .filter(Boolean)
    .join(' · ');
}

export interface Told {
  /** Names in braces stand for the figures. */
  readonly words: string;
  readonly figures: Readonly<Record<string, Datum>>;
}

/** The finding in one sentence. */
export function planTold(dashboard: Dashboard, planned: Planned): Told {
  const { plan, perMonth, months, capacity } = planned;
  const { format } = dashboard;
  const texts = dashboard.texts.plan;
  if (plan.waiting === 0) return { words: texts.nobody, figures: {} };
  const reached = reachedIn(plan, months);
  const share = reached / plan.waiting;
  const deadline = format.date(planned.deadline);
  const last = monthName(dashboard, planned, plan.months.length - 1);
  const isMoney = capacity.kind === 'budget';
  const end =
    plan.left === 0
      ? texts.done(last)
      : isMoney && plan.months.length < mostMonths
        ? plan.months.length === 0
          ? texts.noMoney
          : texts.short(last)
        : texts.endless(format.count(mostMonths / 12));
  const begin = months > 0 ? texts.reached(deadline) : texts.late(monthName(dashboard, planned, 0), deadline);
  const count = (measure: string, value: number): Datum => ({ value, text: format.count(value), measure });
  return {
    words: `${begin}; ${end}`,
    figures: {
      perMonth: count('household.per_month', perMonth),
      reached: count('household.plan_reached', reached),
      waiting: count('household.plan_waiting', plan.waiting),
      share: { value: share, text: format.percent(share), measure: 'household.plan_share' },
      left: count('household.plan_left', plan.left),
    },
  };
}

/** Month groups on the map at most: more colours in a row can't be told apart. */
const mostGroups = 5;

export function planPainting(dashboard: Dashboard, rows: readonly AreaRow[]): Painting | null {
  const planned = dashboard.planning.current;
  if (!planned || planned.plan.waiting === 0) return null;
  const { level, texts } = dashboard;
  // Where no month is left before the deadline, the first year of the plan is told month by month.
  const horizon = planned.months || 12;
  const deadline =
    planned.months > 0 ? dashboard.format.shortDate(planned.deadline) : monthName(dashboard, planned, horizon - 1);
  const months = Math.min(horizon, planned.plan.months.length);
  const groups = Math.min(mostGroups, months);
  const groupOf = (month: number): number => Math.floor((month * groups) / months);
  const kinds: readonly Category[] = [
    ...ramp('helped', Math.max(1, groups))
      .slice(0, groups)
      .reverse()
      .map((color, group) => {
        const own = Array.from({ length: months }, (_, month) => month).filter((month) => groupOf(month) === group);
        const names = [own[0] ?? 0, own.at(-1) ?? 0].map((month) => monthName(dashboard, planned, month));
        return { id: `months-${group}`, title: [...new Set(names)].join(' – '), color };
      }),
    { id: 'partly', title: texts.plan.kinds.partly(deadline), color: '#f2d16b' },
    { id: 'after', title: texts.plan.kinds.after(deadline), color: '#ecd0b4' },
    { id: 'never', title: texts.plan.kinds.never, color: '#c07f52' },
    { id: 'none', title: texts.plan.kinds.none, color: zeroColor },
  ];
  const told = new Map<AreaCode, { waiting: number; allotted: number; soon: boolean; last: number }>();
  for (const row of planRows(planned)) {
    const code = areaOfNumber(Number(row.key), level);
    const polygon = code && polygonOf(dashboard, code);
    if (!polygon) continue;
    const before = told.get(polygon);
    told.set(polygon, {
      waiting: (before?.waiting ?? 0) + row.waiting,
      allotted: (before?.allotted ?? 0) + row.allotted,
      soon: (before?.soon ?? false) || (row.first !== null && row.first < horizon),
      last: Math.max(before?.last ?? 0, row.last ?? 0),
    });
  }
  const kindIn = (code: AreaCode): string => {
    const area = told.get(code);
    if (!area) return 'none';
    if (area.allotted === area.waiting && area.last < horizon) return `months-${groupOf(area.last)}`;
    return area.soon ? 'partly' : area.allotted === area.waiting ? 'after' : 'never';
  };
  const base = areaValues(dashboard, 'household.pending', rows);
  const met = new Set([...base].flatMap(([code, value]) => (typeof value === 'number' ? kindIn(code) : [])));
  const categories = kinds.filter(({ id }) => id.startsWith('months') || met.has(id));
  const values = new Map<AreaCode, AreaValue>(
    [...base].map(([code, value]) => [
      code,
      typeof value === 'number' ? categories.findIndex(({ id }) => id === kindIn(code)) : value,
    ]),
  );
  return {
    kinds: {
      title: texts.plan.legend,
      measure: 'area.plan',
      values,
      shading: categoryShading(values, categories),
      categories,
    },
    marked: new Set(),
    lines: (code) => {
      const value = values.get(code);
      return typeof value === 'number' ? [{ label: texts.plan.month, value: categories[value]?.title ?? '' }] : [];
    },
  };
}
