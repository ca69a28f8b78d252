/** Owns how far values lie from their mean. */

export interface Deviations {
  readonly above: Float64Array;
  /** The mean of the squares. */
  readonly square: number;
}

export function deviations(values: Float64Array): Deviations {
  const first = values[0] ?? 0;
  let sum = 0;
  // Set against the first value, values that are all alike have no dust of a mean left over.
  for (const value of values) sum += value - first;
  const mean = sum / values.length;
  const above = values.map((value) => value - first - mean);
  let squares = 0;
  for (const value of above) squares += value * value;
  return { above, square: squares / values.length };
}
