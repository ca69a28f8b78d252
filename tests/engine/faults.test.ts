/** Proves that an import in which any call fails leaves the rows of before, and that a store which fails leaves what is at hand. */
import { expect, it } from 'vitest';
import { Remembered } from '../../src/state/remembered.svelte.ts';
import { Calls } from '../faults/calls.ts';
import { failImports } from '../faults/importing.ts';
import { openTables } from './opened.ts';

const engine = await openTables();

it('an import in which one call fails is as if it had never begun', async () => {
  const { calls, tried, wrong } = await failImports(engine, 31);
  expect(wrong).toEqual([]);
  expect(calls).toBeGreaterThan(100);
  expect(tried).toBeGreaterThan(3);
});

it('a store that fails at any call, or at all of them, takes nothing from the page', () => {
  const learnt = (calls: Calls): unknown => {
    const remembered = new Remembered(calls.store());
    remembered.learn({ headers: { ก: ['house_no'] }, values: {} });
    remembered.learn({ headers: { ข: [null] }, values: {} });
    remembered.undo();
    return remembered.current;
  };
  const whole = new Calls();
  const right = learnt(whole);
  expect(right).toMatchObject({ headers: { ก: ['house_no'] } });
  expect(whole.count).toBeGreaterThan(3);
  for (let failing = 0; failing < whole.count; failing++)
    expect(learnt(new Calls(failing)), `${failing}`).toEqual(right);
  const always = new Calls();
  always.meet = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  expect(learnt(always)).toEqual(right);
});
