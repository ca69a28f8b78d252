/** Owns the control of false discoveries: where many areas are tested at once, some look striking by chance alone. */

/**
 * Benjamini and Hochberg's (1995) adjusted chances: telling of all areas at or below 0.05, one in twenty of those told of is
 * expected to be a false alarm. NaN (not tested) stays NaN and does not count.
 */
export function adjusted(chances: Float64Array): Float64Array {
  const tested = [...chances.keys()].filter((area) => !Number.isNaN(chances[area]));
  tested.sort((a, b) => chances[b]! - chances[a]!);
  const told = new Float64Array(chances.length).fill(NaN);
  let least = 1;
  tested.forEach((area, index) => {
    least = Math.min(least, (chances[area]! * tested.length) / (tested.length - index));
    told[area] = least;
  });
  return told;
}
