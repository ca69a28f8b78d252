/** A flow diagram's ribbons are as wide as they are many on either side, stay in the box, and labels never meet. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeFlows, type FlowNode } from '../../../src/charts/flow.ts';

const ids = ['helped', 'partly', 'waiting', 'out', 'absent'];
const nodes: readonly FlowNode[] = ids.map((id) => ({ id, label: `สถานะ ${id}`, text: '1,234' }));
const box = { widthPx: 520, heightPx: 380, textPx: 16, barPx: 12 };
const flows = fc.uniqueArray(
  fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids), value: fc.integer({ min: 0, max: 9_000 }) }),
  { maxLength: 25, selector: ({ from, to }) => `${from} ${to}` },
);

it('places every way that somebody went, by one scale, inside the box', () => {
  fc.assert(
    fc.property(flows, (drawn) => {
      const placed = placeFlows(drawn, nodes, nodes, box);
      const seen = drawn.filter(({ value }) => value > 0);
      expect(placed.flows.map(({ flow }) => flow)).toHaveLength(seen.length);
      const total = seen.reduce((sum, { value }) => sum + value, 0);
      for (const side of [placed.before, placed.after]) {
        expect(side.reduce((sum, { value }) => sum + value, 0)).toBe(total);
        for (const [at, { yPx, heightPx, labelPx, value }] of side.entries()) {
          expect(yPx).toBeGreaterThanOrEqual(0);
          expect(yPx + heightPx).toBeLessThanOrEqual(box.heightPx + 1);
          const [first] = placed.before;
          // One scale on both sides.
          if (first) expect(heightPx * first.value).toBeCloseTo(first.heightPx * value, 3);
          const next = side[at + 1];
          if (next) expect(next.labelPx - labelPx).toBeGreaterThanOrEqual(box.textPx * 1.5 - 0.01);
          if (next) expect(next.yPx).toBeGreaterThanOrEqual(yPx + heightPx);
        }
      }
      expect(placed.afterPx).toBeGreaterThan(placed.beforePx);
    }),
    { seed: 2565, numRuns: 200 },
  );
});

it('keeps room for the ribbons on a phone: labels that would take it stand on them', () => {
  const ways = [{ from: 'waiting', to: 'helped', value: 10 }];
  expect(placeFlows(ways, nodes, nodes, box)).toMatchObject({ isInside: false });
  const narrow = placeFlows(ways, nodes, nodes, { ...box, widthPx: 334 });
  expect(narrow).toMatchObject({ isInside: true, beforePx: 0, afterPx: 334 - box.barPx });
});

it('orders ribbons as the bars stand, and leaves out whom nobody went to', () => {
  const placed = placeFlows(
    [
      { from: 'waiting', to: 'helped', value: 10 },
      { from: 'helped', to: 'helped', value: 30 },
      { from: 'waiting', to: 'waiting', value: 0 },
    ],
    nodes,
    nodes,
    box,
  );
  expect(placed.before.map(({ node }) => node.id)).toEqual(['helped', 'waiting']);
  expect(placed.after.map(({ node }) => node.id)).toEqual(['helped']);
  expect(placed.flows.map(({ flow }) => flow.from)).toEqual(['helped', 'waiting']);
  expect(placed.flows[0]?.widthPx).toBeCloseTo((placed.flows[1]?.widthPx ?? 0) * 3, 3);
});
