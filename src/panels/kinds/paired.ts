/** Owns two maps of two snapshots, on one scale; or of two measures, each on its own. */
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import { snapshotKey } from '../../model/snapshot.ts';
import { measureOf } from '../../queries/measures.ts';
import type { Comparand } from '../../state/compared.svelte.ts';
import type { AreaRow } from '../areas.ts';
import type { Scale } from '../scale.ts';
import { otherMeasure, otherRound, pairOf } from './counterpart.ts';
import type { Scene, Shot } from './scene.ts';
import { commonScale, sightOf } from './sights.ts';

export const pairedComparands = (dashboard: Dashboard): readonly Comparand[] =>
  pairOf(dashboard, otherMeasure(dashboard) === null ? otherRound(dashboard) : null);

export function pairedScene(
  dashboard: Dashboard,
  _rows: readonly AreaRow[],
  own: Scale,
  preview: readonly number[] | null,
): Scene | null {
  const { compared, measure: id, snapshot, texts } = dashboard;
  const { language } = dashboard.view.current;
  const told = pairedComparands(dashboard).flatMap(({ key }) => compared.current.find((one) => one.key === key) ?? []);
  const [left, right] = told;
  const other = otherMeasure(dashboard);
  const title = (of: typeof id): string => measureOf(of).title[language];
  if (other !== null && left) {
    const shots: readonly Shot[] = [
      { sight: { ...sightOf(dashboard, left, id, preview), key: id }, title: title(id), opens: {} },
      // Bounds that are locked for one measure mean nothing of another.
      {
        sight: { ...sightOf(dashboard, left, other, null, { breaks: null, per: null }), key: other },
        title: title(other),
        opens: {},
      },
    ];
    const [first] = shots;
    return first ? { id, scale: first.sight.scale, title: `${title(id)} · ${title(other)}`, shots } : null;
  }
  const round = otherRound(dashboard);
  if (!left || !right || !round || !snapshot) return null;
  const dates = [round, snapshot];
  const sights = [left, right].map((one) => sightOf(dashboard, one, id));
  const shots = sights.map((sight): Shot => {
    const at = dates.find((date) => snapshotKey(date) === sight.key) ?? snapshot;
    return { sight, title: texts.kinds.asOf(dashboard.format.shortDate(at.asOf)), opens: { at } };
  });
  const scale = commonScale(dashboard, sights, own, preview);
  return {
    id,
    scale,
    title: `${title(id)} · ${shots.map((shot) => shot.title).join(' · ')}`,
    shots: shots.map((shot) => ({
      ...shot,
      sight: { ...shot.sight, scale: { ...shot.sight.scale, shading: scale.shading } },
    })),
  };
}
