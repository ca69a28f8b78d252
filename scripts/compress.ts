/** Owns the small copies: a .br and a .gz beside every compressible file of dist/, remembered by content. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { budgetTable, weigh } from './budget.ts';

const compressible = /\.(?:wasm|js|mjs|css|json|csv|svg|html|txt|bin)$/;

/**
 * Brotli 11 halves the speed for every per cent it gains: on the 34 MB database it takes a minute for 6 %, quality 9
 * three seconds. Big files get 9, the others 11.
 */
const slowestBytes = 512 * 1024;

const encoders = {
  br: (bytes: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: bytes.length > slowestBytes ? 9 : 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes: Buffer): Promise<Buffer> => promisify(gzip)(bytes, { level: 9 }),
};

/** Writes the small copies of a folder's files and tells what they weigh, in bytes. Unchanged files come from the cache. */
export async function compress(
  dir: string,
  cacheDir: string,
): Promise<{ files: number; plain: number; br: number; fresh: number }> {
  await mkdir(cacheDir, { recursive: true });
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && compressible.test(entry.name));
  const total = { files: files.length, plain: 0, br: 0, fresh: 0 };
  await Promise.all(
    files.map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const bytes = await readFile(file);
      total.plain += bytes.length;
      const hash = createHash('sha256').update(bytes).digest('hex');
      for (const ending of ['br', 'gz'] as const) {
        const cached = path.join(cacheDir, `${hash}.${ending}`);
        if (!existsSync(cached)) {
          const own = `${cached}.${process.pid}`;
          await writeFile(own, await encoders[ending](bytes));
          await rename(own, cached);
          total.fresh++;
        }
        await copyFile(cached, `${file}.${ending}`);
      }
      const { size } = await stat(`${file}.br`);
      total.br += size;
    }),
  );
  return total;
}

if (process.argv[1] === import.meta.filename) {
  const root = path.resolve(import.meta.dirname, '..');
  const startedMs = performance.now();
  const total = await compress(path.join(root, 'dist'), path.join(root, '.cache', 'compressed'));
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
  console.log(
    `compressed ${total.files} files, ${megabytes(total.plain)} MB to ${megabytes(total.br)} MB ` +
      `(${total.fresh} copies made anew) in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`,
  );
  const weights = await weigh(path.join(root, 'dist'));
  console.log(budgetTable(weights));
  if (weights.some(({ broken }) => broken.length > 0)) process.exitCode = 1;
}
