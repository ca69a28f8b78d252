/** Proves what is served beside the program: the list of hashes that an office can check. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sumsName, sumsOf } from '../../scripts/sums.ts';
import { expect, test } from './fixtures.ts';

const dist = process.env.PHUNGPAO_DIST ?? path.resolve(import.meta.dirname, '../../dist');

test('the list of hashes names every file that is served, as it is', async () => {
  const listed = await readFile(path.join(dist, sumsName), 'utf8');
  expect(listed.trimEnd().split('\n').length).toBeGreaterThan(300);
  for (const line of listed.trimEnd().split('\n')) expect(line).toMatch(/^[0-9a-f]{64} {2}[\w./-]+$/);
  expect(await sumsOf(dist)).toBe(listed);
});
