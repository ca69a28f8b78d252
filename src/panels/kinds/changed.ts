/** Owns change: each area's value of the snapshot at hand less that of another, as it went up or down. */
import { shade, type AreaValue } from '../../areas/shading.ts';
import type { AreaCode } from '../../model/area.ts';
import { snapshotKey } from '../../model/snapshot.ts';
import { measureOf } from '../../queries/measures.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { AreaRow } from '../areas.ts';
import { valueOf } from '../datum.ts';
import { ranksOf } from '../detailing.ts';
import type { Scale } from '../scale.ts';
import { otherRound } from './counterpart.ts';
import { shownText, type Scene } from './scene.ts';
import { sightOf, type Sight } from './sights.ts';

export interface Change {
  readonly now: Sight;
  readonly then: Sight;
}

/** Null while it is not answered, and where there is no other snapshot. */
export function changeOf(dashboard: Dashboard): Change | null {
  const { compared, measure, snapshot } = dashboard;
  const other = otherRound(dashboard);
  if (!snapshot || !other) return null;
  const at = (key: string): Sight | null => {
    const told = compared.current.find((one) => one.key === key);
    return told ? sightOf(dashboard, told, measure) : null;
  };
  const [now, then] = [at(snapshotKey(snapshot)), at(snapshotKey(other))];
  return now && then && { now, then };
}

/** Only what both tell can have changed: what one of them does not tell is unknown, and never zero. */
export function differences(
  now: ReadonlyMap<AreaCode, AreaValue>,
  then: ReadonlyMap<AreaCode, AreaValue>,
): ReadonlyMap<AreaCode, AreaValue> {
  const difference = (a: AreaValue, b: AreaValue): AreaValue => {
    // Without the dust of binary fractions an unchanged share would not be unchanged.
    if (typeof a === 'number' && typeof b === 'number') return Number((a - b).toPrecision(9)) + 0;
    for (const reason of ['no_data', 'not_loaded', 'withheld'] as const)
      if (a === reason || b === reason) return reason;
    return 'not_applicable';
  };
  return new Map([...now].map(([code, value]) => [code, difference(value, then.get(code) ?? 'no_data')]));
}

/** With its sign: +12, −3.5, 0. */
export function signed(value: number, format: (value: number) => string): string {
  const text = format(Math.abs(value));
  return /[1-9]/.test(text) ? `${value < 0 ? '−' : '+'}${text}` : text;
}

/** The whole area's figure now less the one then; null where one of them is not told. */
export function wholeChange({ now, then }: Change): number | null {
  const [a, b] = [now, then].map(({ dashboard, id }) => valueOf(dashboard, id));
  return typeof a === 'number' && typeof b === 'number' ? a - b : null;
}

export function changeUnit(dashboard: Dashboard, { now }: Change): string {
  return now.scale.unit === 'share' ? dashboard.texts.kinds.points : dashboard.texts.figures[measureOf(now.id).unit];
}

export function changedScene(
  dashboard: Dashboard,
  _rows: readonly AreaRow[],
  _own: unknown,
  preview: readonly number[] | null,
): Scene | null {
  const change = changeOf(dashboard);
  const [to, from] = [dashboard.snapshot, otherRound(dashboard)];
  if (!change || !to || !from) return null;
  const { now, then } = change;
  const { language, method, classes, breaks } = dashboard.view.current;
  const { kinds } = dashboard.texts;
  const { shortDate } = dashboard.format;
  const { scheme, title, better } = measureOf(now.id);
  const values = differences(now.scale.values, then.scale.values);
  const unit = changeUnit(dashboard, change);
  const format = (value: number): string => signed(value, now.scale.format);
  const scale: Scale = {
    ...now.scale,
    values,
    shading: shade({
      values,
      scheme,
      unit: now.scale.unit,
      // Other methods choose by where a figure stands from zero up.
      method: method === 'auto' || method === 'thresholds' ? 'quantile' : method,
      // As many on either side.
      classes: Math.min(9, 2 * classes),
      breaks: preview ?? breaks,
      mid: 0,
    }),
    measure: `${now.scale.measure}_change`,
    title: kinds.change(title[language], unit, shortDate(from.asOf), shortDate(to.asOf)),
    format,
    rates: null,
    zero: kinds.same,
  };
  const sides = [
    [now, to],
    [then, from],
  ] as const;
  return {
    id: now.id,
    scale,
    title: scale.title,
    ranks: ranksOf([...values], better === 'more' && now.scale.unit === 'share'),
    describe: (code) => ({
      title: dashboard.fullNameOf(code),
      lines: [
        { label: kinds.changed, value: shownText(dashboard, scale, code, unit), measure: scale.measure },
        ...sides.map(([sight, { asOf }]) => ({
          label: kinds.asOf(shortDate(asOf)),
          value: shownText(dashboard, sight.scale, code, sight.scale.unit === 'share' ? '%' : unit),
        })),
      ],
    }),
  };
}
