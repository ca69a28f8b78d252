/** Proves the map's style: valid by the style specification, in the one order, without anything from elsewhere. */
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { layerOrder, mapStyle, ordered } from '../../../src/map/style.ts';

const style = mapStyle({
  ground: '#fffdf9',
  land: '#faf7f2',
  province: '#f1ece3',
  line: '#ddd5c7',
  edge: '#fffdf9',
  ink: '#1d1a16',
  selected: '#083b51',
  halo: '#fffdf9',
});

describe('mapStyle', () => {
  it('satisfies the style specification', () => {
    expect(validateStyleMin(style)).toEqual([]);
  });

  it('has every layer of the order, in that order', () => {
    expect(style.layers.map(({ id }) => id)).toEqual([...layerOrder]);
  });

  it('refuses a layer that has no place', () => {
    expect(() => ordered([{ id: 'surprise', type: 'background' }])).toThrow(/"surprise" has no place/);
  });

  it('fetches nothing: no glyphs, no sprite, no tiles, no address', () => {
    expect(JSON.stringify(style)).not.toMatch(/https?:|"glyphs"|"sprite"|"tiles"/);
  });

  it('draws names in the page’s font, above everything', () => {
    const names = style.layers.at(-1);
    expect(names?.id).toBe('labels');
    expect(names?.type === 'symbol' && names.layout?.['text-font']).toContain('Sarabun');
  });
});
