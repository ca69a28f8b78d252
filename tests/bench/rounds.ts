/** Owns how often a thing is measured: five times, twenty where it takes less than a second. */

/** Measures once unseen (to warm the disk's cache), then five or twenty times. */
export async function rounds<T>(measure: () => Promise<T>, tookMs: (value: T) => number): Promise<readonly T[]> {
  const first = await measure();
  const times = tookMs(first) < 1000 ? 20 : 5;
  const values: T[] = [];
  for (let round = 0; round < times; round++) values.push(await measure());
  return values;
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
