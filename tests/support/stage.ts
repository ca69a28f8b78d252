/** Owns the ground of demo decks for tests that run without a page: boundaries and names read from data/, colours from the page's own tokens. */
import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { paletteOf, type Palette } from '../../src/exports/palette.ts';
import type { AreaShapes } from '../../src/map/mapview.ts';
import type { Language } from '../../src/model/text.ts';
import { namesOf, stageOf, type Stage } from '../visual/demo.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const topology = (file: string): Topology => JSON.parse(read(`data/areas/${file}.topo.json`)) as Topology;

function layer(topo: Topology, name: string): AreaShapes {
  const shapes = feature(topo, topo.objects[name] as GeometryCollection) as unknown as AreaShapes;
  return {
    ...shapes,
    features: shapes.features.map((shape) => ({ ...shape, properties: { code: String(shape.id) } })),
  };
}

/** The province of ปัตตานี, as the gallery has it. */
export function stageOfPattani(language: Language): Stage {
  const fine = topology('94');
  const boundaries = {
    province: layer(fine, 'province'),
    amphoe: layer(fine, 'amphoe'),
    tambon: layer(fine, 'tambon'),
  };
  const names = namesOf(JSON.parse(read('data/areas/gazetteer.json')));
  return stageOf(boundaries, layer(topology('province'), 'province'), names, language);
}

/** The colours that app.css names. */
export function cssPalette(): Palette {
  const tokens = new Map(
    Array.from(read('src/app.css').matchAll(/(--[\w-]+):\s*(#[\da-f]{6})/gi), ([, name = '', hex = '']) => [name, hex]),
  );
  return paletteOf((name) => tokens.get(name) ?? '');
}
