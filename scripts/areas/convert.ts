/** Owns the work done by mapshaper: published shapefile → topology with codes, and the small drawings of the whole country. */
import type { GeometryCollection, Topology } from 'topojson-specification';
import { layers, type AreaProperties, type AreaTopology, type Layer } from './topology.ts';

// Loaded late: it takes half a second, and most runs find everything already made.
const apply = async (
  commands: string,
  input: Record<string, Uint8Array | string>,
  output: string,
): Promise<unknown> => {
  const { default: mapshaper } = await import('mapshaper');
  const file = (await mapshaper.applyCommands(`${commands} -quiet`, input))[output];
  if (!file) throw new Error(`mapshaper made no ${output}`);
  return JSON.parse(Buffer.from(file).toString('utf8'));
};

/** P-code → code: the country's letters go, and ท่าแฝก has the code it got when it moved from ท่าปลา to น้ำปาด. */
const codes = `code = ADM3_PCODE.replace(/^TH/, ''), code = code === '530306' ? '530407' : code`;

/** From a layer `tambon` with its codes: the two layers above it, and the file of all three. */
const layersOfTambon =
  `-each "amphoe = code.slice(0, 4), province = code.slice(0, 2)" ` +
  `-dissolve amphoe + name=amphoe -each "code = amphoe" ` +
  `-target tambon -dissolve province + name=province -each "code = province" ` +
  `-filter-fields code target=* -o areas.json target=* format=topojson quantization=1e6`;

/** A zipped shapefile of tambon → the three layers. `intervalM`: smallest detail kept, in metres; 0 keeps all. */
export async function convertShapefile(zip: Uint8Array, intervalM: number): Promise<AreaTopology> {
  const simplify = intervalM > 0 ? `-simplify interval=${intervalM} keep-shapes` : '';
  return (await apply(
    `-i source.zip encoding=utf8 snap name=tambon -each "${codes}" ${simplify} ` + layersOfTambon,
    { 'source.zip': zip },
    'areas.json',
  )) as AreaTopology;
}

export interface Cell {
  readonly code: string;
  /** Closed; longitude and latitude in degrees. */
  readonly ring: readonly (readonly number[])[];
}

/** Cells of the tambon, cut by the country's outline → the three layers. A cell without land becomes its islet. */
export async function convertCells(
  cells: readonly Cell[],
  islets: readonly Cell[],
  outline: unknown,
): Promise<AreaTopology> {
  const collection = (drawn: readonly Cell[]): string =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: drawn.map(({ code, ring }) => ({
        type: 'Feature',
        properties: { code },
        geometry: { type: 'Polygon', coordinates: [ring] },
      })),
    });
  const cut = (await apply(
    `-i cells.json name=tambon -clip outline.json -o cut.json format=topojson quantization=1e5`,
    { 'cells.json': collection(cells), 'outline.json': JSON.stringify(outline) },
    'cut.json',
  )) as Topology<{ tambon: GeometryCollection<AreaProperties> }>;
  const kept = new Set(cut.objects.tambon.geometries.map((shape) => (shape.properties as AreaProperties).code));
  return (await apply(
    `-i cut.json islets.json combine-files -merge-layers force name=tambon ` + layersOfTambon,
    { 'cut.json': JSON.stringify(cut), 'islets.json': collection(islets.filter(({ code }) => !kept.has(code))) },
    'areas.json',
  )) as AreaTopology;
}

/** The provinces alone, drawn coarsely: what stands around the province at hand. */
export async function outline(topology: AreaTopology): Promise<Topology> {
  return await countryDownTo(topology, 'province');
}

/** How many points are kept: as many as the country's map can show at the zoom where a level's areas can be told apart. */
const kept: Readonly<Record<Layer, string>> = { province: '6%', amphoe: '12%', tambon: '20%' };

/** The whole country down to a level, drawn coarsely, every level by the same lines. */
export async function countryDownTo(topology: AreaTopology, finest: Layer): Promise<Topology> {
  const told = layers.slice(0, layers.indexOf(finest) + 1);
  const objects = Object.fromEntries(told.map((layer) => [layer, topology.objects[layer]]));
  return (await apply(
    `-i areas.json -simplify weighted ${kept[finest]} keep-shapes ` +
      `-o coarse.json target=* format=topojson id-field=code drop-table quantization=2e4`,
    { 'areas.json': JSON.stringify({ ...topology, objects }) },
    'coarse.json',
  )) as Topology;
}
