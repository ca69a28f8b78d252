/** Proves that what is bought is pinned, single and checked. */
import { describe, expect, it } from 'vitest';
import { copyFaults, lockFaults, versionFaults } from './packages.ts';
import { read } from './source.ts';

const lock = JSON.parse(read('package-lock.json')) as Parameters<typeof lockFaults>[0];

describe('packages', () => {
  it('have exact versions', () => {
    expect(versionFaults(JSON.parse(read('package.json')) as object)).toEqual([]);
    for (const version of ['^1.0.0', '~1.0.0', '1.x', '*', 'latest', 'file:../a', 'https://example.org/a.tgz']) {
      expect(versionFaults({ dependencies: { a: version } }), version).toHaveLength(1);
    }
  });

  it('that must be one are one', () => {
    expect(copyFaults(lock, ['apache-arrow', 'svelte', 'maplibre-gl', '@duckdb/duckdb-wasm'])).toEqual([]);
    const twice = { packages: { 'node_modules/a': {}, 'node_modules/b/node_modules/a': {} } };
    expect(copyFaults(twice, ['a'])).toHaveLength(1);
    expect(copyFaults(twice, ['c'])).toHaveLength(1);
  });

  it('are checked by hash and tied to no mirror', () => {
    expect(lockFaults(lock)).toEqual([]);
    expect(
      lockFaults({ packages: { '': {}, 'node_modules/a': { resolved: 'https://example.org/a.tgz' } } }),
    ).toHaveLength(2);
  });
});
