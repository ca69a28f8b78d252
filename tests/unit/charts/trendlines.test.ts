/** Tests lines over dates: gaps stay gaps, labels keep apart, dates do not touch. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeTrend, spread } from '../../../src/charts/trendlines.ts';
import { textWidthEm } from '../../../src/charts/textwidth.ts';
import type { Datum } from '../../../src/ui/datum.ts';

const datum = (value: number | null | 'lt10'): Datum => ({ value, text: String(value), measure: 'household.need' });
const dates = ['2022-04-29', '2022-05-30', '2022-06-18', '2022-06-29'].map((iso) => ({ iso, text: iso }));
const place = (figures: readonly (Datum | null)[], dashed = false, on = dates) =>
  placeTrend({
    ...{ dates: on, widthPx: 1184, heightPx: 480, textPx: 24, tickText: String },
    lines: [{ name: 'ช่วยแล้ว', color: '#14665e', dashed, figures }],
  });

test('a line that is counted breaks where a date has no figure; one that is foreseen goes on', () => {
  const figures = [datum(1), null, datum(3), datum(4)];
  expect(place(figures).lines[0]?.runs.map((run) => run.length)).toEqual([1, 2]);
  expect(place(figures, true).lines[0]?.runs.map((run) => run.length)).toEqual([3]);
});

test('what is kept small or withheld has no point: its height would tell it', () => {
  const { lines } = place([datum(12), datum('lt10'), datum(null), datum(30)]);
  expect(lines[0]?.runs.map((run) => run.length)).toEqual([1, 1]);
  expect(lines[0]?.last?.datum.value).toBe(30);
  expect(place([datum('lt10'), null, null, null]).lines[0]?.last).toBeNull();
});

test('days lie apart as they do in time, and one date stands in the middle', () => {
  const [run = []] = place([datum(0), datum(10), datum(20), datum(30)]).lines[0]?.runs ?? [];
  const [a, b, , d] = run.map(({ x }) => x) as [number, number, number, number];
  expect((b - a) / (d - a)).toBeCloseTo(31 / 61);
  const { plot, lines } = place([datum(5)], false, dates.slice(0, 1));
  expect(lines[0]?.runs[0]?.[0]?.x).toBeCloseTo(plot.left + plot.width / 2);
});

test('the first and the last date are written, and no two touch', () => {
  const near = ['2022-06-01', '2022-06-02', '2022-06-03', '2022-09-30'].map((iso) => ({ iso, text: iso }));
  const texts = place([datum(1), datum(2), datum(3), datum(4)], false, near).dates.map(({ text }) => text);
  expect(texts).toEqual(['2022-06-01', '2022-09-30']);
  const days = Array.from({ length: 30 }, (_, at) => `2022-06-${String(at + 1).padStart(2, '0')}`);
  const every = days.map((iso) => ({ iso, text: iso }));
  const { dates: written } = placeTrend({
    ...{ dates: every, lines: [], widthPx: 700, heightPx: 300, textPx: 11, tickText: String },
  });
  expect([written[0]?.text, written.at(-1)?.text]).toEqual([days[0], days.at(-1)]);
  const wide = textWidthEm(days[0] ?? '') * 11;
  const [, ...middle] = written.slice(0, -1);
  for (const [at, { x }] of middle.slice(1).entries()) expect(x - (middle[at]?.x ?? 0)).toBeGreaterThan(wide);
});

test('points stand at their dates and as high as their figures', () => {
  const { plot, ticks, lines } = place([datum(0), datum(50), datum(null), datum(100)]);
  const [[first, second] = [], [last] = []] = lines[0]?.runs ?? [];
  const top = ticks.at(-1);
  expect(top?.value).toBe(100);
  expect(first).toEqual({ x: plot.left, y: plot.top + plot.height });
  expect(second?.y).toBeCloseTo(((first?.y ?? 0) + (top?.y ?? 0)) / 2);
  expect(last).toEqual({ x: plot.left + plot.width, y: top?.y });
});

test('a line without a point has neither run nor name', () => {
  expect(place([null, datum(null), null, null]).lines[0]).toMatchObject({ runs: [], last: null });
});

test('labels keep their distance and their order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 1, maxLength: 5 }), (wanted) => {
      const placed = spread(wanted, 60, { from: 30, to: 450 }) as number[];
      const order = wanted.map((_, at) => at).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
      for (const [at, index] of order.entries()) {
        expect(placed[index]).toBeGreaterThanOrEqual(30);
        expect(placed[index]).toBeLessThanOrEqual(450);
        if (at > 0) expect(placed[index]! - placed[order[at - 1]!]!).toBeGreaterThanOrEqual(60 - 1e-9);
      }
    }),
    { seed: 3 },
  );
});
