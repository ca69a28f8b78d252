/** Owns the colours of shading: light is little, dark is much, told apart in grey and by colour-blind eyes, on warm paper. */
import type { Missing } from './shading.ts';

export type SchemeId = 'waiting' | 'helped' | 'neutral';
/** What the map stands on: on a dark ground much is light. */
export type Ground = 'light' | 'dark';

/** Nine steps of even lightness each: waiting is warm, helped is cool, neutral takes no side. */
const ramps: Readonly<Record<SchemeId, readonly string[]>> = {
  waiting: ['#fbd7a1', '#f6c282', '#f0ac62', '#e5944c', '#d97b34', '#c36226', '#ad4917', '#8e3610', '#702409'],
  helped: ['#c4e3dd', '#a9d3cf', '#8dc4c1', '#70b1b3', '#529fa5', '#3d8992', '#26737f', '#195c6a', '#0d4656'],
  neutral: ['#dbdaea', '#c8c6de', '#b5b3d2', '#a09dc4', '#8c88b5', '#7873a5', '#655f96', '#524b80', '#3f386b'],
};

/** Which steps stand for fewer classes: spread, and never the lightest alone. */
const steps: readonly (readonly number[])[] = [
  [6],
  [2, 8],
  [0, 4, 8],
  [0, 2, 6, 8],
  [0, 2, 4, 6, 8],
  [0, 2, 3, 5, 6, 8],
  [0, 1, 3, 4, 5, 7, 8],
  [0, 1, 2, 3, 5, 6, 7, 8],
  [0, 1, 2, 3, 4, 5, 6, 7, 8],
];

/** The other side of a middle: warm against cool, so that no colour-blind eye takes one for the other. */
export const opposite: Readonly<Record<SchemeId, SchemeId>> = {
  waiting: 'helped',
  helped: 'waiting',
  neutral: 'waiting',
};

export const zeroColors: Readonly<Record<Ground, string>> = { light: '#f2f3ea', dark: '#2b2824' };
export const zeroColor = zeroColors.light;
/** A class that lies on both sides of the middle. */
export const middleColors: Readonly<Record<Ground, string>> = { light: '#e6e1d3', dark: '#3f3b35' };

/** The map hatches these: colour is never the only sign. */
export const missingColors: Readonly<Record<Missing, string>> = {
  no_data: '#d3cfc8',
  not_loaded: '#e9e6e0',
  not_applicable: '#dedbd5',
  withheld: '#c9c6c1',
};

/** Colours of 1 to 9 classes, from little to much. */
export function ramp(scheme: SchemeId, classes: number, ground: Ground = 'light'): readonly string[] {
  const chosen = steps[Math.max(1, Math.min(9, classes)) - 1] ?? [];
  const colors = ground === 'light' ? ramps[scheme] : [...ramps[scheme]].reverse();
  return chosen.map((step) => colors[step] ?? zeroColors[ground]);
}

/** Colours of classes by the side of the middle they lie on; as strong as they are far from it, on either side. */
export function divergingRamp(
  scheme: SchemeId,
  bounds: readonly number[],
  mid: number,
  ground: Ground = 'light',
): readonly string[] {
  const classes = bounds.slice(1).map((to, index) => ({ from: bounds[index] ?? to, to }));
  const below = classes.filter(({ from, to }) => to <= mid && from < mid).length;
  const above = classes.filter(({ from }) => from >= mid).length;
  const most = Math.max(below, above);
  const sides = { below: ramp(opposite[scheme], most, ground), above: ramp(scheme, most, ground) };
  return classes.map((_, index) => {
    const color = index < below ? sides.below[below - 1 - index] : sides.above[index - (classes.length - above)];
    return color ?? middleColors[ground];
  });
}
