/** Owns hearing how far a long task is while it is awaited. */

/** Yields what `work` tells, and returns what it gives. Work goes on once what it told has been passed on. */
export async function* hearing<T>(
  work: (tell: (share: number) => Promise<void>) => Promise<T>,
): AsyncGenerator<number, T, undefined> {
  const told: { readonly share: number; readonly goOn: () => void }[] = [];
  let wake: () => void = () => undefined;
  let isDone = false;
  const tell = (share: number): Promise<void> =>
    new Promise((goOn) => {
      told.push({ share, goOn });
      wake();
    });
  const end = (): void => {
    isDone = true;
    wake();
  };
  const result = work(tell);
  result.then(end, end);
  for (;;) {
    const next = told.shift();
    if (next) {
      yield next.share;
      next.goOn();
    } else if (isDone) return await result;
    else await new Promise<void>((resolve) => (wake = resolve));
  }
}
