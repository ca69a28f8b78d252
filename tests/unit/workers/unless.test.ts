/** Proves that an end cuts waiting short, and that what was waited for is not held by an end that never comes. */
import { describe, expect, it } from 'vitest';
import { unless } from '../../../src/workers/unless.ts';
import { held } from '../../support/rubbish.ts';

const never = new Promise<never>(() => undefined);

describe('waiting unless something ends', () => {
  it('gives what comes, or why it failed', async () => {
    const { signal } = new AbortController();
    await expect(unless(signal, Promise.resolve(7))).resolves.toBe(7);
    await expect(unless(signal, Promise.reject(new RangeError('no')))).rejects.toThrow(RangeError);
  });

  it('is refused with the reason of the end, before or meanwhile', async () => {
    const ended = new AbortController();
    const waiting = expect(unless(ended.signal, never)).rejects.toThrow('over');
    ended.abort(new Error('over'));
    await waiting;
    await expect(unless(ended.signal, Promise.resolve(7))).rejects.toThrow('over');
  });

  it('holds nothing of what came', async () => {
    const { signal } = new AbortController();
    const given: WeakRef<object>[] = [];
    for (let turn = 0; turn < 100; turn++) given.push(new WeakRef(await unless(signal, Promise.resolve({ turn }))));
    expect(await held(given)).toBeLessThanOrEqual(1);
  });
});
