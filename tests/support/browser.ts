/** Owns the browser of the proof: the Chromium that comes with the install, unpacked once, or the one an environment variable names. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
  /** For the run's record: where the binary came from. */
  readonly origin: string;
}

const cacheDir = path.resolve(import.meta.dirname, '../../.cache');

/**
 * WebGL2 in software, and Thai clusters where the font puts them (hinting moves them).
 * The package's own argument list is never used: it switches web security off.
 */
export const browserArgs = [
  '--no-sandbox',
  '--no-zygote',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--font-render-hinting=none',
];

/** The arguments of a machine without graphics: no WebGL of any version. */
export const browserArgsWithoutWebGL = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-3d-apis',
  '--font-render-hinting=none',
];

/** Where the browser is and how it is started. Unpacks it on first use (about 2 s, 200 MB under `.cache`). */
export async function findBrowser(): Promise<Browser> {
  const env = ownEnvironment();
  const named = process.env.PHUNGPAO_CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`PHUNGPAO_CHROMIUM names ${named}, which does not exist`);
    return { executablePath: named, args: browserArgs, env, origin: 'PHUNGPAO_CHROMIUM' };
  }
  const { binDir, version } = await chromiumPackage();
  const home = path.join(cacheDir, `chromium-${version}`);
  if (!existsSync(home)) await unpack(binDir, home);
  const libraries = [path.join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath: path.join(home, 'chromium'),
    args: browserArgs,
    env: { ...env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: path.join(home, 'fonts.conf') },
    origin: `@sparticuz/chromium ${version}`,
  };
}

function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(entries), TZ: 'Asia/Bangkok' };
}

async function chromiumPackage(): Promise<{ binDir: string; version: string }> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const root = path.resolve(path.dirname(entry), '../..');
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return { binDir: path.join(root, 'bin'), version };
}

/**
 * Two processes that unpack into one folder find half-written binaries (ETXTBSY), and the package writes to TMPDIR
 * only. So: a child process with a TMPDIR of its own inside the cache, then one atomic rename; who comes second
 * throws its copy away. AWS_EXECUTION_ENV makes the package unpack the NSS libraries that a bare machine lacks.
 */
async function unpack(binDir: string, home: string): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  const own = await mkdtemp(path.join(cacheDir, 'unpacking-'));
  try {
    const module = pathToFileURL(path.join(binDir, '../build/esm/index.js')).href;
    const program = `import chromium from ${JSON.stringify(module)}; await chromium.executablePath();`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
      env: { ...ownEnvironment(), TMPDIR: own, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    });
    await writeFile(path.join(own, 'fonts.conf'), fontsConfig(path.join(home, 'fonts')));
    await rename(own, home);
  } catch (cause) {
    await rm(own, { recursive: true, force: true });
    if (!existsSync(home)) throw new Error('The Chromium of the install could not be unpacked', { cause });
  }
}

/** One Latin fallback font on every machine alike: Thai that is drawn at all is drawn by the font that the page ships. */
function fontsConfig(fontsDir: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fontsDir}</dir>
  <cachedir>${fontsDir}/cache</cachedir>
</fontconfig>
`;
}
