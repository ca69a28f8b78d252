/** Owns the tools that follow what is done: a row each; their words are in `i18n/progress.ts`. */
import type { Tool } from '../instrument.ts';
import { aspectsPainting } from './aspects.ts';
import { longestPainting } from './longest.ts';
import { pacePainting } from './pace.ts';
import { plansPainting } from './plans.ts';
import { roundsPainting } from './rounds.ts';

export const progressTools: readonly Tool[] = [
  { id: 'rounds', panel: () => import('./Rounds.svelte'), painting: roundsPainting },
  { id: 'pace', panel: () => import('./Pace.svelte'), painting: pacePainting },
  { id: 'reporting', panel: () => import('./Reporting.svelte') },
  { id: 'funnel', panel: () => import('./Funnel.svelte') },
  { id: 'agencies', panel: () => import('./Agencies.svelte') },
  { id: 'acts', panel: () => import('./RecordedHelp.svelte') },
  { id: 'longest', panel: () => import('./Longest.svelte'), painting: longestPainting },
  { id: 'aspects', panel: () => import('./Aspects.svelte'), painting: aspectsPainting },
  { id: 'plans', panel: () => import('./Plans.svelte'), painting: plansPainting },
  { id: 'teams', panel: () => import('./Teams.svelte') },
  { id: 'villages', panel: () => import('./Villages.svelte') },
];
