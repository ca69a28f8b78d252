/** Proves the map's style: valid by the style specification, in the one order, without anything from elsewhere. */
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { basemapLayers } from '../../../src/areas/basemaplayers.ts';
import { aboveBasemap, areasOpacity, layerOrder, mapStyle, ordered } from '../../../src/map/style.ts';

const colors = {
  ground: '#fffdf9',
  land: '#faf7f2',
  province: '#f1ece3',
  line: '#ddd5c7',
  edge: '#fffdf9',
  ink: '#1d1a16',
  selected: '#083b51',
  halo: '#fffdf9',
  water: '#a9c6d3',
  green: '#d5dfc4',
  road: '#8d8377',
};
const style = mapStyle(colors);
const box = [97, 5, 106, 21] as const;
const picture = mapStyle(colors, { kind: 'raster', layers: [], minZoom: 0, maxZoom: 9, box });
const every = basemapLayers.map(({ name }) => name);
const vector = mapStyle(colors, { kind: 'vector', layers: every, minZoom: 0, maxZoom: 14, box });
const idsOf = ({ layers }: typeof style): string[] => layers.map(({ id }) => id);

describe('mapStyle', () => {
  it('satisfies the style specification', () => {
    for (const each of [style, picture, vector]) expect(validateStyleMin(each)).toEqual([]);
  });

  it('has every layer of the order, in that order', () => {
    const [both, plain] = [new Set([...idsOf(picture), ...idsOf(vector)]), new Set(idsOf(style))];
    expect(layerOrder.filter((id) => both.has(id))).toEqual([...layerOrder]);
    expect(idsOf(vector)).toEqual(layerOrder.filter((id) => id !== 'basemap-picture'));
    expect(idsOf(style)).toEqual(layerOrder.filter((id) => plain.has(id)));
  });

  it('lays a basemap over the land, under every line and colour of the areas, which are then seen through', () => {
    for (const each of [picture, vector]) {
      const ids = idsOf(each);
      const own = ids.flatMap((id, index) => (id.startsWith('basemap-') ? [index] : []));
      expect(Math.min(...own)).toBe(ids.indexOf('province-fill') + 1);
      expect(Math.max(...own)).toBe(ids.indexOf(aboveBasemap) - 1);
      expect(each.layers.find(({ id }) => id === 'areas-fill')?.paint).toMatchObject({
        'fill-opacity': areasOpacity(true),
      });
    }
    expect(style.layers.find(({ id }) => id === 'areas-fill')?.paint).toMatchObject({
      'fill-opacity': areasOpacity(false),
    });
    expect(areasOpacity(true)).not.toEqual(areasOpacity(false));
  });

  it('has no layer of a basemap without one, and of vector tiles only those that are in them', () => {
    expect(idsOf(style).filter((id) => id.startsWith('basemap'))).toEqual([]);
    const some = mapStyle(colors, { kind: 'vector', layers: ['roads', 'water'], minZoom: 0, maxZoom: 14, box });
    expect(idsOf(some).filter((id) => id.startsWith('basemap'))).toEqual([
      'basemap-water-water',
      'basemap-stream-water',
      'basemap-road-roads',
    ]);
  });

  it('refuses a layer that has no place', () => {
    expect(() => ordered([{ id: 'surprise', type: 'background' }])).toThrow(/"surprise" has no place/);
  });

  it('fetches nothing: no glyphs, no sprite, no tiles, no address', () => {
    expect(JSON.stringify(style)).not.toMatch(/https?:|"glyphs"|"sprite"|"tiles"/);
    for (const { sources } of [picture, vector])
      expect(sources['basemap']).toMatchObject({ tiles: ['basemap://{z}/{x}/{y}'] });
  });

  it('draws names in the page’s font, above everything', () => {
    const names = style.layers.at(-1);
    expect(names?.id).toBe('labels');
    expect(names?.type === 'symbol' && names.layout?.['text-font']).toContain('Sarabun');
  });
});
