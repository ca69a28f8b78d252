/** Owns what the three sources have in common: a topology with the layers province, amphoe and tambon, and its cutting into one per province. */
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

export const layers = ['province', 'amphoe', 'tambon'] as const;
export type Layer = (typeof layers)[number];

export interface AreaProperties {
  code: string;
}
export type AreaShape = Polygon<AreaProperties> | MultiPolygon<AreaProperties>;
export type AreaTopology = Topology<Record<Layer, GeometryCollection<AreaProperties>>>;

/** The shapes of one layer; anything that is no polygon with a code is a broken source, and said so. */
export function shapesOf(topology: AreaTopology, layer: Layer): AreaShape[] {
  const collection = topology.objects[layer];
  if (collection?.type !== 'GeometryCollection') throw new Error(`layer ${layer} is missing`);
  return collection.geometries.map((shape) => {
    if (shape.type !== 'Polygon' && shape.type !== 'MultiPolygon')
      throw new Error(`${layer} holds a shape without area`);
    if (!/^\d+$/.test(shape.properties?.code ?? '')) throw new Error(`${layer} holds a shape without code`);
    return shape as AreaShape;
  });
}

/** One province's part of a topology: only its shapes, only the arcs they use, only `id` = code beside them. */
export function provincePart(topology: AreaTopology, province: string): Topology {
  const renumbered = new Map<number, number>();
  const arcs: Topology['arcs'] = [];
  const renumber = (arc: number): number => {
    const index = arc < 0 ? ~arc : arc;
    let next = renumbered.get(index);
    if (next === undefined) {
      next = arcs.length;
      renumbered.set(index, next);
      arcs.push(topology.arcs[index] ?? []);
    }
    return arc < 0 ? ~next : next;
  };
  const part = (layer: Layer): GeometryCollection => ({
    type: 'GeometryCollection',
    geometries: shapesOf(topology, layer)
      .filter((shape) => shape.properties?.code.startsWith(province))
      .sort((a, b) => (a.properties?.code ?? '').localeCompare(b.properties?.code ?? ''))
      .map((shape) =>
        shape.type === 'Polygon'
          ? { type: 'Polygon', id: shape.properties?.code ?? '', arcs: shape.arcs.map((ring) => ring.map(renumber)) }
          : {
              type: 'MultiPolygon',
              id: shape.properties?.code ?? '',
              arcs: shape.arcs.map((polygon) => polygon.map((ring) => ring.map(renumber))),
            },
      ),
  });
  const objects = { province: part('province'), amphoe: part('amphoe'), tambon: part('tambon') };
  return { type: 'Topology', ...(topology.transform && { transform: topology.transform }), objects, arcs };
}
