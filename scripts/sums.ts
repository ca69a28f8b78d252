/** Owns the list of hashes of the built folder: a line for each file, as sha256sum writes and checks it. */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

export const sumsName = 'SHA256SUMS';

/** Of every file but the list itself, by path. */
export async function sumsOf(dir: string): Promise<string> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => name !== sumsName)
    .sort();
  const lines: string[] = [];
  for (const name of names) {
    const hash = createHash('sha256')
      .update(await readFile(path.join(dir, name)))
      .digest('hex');
    lines.push(`${hash}  ${name}\n`);
  }
  return lines.join('');
}

if (process.argv[1] === import.meta.filename) {
  const dir = path.resolve(process.argv[2] ?? path.resolve(import.meta.dirname, '../dist'));
  const sums = await sumsOf(dir);
  await writeFile(path.join(dir, sumsName), sums);
  console.log(`${sumsName}: ${createHash('sha256').update(sums).digest('hex')}`);
}
