/** Owns several small maps: a row each for what parts them, and the scene of all on one scale. */
import { country } from '../../model/area.ts';
import { classes } from '../../model/household.ts';
import { dimensions } from '../../model/dimension.ts';
import type { SeriesKind } from '../../model/mapkind.ts';
import { snapshotKey } from '../../model/snapshot.ts';
import { measureOf } from '../../queries/measures.ts';
import { withChosen, type FilterId } from '../../queries/filters.ts';
import type { Comparand } from '../../state/compared.svelte.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { View } from '../../state/view.ts';
import type { AreaRow } from '../areas.ts';
import type { Scale } from '../scale.ts';
import { roundsOf, subjectAt } from './counterpart.ts';
import { shownText, type Scene, type Shot } from './scene.ts';
import { commonScale, sightOf } from './sights.ts';

interface Part extends Comparand {
  readonly title: string;
  readonly opens: Partial<View>;
}

/** A part for each option of a filter: the subject with that one alone chosen. */
function byFilter(
  dashboard: Dashboard,
  filter: FilterId,
  options: readonly { readonly id: string; readonly title: { readonly th: string; readonly en: string } }[],
): readonly Part[] {
  const { subject, view } = dashboard;
  if (subject === null) return [];
  return options.map(({ id, title }) => {
    const filters = withChosen(subject.filters, filter, [id]);
    return { key: id, subject: { ...subject, filters }, title: title[view.current.language], opens: { filters } };
  });
}

const parts: Readonly<Record<SeriesKind, (dashboard: Dashboard) => readonly Part[]>> = {
  dimensions: (dashboard) =>
    byFilter(
      dashboard,
      'dimensions',
      dimensions.filter(({ id }) => id !== 'unspecified'),
    ),
  classes: (dashboard) =>
    byFilter(
      dashboard,
      'classes',
      classes.filter(({ id }) => id !== 'unclassified'),
    ),
  snapshots: (dashboard) =>
    roundsOf(dashboard).flatMap((at) => {
      const subject = subjectAt(dashboard, at);
      const title = dashboard.format.shortDate(at.asOf);
      return subject ? [{ key: snapshotKey(at), subject, title, opens: { at } }] : [];
    }),
};

const partsOf = (dashboard: Dashboard): readonly Part[] => parts[dashboard.view.current.series](dashboard);

export const seriesComparands = (dashboard: Dashboard): readonly Comparand[] =>
  partsOf(dashboard).map(({ key, subject }) => ({ key, subject }));

/** What parts the maps as a figure says it: `data-dimension`, `data-class`, `data-snapshot`. */
export const seriesAttribute = { dimensions: 'dimension', classes: 'class', snapshots: 'snapshot' } as const;

export function seriesScene(
  dashboard: Dashboard,
  _rows: readonly AreaRow[],
  own: Scale,
  preview: readonly number[] | null,
): Scene | null {
  const { language } = dashboard.view.current;
  const { measure: id, format, texts } = dashboard;
  const told = new Map(dashboard.compared.current.map((one) => [one.key, one]));
  const shots = partsOf(dashboard).flatMap(({ key, title, opens }): Shot[] => {
    const one = told.get(key);
    return one ? [{ sight: sightOf(dashboard, one, id), title, opens: { ...opens, map: 'choropleth' } }] : [];
  });
  if (shots.length === 0) return null;
  const sights = shots.map(({ sight }) => sight);
  const unit = own.unit === 'share' ? '%' : texts.figures[measureOf(id).unit];
  return {
    id,
    scale: commonScale(dashboard, sights, own, preview),
    title: `${measureOf(id).title[language]} · ${texts.kinds.series} ${texts.kinds.seriesOf[dashboard.view.current.series]}`,
    shots,
    describe: (code) => ({
      title: code === country ? '' : dashboard.fullNameOf(code),
      lines: shots.map(({ sight, title }) => ({
        label: title,
        value: shownText(
          dashboard,
          { ...sight.scale, format: own.unit === 'share' ? format.percent : format.count },
          code,
          unit,
        ),
      })),
    }),
  };
}
