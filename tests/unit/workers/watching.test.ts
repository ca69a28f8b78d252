/** Proves that a worker's death is noticed, however it dies, and that one that only works long is left alone. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/model/error.ts';
import { onceMore, watch } from '../../../src/workers/watching.ts';

class Actor extends EventTarget {
  isEnded = false;
  terminate(): void {
    this.isEnded = true;
  }
  say(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event('message', { cancelable: true }), { data }));
  }
}
const watched = (begin: number | null = null) => {
  const actor = new Actor();
  return { actor, ...watch(actor as unknown as Worker, begin) };
};
const never = new Promise<never>(() => undefined);

/** Locks as a browser keeps them: one holder of each, the others in turn. */
const free = new Map<string, () => void>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', {
    locks: {
      request: (name: string, { signal }: { signal: AbortSignal }, have: () => void) =>
        new Promise<void>((resolve, reject) => {
          free.set(name, () => resolve(have()));
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a worker that dies', () => {
  it.each(['error', 'messageerror', 'close'])('is noticed by its event %s', async (event) => {
    const { actor, hear, lost } = watched();
    const waiting = expect(hear(never, 60_000)).rejects.toMatchObject({ code: 'worker_lost' });
    actor.dispatchEvent(new Event(event));
    await waiting;
    expect([actor.isEnded, lost.aborted]).toEqual([true, true]);
    await expect(hear(never, 60_000)).rejects.toMatchObject({ code: 'worker_lost' });
  });

  it('without a word is noticed by the lock it held, and nobody else hears of that', async () => {
    const { actor, hear } = watched();
    const others: unknown[] = [];
    actor.addEventListener('message', (event) => others.push((event as MessageEvent).data));
    const waiting = expect(hear(never, 60_000)).rejects.toMatchObject({ code: 'worker_lost' });
    actor.say({ lock: 'its own' });
    actor.say('an answer');
    free.get('its own')?.();
    await waiting;
    expect(others).toEqual(['an answer']);
  });

  it('before it began, is noticed by its silence', async () => {
    const { hear, lost } = watched(4_000);
    const waiting = expect(hear(never, 60_000)).rejects.toMatchObject({ code: 'worker_lost' });
    await vi.advanceTimersByTimeAsync(3_900);
    expect(lost.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    await waiting;
  });
});

describe('a worker that lives', () => {
  it('is given up only where it says nothing for as long as it may', async () => {
    const { actor, hear, lost } = watched();
    const waiting = expect(hear(never, 10_000)).rejects.toMatchObject({ code: 'worker_lost' });
    for (let turn = 0; turn < 5; turn++) {
      await vi.advanceTimersByTimeAsync(9_000);
      actor.say('so far');
    }
    expect(lost.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(11_000);
    await waiting;
  });

  it('and says nothing for long is told of, until it is heard again, answers or is ended', async () => {
    const { actor, hear, end } = watched();
    const told: number[] = [];
    const silence = (silentMs: number): void => void told.push(silentMs);
    void hear(never, 60_000, silence);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told.at(-1)).toBe(10_000);
    actor.say('so far');
    await vi.advanceTimersByTimeAsync(500);
    expect(told.at(-1)).toBe(0);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told.at(-1)).toBe(2_000);
    await hear(Promise.resolve(), 60_000, silence);
    expect(told.at(-1)).toBe(0);
    await vi.advanceTimersByTimeAsync(500);
    end();
    expect(told.at(-1)).toBe(0);
    const before = told.length;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toHaveLength(before);
  });

  it('is not taken for dead because the page slept for an hour', async () => {
    const { hear, lost } = watched();
    const answered = hear(new Promise((resolve) => setTimeout(resolve, 2_000, 'late')), 10_000);
    vi.setSystemTime(Date.now() + 3_600_000);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await answered).toBe('late');
    expect(lost.aborted).toBe(false);
  });

  it('that was ended by the page is not lost', () => {
    const { actor, end, lost } = watched(4_000);
    actor.say({ lock: 'another' });
    end();
    free.get('another')?.();
    vi.advanceTimersByTime(10_000);
    expect([actor.isEnded, lost.aborted]).toEqual([true, false]);
  });
});

it('what a dead worker was asked is asked once more, and anything else is not', async () => {
  const [dying, wrong] = [
    vi.fn(() => Promise.reject(new AppError('worker_lost'))),
    vi.fn(() => Promise.reject(new AppError('engine_query'))),
  ];
  await expect(onceMore(dying)).rejects.toMatchObject({ code: 'worker_lost' });
  await expect(onceMore(wrong)).rejects.toMatchObject({ code: 'engine_query' });
  expect([dying.mock.calls.length, wrong.mock.calls.length]).toEqual([2, 1]);
});
