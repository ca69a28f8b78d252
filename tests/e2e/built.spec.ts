/** Proves what is served beside the program: the list of hashes that an office can check. */
import { readdir, readFile } from 'node:fs/promises';
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

test('the normal build has no way to a cluster: no code that asks one, and no policy that would let it', async ({
  request,
}) => {
  const names = (await readdir(dist, { recursive: true })).filter((name) => /\.(js|html|css)$/.test(name));
  expect(names.length).toBeGreaterThan(50);
  for (const name of names) {
    const text = await readFile(path.join(dist, name), 'utf8');
    expect(text, name).not.toMatch(/X-ClickHouse|ArrowStream|cancel_http_readonly|cluster-password/);
  }
  const policy = (await request.get('./')).headers()['content-security-policy'] ?? '';
  expect(policy.split('; ')).toContain("connect-src 'self'");
});
