/** Owns noticing that a worker has died: one that is ended, or runs out of memory, often tells nobody. */
import { AppError } from '../model/error.ts';
import { unless } from './unless.ts';
import type { Hello } from './watched.ts';

/** How often the silence of a worker that somebody waits for is looked at. */
const tickMs = 500;

export interface Watched {
  readonly worker: Worker;
  /** Aborted, for an AppError `worker_lost`, once the worker answers nothing any more though nobody ended it. */
  readonly lost: AbortSignal;
  /**
   * What comes of `work`; refused where the worker dies meanwhile, or says nothing at all for so long. `onsilence` is told how
   * long it has been silent, and 0 at the end.
   */
  readonly hear: <T>(work: Promise<T>, silenceLimitMs: number, onsilence?: (silentMs: number) => void) => Promise<T>;
  /** It is of no more use: whoever waits for it is refused. */
  readonly giveUp: (cause: unknown) => void;
  /** It has done its work. */
  readonly end: () => void;
}

/** So soon a worker of ours has begun, and says so; one that ends before that holds no lock yet. */
export const beginMs = 4_000;

/** To be called before anyone else listens to the worker. Of one that does not say when it begins, `begin` is null. */
export function watch(worker: Worker, begin: number | null = beginMs): Watched {
  const lost = new AbortController();
  const over = new AbortController();
  let heard = 0;
  let waitedMs = 0;
  const beginning = setInterval(() => {
    if (heard > 0 || begin === null) clearInterval(beginning);
    else if ((waitedMs += tickMs) >= begin) giveUp('it never began');
  }, tickMs);
  const end = (): void => {
    clearInterval(beginning);
    over.abort();
    worker.terminate();
  };
  const giveUp = (cause: unknown): void => {
    if (over.signal.aborted) return;
    end();
    lost.abort(new AppError('worker_lost', {}, cause));
  };
  worker.addEventListener('message', (event: MessageEvent<Hello | null | undefined>) => {
    heard++;
    const { lock } = event.data ?? {};
    if (lock === undefined) return;
    event.stopImmediatePropagation();
    // The worker holds it for as long as it lives, so that having it means that the worker is no more.
    if (lock !== null)
      void navigator.locks
        .request(lock, { signal: over.signal }, () => giveUp('its lock is free'))
        .catch(() => undefined);
  });
  // `close` is what Node's workers tell.
  for (const event of ['error', 'messageerror', 'close'])
    worker.addEventListener(event, (told) => giveUp((told as ErrorEvent).message || event));

  const hear: Watched['hear'] = async (work, silenceLimitMs, onsilence = () => undefined) => {
    // Counted in ticks, not by the clock: a page that slept for an hour has not waited for an hour.
    let [silentMs, at] = [0, heard];
    const ticking = setInterval(() => {
      silentMs = at === heard ? silentMs + tickMs : 0;
      at = heard;
      onsilence(silentMs);
      if (silentMs >= silenceLimitMs) giveUp('it says nothing');
    }, tickMs);
    // Of one that was ended nothing comes any more, and nobody waits for it.
    const rest = (): void => {
      clearInterval(ticking);
      onsilence(0);
    };
    over.signal.addEventListener('abort', rest);
    try {
      return await unless(lost.signal, work);
    } finally {
      over.signal.removeEventListener('abort', rest);
      rest();
    }
  };
  return { worker, lost: lost.signal, hear, giveUp, end };
}

export const isLost = (fault: unknown): boolean => fault instanceof AppError && fault.code === 'worker_lost';

/** Tries once more where the worker died: another one takes its place. */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (!isLost(fault)) throw fault;
    return await work();
  }
}
