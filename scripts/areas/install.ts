/** Owns the making of `data/areas/`: the best source at hand, checked, cut into provinces, written whole or not at all. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countryDownTo, outline } from './convert.ts';
import { sha256, type Source, type SourceId } from './source.ts';
import { provincePart, shapesOf } from './topology.ts';

/** Raised when the making changes, so that what an older recipe made is made again. */
const recipe = 2;
const approximateKeptMs = 24 * 3600_000;

/** What the browser reads first: where the areas are from, and what to say about them. */
export interface Manifest {
  readonly recipe: number;
  readonly source: SourceId;
  readonly approximate: boolean;
  readonly credit: { readonly th: string; readonly en: string };
  /** sha256 of each input. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

export interface InstallOptions {
  readonly folder: string;
  /** In the order in which they are tried. */
  readonly sources: readonly Source[];
  readonly log: (message: string) => void;
  readonly warn: (message: string) => void;
}

/** Makes the areas, or finds them made. Throws only when no source at all gives them. */
export async function install({ folder, sources, log, warn }: InstallOptions): Promise<Manifest> {
  const before = readManifest(folder);
  for (const source of sources) {
    const inputs = await source.inputs();
    if (!inputs) continue;
    if (before && madeFrom(before, source, inputs)) {
      log(`areas: already made (${describe(before)})`);
      return before;
    }
    // Approximate areas are no reason to wait for a dead network at every start: a better source is tried again after a day.
    if (source.id === 'published' && before?.source === 'approximate' && keptFor(folder) < approximateKeptMs) {
      const last = sources.find((other) => other.id === 'approximate');
      if (last && madeFrom(before, last, (await last.inputs()) ?? {})) {
        log('areas: approximate ones already made; better ones are looked for again tomorrow, or with --again');
        return before;
      }
    }
    try {
      const manifest = await make(folder, source, inputs);
      log(`areas: made (${describe(manifest)})`);
      return manifest;
    } catch (error) {
      warn(`areas: ${source.id} source refused: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error('areas: no source gave the boundaries');
}

async function make(folder: string, source: Source, inputs: Manifest['inputs']): Promise<Manifest> {
  const { country, finer } = await source.make();
  const contents = new Map<string, string>();
  contents.set('province.topo.json', JSON.stringify(await outline(country)));
  for (const layer of ['amphoe', 'tambon'] as const)
    contents.set(`${layer}.topo.json`, JSON.stringify(await countryDownTo(country, layer)));
  for (const shape of shapesOf(country, 'province')) {
    const code = shape.properties?.code ?? '';
    contents.set(`${code}.topo.json`, JSON.stringify(provincePart(finer.get(code) ?? country, code)));
  }
  const files = [...contents]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => [name, { bytes: Buffer.byteLength(text), sha256: sha256(text) }] as const);
  const manifest: Manifest = {
    recipe,
    source: source.id,
    approximate: source.id === 'approximate',
    credit: source.credit,
    inputs,
    files: Object.fromEntries(files),
  };
  // The manifest goes in last and by rename: it is there only when all it names is there.
  mkdirSync(folder, { recursive: true });
  const making = mkdtempSync(join(folder, '.making-'));
  try {
    for (const [name, text] of contents) writeFileSync(join(making, name), text);
    writeFileSync(join(making, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    rmSync(join(folder, 'manifest.json'), { force: true });
    for (const name of [...contents.keys(), 'manifest.json']) renameSync(join(making, name), join(folder, name));
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return manifest;
}

/** The manifest in a folder; null unless it can be read and every file that it names is there unchanged. */
export function readManifest(folder: string): Manifest | null {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    const whole = Object.entries(manifest.files).every(([name, file]) => {
      const path = join(folder, name);
      return existsSync(path) && statSync(path).size === file.bytes && sha256(readFileSync(path)) === file.sha256;
    });
    return whole && Object.keys(manifest.files).length > 0 ? manifest : null;
  } catch {
    return null;
  }
}

function madeFrom(manifest: Manifest, source: Source, inputs: Manifest['inputs']): boolean {
  const told = (record: Manifest['inputs']): string => JSON.stringify(Object.entries(record).sort());
  return manifest.recipe === recipe && manifest.source === source.id && told(manifest.inputs) === told(inputs);
}

function keptFor(folder: string): number {
  return Date.now() - statSync(join(folder, 'manifest.json')).mtimeMs;
}

function describe(manifest: Manifest): string {
  const bytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
  return `${manifest.source}, ${Object.keys(manifest.files).length} files, ${(bytes / 1e6).toFixed(1)} MB`;
}
