/** Owns the dashboard as it would be, were it to show an area of the briefing: slides are made by the panels' own rules. */
import type { MeasureId } from '../queries/measures.ts';
import type { QuestionName } from '../queries/questions.ts';
import type { Subject } from '../model/subject.ts';
import type { Answered } from '../state/answering.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import { figuresIn, type AreaFacts, type Facts } from '../state/brieffacts.ts';
import type { View } from '../state/view.ts';

/** How a slide is looked at does not depend on what the reader set for one map. */
const plainLook = { breaks: null, kept: null, per: null, smooth: false, mid: null, map: 'choropleth' } as const;

/** The area's own answers under the texts, names, shapes and rules of this dashboard. */
export function seenAt(dashboard: Dashboard, facts: Facts, own: AreaFacts, measure: MeasureId): Dashboard {
  const { area, level, grouped } = own;
  const subject: Subject = { snapshots: facts.snapshots, area, level, filters: facts.filters };
  const current: View = { ...dashboard.view.current, ...plainLook, area, level, measure, filters: facts.filters };
  const shown: Partial<Record<keyof Dashboard, unknown>> = {
    area,
    level,
    levelAsked: level,
    scope: area,
    subject,
    shown: subject,
    measure,
    figures: figuresIn(own),
    view: { current },
    answer: (name: QuestionName): Answered => ({ subject, value: grouped[name], isRounded: grouped.isRounded }),
  };
  return new Proxy(dashboard, {
    get: (target, name) => {
      if (name in shown) return shown[name as keyof Dashboard];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value as (...told: unknown[]) => unknown).bind(target) : value;
    },
  });
}
