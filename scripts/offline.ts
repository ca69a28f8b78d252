/** Owns what makes a built folder installable: the list of its files, the service worker that keeps them, the manifest. */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { th } from '../src/i18n/th.ts';
import type { Release } from '../src/state/offline.ts';

const root = path.resolve(import.meta.dirname, '..');
/** Small copies, what only people read, what a deployment puts beside the page, and what is made here. */
const leftOut = /\.(?:br|gz|md|pmtiles)$|^(?:sw\.js|index\.html|basemap\/.*|SHA256SUMS)$/;
const manifestName = 'manifest.json';

/** Makes a built folder installable; a folder whose files were changed is made so again. */
export async function makeOffline(dir: string): Promise<Release & { readonly bytes: number }> {
  await writeFile(path.join(dir, manifestName), `${JSON.stringify(await manifest(), null, 2)}\n`);
  const page = unmarked(await readFile(path.join(dir, 'index.html'), 'utf8'));
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !leftOut.test(name))
    .sort();
  const files = await Promise.all(names.map(async (name) => proven(name, await readFile(path.join(dir, name)))));
  const version = createHash('sha256')
    .update(page)
    .update(JSON.stringify(files.map(({ path, integrity }) => [path, integrity])))
    .digest('hex')
    .slice(0, 12);
  const marked = page
    .replace('<html ', `<html data-version="${version}" `)
    .replace('</head>', `  <link rel="manifest" href="${manifestName}" />\n  </head>`);
  await writeFile(path.join(dir, 'index.html'), marked);
  const all = [proven('', Buffer.from(marked)), ...files].sort((a, b) => a.bytes - b.bytes);
  const release = { version, files: all.map(({ path, integrity }) => ({ path, integrity })) };
  await writeFile(path.join(dir, 'sw.js'), await workerOf(release));
  return { ...release, bytes: all.reduce((sum, { bytes }) => sum + bytes, 0) };
}

const proven = (name: string, bytes: Buffer): { path: string; integrity: string; bytes: number } => ({
  path: name,
  integrity: `sha256-${createHash('sha256').update(bytes).digest('base64')}`,
  bytes: bytes.length,
});

const unmarked = (page: string): string =>
  page.replace(/ data-version="[^"]*"/, '').replace(/ *<link rel="manifest"[^>]*>\n/, '');

/** A classic script: not every browser starts a service worker from a module. */
async function workerOf(release: Release): Promise<string> {
  const made = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    define: { RELEASE: JSON.stringify(release) },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'src/state/offline-worker.ts', formats: ['iife'], name: 'offline' },
    },
  });
  const [output] = [made].flat();
  if (!output || !('output' in output)) throw new Error('the service worker was not built');
  return output.output[0].code;
}

/** The colours are those of the page. */
async function manifest(): Promise<object> {
  const sheet = await readFile(path.join(root, 'src/app.css'), 'utf8');
  const color = (token: string): string => {
    const value = new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(sheet)?.[1];
    if (!value) throw new Error(`app.css has no --${token}`);
    return value;
  };
  const icon = (name: string, size: number, purpose: 'any' | 'maskable'): object => ({
    src: `icons/${name}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return {
    name: th.app.name,
    short_name: th.app.name,
    description: th.diagnostics.offline.description,
    lang: 'th',
    dir: 'ltr',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: color('paper'),
    theme_color: color('paper'),
    icons: [icon('192', 192, 'any'), icon('512', 512, 'any'), icon('maskable', 512, 'maskable')],
  };
}

if (process.argv[1] === import.meta.filename) {
  const { version, files, bytes } = await makeOffline(path.resolve(root, process.argv[2] ?? 'dist'));
  console.log(
    `kept for use without a network: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, version ${version}`,
  );
}
