/** Owns the dashboard as it would be at another subject: the same functions then tell rows, values and figures of that one. */
import { shade, type AreaValue } from '../../areas/shading.ts';
import type { AreaCode } from '../../model/area.ts';
import { noFigures } from '../../queries/figures.ts';
import { measureOf, type MeasureId } from '../../queries/measures.ts';
import { scopeOf } from '../../queries/questions.ts';
import type { Told } from '../../state/compared.svelte.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { View } from '../../state/view.ts';
import { areaRows, areaValues, type AreaRow } from '../areas.ts';
import { scaleOf, type Scale } from '../scale.ts';
import { instead } from './instead.ts';

/** One of several subjects that are seen at once. */
export interface Sight {
  readonly key: string;
  /** The dashboard as if it looked at this subject. */
  readonly dashboard: Dashboard;
  readonly rows: readonly AreaRow[];
  readonly id: MeasureId;
  readonly scale: Scale;
}

/** The dashboard with another answer than its own; `look`: what else of its view is not its own. */
export function seen(dashboard: Dashboard, { subject, grouped }: Told, look: Partial<View> = {}): Dashboard {
  const { areaBook, session, view } = dashboard;
  const current = { ...view.current, filters: subject.filters, ...look };
  return instead(dashboard, {
    answer: (name) => ({ subject, value: grouped[name] }),
    entries: session.entries.filter(({ number }) => subject.snapshots.includes(number)),
    figures: areaBook.beside(subject.area, grouped.figures.get(0) ?? noFigures),
    shown: subject,
    level: subject.level,
    scope: scopeOf(subject.area),
    view: instead(view, { current }),
    measure: areaBook.shown(current.measure),
  });
}

export function sightOf(
  dashboard: Dashboard,
  told: Told,
  id: MeasureId,
  preview: readonly number[] | null = null,
  look: Partial<View> = {},
): Sight {
  const own = seen(dashboard, told, { measure: id, ...look });
  const rows = areaRows(own);
  return { key: told.key, dashboard: own, rows, id, scale: scaleOf(own, id, rows, areaValues(own, id, rows), preview) };
}

/** One scale for several sights of a measure: classes cut from the areas of all of them; the middle is the page's own. */
export function commonScale(
  { view }: Dashboard,
  sights: readonly Sight[],
  own: Scale,
  preview: readonly number[] | null = null,
): Scale {
  const { method, classes, breaks } = view.current;
  const all = sights.flatMap(({ key, scale }) => [...scale.values].map(([code, value]) => [`${key} ${code}`, value]));
  const values = new Map(all as [AreaCode, AreaValue][]);
  const [first] = sights;
  const { scheme } = measureOf(first?.id ?? view.current.measure);
  const shading = shade({
    values,
    scheme,
    unit: own.unit,
    method,
    classes,
    breaks: preview ?? breaks,
    mid: own.shading.mid,
  });
  return { ...own, values, shading };
}
