/** Asking together: what is asked at one moment is one question, no larger than allowed, and no one's fault is another's. */
import { expect, it } from 'vitest';
import { Together } from '../../../src/state/together.ts';

function listening(refused: readonly number[] = []) {
  const asked: (readonly number[])[] = [];
  const together = new Together(3, async (keys) => {
    asked.push(keys);
    if (keys.some((key) => refused.includes(key))) throw new RangeError('refused');
    return new Map(keys.map((key) => [key, key * 10]));
  });
  return { asked, together };
}

it('asks once for all of a moment, and again for what comes later', async () => {
  const { asked, together } = listening();
  expect(await Promise.all([1, 2].map((key) => together.of(key)))).toEqual([10, 20]);
  expect(await Promise.all([2, 3, 4, 5, 6, 7, 8].map((key) => together.of(key)))).toEqual([20, 30, 40, 50, 60, 70, 80]);
  expect(asked).toEqual([[1, 2], [2, 3, 4], [5, 6, 7], [8]]);
});

it('tells of the others where one is refused', async () => {
  const { together } = listening([2]);
  const told = await Promise.allSettled([1, 2, 3].map((key) => together.of(key)));
  expect(told.map((one) => (one.status === 'fulfilled' ? one.value : 'refused'))).toEqual([10, 'refused', 30]);
});
