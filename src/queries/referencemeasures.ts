/** Owns the measures that need a table of areas: its figures as they stand, and the shares of all households of an area. */
import { areaFigures, type AreaFigure, type AreaFigureId } from '../model/areafigure.ts';
import type { Text } from '../model/text.ts';
import type { Measure } from './measures.ts';

export type ReferenceMeasureId = `area.${AreaFigureId}` | 'household.need_of_all' | 'household.pending_of_all';

export interface ReferenceMeasure extends Measure {
  readonly id: ReferenceMeasureId;
  readonly grain: 'area';
  /** The figure of the table that it shows, or that it divides by. */
  readonly figure: AreaFigureId;
  /** What is divided; null for the figure itself, which follows no filter. */
  readonly of: 'household.need' | 'household.pending' | null;
}

const own = (areaFigures as readonly AreaFigure[]).map(({ id, title, unit, scheme }): ReferenceMeasure => ({
  id: `area.${id as AreaFigureId}`,
  title,
  phrase: title,
  grain: 'area',
  value: null,
  unit: unit === 'household' ? 'household' : 'person',
  format: unit === 'percent' ? 'share' : 'count',
  scheme,
  better: scheme === 'waiting' ? 'less' : null,
  onMap: true,
  figure: id as AreaFigureId,
  of: null,
}));

const ofAll = (id: ReferenceMeasureId, of: 'household.need' | 'household.pending', short: Text, phrase: Text) =>
  ({
    id,
    title: phrase,
    short,
    phrase,
    grain: 'area',
    value: null,
    unit: 'household',
    format: 'share',
    scheme: 'waiting',
    better: 'less',
    onMap: true,
    silentUnder: 'statuses',
    figure: 'households',
    of,
  }) as const satisfies ReferenceMeasure;

export const referenceMeasures: readonly ReferenceMeasure[] = [
  ofAll(
    'household.need_of_all',
    'household.need',
    { th: 'ต้องช่วย % ของทั้งหมด', en: 'In need, % of all' },
    { th: 'ร้อยละของครัวเรือนทั้งหมดที่ต้องช่วยเหลือ', en: 'Share of all households that are in need' },
  ),
  ofAll(
    'household.pending_of_all',
    'household.pending',
    { th: 'ยังรอ % ของทั้งหมด', en: 'Waiting, % of all' },
    { th: 'ร้อยละของครัวเรือนทั้งหมดที่ยังรอการช่วยเหลือ', en: 'Share of all households still waiting' },
  ),
  ...own,
];

export function referenceMeasureOf(id: string): ReferenceMeasure | null {
  return referenceMeasures.find((measure) => measure.id === id) ?? null;
}
