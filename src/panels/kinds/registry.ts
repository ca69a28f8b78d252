/** Owns the kinds of map: a row each, with what it asks, what it draws and what is set against what; words are in `i18n/kinds.ts`. */
import type { MapKindId } from '../../model/mapkind.ts';
import AfterChange from './AfterChange.svelte';
import AfterCircles from './AfterCircles.svelte';
import AfterPair from './AfterPair.svelte';
import AfterSeries from './AfterSeries.svelte';
import { changedScene } from './changed.ts';
import { circledScene } from './circled.ts';
import { otherRound, pairOf } from './counterpart.ts';
import Paired from './Paired.svelte';
import { pairedComparands, pairedScene } from './paired.ts';
import type { MapKind } from './scene.ts';
import { seriesComparands, seriesScene } from './series.ts';
import Several from './Several.svelte';

const paired = {
  against: 'any',
  comparands: pairedComparands,
  scene: pairedScene,
  stage: Paired,
  after: AfterPair,
} as const;

export const kinds: readonly [MapKind, ...MapKind[]] = [
  { id: 'choropleth' },
  { id: 'circles', against: 'measures', scene: circledScene, after: AfterCircles },
  {
    id: 'multiples',
    hasSeries: true,
    comparands: seriesComparands,
    scene: seriesScene,
    stage: Several,
    grows: true,
    after: AfterSeries,
  },
  { id: 'beside', ...paired },
  { id: 'swipe', ...paired },
  {
    id: 'change',
    against: 'rounds',
    comparands: (dashboard) => pairOf(dashboard, otherRound(dashboard)),
    scene: changedScene,
    after: AfterChange,
  },
];

export function kindOf(id: MapKindId): MapKind {
  return kinds.find((row) => row.id === id) ?? kinds[0];
}
