/** Owns the first source: the checked polygons in a folder beside the project, where there is one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { surveyCredit } from './published.ts';
import { proveWhole, sha256, type KnownCodes, type Source } from './source.ts';
import type { AreaTopology } from './topology.ts';

const countryFile = 'th-admin.topo.json';
const finerFile = 'th-13-94.fine.topo.json';

/** `folder` empty: there is none. */
export function sharedSource(folder: string, known: KnownCodes): Source {
  const read = (name: string): Buffer => readFileSync(join(folder, name));
  return {
    id: 'shared',
    credit: surveyCredit,
    async inputs() {
      if (folder === '' || !existsSync(join(folder, countryFile))) return null;
      const names = [countryFile, finerFile].filter((name) => existsSync(join(folder, name)));
      return Object.fromEntries(names.map((name) => [name, sha256(read(name))]));
    },
    async make() {
      const country = JSON.parse(read(countryFile).toString('utf8')) as AreaTopology;
      proveWhole(country, known);
      const finer = new Map<string, AreaTopology>();
      if (existsSync(join(folder, finerFile))) {
        const both = JSON.parse(read(finerFile).toString('utf8')) as AreaTopology;
        for (const province of ['13', '94']) {
          proveWhole(both, known, province);
          finer.set(province, both);
        }
      }
      return { country, finer };
    },
  };
}
