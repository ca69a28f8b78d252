/** Proves that classes are told apart by ink alone, and that the scale bar is as long as it says. */
import distance from '@turf/distance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shade } from '../../../src/areas/shading.ts';
import { areaCode, type AreaCode } from '../../../src/model/area.ts';
import { scaleBar } from '../../../src/map/scalebar.ts';
import { inked, inkOf, levelOf, textures } from '../../../src/map/texture.ts';

const seed = { seed: 94 };

describe('textures', () => {
  it('have more ink the higher the class, by steps that are seen', () => {
    const inks = textures.map(inkOf);
    for (const [at, ink] of inks.slice(1).entries()) expect(ink - (inks[at] ?? 1)).toBeGreaterThan(0.03);
    for (let classes = 2; classes <= textures.length; classes++) {
      const levels = Array.from({ length: classes }, (_, index) => levelOf(index, classes));
      expect(new Set(levels).size).toBe(classes);
      expect(levels).toEqual([...levels].sort((a, b) => a - b));
    }
    // The usual five are told apart across a table.
    const five = [0, 1, 2, 3, 4].map((index) => inks[levelOf(index, 5)] ?? 0);
    for (const [at, ink] of five.slice(1).entries()) expect(ink - (five[at] ?? 1)).toBeGreaterThan(0.09);
  });

  it('leave zero white and keep what is missing', () => {
    const values = new Map<AreaCode, number>([1, 0, 50, 99].map((value, at) => [areaCode(`940${at + 1}`)!, value]));
    const shading = shade({ values, scheme: 'waiting', unit: 'count' });
    const ink = inked(shading);
    expect(ink.colorOf(0)).toBe('#ffffff');
    expect(ink.colorOf('no_data')).toBe(shading.colorOf('no_data'));
    expect(ink.colorOf(99)).toBe('url(#texture-8)');
    expect(new Set([1, 50, 99].map((value) => ink.colorOf(value))).size).toBe(3);
  });
});

describe('the scale bar', () => {
  it('is a round distance, no longer than there is room, and as long as on the ground', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 4, max: 14, noNaN: true }),
        fc.double({ min: 5.6, max: 20.5, noNaN: true }),
        (zoom, latitude) => {
          const { metres, lengthPx } = scaleBar(zoom, latitude, 120);
          expect(lengthPx).toBeLessThanOrEqual(120);
          expect(lengthPx).toBeGreaterThan(120 / 2.6);
          expect(String(metres)).toMatch(/^[125]0*$/);
          const degrees = (lengthPx / (512 * 2 ** zoom)) * 360;
          expect(distance([100, latitude], [100 + degrees, latitude]) * 1000).toBeCloseTo(
            metres,
            -Math.log10(metres / 20),
          );
        },
      ),
      seed,
    );
  });
});
