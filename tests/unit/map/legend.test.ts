/** Proves the legend: what stands in it and in which words. */
import { describe, expect, it } from 'vitest';
import { legendRows } from '../../../src/map/legend.ts';
import { twoClasses } from './demo.ts';

const texts = {
  zero: 'none',
  missing: { no_data: 'no data', not_loaded: 'not loaded', not_applicable: 'n/a', withheld: 'withheld' },
};

describe('legendRows', () => {
  it('gives counts bounds that do not overlap; the last class includes its upper bound', () => {
    expect(legendRows(twoClasses(), String, 1, texts).map(({ text }) => text)).toEqual(['1–9', '10–20']);
  });

  it('ends a share one shown step below the next class', () => {
    const percent = (value: number): string => (value * 100).toFixed(1);
    const shading = {
      ...twoClasses(),
      classes: [
        { from: 0.2, to: 0.4, color: '#ffdd00', count: 1 },
        { from: 0.4, to: 1, color: '#aa3300', count: 1 },
      ],
    };
    expect(legendRows(shading, percent, 0.001, texts).map(({ text }) => text)).toEqual(['20.0–39.9', '40.0–100.0']);
  });

  it('does not give zero, which has a row of its own, to the class above it too', () => {
    const shading = {
      ...twoClasses({ zero: 1 }),
      classes: [
        { from: -5, to: 0, color: '#005566', count: 2 },
        { from: 0, to: 2, color: '#ffdd00', count: 1 },
      ],
    };
    const signed = (value: number): string => (value > 0 ? `+${value}` : String(value).replace('-', '−'));
    expect(
      legendRows(shading, signed, 1, { ...texts, between: (low, high) => `${low} to ${high}` }).map(({ text }) => text),
    ).toEqual(['none', '−5 to −1', '+1 to +2']);
  });

  it('says one value once', () => {
    const shading = { ...twoClasses(), classes: [{ from: 5, to: 5, color: '#ffdd00', count: 3 }] };
    expect(legendRows(shading, String, 1, texts).map(({ text }) => text)).toEqual(['5']);
  });

  it('begins no range with a small count of a meeting, which is told as “fewer than 10”', () => {
    const shading = {
      ...twoClasses(),
      classes: [
        { from: 5, to: 20, color: '#ffdd00', count: 3 },
        { from: 20, to: 40, color: '#aa3300', count: 2 },
      ],
    };
    const format = (value: number): string => (value === 5 ? 'fewer than 10' : String(value));
    const meeting = { ...texts, upTo: (bound: string) => `up to ${bound}` };
    expect(legendRows(shading, format, 5, meeting).map(({ text }) => text)).toEqual(['up to 15', '20–40']);
    const few = { ...shading, classes: [{ from: 5, to: 10, color: '#ffdd00', count: 3 }, ...shading.classes.slice(1)] };
    expect(legendRows(few, format, 5, meeting)[0]?.text).toBe('fewer than 10');
    expect(legendRows(shading, String, 5, texts)[0]?.text).toBe('5–15');
  });

  it('shows zero first and missing last, and only where they occur', () => {
    const rows = legendRows(twoClasses({ zero: 2, no_data: 1 }), String, 1, texts);
    expect(rows.map(({ id }) => id)).toEqual(['zero', 'class-0', 'class-1', 'no_data']);
    expect(rows.map(({ index }) => index)).toEqual([null, 0, 1, null]);
    expect(rows.at(-1)).toMatchObject({ hatch: 'no_data', count: 1 });
  });
});
