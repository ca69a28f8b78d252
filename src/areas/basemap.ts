/** Owns reading a basemap: its tiles by slices, from one PMTiles archive of this computer or of the page's own origin. */
import {
  Compression,
  FetchSource,
  FileSource,
  PMTiles,
  TileType,
  tileIdToZxy,
  type Header,
  type Source,
} from 'pmtiles';
import { AppError, type ErrorCode } from '../model/error.ts';
import { basemapLayers } from './basemaplayers.ts';
import { isTileOf } from './basemaptile.ts';

export interface Basemap {
  readonly file: string;
  /** Whose it is, as plain text; empty where the archive doesn't tell. */
  readonly credit: string;
  readonly kind: 'raster' | 'vector';
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly box: readonly [west: number, south: number, east: number, north: number];
  /** Names of the vector layers in it that are drawn. */
  readonly layers: readonly string[];
  /** Null where the archive has no such tile, or it can't be read: that is told to `onfault`. */
  tile(z: number, x: number, y: number, signal: AbortSignal): Promise<ArrayBuffer | null>;
  onfault(fault: unknown): void;
}

type Named = Readonly<{ file: string; credit?: string; onfault: (fault: unknown) => void }>;
const headerBytes = 127;
/** Degrees of the country and its seas. */
const thailand = [97.3, 5.6, 105.7, 20.5] as const;
const world = [-180, -85.05, 180, 85.05] as const;
const kinds: Readonly<Partial<Record<TileType, Basemap['kind']>>> = {
  [TileType.Mvt]: 'vector',
  [TileType.Png]: 'raster',
  [TileType.Jpeg]: 'raster',
  [TileType.Webp]: 'raster',
};

/** Opens a file of the reader's. Throws an `AppError` where nothing could be drawn from it. */
export function openBasemapFile(file: File, onfault: Named['onfault']): Promise<Basemap> {
  return open(new FileSource(file), { file: file.name, onfault }, file.size);
}

/** Opens an archive beside the page, by ranges of its bytes. */
export function openBasemapAt(url: URL, named: Named): Promise<Basemap> {
  return open(new FetchSource(url.href), named, Infinity);
}

async function open(source: Source, { file, credit = '', onfault }: Named, sizeBytes: number): Promise<Basemap> {
  const refusal = (code: ErrorCode, cause?: unknown): AppError => new AppError(code, { file }, cause);
  if (sizeBytes === 0) throw refusal('basemap_empty');
  const first = await source.getBytes(0, headerBytes).catch((cause: unknown) => {
    throw refusal('basemap_unreachable', cause);
  });
  const magic = new TextDecoder('latin1').decode(first.data.slice(0, 8));
  if (magic !== 'PMTiles\u0003' || first.data.byteLength < headerBytes) throw refusal('basemap_foreign');

  const archive = new PMTiles(source);
  try {
    const header = await archive.getHeader();
    const kind = kinds[header.tileType];
    if (!kind || header.tileCompression > Compression.Gzip) throw refusal('basemap_kind');
    if (endOf(header) > sizeBytes || header.maxZoom < header.minZoom) throw refusal('basemap_damaged');
    const box = boxOf(header);
    if (!meets(box, thailand)) throw refusal('basemap_elsewhere');
    const read = async (z: number, x: number, y: number, signal?: AbortSignal): Promise<ArrayBuffer | null> => {
      const data = (await archive.getZxy(z, x, y, signal))?.data ?? null;
      if (data && !isTileOf(kind, new Uint8Array(data))) throw refusal('basemap_damaged');
      return data;
    };
    const at = await firstTile(archive, header);
    if (!at) throw refusal('basemap_empty');
    await read(...at);
    const told = await archive.getMetadata();
    const layers = kind === 'vector' ? layersOf(told) : [];
    if (kind === 'vector' && layers.length === 0) throw refusal('basemap_layers');
    return {
      file,
      kind,
      layers,
      box,
      credit: credit || plainText((told as { attribution?: unknown }).attribution),
      minZoom: header.minZoom,
      maxZoom: header.maxZoom,
      onfault,
      tile: (z, x, y, signal) =>
        read(z, x, y, signal).catch((cause: unknown) => {
          if (signal.aborted) throw cause;
          onfault(cause instanceof AppError ? cause : refusal('basemap_damaged', cause));
          return null;
        }),
    };
  } catch (cause) {
    throw cause instanceof AppError ? cause : refusal('basemap_damaged', cause);
  }
}

function endOf({ tileDataOffset, tileDataLength = 0, rootDirectoryOffset, rootDirectoryLength }: Header): number {
  return Math.max(tileDataOffset + tileDataLength, rootDirectoryOffset + rootDirectoryLength);
}
/** An archive that says nothing of its box is taken to cover all. */
function boxOf({ minLon, minLat, maxLon, maxLat }: Header): Basemap['box'] {
  return minLon < maxLon && minLat < maxLat ? [minLon, minLat, maxLon, maxLat] : world;
}
function meets(a: Basemap['box'], b: Basemap['box']): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** Where the first tile of the archive lies; null where it has none. */
async function firstTile(archive: PMTiles, header: Header): Promise<[number, number, number] | null> {
  let [offset, length] = [header.rootDirectoryOffset, header.rootDirectoryLength];
  for (let depth = 0; depth < 4; depth++) {
    const [entry] = await archive.cache.getDirectory(archive.source, offset, length, header).catch(noneWhereEmpty);
    if (!entry) return null;
    if (entry.runLength > 0) return tileIdToZxy(entry.tileId);
    [offset, length] = [header.leafDirectoryOffset + entry.offset, entry.length];
  }
  return null;
}

/** The library throws at a list of nothing. */
function noneWhereEmpty(fault: unknown): [] {
  if (fault instanceof Error && fault.message.startsWith('Empty directory')) return [];
  throw fault;
}

function layersOf(told: unknown): readonly string[] {
  const { vector_layers: listed } = told as { vector_layers?: unknown };
  const names = new Set(Array.isArray(listed) ? listed.map((row: { id?: unknown } | null) => row?.id) : []);
  return [...new Set(basemapLayers.map(({ name }) => name))].filter((name) => names.has(name));
}

const entities: Readonly<Record<string, string>> = { amp: '&', copy: '©', gt: '>', lt: '<', nbsp: ' ', quot: '"' };
/** Archives give their credit as HTML; here it is words alone. */
function plainText(html: unknown): string {
  if (typeof html !== 'string') return '';
  const words = html.replace(/<[^>]*>/g, ' ').replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all);
  return words.replace(/\s+/g, ' ').trim().slice(0, 200);
}
