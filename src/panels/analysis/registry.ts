/** Owns the list of analysis tools: a row each, with its panel and what it puts on the map; its words are in `i18n/analysis.ts`. */
import type { Component } from 'svelte';
import type { AnalysisId } from '../../model/analysis.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { AreaRow } from '../areas.ts';
import Concentrated from './Concentrated.svelte';
import { concentrationPainting } from './concentration.ts';
import Distance from './Distance.svelte';
import { distancePainting } from './distance.ts';
import Gap from './Gap.svelte';
import { gapPainting } from './gap.ts';
import HotSpots from './HotSpots.svelte';
import { hotspotPainting } from './hotspots.ts';
import Overlap from './Overlap.svelte';
import type { Painting } from './painting.ts';
import Plan from './Plan.svelte';
import { planPainting } from './plan.ts';

export interface ToolProps {
  readonly rows: readonly AreaRow[];
  readonly hovered: string | null;
  readonly onhover: (key: string | null) => void;
}

export interface AnalysisTool {
  readonly id: AnalysisId;
  readonly component: Component<ToolProps>;
  /** Null while there is nothing to paint. What takes time is asked by the component, and lies in a state. */
  readonly painting?: (dashboard: Dashboard, rows: readonly AreaRow[]) => Painting | null;
}

export const tools: readonly [AnalysisTool, ...AnalysisTool[]] = [
  {
    id: 'gap',
    component: Gap,
    painting: gapPainting,
  },
  {
    id: 'concentration',
    component: Concentrated,
    painting: concentrationPainting,
  },
  {
    id: 'hotspots',
    component: HotSpots,
    painting: hotspotPainting,
  },
  {
    id: 'overlap',
    component: Overlap,
  },
  {
    id: 'plan',
    component: Plan,
    painting: planPainting,
  },
  {
    id: 'distance',
    component: Distance,
    painting: distancePainting,
  },
];

/** The tool the URL names; the first where that one is not to be had; null: the ranking is shown. */
export function toolOf(id: AnalysisId | null): AnalysisTool | null {
  return id === null ? null : (tools.find((row) => row.id === id) ?? tools[0]);
}
