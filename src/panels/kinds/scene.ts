/** Owns what a kind of map puts on the map's place in the stead of the plain one: one map painted otherwise, or several. */
import type { Component } from 'svelte';
import type { Circles } from '../../map/circles.ts';
import type { AreaDescription, MapLabel } from '../../map/mapview.ts';
import type { AreaCode } from '../../model/area.ts';
import type { MapKindId } from '../../model/mapkind.ts';
import type { MeasureId } from '../../queries/measures.ts';
import type { Comparand } from '../../state/compared.svelte.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { View } from '../../state/view.ts';
import type { AreaRow } from '../areas.ts';
import type { Scale } from '../scale.ts';
import type { Sight } from './sights.ts';

/** One of several maps: its name, and the view that a click on it opens. */
export interface Shot {
  readonly sight: Sight;
  readonly title: string;
  readonly opens: Partial<View>;
}

export interface Scene {
  /** The measure that the colours tell. */
  readonly id: MeasureId;
  readonly scale: Scale;
  /** What the region is called. */
  readonly title: string;
  readonly circles?: Circles;
  /** An area's place among the others, where one map tells it. */
  readonly ranks?: ReadonlyMap<AreaCode, number>;
  readonly describe?: (code: AreaCode) => AreaDescription;
  readonly shots?: readonly Shot[];
}

export interface StageProps {
  readonly scene: Scene;
  readonly labels: readonly MapLabel[];
  readonly selected: AreaCode | null;
  readonly hovered: AreaCode | null;
  readonly classShown: number | null;
  readonly notice: string | null;
  readonly onhover: (key: string | null) => void;
  readonly onselect: (code: AreaCode) => void;
}

export interface MapKind {
  readonly id: MapKindId;
  /** What it can be set against: other snapshots, other measures, or either. */
  readonly against?: 'rounds' | 'measures' | 'any';
  /** Parted by dimension, class or snapshot. */
  readonly hasSeries?: true;
  /** What is to be asked besides the subject at hand. */
  readonly comparands?: (dashboard: Dashboard) => readonly Comparand[];
  /** `own`: the plain map's scale. Null: there is nothing (yet) to be drawn but the plain map. */
  readonly scene?: (
    dashboard: Dashboard,
    rows: readonly AreaRow[],
    own: Scale,
    preview: readonly number[] | null,
  ) => Scene | null;
  /** As high as what it draws. */
  readonly grows?: true;
  /** Draws several maps; without it the scene is one map. */
  readonly stage?: Component<StageProps>;
  /** Below the legend. */
  readonly after?: Component<{ readonly scene: Scene; readonly levelTitle: string }>;
}

/** What a map shows of an area, with its unit, or why it shows nothing. */
export function shownText(dashboard: Dashboard, { values, format }: Scale, code: AreaCode, unit: string): string {
  const value = values.get(code) ?? 'no_data';
  return typeof value === 'number' ? `${format(value)} ${unit}` : dashboard.texts.map.missing[value];
}
