/** Owns the list of analysis tools: a row each, with its panel and what it puts on the map; its words are in `i18n/analysis.ts`. */
import type { Tool } from '../instrument.ts';
import { concentrationPainting } from './concentration.ts';
import { distancePainting } from './distance.ts';
import { gapPainting } from './gap.ts';
import { hotspotPainting } from './hotspots.ts';
import { planPainting } from './plan.ts';

export const analysisTools: readonly Tool[] = [
  {
    id: 'gap',
    panel: () => import('./Gap.svelte'),
    painting: gapPainting,
  },
  {
    id: 'concentration',
    panel: () => import('./Concentrated.svelte'),
    painting: concentrationPainting,
  },
  {
    id: 'hotspots',
    panel: () => import('./HotSpots.svelte'),
    painting: hotspotPainting,
  },
  {
    id: 'overlap',
    panel: () => import('./Overlap.svelte'),
  },
  {
    id: 'plan',
    panel: () => import('./Plan.svelte'),
    painting: planPainting,
  },
  {
    id: 'distance',
    panel: () => import('./Distance.svelte'),
    painting: distancePainting,
  },
];
