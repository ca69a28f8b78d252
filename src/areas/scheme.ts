/** Owns the colours of shading: light is little, dark is much, told apart in grey and by colour-blind eyes, on warm paper. */
import type { Missing } from './shading.ts';

export type SchemeId = 'waiting' | 'helped' | 'neutral';

/** Five steps of even lightness each: waiting is warm, helped is cool, neutral takes no side. */
const ramps: Readonly<Record<SchemeId, readonly [string, string, string, string, string]>> = {
  waiting: ['#fbd7a1', '#f0ac62', '#d97b34', '#ad4917', '#702409'],
  helped: ['#c4e3dd', '#8dc4c1', '#529fa5', '#26737f', '#0d4656'],
  neutral: ['#dbdaea', '#b5b3d2', '#8c88b5', '#655f96', '#3f386b'],
};

/** Which steps stand for fewer classes: spread, and never the lightest alone. */
const steps: readonly (readonly number[])[] = [[3], [1, 4], [0, 2, 4], [0, 1, 3, 4], [0, 1, 2, 3, 4]];

export const zeroColor = '#f2f3ea';

/** The map hatches these: colour is never the only sign. */
export const missingColors: Readonly<Record<Missing, string>> = {
  no_data: '#d3cfc8',
  not_loaded: '#e9e6e0',
  not_applicable: '#dedbd5',
};

/** Colours of 1 to 5 classes, light to dark. */
export function ramp(scheme: SchemeId, classes: number): readonly string[] {
  const chosen = steps[Math.max(1, Math.min(5, classes)) - 1] ?? [];
  return chosen.map((step) => ramps[scheme][step] ?? zeroColor);
}
