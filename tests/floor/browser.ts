/** Owns the oldest Chromium that the page promises to begin in: installed from a lock of its own, and unpacked once. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { findBrowser, type Browser } from '../support/browser.ts';

const here = import.meta.dirname;
const packed = path.join(here, 'node_modules/@sparticuz/chromium');
const cacheDir = path.resolve(here, '../../.cache');

/** Null where it is not installed and no registry can be reached. */
export async function findFloorBrowser(): Promise<Pick<Browser, 'executablePath' | 'env' | 'origin'> | null> {
  if (!existsSync(packed)) {
    const told = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
    spawnSync('npm', told, { cwd: here, timeout: 120_000, stdio: 'ignore' });
    if (!existsSync(packed)) return null;
  }
  const { version } = JSON.parse(readFileSync(path.join(packed, 'package.json'), 'utf8')) as { version: string };
  const home = path.join(cacheDir, `chromium-${version}`);
  if (!existsSync(home)) unpack(home);
  const { env } = await findBrowser();
  const libraries = [path.join(home, 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath: path.join(home, 'chromium'),
    env: { ...env, LD_LIBRARY_PATH: libraries },
    origin: `@sparticuz/chromium ${version}`,
  };
}

function unpack(home: string): void {
  mkdirSync(cacheDir, { recursive: true });
  const own = mkdtempSync(path.join(cacheDir, 'unpacking-'));
  const plain = (name: string): Buffer => brotliDecompressSync(readFileSync(path.join(packed, 'bin', name)));
  writeFileSync(path.join(own, 'chromium'), plain('chromium.br'), { mode: 0o755 });
  for (const name of ['aws', 'swiftshader'])
    execFileSync('tar', ['x', '-C', own], { input: plain(`${name}.tar.br`), maxBuffer: 2 ** 28 });
  renameSync(own, home);
}
