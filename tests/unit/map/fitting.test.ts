/** Proves that the fitted areas keep clear of what lies on the map. */
import { expect, it } from 'vitest';
import { fitPadding } from '../../../src/map/fitting.ts';

it('leaves as much room on every side where there is much', () => {
  expect(fitPadding(900, 500)).toEqual({ top: 28, bottom: 28, left: 28, right: 28 });
});

it('keeps clear of the search box and the buttons on a phone', () => {
  const { top, right, left } = fitPadding(334, 320);
  expect([top, right]).toEqual([56, 56]);
  expect(left).toBeLessThan(right);
});
