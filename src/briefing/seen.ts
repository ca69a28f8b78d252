/** Owns the dashboard as it would be, were it to show an area of the briefing: slides are made by the panels' own rules. */
import { instead } from '../panels/kinds/instead.ts';
import type { MeasureId } from '../queries/measures.ts';
import type { Subject } from '../model/subject.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import { figuresIn, type AreaFacts, type Facts } from '../state/brieffacts.ts';
import type { View } from '../state/view.ts';

/** How a slide is looked at does not depend on what the reader set for one map. */
const plainLook = { breaks: null, kept: null, per: null, smooth: false, mid: null, map: 'choropleth' } as const;

/** The area's own answers under the texts, names, shapes and rules of this dashboard. */
export function seenAt(dashboard: Dashboard, facts: Facts, own: AreaFacts, measure: MeasureId): Dashboard {
  const { area, level, grouped } = own;
  const subject: Subject = { snapshots: facts.snapshots, area, level, filters: facts.filters };
  // Read field by field: which slide is in sight makes no other deck.
  const current = instead<View>(dashboard.view.current, { ...plainLook, area, level, measure, filters: facts.filters });
  return instead(dashboard, {
    ...{ area, level, levelAsked: level, scope: area, measure },
    ...{ subject, shown: subject, figures: figuresIn(own) },
    view: instead(dashboard.view, { current }),
    answer: (name) => ({ subject, value: grouped[name], isRounded: grouped.isRounded }),
  });
}
