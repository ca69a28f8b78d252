/** Timings: the last of each kind alone is kept, and an import's clock stands still while its reader is asked. */
import { beforeEach, expect, it } from 'vitest';
import { lastTimings, StageClock, time, timeAnswer } from '../../../src/state/timings.ts';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
beforeEach(() => performance.clearMeasures());

it('keeps the last of each kind, and knows nothing of what was not done', async () => {
  expect([...lastTimings()]).toEqual([]);
  const startMs = performance.now();
  await wait(60);
  time('cube', startMs);
  timeAnswer('cube', startMs);
  timeAnswer('cube', performance.now());
  expect([...lastTimings().keys()]).toEqual(['cube', 'answer.cube']);
  expect(lastTimings().get('cube')).toBeGreaterThan(50);
  expect(lastTimings().get('answer.cube')).toBeLessThan(50);
  expect(performance.getEntriesByType('measure')).toHaveLength(2);
});

it('does not count the time that the reader thinks', async () => {
  const clock = new StageClock();
  clock.enter('reading');
  clock.enter('cleaning');
  await wait(10);
  expect(await clock.standStill(wait(200).then(() => 'told'))).toBe('told');
  clock.enter('writing');
  clock.end();
  const timings = lastTimings();
  expect([...timings.keys()]).toEqual(['import.reading', 'import.cleaning', 'import.writing']);
  expect(timings.get('import.cleaning')).toBeGreaterThan(5);
  expect(timings.get('import.cleaning')).toBeLessThan(150);
});
