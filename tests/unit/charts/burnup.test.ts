/** The burn-up and the funnel before they are drawn: lines where the numbers are, and never out of their box. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOf, placeBurnUp, ticksOf, type BurnUp } from '../../../src/charts/burnup.ts';
import { stepBars } from '../../../src/charts/funnel.ts';

const plot = { left: 50, top: 10, width: 400, height: 200 };
const steady: BurnUp = {
  rounds: [
    { day: 0, need: 1000, helped: 200 },
    { day: 20, need: 1000, helped: 400 },
  ],
  today: 20,
  deadline: 100,
  pace: { helpedPerDay: 10, needPerDay: 0 },
  spread: { quickest: 12, slowest: 6 },
  isRequired: true,
};

describe('the burn-up', () => {
  it('meets the need where the pace does, and the required line the need on the deadline', () => {
    const placed = placeBurnUp(steady, plot);
    expect(placed.present?.to.x).toBeCloseTo(placed.x(80), 6);
    expect(placed.present?.to.y).toBeCloseTo(placed.y(1000), 6);
    expect(placed.required?.to).toEqual({ x: placed.deadlineX, y: placed.y(1000) });
    expect(placed.fan?.[1]?.x).toBeCloseTo(placed.x(70), 6);
  });

  it('stays within the plot, whatever the pace', () => {
    const pace = fc.float({ min: -500, max: 500, noNaN: true });
    fc.assert(
      fc.property(pace, pace, pace, fc.nat(400), fc.nat(2000), (helpedPerDay, needPerDay, other, deadline, helped) => {
        const of: BurnUp = {
          ...steady,
          rounds: [
            { day: 0, need: 2000, helped: 0 },
            { day: 30, need: 2000, helped },
          ],
          deadline,
          pace: { helpedPerDay, needPerDay },
          spread: { quickest: Math.max(other, helpedPerDay), slowest: Math.min(other, helpedPerDay) },
          isRequired: deadline > 30,
        };
        const placed = placeBurnUp(of, plot);
        const points = [
          ...placed.need,
          ...placed.helped,
          ...(placed.fan ?? []),
          ...[placed.present, placed.required, placed.needAhead].flatMap((line) => (line ? [line.from, line.to] : [])),
        ];
        for (const { x, y } of points) {
          expect(x).toBeGreaterThanOrEqual(plot.left - 1e-6);
          expect(x).toBeLessThanOrEqual(plot.left + plot.width + 1e-6);
          expect(y).toBeGreaterThanOrEqual(plot.top - 1e-6);
          expect(y).toBeLessThanOrEqual(plot.top + plot.height + 1e-6);
        }
        expect(endOf(of)).toBeLessThanOrEqual(Math.max(deadline, 30) * 1.6 + 1e-6);
      }),
    );
  });

  it('has round ticks, of which the last is not beyond', () => {
    expect(ticksOf(15_703)).toEqual([0, 5000, 10_000, 15_000]);
    expect(ticksOf(3)).toEqual([0, 1, 2, 3]);
  });
});

it('parts a step into what came in order and what did not, as shares of the widest', () => {
  const bars = stepBars([
    { id: 'listed', label: '', count: 200, without: null },
    { id: 'begun', label: '', count: 50, without: 20 },
    { id: 'planned', label: '', count: null, without: null },
  ]);
  expect(bars.map(({ inOrder, outOfOrder, share }) => [inOrder, outOfOrder, share])).toEqual([
    [1, 0, 1],
    [0.15, 0.1, 0.25],
    [0, 0, null],
  ]);
});
