/** Owns having ClickHouse as a library beside these tests: installed from their own lock, once. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
interface Package {
  readonly version: string;
}
const versionIn = (path: string): string => (JSON.parse(readFileSync(path, 'utf8')) as Package).version;
const installed = join(here, 'node_modules/chdb/package.json');
const { packages } = JSON.parse(readFileSync(join(here, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Package>>;
};

if (!existsSync(installed) || versionIn(installed) !== packages['node_modules/chdb']?.version) {
  // Not `npm ci`: it refuses a lock without the libraries of other systems, which not every registry has.
  const { status } = spawnSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
