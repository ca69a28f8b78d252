/** Owns what waits until the page is at rest, so that nobody waits for it. */

/** A reader who looks on first, and clicks again, is not held up. */
const restMs = 2000;
const latestMs = 5000;

/** Runs a task once the page has been at rest for a while; gives how to call it off. */
export function whenIdle(task: () => void): () => void {
  let idle = 0;
  const rest = setTimeout(() => {
    // Not every browser tells when it is idle.
    if (typeof requestIdleCallback === 'function') idle = requestIdleCallback(task, { timeout: latestMs });
    else task();
  }, restMs);
  return () => {
    clearTimeout(rest);
    if (idle !== 0) cancelIdleCallback(idle);
  };
}
