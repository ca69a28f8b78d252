/** Owns work in slices: a generator yields every millisecond or less of what it does, so that who runs it can stop in between. */

/** Work that gives a result in the end. */
export type Sliced<T> = Generator<undefined, T>;

/** A slice is about so many cells. */
export const sliceCells = 2 ** 15;

/** All of it, now. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Goes on until it is done, or the time is up; true when it is done. */
export function goOn(work: Sliced<unknown>, forMs: number): boolean {
  const endMs = performance.now() + forMs;
  do if (work.next().done) return true;
  while (performance.now() < endMs);
  return false;
}
