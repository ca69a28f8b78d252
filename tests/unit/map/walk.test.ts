/** Proves that arrow keys walk to neighbours, that every area can be reached, and which areas a drawn line goes round. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadBoundaries } from '../../../src/areas/boundaries.ts';
import { isDrawn, isInside } from '../../../src/map/lasso.ts';
import { sparkline } from '../../../src/map/tooltip.ts';
import { neighboursOf, nextArea } from '../../../src/map/walk.ts';
import { areaCode } from '../../../src/model/area.ts';
import { gazetteer } from '../areas/files.ts';

const pattani = areaCode('94');
if (!pattani) throw new Error('94 is a code');
const { tambon, amphoe } = await loadBoundaries(pattani, (path) =>
  Promise.resolve(JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'))),
);
const arrows = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'];
const pointsOf = (codes: readonly string[]): Map<string, { x: number; y: number }> =>
  new Map(
    codes.map((code) => {
      const [x = 0, y = 0] = gazetteer.find(code)?.point ?? [];
      return [code, { x, y: -y }];
    }),
  );

describe('walking', () => {
  it('goes to the neighbour before what is nearer to the line but beyond a border', () => {
    const points = new Map([
      ['here', { x: 0, y: 0 }],
      ['neighbour', { x: 10, y: 8 }],
      ['beyond', { x: 8, y: 0 }],
    ]);
    expect(nextArea(points, 'here', 'ArrowRight')).toBe('beyond');
    expect(nextArea(points, 'here', 'ArrowRight', new Set(['neighbour']))).toBe('neighbour');
    // No neighbour lies that way: the nearest does.
    expect(nextArea(points, 'neighbour', 'ArrowUp', new Set(['elsewhere']))).toBe('beyond');
    expect(nextArea(points, 'here', 'Enter')).toBeNull();
    expect(nextArea(points, 'here', 'ArrowLeft')).toBeNull();
  });

  it.each([
    ['amphoe', amphoe],
    ['tambon', tambon],
  ])('reaches every %s of a province, and mostly over borders', (_level, shapes) => {
    const codes = shapes.features.map(({ properties }) => properties.code as string);
    const points = pointsOf(codes);
    const met = new Set([codes[0] ?? '']);
    let [steps, overBorders] = [0, 0];
    for (const from of met)
      for (const key of arrows) {
        const near = neighboursOf(shapes, from);
        const next = nextArea(points, from, key, near);
        if (next === null) continue;
        steps += 1;
        overBorders += near.has(next) ? 1 : 0;
        met.add(next);
      }
    expect(met.size).toBe(codes.length);
    expect(overBorders / steps).toBeGreaterThan(0.8);
  });
});

describe('a drawn line', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 100 },
    { x: 0, y: 100 },
  ];
  it('holds what lies inside, whichever way it was drawn', () => {
    for (const line of [square, square.toReversed()]) {
      expect(isInside({ x: 50, y: 50 }, line)).toBe(true);
      expect(isInside({ x: 150, y: 50 }, line)).toBe(false);
      expect(isInside({ x: 50, y: -1 }, line)).toBe(false);
    }
  });
  it('is none while it is but a click', () => {
    expect(isDrawn(square)).toBe(true);
    expect(isDrawn([])).toBe(false);
    expect(
      isDrawn([
        { x: 5, y: 5 },
        { x: 8, y: 9 },
      ]),
    ).toBe(false);
  });
});

describe('the line through the rounds', () => {
  const box = { width: 100, height: 40 };
  it('stands on zero and leaves out what is not known', () => {
    expect(sparkline([10, 5], box).path).toBe('M4.0,4.0L96.0,20.0');
    expect(sparkline([10, null, 5], box).path).toBe('M4.0,4.0M96.0,20.0');
    expect(sparkline([0, 0], box).path).toBe('M4.0,36.0L96.0,36.0');
    expect(sparkline([10, null], box).end).toBeNull();
    expect(sparkline([10, 5], box).end).toEqual({ x: 96, y: 20 });
  });
});
