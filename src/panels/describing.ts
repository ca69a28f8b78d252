/** Owns what is told of an area that is pointed at on the map: what the map shows of it first, then its usual figures. */
import type { AreaDescription } from '../map/mapview.ts';
import type { AreaCode } from '../model/area.ts';
import { measureOf, type MeasureId } from '../queries/measures.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import { figuresOf, type AreaRow } from './areas.ts';
import { datum, valueOf } from './datum.ts';
import type { Scale } from './scale.ts';

/** `first`: what an analysis says of the area. */
export function described(
  dashboard: Dashboard,
  id: MeasureId,
  rows: readonly AreaRow[],
  scale: Scale,
  code: AreaCode,
  first: AreaDescription['lines'] = [],
): AreaDescription {
  const { texts } = dashboard;
  const { language } = dashboard.view.current;
  const figures = figuresOf(rows, code);
  const value = scale.values.get(code) ?? 'no_data';
  const told = [id, 'household.need', 'household.helped', 'household.pending', 'household.helped_share'] as const;
  const line = (of: MeasureId): AreaDescription['lines'][number] => {
    const { title, format, unit } = measureOf(of);
    const { text } = datum(dashboard, of, figures);
    const isTold = valueOf(dashboard, of, figures) !== null;
    const counted = format === 'share' ? '%' : texts.figures[unit];
    return { label: title[language], value: isTold ? `${text} ${counted}` : text, measure: of };
  };
  const isRate = scale.measure !== id || scale.isSmoothed;
  const rate =
    isRate && typeof value === 'number'
      ? [{ label: scale.title, value: scale.format(value), measure: scale.measure }]
      : [];
  const isMissing = typeof value === 'string' && value !== 'not_applicable';
  return {
    title: dashboard.fullNameOf(code),
    lines: isMissing
      ? [
          {
            label: measureOf(id).title[language],
            value: value === 'withheld' ? texts.meeting.withheld : texts.map.missing[value],
          },
        ]
      : [...first, ...rate, ...[...new Set(told)].map(line)],
  };
}
