/** Owns a signal of two: work that either of two may stop. */

/** `AbortSignal.any` is younger than the browsers of Windows 7. */
export function eitherOf(...signals: readonly [AbortSignal, AbortSignal]): AbortSignal {
  const stop = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) stop.abort(signal.reason);
    signal.addEventListener('abort', () => stop.abort(signal.reason), { once: true, signal: stop.signal });
  }
  return stop.signal;
}
