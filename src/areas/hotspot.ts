/** Owns Getis and Ord's local statistic Gi*: how far an area together with its neighbours lies from the mean of all. */
import { deviations } from './deviation.ts';
import type { Neighbours } from './neighbours.ts';

/**
 * In standard deviations of what chance would give, each neighbour and the area itself weighing one (Ord and Getis 1995,
 * equation 14). Zeros where all values are alike, or one neighbourhood holds them all.
 */
export function giStar(values: Float64Array, { starts, others }: Neighbours): Float64Array {
  const count = values.length;
  const { above, square } = deviations(values);
  return above.map((own, area) => {
    let sum = own;
    for (let at = starts[area]!; at < starts[area + 1]!; at += 1) sum += above[others[at]!]!;
    const members = starts[area + 1]! - starts[area]! + 1;
    const spread = Math.sqrt((square * members * (count - members)) / (count - 1));
    return spread > 0 ? sum / spread : 0;
  });
}
