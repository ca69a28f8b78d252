/** Owns the map's scale: what each area shows of a measure, as count or rate, and its shading as the URL wants it. */
import { classMethods, methodOf } from '../areas/classing.ts';
import { innerBounds, shade, type AreaValue, type ScaledShading } from '../areas/shading.ts';
import { shownStep } from '../areas/bounds.ts';
import type { ValueUnit } from '../areas/classing.ts';
import type { LegendTexts } from '../map/legend.ts';
import type { AreaCode } from '../model/area.ts';
import { plain } from '../model/plain.ts';
import { thresholds } from '../model/protection.ts';
import { measureOf, type MeasureId } from '../queries/measures.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import type { AreaRow } from './areas.ts';
import { writtenProtected } from './datum.ts';
import { denominatorShown, isSilentPer, ratesOf, termsOf, type Rates } from './rates.ts';

export interface Scale {
  readonly values: ReadonlyMap<AreaCode, AreaValue>;
  readonly shading: ScaledShading;
  readonly unit: ValueUnit;
  /** For `data-measure`: `household.pending`, or `household.pending_per_need`. */
  readonly measure: string;
  /** With its unit, for the legend. */
  readonly title: string;
  readonly format: (value: number) => string;
  /** Smallest difference that `format` shows. */
  readonly step: number;
  readonly rates: Rates | null;
  readonly isSmoothed: boolean;
  /** The rate can't be told, for a filter has chosen it already. */
  readonly isSilent: boolean;
  /** What zero is called, where it is not that there is nothing. */
  readonly zero?: string;
}

/** `preview`: bounds while they are dragged. */
export function scaleOf(
  dashboard: Dashboard,
  id: MeasureId,
  rows: readonly AreaRow[],
  counted: ReadonlyMap<AreaCode, AreaValue>,
  preview: readonly number[] | null = null,
): Scale {
  const { language, method, classes, breaks, mid, smooth } = dashboard.view.current;
  const texts = dashboard.texts.classing;
  const measure = measureOf(id);
  const per = denominatorShown(dashboard, id);
  const isSilent = per !== null && isSilentPer(dashboard, per.id);
  const terms = termsOf(dashboard, id);
  const isMeeting = dashboard.view.current.meeting;
  const isSmoothed = smooth && terms !== null && !isSilent;
  const rates = terms && !isSilent && !isMeeting ? ratesOf(counted, rows, terms, isSmoothed) : null;
  const unit = per ? 'share' : measure.format;
  // The share as it is counted elsewhere on the page stands, until it is divided otherwise or smoothed.
  const values = isSilent ? silenced(counted) : rates && (per || isSmoothed) ? rates.values : counted;
  const middle = { zero: 0, half: unit === 'share' ? 0.5 : null, average: average(dashboard, id, values, rates) };
  const shading = shade({
    values,
    unit,
    scheme: measure.scheme,
    method,
    classes,
    breaks: preview ?? breaks,
    mid: mid === null ? null : middle[mid],
  });
  const title = per ? texts.rate(measure.title[language], per.title[language]) : titleOf(dashboard, id);
  return {
    values,
    shading,
    unit,
    measure: per ? `${id}_per_${per.id}` : id,
    title: isSmoothed ? texts.smoothedLine(title) : title,
    format: isMeeting
      ? (value) => writtenProtected(dashboard, unit === 'share', value)
      : unit === 'share'
        ? dashboard.format.percent
        : dashboard.format.count,
    // What is shown in a meeting differs by no less.
    step: isMeeting ? (unit === 'share' ? 0.01 : thresholds.bases[0]) : shownStep[unit],
    rates,
    isSmoothed,
    isSilent,
  };
}

/** The words of its legend. */
export function legendTexts({ texts, view }: Dashboard, { zero, unit }: Scale): LegendTexts {
  const { below, above, between, upTo } = texts.classing;
  const isFew = view.current.meeting && unit === 'count';
  return { zero: zero ?? texts.map.zero, missing: texts.map.missing, below, above, between, ...(isFew && { upTo }) };
}

/** How the classes came about, in one sentence. */
export function explained(dashboard: Dashboard, { shading }: Pick<Scale, 'shading'>): string {
  const { language, breaks } = dashboard.view.current;
  const { classing } = dashboard.texts;
  const row = methodOf(shading.method);
  if (breaks !== null) return classing.given;
  return shading.reason
    ? `${classing.reasons[shading.reason](row.title[language])} · ${row.hint[language]}`
    : row.hint[language];
}

/** Methods that mean something of what is shown. */
export function methodsFor(unit: ValueUnit): readonly (typeof classMethods)[number][] {
  return classMethods.filter((row) => !('only' in row) || row.only === unit);
}

/** Bounds as a reader types them (percent of a share), and back; null: not understood. */
export function typed(text: string, unit: ValueUnit): readonly number[] | null {
  const parts = plain(text)
    .split(/[\s;|]+|,(?=\s)/)
    .map((part) => part.replaceAll(/[,%]/g, ''))
    .filter((part) => part !== '');
  const numbers = parts.map((part) => Number((Number(part) / (unit === 'share' ? 100 : 1)).toPrecision(12)));
  const ascends = numbers.every((value, index) => index === 0 || value > (numbers[index - 1] ?? value));
  const isScale = parts.every((part) => /^-?\d{1,9}(\.\d{1,3})?$/.test(part));
  return numbers.length > 0 && numbers.length <= 8 && isScale && ascends ? numbers : null;
}

export function asTyped(bounds: readonly number[], unit: ValueUnit): string {
  return bounds.map((bound) => Number((bound * (unit === 'share' ? 100 : 1)).toPrecision(12))).join(' ');
}

/** The bounds now in force, to be locked. */
export const lockable = ({ shading }: Pick<Scale, 'shading'>): readonly number[] | null => {
  const bounds = innerBounds(shading);
  return bounds.length > 0 ? bounds : null;
};

function titleOf(dashboard: Dashboard, id: MeasureId): string {
  const { title, format, grain, unit } = measureOf(id);
  const text = title[dashboard.view.current.language];
  const of = format === 'share' ? '%' : dashboard.texts.figures[unit];
  return grain !== 'area' && text.includes(of) ? text : dashboard.texts.map.legend(text, of);
}

function average(
  dashboard: Dashboard,
  id: MeasureId,
  values: ReadonlyMap<AreaCode, AreaValue>,
  rates: Rates | null,
): number | null {
  if (rates) return rates.average;
  if (measureOf(id).format === 'share') return dashboard.figures[id] ?? null;
  const numbers = [...values.values()].filter((value) => typeof value === 'number');
  return numbers.length > 0 ? numbers.reduce((sum, value) => sum + value, 0) / numbers.length : null;
}

function silenced(values: ReadonlyMap<AreaCode, AreaValue>): ReadonlyMap<AreaCode, AreaValue> {
  return new Map([...values].map(([code, value]) => [code, typeof value === 'number' ? 'not_applicable' : value]));
}
