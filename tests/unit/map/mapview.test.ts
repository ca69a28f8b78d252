/** Proves what both renderers draw: which shapes, with which look, and what has changed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryShading } from '../../../src/areas/categories.ts';
import { classMethods } from '../../../src/areas/classing.ts';
import { shade, type AreaValue } from '../../../src/areas/shading.ts';
import { labelPoints, labelSizePx, namedShapes, shownLabels, zoomLabels } from '../../../src/map/labelling.ts';
import {
  boxOf,
  changedLooks,
  frameShapes,
  lookOf,
  looksOf,
  markedShapes,
  shownShapes,
  valueOf,
  type Look,
} from '../../../src/map/mapview.ts';
import { country, type AreaCode } from '../../../src/model/area.ts';
import { boundaries, code, collection, square, twoClasses } from './demo.ts';

const codes = (shapes: { features: { properties: { code: string } }[] }): string[] =>
  shapes.features.map(({ properties }) => properties.code);

describe('shownShapes', () => {
  it('shows the areas of the level inside the scope', () => {
    expect(codes(shownShapes({ boundaries, level: 'amphoe', scope: code('94') }))).toEqual(['9401', '9410']);
    expect(codes(shownShapes({ boundaries, level: 'tambon', scope: code('9410') }))).toEqual(['941001', '941002']);
    expect(codes(shownShapes({ boundaries, level: 'tambon', scope: code('941002') }))).toEqual(['941002']);
  });

  it('shows every area of the level in the country', () => {
    expect(codes(shownShapes({ boundaries, level: 'province', scope: country }))).toEqual(['94']);
    expect(codes(shownShapes({ boundaries, level: 'tambon', scope: country }))).toHaveLength(4);
  });

  it('shows the area that holds the scope where the level is coarser', () => {
    expect(codes(shownShapes({ boundaries, level: 'amphoe', scope: code('941001') }))).toEqual(['9410']);
    expect(codes(shownShapes({ boundaries, level: 'province', scope: code('9410') }))).toEqual(['94']);
  });

  it('frames tambon by their amphoe only', () => {
    expect(codes(frameShapes({ boundaries, level: 'tambon', scope: code('94') }))).toEqual(['9401', '9410']);
    expect(codes(frameShapes({ boundaries, level: 'tambon', scope: code('9410') }))).toEqual(['9410']);
    expect(codes(frameShapes({ boundaries, level: 'amphoe', scope: code('94') }))).toEqual([]);
  });
});

describe('lookOf', () => {
  const view = {
    values: new Map<AreaCode, AreaValue>([
      [code('9401'), 12],
      [code('9410'), 0],
    ]),
    shading: twoClasses(),
    selected: code('9401'),
    hovered: code('9410'),
    classShown: null,
  };

  it('never paints an area without a value like a zero', () => {
    expect(lookOf(code('9410'), view)).toMatchObject({ color: '#ffffff', missing: null, hovered: true });
    expect(lookOf(code('9412'), view)).toMatchObject({ color: '#aaaaaa', missing: 'no_data', hovered: false });
    expect(valueOf(view.values, code('9412'))).toBe('no_data');
  });

  it('fades all but the class that is brought out', () => {
    expect(lookOf(code('9401'), { ...view, classShown: 1 })).toMatchObject({ faded: false, selected: true });
    expect(lookOf(code('9401'), { ...view, classShown: 0 }).faded).toBe(true);
    expect(lookOf(code('9410'), { ...view, classShown: 1 }).faded).toBe(true);
    expect(lookOf(code('9410'), view).faded).toBe(false);
  });
});

describe('looksOf', () => {
  const shapes = Array.from({ length: 9 }, (_, index) => square(`94010${index + 1}`, 101 + index, 6, 1));
  const areas = shapes.map((shape) => code(shape.properties.code));
  const value = fc.oneof(
    fc.integer({ min: -2, max: 6 }),
    fc.double({ min: 0, max: 1, noNaN: false }),
    fc.constantFrom<AreaValue>('no_data', 'not_loaded', 'not_applicable', 'withheld'),
  );
  const view = fc.record({
    values: fc
      .array(fc.tuple(fc.constantFrom(...areas), value))
      .map((rows): ReadonlyMap<AreaCode, AreaValue> => new Map(rows)),
    selected: fc.constantFrom(null, ...areas),
    hovered: fc.constantFrom(null, ...areas),
    classShown: fc.constantFrom(null, 0, 1, 2),
  });
  const shading = fc.record({
    method: fc.constantFrom(...classMethods.map(({ id }) => id)),
    mid: fc.constantFrom(null, 0, 2),
    isCategory: fc.boolean(),
  });

  it('is the look of each area, although areas share theirs', () => {
    fc.assert(
      fc.property(view, shading, (own, { method, mid, isCategory }) => {
        const shaded = isCategory
          ? categoryShading(own.values, [{ color: '#111111' }, { color: '#222222' }, { color: '#333333' }])
          : shade({ values: own.values, scheme: 'waiting', unit: 'count', method, mid });
        const whole = { ...own, shading: shaded };
        expect([...looksOf(shapes, whole)]).toEqual(areas.map((area) => [area, lookOf(area, whole)]));
      }),
    );
  });
});

describe('changedLooks', () => {
  const looks = fc
    .array(
      fc.record({
        area: fc.constantFrom('9401', '9402', '9403', '9404'),
        look: fc.record<Look>({
          color: fc.constantFrom('#000000', '#ffffff'),
          missing: fc.constantFrom(null, 'no_data', 'not_loaded'),
          faded: fc.boolean(),
          hovered: fc.boolean(),
          selected: fc.boolean(),
        }),
      }),
    )
    .map((rows) => new Map(rows.map(({ area, look }) => [code(area), look])));

  it('sends what differs, all of it and nothing else', () => {
    fc.assert(
      fc.property(looks, looks, (before, after) => {
        const changed = new Map(changedLooks(before, after));
        for (const [area, look] of after) {
          const same = JSON.stringify(before.get(area)) === JSON.stringify(look);
          expect(changed.has(area)).toBe(!same);
        }
        expect(changedLooks(new Map([...before, ...changed]), after)).toEqual([]);
      }),
    );
  });
});

describe('boxOf', () => {
  it('holds all shapes, whatever the winding of their rings', () => {
    expect(boxOf(boundaries.amphoe.features)).toEqual([101, 6, 103, 7]);
    expect(boxOf([square('9401', 101, 6, 1, true)])).toEqual([101, 6, 102, 7]);
    expect(boxOf([])).toBeNull();
  });
});

describe('shownLabels', () => {
  it('names the shown areas, the larger first', () => {
    const shapes = collection(square('9401', 101, 6, 0.2), square('9410', 102, 6, 1));
    const labels = ['9401', '9402', '9410'].map((text) => ({ code: code(text), text, point: [101, 6] as const }));
    expect(shownLabels(labels, shapes.features).map((label) => label.text)).toEqual(['9410', '9401']);
  });
});

describe('labelPoints', () => {
  const shapes = collection(square('9401', 101, 6, 0.2), square('9410', 102, 6, 1)).features;
  const labels = ['9401', '9410'].map((text) => ({ code: code(text), text: 'ยะรัง', point: [101, 6] as const }));
  const from = (scope: AreaCode): number[] =>
    labelPoints(zoomLabels({ boundaries, labels, level: 'amphoe', scope }, shapes, 14)).features.map(
      (one) => one.properties?.['fromZoom'] as number,
    );

  it('leaves names of the country out until their areas are wide enough, the wider sooner', () => {
    const [wide = NaN, narrow = NaN] = from(country);
    // Five times as wide: log2(5) zooms sooner.
    expect(narrow - wide).toBeCloseTo(Math.log2(5), 6);
    // A name of 14 px letters, twice as wide as its area of a degree at that zoom.
    expect((2 * 512 * 2 ** wide) / 360).toBeCloseTo(14 * 5 * 0.58 - 14 * 0.58, 0);
  });

  it('names the provinces from afar, first and larger, until half of the names within are there', () => {
    const three = collection(square('9401', 101, 6, 0.2), square('9410', 102, 6, 1), square('9411', 103, 6, 0.5));
    const named = [...three.features, ...boundaries.province.features].map(({ properties }) => ({
      code: code(properties.code),
      text: 'ยะรัง',
      point: [101, 6] as const,
    }));
    const points = labelPoints(
      zoomLabels({ boundaries, labels: named, level: 'amphoe', scope: country }, three.features, 14),
    );
    const told = points.features.map((one) => one.properties ?? {});
    expect(told.map((one) => one['code'] as string)).toEqual(['94', '9410', '9411', '9401']);
    expect(told.map((one) => one['rank'] as number)).toEqual([0, 1, 2, 3]);
    expect(told[0]).toMatchObject({ fromZoom: 0, toZoom: told[2]?.['fromZoom'] as number });
    expect(told[0]?.['sizePx']).toBeGreaterThan(told[1]?.['sizePx'] as number);
    const shapesNamed = (level: 'province' | 'amphoe'): string[] =>
      codes({ features: namedShapes({ boundaries, level, scope: country }) });
    expect([shapesNamed('province'), shapesNamed('amphoe')]).toEqual([['94'], ['94', '9401', '9410']]);
  });

  it('leaves those of a province to what collides', () => {
    expect(from(code('94'))).toEqual([0, 0]);
    expect(labelSizePx({ level: 'province', scope: country }, 900)).toBeLessThan(
      labelSizePx({ level: 'amphoe', scope: code('94') }, 900),
    );
  });
});

describe('markedShapes', () => {
  it('are those pointed at, chosen and marked, and no other', () => {
    const shown = (hovered: string | null, selected: string | null, ...marked: string[]) =>
      markedShapes(
        {
          hovered: hovered as AreaCode | null,
          selected: selected as AreaCode | null,
          marked: new Set(marked.map(code)),
        },
        boundaries.tambon.features,
      ).features.map(({ properties }) => properties);
    expect(shown(null, null)).toEqual([]);
    expect(shown('940101', '941002')).toEqual([
      { hovered: true, selected: false, marked: false },
      { hovered: false, selected: true, marked: false },
    ]);
    expect(shown('940101', '940101')).toEqual([{ hovered: true, selected: true, marked: false }]);
    expect(shown(null, '940101', '940101', '941001')).toEqual([
      { hovered: false, selected: true, marked: true },
      { hovered: false, selected: false, marked: true },
    ]);
  });
});
