/** Owns the gazetteer of the project's own data, for tests. */
import { readFileSync } from 'node:fs';
import { loadGazetteer, type Gazetteer } from '../../src/areas/gazetteer.ts';

export async function openGazetteer(): Promise<Gazetteer> {
  return await loadGazetteer((path) =>
    Promise.resolve(JSON.parse(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8'))),
  );
}
