/** Owns the class of the legend that stays brought out on the map: told in the view by its bounds, silent once no class has them. */
import type { LegendClass } from '../areas/shading.ts';
import type { KeptClass } from '../model/keptclass.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import type { Scale } from './scale.ts';

/** As the address holds them: in so few digits a bound is still its own. */
const rounded = (bound: number): number => Number(bound.toPrecision(6));
const boundsOf = ({ from, to }: LegendClass): Pick<KeptClass, 'from' | 'to'> => ({
  from: rounded(from),
  to: rounded(to),
});

/** Its place among the classes; null where none is kept, and where another measure or other classes are shown. */
export function keptClass(dashboard: Dashboard, { measure, shading: { classes } }: Scale): number | null {
  const { kept } = dashboard.view.current;
  if (kept?.measure !== measure) return null;
  const index = classes.findIndex((one) => {
    const { from, to } = boundsOf(one);
    return from === kept.from && to === kept.to;
  });
  return index < 0 ? null : index;
}

/** Null: none is kept any more. */
export function keepClass(dashboard: Dashboard, { measure, shading: { classes } }: Scale, index: number | null): void {
  const one = index === null ? undefined : classes[index];
  dashboard.go({ kept: one ? { measure, ...boundsOf(one) } : null });
}
