/** Owns who waits longest as it stands on a slide: bars of the bands of time, and those of whom it is not known. */
import type { Block } from '../exports/deck.ts';
import { ageBands } from '../model/age.ts';
import { longOf } from '../queries/ages.ts';
import type { ToldAges } from '../state/ages.svelte.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import type { Datum } from '../ui/datum.ts';
import { colors } from './blocks.ts';

/** Of all parts together. */
export function longestFigures({ all }: ToldAges): { pending: number; known: number; long: number } {
  return { pending: all.pending, known: all.known, long: longOf(all) };
}

export function longestBlocks(
  { texts: { briefing, ages }, format, view }: Dashboard,
  { all }: ToldAges,
): readonly Block[] {
  const count = (measure: string, value: number): Datum => ({ value, text: format.count(value), measure });
  const unknown = all.pending - all.known;
  return [
    {
      kind: 'bars',
      title: briefing.longest.bands,
      unit: briefing.units.household,
      series: [{ name: ages.pending, color: colors.waiting }],
      rows: [
        ...ageBands.map(({ id, title }) => ({
          // In the digits of all else that stands there.
          name: title[view.current.language].replace(/\d+/g, (days) => format.count(Number(days))),
          figures: [count(`household.waiting_${id}`, all.bands[id])],
        })),
        ...(unknown > 0
          ? [{ name: briefing.longest.untold, figures: [count('household.waiting_unknown', unknown)] }]
          : []),
      ],
    },
  ];
}
