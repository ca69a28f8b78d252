/** Owns the pace as it stands on a slide: what is helped in a month and must be, and the lines to the deadline. */
import type { Block, TrendBlock } from '../exports/deck.ts';
import { daysBetween } from '../model/snapshot.ts';
import { monthly, writtenPace } from '../panels/progress/pace.ts';
import type { Facts, PaceFacts } from '../state/brieffacts.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import type { Datum } from '../ui/datum.ts';
import { colors } from './blocks.ts';

export function paceBlocks(dashboard: Dashboard, facts: Facts, pace: PaceFacts): readonly Block[] {
  const { format, texts } = dashboard;
  const { forecast, outside } = pace;
  const { pace: words, units } = texts.briefing;
  const daysLeft = daysBetween(facts.today, facts.deadline);
  const perMonth = (measure: string, perDay: number | null): Datum => ({
    value: monthly(perDay),
    text: writtenPace(dashboard, perDay),
    measure,
  });
  return [
    {
      kind: 'figures',
      figures: [
        {
          label: words.requiredPerMonth,
          datum: perMonth('household.required_per_month', forecast.requiredPerDay),
          ...{ unit: units.household, tone: 'waiting' },
        },
        {
          label: words.presentPerMonth,
          datum: perMonth('household.helped_per_month', forecast.helpedPerDay),
          ...{ unit: units.household, tone: 'helped' },
        },
        {
          label: words.daysLeft(format.dayMonth(facts.deadline)),
          datum: { value: daysLeft, text: format.count(daysLeft), measure: 'day.to_deadline' },
          ...{ unit: words.days, tone: 'ink' },
        },
      ],
    },
    trend(dashboard, facts, pace),
    ...(outside.length > 0
      ? [{ kind: 'words', title: '', lines: [words.outside(format.count(outside.length))] } as const]
      : []),
  ];
}

/** What was, and to the deadline what it comes to as it goes, and what it ought to. */
function trend({ format, texts }: Dashboard, facts: Facts, { standings, forecast }: PaceFacts): TrendBlock {
  const { pace: words, units } = texts.briefing;
  const last = standings.at(-1);
  const days = last ? daysBetween(last.asOf, facts.deadline) : 0;
  const { helpedPerDay, newPerDay, requiredPerDay } = forecast;
  const dates = standings.map(({ asOf }) => asOf);
  const isOpen = last !== undefined && days > 0;
  const at = (measure: string, value: number): Datum => ({ value, text: format.count(value), measure });
  const counted = (id: 'need' | 'helped'): readonly (Datum | null)[] => [
    ...standings.map((standing) => ({ ...at(`household.${id}`, standing[id]), snapshot: standing.asOf })),
    ...(isOpen ? [null] : []),
  ];
  /** From the latest round on. */
  const onwards = (measure: string, then: number): readonly (Datum | null)[] => [
    ...standings.slice(0, -1).map(() => null),
    { ...at('household.helped', last?.helped ?? 0), snapshot: last?.asOf },
    at(measure, Math.max(0, Math.round(then))),
  ];
  const present = isOpen && helpedPerDay !== null ? last.helped + helpedPerDay * days : null;
  const required = isOpen && requiredPerDay !== null ? last.need + (newPerDay ?? 0) * days : null;
  const solid = { dashed: false } as const;
  const dashed = { dashed: true } as const;
  return {
    kind: 'trend',
    title: words.chart,
    unit: units.household,
    dates: [...dates, ...(isOpen ? [facts.deadline] : [])].map((iso) => ({ iso, text: format.shortDate(iso) })),
    lines: [
      { name: words.need, color: colors.ink, ...solid, figures: counted('need') },
      { name: words.helped, color: colors.helped, ...solid, figures: counted('helped') },
      ...(required === null
        ? []
        : [
            {
              ...{ name: words.required, color: colors.waiting, ...dashed },
              figures: onwards('household.helped_required', required),
            },
          ]),
      ...(present === null
        ? []
        : [
            {
              ...{ name: words.present, color: colors.helped, ...dashed },
              figures: onwards('household.helped_expected', present),
            },
          ]),
    ],
  };
}
