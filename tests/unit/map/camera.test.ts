/** Proves where the reader of the SVG map looks: what is pointed at stays, edges are never pulled in, nothing is lost. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { between, drawnAt, home, moved, mostScale, pulled, showing, steered, zoomed } from '../../../src/map/camera.ts';

const box = { width: 600, height: 400 };
const steps = fc.array(
  fc.record({
    factor: fc.constantFrom(0.25, 0.5, 1.3, 2, 8),
    x: fc.integer({ min: 0, max: box.width }),
    y: fc.integer({ min: 0, max: box.height }),
    byX: fc.integer({ min: -900, max: 900 }),
    byY: fc.integer({ min: -900, max: 900 }),
  }),
  { minLength: 1 },
);

it('fills the box wherever it has been, and shows any point of the picture when asked', () => {
  fc.assert(
    fc.property(steps, (all) => {
      let camera = home;
      for (const { factor, x, y, byX, byY } of all)
        camera = moved(zoomed(camera, factor, { x, y }, box), byX, byY, box);
      expect(camera.scale).toBeGreaterThanOrEqual(1);
      expect(camera.scale).toBeLessThanOrEqual(mostScale);
      const [corner, other] = [drawnAt(camera, { x: 0, y: 0 }), drawnAt(camera, { x: box.width, y: box.height })];
      expect(Math.max(corner.x, corner.y)).toBeLessThanOrEqual(1e-6);
      expect(Math.min(other.x - box.width, other.y - box.height)).toBeGreaterThanOrEqual(-1e-6);
      const { x = 0, y = 0 } = all[0] ?? {};
      const at = drawnAt(showing(camera, { x, y }, box), { x, y });
      expect(at.x >= -1e-6 && at.x <= box.width + 1e-6 && at.y >= -1e-6 && at.y <= box.height + 1e-6).toBe(true);
    }),
  );
});

it('keeps what is pointed at in its place, and says how a picture drawn before is seen now', () => {
  const near = zoomed(home, 4, { x: 300, y: 100 }, box);
  expect(drawnAt(near, { x: 300, y: 100 })).toEqual({ x: 300, y: 100 });
  expect(between(home, near)).toBe('translate(-900 -300) scale(4)');
  expect(between(near, near)).toBe('translate(0 0) scale(1)');
});

it('is steered by keys: in and out about the middle, sideways by arrows, home by 0; other keys do nothing', () => {
  const near = steered(home, '+', box);
  expect(near).toEqual({ scale: 2, x: -300, y: -200 });
  expect(near && steered(near, '-', box)).toEqual(home);
  expect(near && steered(near, 'ArrowRight', box)).toEqual({ scale: 2, x: -380, y: -200 });
  expect(near && steered(near, '0', box)).toEqual(home);
  expect(steered(home, 'a', box)).toBeNull();
});

it('follows one finger, and two: what lies between them stays between them', () => {
  const near = zoomed(home, 2, { x: 300, y: 200 }, box);
  expect(pulled(near, [{ x: 100, y: 100 }], [{ x: 130, y: 90 }], box)).toEqual(moved(near, 30, -10, box));
  const [from, to] = [
    [
      { x: 250, y: 200 },
      { x: 350, y: 200 },
    ],
    [
      { x: 230, y: 220 },
      { x: 430, y: 220 },
    ],
  ];
  const spread = pulled(home, from, to, box);
  expect(spread.scale).toBe(2);
  expect(drawnAt(spread, { x: 250, y: 200 })).toEqual(to[0]);
  expect(drawnAt(spread, { x: 350, y: 200 })).toEqual(to[1]);
  // Fingers that meet in one point say nothing of how far.
  expect(
    pulled(
      near,
      [
        { x: 9, y: 9 },
        { x: 9, y: 9 },
      ],
      to,
      box,
    ).scale,
  ).toBe(2);
});
