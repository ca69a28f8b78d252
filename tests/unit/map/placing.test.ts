/** Proves where things stand on the map: projection, labels, tooltip, and the walk by arrow keys. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, project } from '../../../src/map/projecting.ts';
import { tooltipAt } from '../../../src/map/tooltip.ts';
import { nextArea } from '../../../src/map/walk.ts';
import { boundaries, code, collection, square } from './demo.ts';

describe('project', () => {
  it('fits the shapes into the picture with room to spare, north up', () => {
    const { path, point } = project(boundaries.province, 800, 400, 20);
    const [[left, top], [right, bottom]] = path.bounds(boundaries.province);
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(19.9);
    expect(right).toBeLessThanOrEqual(780.1);
    expect(bottom - top).toBeCloseTo(360, 0);
    expect(point([101, 8]).y).toBeLessThan(point([101, 6]).y);
    expect(point([103, 6]).x).toBeGreaterThan(point([101, 6]).x);
  });

  it('draws rings of either winding alike', () => {
    const [one, other] = [false, true].map((clockwise) => {
      const shapes = collection(square('94', 101, 6, 1, clockwise));
      return project(shapes, 300, 300, 10).path.bounds(shapes);
    });
    expect(one).toEqual(other);
  });

  it('survives a picture smaller than its padding', () => {
    const { path } = project(boundaries.province, 10, 10, 24);
    expect(path(boundaries.province)).not.toMatch(/NaN/);
  });
});

describe('placeLabels', () => {
  const at = (x: number, y: number, text = 'ยะรัง') => ({
    code: code('9410'),
    text,
    sizePx: 16,
    point: [x, y] as const,
  });
  const same = ([x, y]: readonly [number, number]) => ({ x, y });
  const box = { width: 400, height: 200 };

  it('keeps the first of two that collide, and drops what leaves the picture', () => {
    const labels = [at(100, 100, 'มายอ'), at(105, 104), at(300, 100), at(2, 100)];
    expect(placeLabels(labels, same, box).map(({ x }) => x)).toEqual([100, 300]);
  });

  it('never lets two overlap', () => {
    const labels = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 200 })));
    fc.assert(
      fc.property(labels, (points) => {
        const placed = placeLabels(
          points.map(([x, y]) => at(x, y)),
          same,
          box,
        );
        for (const a of placed)
          for (const b of placed)
            if (a !== b) expect(Math.abs(a.x - b.x) >= 30 || Math.abs(a.y - b.y) >= 25).toBe(true);
      }),
    );
  });
});

describe('tooltipAt', () => {
  it('stays in the box and off the point', () => {
    const tip = { width: 200, height: 100 };
    const box = { width: 800, height: 500 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 500 }), (x, y) => {
        const at = tooltipAt({ x, y }, tip, box);
        expect(at.x).toBeGreaterThanOrEqual(0);
        expect(at.y).toBeGreaterThanOrEqual(0);
        expect(at.x + tip.width).toBeLessThanOrEqual(box.width);
        expect(at.y + tip.height).toBeLessThanOrEqual(box.height);
        const covers = x >= at.x && x <= at.x + tip.width && y >= at.y && y <= at.y + tip.height;
        expect(covers).toBe(false);
      }),
    );
  });

  it('stands in the corner where the box is too small for it', () => {
    expect(tooltipAt({ x: 50, y: 50 }, { width: 200, height: 200 }, { width: 100, height: 100 })).toEqual({
      x: 0,
      y: 0,
    });
  });
});

describe('nextArea', () => {
  const points = new Map([
    ['middle', { x: 50, y: 50 }],
    ['east', { x: 90, y: 55 }],
    ['far-east', { x: 190, y: 50 }],
    ['north', { x: 52, y: 10 }],
    ['south-west', { x: 10, y: 85 }],
  ]);

  it('goes to the nearest area that way', () => {
    expect(nextArea(points, 'middle', 'ArrowRight')).toBe('east');
    expect(nextArea(points, 'middle', 'ArrowUp')).toBe('north');
    expect(nextArea(points, 'east', 'ArrowRight')).toBe('far-east');
    expect(nextArea(points, 'middle', 'ArrowDown')).toBe('south-west');
  });

  it('stays where nothing lies that way, and at other keys', () => {
    expect(nextArea(points, 'far-east', 'ArrowRight')).toBeNull();
    expect(nextArea(points, 'middle', 'a')).toBeNull();
    expect(nextArea(points, 'nowhere' as 'middle', 'ArrowUp')).toBeNull();
  });
});
