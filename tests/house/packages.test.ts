/** Proves that what is bought is pinned, single and checked. */
import { describe, expect, it } from 'vitest';
import { thirdPartyPage } from '../../scripts/docs/thirdparty.ts';
import { licencesText, shipped } from '../../scripts/licences.ts';
import { badFaults, copyFaults, licenceFaults, lockFaults, versionFaults, type KnownBad } from './packages.ts';
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

  it('are none of those known to be bad', () => {
    const list = JSON.parse(read('tests/house/known-bad.json')) as readonly KnownBad[];
    expect(badFaults(lock, list)).toEqual([]);
    for (const { why, source } of list) {
      expect(why).toMatch(/\w{4}/);
      expect(source, why).toMatch(/^(?:GHSA|CVE|https:)/);
    }
    const told = (name: string, version: string): number =>
      badFaults({ packages: { [`node_modules/a/node_modules/${name}`]: { version } } }, list).length;
    for (const [name, version] of [
      ['@duckdb/duckdb-wasm', '1.29.2'],
      ['debug', '4.4.2'],
      ['plain-crypto-js', '4.2.1'],
      ['xlsx', '0.18.5'],
      ['papaparse', '5.1.9'],
    ] as const)
      expect(told(name, version), name).toBe(1);
    expect(
      told('debug', '4.4.3') + told('xlsx', '0.20.3') + told('papaparse', '5.10.0') + told('toString', '1.0.0'),
    ).toBe(0);
  });

  it('run nothing when they are installed', () => {
    expect(read('.npmrc').split('\n')).toEqual(expect.arrayContaining(['ignore-scripts=true', 'save-exact=true']));
  });

  it('that go into the page are free, and named with their licences', () => {
    const own = shipped();
    expect(licenceFaults(own)).toEqual([]);
    expect(licenceFaults([{ name: 'a', licence: 'GPL-3.0' }])).toHaveLength(1);
    expect(own.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['svelte', 'maplibre-gl', '@fontsource/sarabun']),
    );
    const texts = licencesText();
    for (const { name, version, text } of own) {
      expect(text.length, name).toBeGreaterThan(400);
      expect(texts).toContain(`${name} ${version} (`);
    }
    expect(thirdPartyPage(), 'THIRD_PARTY.md is out of date: npm run docs').toBe(read('THIRD_PARTY.md'));
  });
});
