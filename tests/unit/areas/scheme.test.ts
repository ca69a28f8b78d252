/** Owns the proof of the colours: steps are told apart in grey and by colour-blind eyes, on paper and on a dark ground. */
import { describe, expect, it } from 'vitest';
import { divergingRamp, ramp, zeroColors, type Ground, type SchemeId } from '../../../src/areas/scheme.ts';
import { eyes, linear, type Rgb } from '../../support/eyes.ts';

const schemes: readonly SchemeId[] = ['waiting', 'helped', 'neutral'];

/** CIE L*a*b* (D65) as such an eye sees it. */
function lab(color: string, eye: string): Rgb {
  const [r, g, b] = linear(color);
  const [red = 0, green = 0, blue = 0] = (eyes[eye] ?? []).map((row) =>
    Math.max(0, Math.min(1, row[0] * r + row[1] * g + row[2] * b)),
  );
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116);
  const x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = f(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = f((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
const apart = (a: string, b: string, eye: string): number => {
  const [one, two] = [lab(a, eye), lab(b, eye)];
  return Math.hypot(one[0] - two[0], one[1] - two[1], one[2] - two[2]);
};

describe.each(['light', 'dark'] as const)('on a %s ground', (ground: Ground) => {
  const towards = ground === 'light' ? -1 : 1;
  it.each(schemes)('%s: each step is further from zero, for 1 to 9 classes and every eye', (scheme) => {
    for (let classes = 1; classes <= 9; classes += 1) {
      const colors = [zeroColors[ground], ...ramp(scheme, classes, ground)];
      expect(new Set(colors).size).toBe(classes + 1);
      for (const eye of Object.keys(eyes))
        colors.slice(1).forEach((color, index) => {
          const before = colors[index] ?? '';
          expect(towards * (lab(color, eye)[0] - lab(before, eye)[0]), `${classes} ${eye} ${color}`).toBeGreaterThan(4);
          expect(apart(color, before, eye)).toBeGreaterThan(classes > 5 ? 5 : index === 0 ? 7 : 10);
        });
    }
  });

  it.each(schemes)('%s: the sides of a middle are told apart by every eye, and lie as far from it', (scheme) => {
    const colors = divergingRamp(scheme, [-40, -30, -20, -10, 0, 10, 20, 30, 40], 0, ground);
    expect(colors).toHaveLength(8);
    for (const eye of Object.keys(eyes))
      for (let far = 0; far < 4; far += 1) {
        const [below = '', above = ''] = [colors[3 - far], colors[4 + far]];
        expect(apart(below, above, eye), `${eye} ${below} ${above}`).toBeGreaterThan(10);
        expect(Math.abs(lab(below, 'all')[0] - lab(above, 'all')[0])).toBeLessThan(10);
      }
  });
});

it('a class on both sides of the middle takes neither side’s colour', () => {
  const [below, both, above] = divergingRamp('waiting', [-5, -1, 2, 9], 0);
  expect([below, above]).toEqual([...ramp('helped', 1), ...ramp('waiting', 1)]);
  expect([...ramp('helped', 9), ...ramp('waiting', 9)]).not.toContain(both);
});
