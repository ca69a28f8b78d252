/** Owns what a source of boundaries is, and the proof that what it gave is the whole country. */
import { createHash } from 'node:crypto';
import { layers, shapesOf, type AreaTopology } from './topology.ts';

export type SourceId = 'shared' | 'published' | 'approximate';

export interface Boundaries {
  /** The whole country. */
  readonly country: AreaTopology;
  /** Finer drawings that stand in for the country's, by province code. */
  readonly finer: ReadonlyMap<string, AreaTopology>;
}

export interface Source {
  readonly id: SourceId;
  /** The credit line of every map drawn from it. */
  readonly credit: { readonly th: string; readonly en: string };
  /** sha256 of each input by file name, known before any is converted; null where this source is not at hand. */
  inputs(): Promise<Readonly<Record<string, string>> | null>;
  /** Throws, with a message for people, when the source cannot give the areas. */
  make(): Promise<Boundaries>;
}

export interface KnownCodes {
  /** Codes that have a polygon of their own; every source draws exactly these. */
  readonly polygons: ReadonlySet<string>;
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Throws unless a topology draws every polygon code once, and no other: the whole country, or one province. */
export function proveWhole(topology: AreaTopology, known: KnownCodes, province = ''): void {
  const wanted = [...known.polygons].filter((code) => code.startsWith(province));
  for (const layer of layers) {
    const digits = 2 * (layers.indexOf(layer) + 1);
    const met = shapesOf(topology, layer)
      .map((shape) => shape.properties?.code ?? '')
      .filter((code) => code.startsWith(province));
    const missing = new Set(wanted.filter((code) => code.length === digits));
    const odd = met.filter((code) => !missing.delete(code));
    if (missing.size > 0 || odd.length > 0) {
      const tell = (codes: Iterable<string>): string => [...codes].slice(0, 5).join(' ') || 'none';
      throw new Error(`${layer}: missing ${tell(missing)}; unknown or twice ${tell(odd)}`);
    }
  }
}
