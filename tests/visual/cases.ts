/** Owns the register of the gallery: every case by its name in the address, and the component that shows its kind. */
import type { Component } from 'svelte';
import Charts from './Charts.svelte';
import Controls from './Controls.svelte';
import type { Stage } from './demo.ts';
import Kinds, { kindCases } from './Kinds.svelte';
import Progress from './Progress.svelte';
import Maps, { mapCases } from './Maps.svelte';
import Slides, { slideCases } from './Slides.svelte';
import Papers, { paperCases } from './Papers.svelte';

interface Case {
  readonly id: string;
  readonly shows: Component<{ stage: Stage; show: string }>;
}

export const cases: readonly Case[] = [
  { id: 'controls', shows: Controls },
  { id: 'charts', shows: Charts },
  { id: 'progress', shows: Progress },
  ...Object.keys(mapCases).map((id) => ({ id, shows: Maps })),
  ...kindCases.map((id) => ({ id, shows: Kinds })),
  ...slideCases.map((id) => ({ id, shows: Slides })),
  ...paperCases.map(({ id }) => ({ id, shows: Papers })),
];
