/** Owns the gallery's start: every map state, chart and control, `?lang=en`, `?show=map-amphoe`. */
import '@fontsource/sarabun/latin-400.css';
import '@fontsource/sarabun/latin-600.css';
import '@fontsource/sarabun/latin-700.css';
import '@fontsource/sarabun/thai-400.css';
import '@fontsource/sarabun/thai-600.css';
import '@fontsource/sarabun/thai-700.css';
import { mount } from 'svelte';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import '../../src/app.css';
import type { AreaShapes, Boundaries } from '../../src/map/mapview.ts';
import { namesOf, stageOf } from './demo.ts';
import Gallery from './Gallery.svelte';

async function topology(file: string): Promise<Topology> {
  return (await fetch(`areas/${file}.topo.json`)).json() as Promise<Topology>;
}

function layer(topo: Topology, name: string): AreaShapes {
  const shapes = feature(topo, topo.objects[name] as GeometryCollection) as unknown as AreaShapes;
  for (const shape of shapes.features) if (!shape.properties?.code) shape.properties = { code: String(shape.id) };
  return shapes;
}

const [fine, outline] = await Promise.all([topology('94'), topology('province')]);
const boundaries: Boundaries = {
  province: layer(fine, 'province'),
  amphoe: layer(fine, 'amphoe'),
  tambon: layer(fine, 'tambon'),
};
const gazetteer = (await (await fetch('areas/gazetteer.json')).json()) as unknown;
const query = new URLSearchParams(location.search);
const language = query.get('lang') === 'en' ? 'en' : 'th';
document.documentElement.lang = language;
const ground = layer(outline, Object.keys(outline.objects)[0]!);
mount(Gallery, {
  target: document.getElementById('gallery')!,
  props: { stage: stageOf(boundaries, ground, namesOf(gazetteer), language), show: query.get('show') ?? '' },
});
