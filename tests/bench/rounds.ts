/** Owns how often a thing is measured: twenty times, five where it takes more than five seconds. */

/** Measures once unseen (to warm the disk's cache), then five or twenty times; `isQuick`: the unseen one stands for all. */
export async function rounds<T>(
  measure: () => Promise<T>,
  tookMs: (value: T) => number,
  isQuick = false,
): Promise<readonly T[]> {
  const first = await measure();
  if (isQuick) return [first];
  const times = tookMs(first) > 5000 ? 5 : 20;
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

export async function timed<T>(work: () => Promise<T> | T): Promise<[T, number]> {
  const startMs = performance.now();
  const value = await work();
  return [value, performance.now() - startMs];
}
