/** A signal of two: either stops the work, with its own reason, and the second is no more heard of. */
import { expect, it } from 'vitest';
import { eitherOf } from '../../../src/state/stopping.ts';

for (const which of [0, 1] as const)
  it(`the ${which === 0 ? 'first' : 'second'} of two stops it, for its reason`, () => {
    const stops = [new AbortController(), new AbortController()] as const;
    const signal = eitherOf(stops[0].signal, stops[1].signal);
    expect(signal.aborted).toBe(false);
    stops[which].abort('this');
    stops[1 - which]?.abort('that');
    expect([signal.aborted, signal.reason]).toEqual([true, 'this']);
  });

it('what was stopped before is stopped', () => {
  expect(eitherOf(AbortSignal.abort('long ago'), new AbortController().signal).reason).toBe('long ago');
});
