/** Owns circles upon shading: a share colours the areas, a count is the circle in each. */
import { innerWidth } from 'svelte/reactivity/window';
import { circlesOf, greatestRadiusPx } from '../../map/circles.ts';
import type { AreaCode } from '../../model/area.ts';
import { measureOf } from '../../queries/measures.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import { areaValues, type AreaRow } from '../areas.ts';
import { described } from '../describing.ts';
import { ranksOf } from '../detailing.ts';
import { scaleOf } from '../scale.ts';
import { sharesAndCounts } from './counterpart.ts';
import { shownText, type Scene } from './scene.ts';

export function circledScene(
  dashboard: Dashboard,
  rows: readonly AreaRow[],
  _own: unknown,
  preview: readonly number[] | null,
): Scene {
  const { language } = dashboard.view.current;
  const { share, count } = sharesAndCounts(dashboard);
  const [shares, counts] = [areaValues(dashboard, share, rows), areaValues(dashboard, count, rows)];
  const scale = scaleOf(dashboard, share, rows, shares, preview);
  const placed = [...counts].flatMap(([code, value]) => {
    const point = dashboard.session.gazetteer.find(code)?.point;
    return typeof value === 'number' && point ? [[code, value, point] as const] : [];
  });
  const counted = measureOf(count);
  const title = counted.title[language];
  return {
    id: share,
    scale,
    title: `${title} · ${measureOf(share).title[language]}`,
    ranks: ranksOf([...counts], false),
    circles: {
      measure: count,
      circles: circlesOf(placed, greatestRadiusPx(placed.length, innerWidth.current ?? Infinity)),
    },
    describe: (code: AreaCode) => {
      const { title: name, lines } = described(dashboard, share, rows, scale, code);
      const unit = dashboard.texts.figures[counted.unit];
      const own = {
        label: title,
        measure: count,
        value: shownText(dashboard, { ...scale, values: counts, format: dashboard.format.count }, code, unit),
      };
      return { title: name, lines: [own, ...lines.filter(({ label }) => label !== title)] };
    },
  };
}
