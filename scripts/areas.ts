/** Owns `npm run areas`: boundaries into `data/areas/`, from the best source at hand. `--again` makes them anew. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { approximateSource } from './areas/approximate.ts';
import { install } from './areas/install.ts';
import { knownCodes } from './areas/known.ts';
import { publishedFiles, publishedSource, publishedUrl } from './areas/published.ts';
import { sharedSource } from './areas/folder.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? path('../data/areas');
const shared = process.env['PHUNGPAO_AREAS_SHARED'] ?? path('../../shared/areas');
const base = process.env['PHUNGPAO_AREAS_URL'] ?? publishedUrl;

if (process.argv.includes('--again')) rmSync(join(folder, 'manifest.json'), { force: true });

const known = knownCodes();
const warn = (message: string): void => console.error(message);
try {
  await install({
    folder,
    sources: [
      sharedSource(shared, known),
      publishedSource({ base, files: publishedFiles, timeoutMs: 20_000, warn }, known),
      approximateSource(known),
    ],
    log: (message) => console.log(message),
    warn,
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
