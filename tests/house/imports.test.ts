/** Proves that every file of src keeps the law of imports, and that a breach would be told. */
import { describe, expect, it } from 'vitest';
import { importFaults } from './imports.ts';
import { sources } from './source.ts';

const told = (path: string, text: string): string => importFaults({ path, text }).join('\n');

describe('the law of imports', () => {
  it('is kept in the whole house', () => {
    const files = sources(/^src\/.*\.(ts|svelte)$/);
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap(importFaults)).toEqual([]);
  });

  it.each([
    ['up', 'src/model/a.ts', `import { b } from '../i18n/b.ts';`, /up, from level 0 to level 1/],
    ['up, for a type', 'src/ui/A.svelte', `<script lang="ts">import type { B } from '../panels/b.ts';</script>`, /up/],
    ['up, by export', 'src/areas/a.ts', `export * from '../state/b.ts';`, /up/],
    ['up, when asked for', 'src/areas/a.ts', `const b = await import('../map/b.ts');`, /up/],
    ['up, as a worker', 'src/files/a.ts', `new Worker(new URL('../intake/w.ts', import.meta.url));`, /up/],
    ['a worker of its own', 'src/state/a.ts', `new Worker(url, { type: 'module' });`, /only src\/workers\/opening\.ts/],
    ['to the top', 'src/panels/a.ts', `import '../main.ts';`, /up, from level 9 to level 11/],
    ['sideways', 'src/queries/a.ts', `import { b } from '../intake/b.ts';`, /sideways: both are level 3/],
    ['out of the house', 'src/model/a.ts', `import { b } from '../../scripts/b.ts';`, /stands on its own/],
    ['from nowhere', 'src/model/a.ts', `import { b } from '../lib/b.ts';`, /no room of the house/],
    ['in no room', 'src/lib/a.ts', `export {};`, /no room of the house/],
    [
      'asking',
      'src/charts/A.svelte',
      `<script lang="ts">\nimport { v } from '../state/v.ts';</script>`,
      /:2 .*told, they do not ask/,
    ],
    [
      'DuckDB',
      'src/queries/a.ts',
      `import { AsyncDuckDB } from '@duckdb/duckdb-wasm';`,
      /only src\/engine\/duckdb\.ts/,
    ],
    [
      'DuckDB’s files',
      'src/state/a.ts',
      `import url from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';`,
      /only src\/engine/,
    ],
    ['MapLibre’s values', 'src/map/style.ts', `import { Map } from 'maplibre-gl';`, /only src\/map\/MapCanvas/],
    ['MapLibre’s types', 'src/panels/a.ts', `import type { Map } from 'maplibre-gl';`, /only src\/map\/MapCanvas/],
    ['Arrow', 'src/queries/a.ts', `import { Table } from 'apache-arrow';`, /Rows<T>/],
    ['d3', 'src/ui/a.ts', `import { max } from 'd3-array';`, /d3 computes/],
    ['topology', 'src/map/a.ts', `import { feature } from 'topojson-client';`, /geometry is done in src\/areas/],
    ['the address', 'src/panels/a.ts', `window.location.search;`, /only src\/state\/view\.svelte\.ts/],
    [
      'the history',
      'src/ui/A.svelte',
      `<script lang="ts">history.back();</script>`,
      /only src\/state\/view\.svelte\.ts/,
    ],
    ['in a template', 'src/ui/A.svelte', `<p>\n{#await import('../map/B.svelte') then b}{b}{/await}</p>`, /:2 .*up/],
    ['in an attribute', 'src/ui/A.svelte', `<button onclick={() => history.back()}></button>`, /:1 touches history/],
    ['the address, written', 'src/map/trusted.ts', `location.href = 'x';`, /only src\/state\/view\.svelte\.ts/],
  ])('tells of a breach: %s', (_name, path, text, message) => {
    expect(told(path, text)).toMatch(message);
  });

  it.each([
    ['own folder', 'src/intake/a.ts', `import { b } from './b.ts';`],
    ['deeper in the own folder', 'src/intake/rules/a.ts', `import { b } from '../b.ts';`],
    ['lower', 'src/panels/A.svelte', `<script lang="ts">import { b } from '../state/b.ts';</script>`],
    ['engine, by its database', 'src/engine/duckdb.ts', `import { AsyncDuckDB } from '@duckdb/duckdb-wasm';`],
    ['types of MapLibre in map', 'src/map/style.ts', `import { type Style } from 'maplibre-gl';`],
    ['the address, by its owner', 'src/state/view.svelte.ts', `history.pushState(null, '', location.search);`],
    [
      'the origin, for Trusted Types',
      'src/engine/trusted.ts',
      `new URL('x', location.href).origin === location.origin;`,
    ],
    ['a property of that name', 'src/panels/a.ts', `row.location; const x = { history: 1 };`],
    [
      'the rest of the house',
      'src/App.svelte',
      `<script lang="ts">import A from './panels/A.svelte'; import './app.css';</script>`,
    ],
  ])('lets pass: %s', (_name, path, text) => {
    expect(told(path, text)).toBe('');
  });
});
