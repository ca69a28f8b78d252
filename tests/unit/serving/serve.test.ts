/** Proves the server: strict headers on every answer, right types, small copies, the next free port. */
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compress } from '../../../scripts/compress.ts';
import { startServer, type Serving } from '../../../scripts/serve.ts';
import { contentSecurityPolicy } from '../../../scripts/serving/headers.ts';

const files: Record<string, string> = {
  'index.html': '<!doctype html><title>พุ่งเป้า</title>',
  'assets/index-AbCd_123.js': 'export const answer = 42;\n'.repeat(100),
  'assets/worker-AbCd-123.mjs': 'export {};',
  'assets/duckdb-AbCd1234.wasm': '\0asm',
  'assets/sarabun-AbCd1234.woff2': 'wOF2',
  'sample/13.csv': 'อำเภอ,ตำบล\nคลองหลวง,คลองหนึ่ง\n',
  'areas/th.json': '{"ก":1}',
};

let dir: string;
let server: Serving;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'phungpao-serve-'));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(dir, 'dist', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  await compress(path.join(dir, 'dist'), path.join(dir, 'cache'));
  server = await startServer({ dir: path.join(dir, 'dist'), port: 0 });
});
afterAll(async () => {
  await server.close();
  await rm(dir, { recursive: true });
});

interface Got {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

/** Asks without a client that unpacks or follows by itself. */
function ask(pathname: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(pathname, server.url), { headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('startServer', () => {
  it('sends the policy, nosniff and no-referrer with every answer, also with a refusal', async () => {
    const etag = String((await ask('/')).headers.etag);
    const answers = await Promise.all([
      ask('/'),
      ...Object.keys(files).map((name) => ask(`/${name}`)),
      ask('/', { 'if-none-match': etag }),
      ask('/nowhere'),
      ask('/assets/gone-AbCd1234.js'),
      ask('/', {}, 'POST'),
      ask('/index.html', { range: 'bytes=99999-' }),
      ask('/%'),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([
      200,
      ...Object.keys(files).map(() => 200),
      304,
      404,
      404,
      405,
      416,
      404,
    ]);
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toBe(contentSecurityPolicy);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });

  it('names the types that browsers insist on', async () => {
    const types = await Promise.all(
      ['', ...Object.keys(files)].map(async (name) => [name, (await ask(`/${name}`)).headers['content-type']]),
    );
    expect(Object.fromEntries(types)).toEqual({
      '': 'text/html; charset=utf-8',
      'index.html': 'text/html; charset=utf-8',
      'assets/index-AbCd_123.js': 'text/javascript; charset=utf-8',
      'assets/worker-AbCd-123.mjs': 'text/javascript; charset=utf-8',
      'assets/duckdb-AbCd1234.wasm': 'application/wasm',
      'assets/sarabun-AbCd1234.woff2': 'font/woff2',
      'sample/13.csv': 'text/csv; charset=utf-8',
      'areas/th.json': 'application/json; charset=utf-8',
    });
  });

  it('lets hashed assets be kept for ever and asks anew for all else', async () => {
    for (const name of Object.keys(files)) {
      const { headers } = await ask(`/${name}`);
      expect(headers['cache-control'], name).toBe(
        name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    }
  });

  it('sends the small copy to who accepts it, and the same bytes to all', async () => {
    const name = 'assets/index-AbCd_123.js';
    const brotli = await ask(`/${name}`, { 'accept-encoding': 'gzip, deflate, br' });
    const gzipped = await ask(`/${name}`, { 'accept-encoding': 'gzip' });
    const plain = await ask(`/${name}`);
    expect([brotli, gzipped, plain].map((answer) => answer.headers['content-encoding'])).toEqual([
      'br',
      'gzip',
      undefined,
    ]);
    expect(brotli.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(brotli.headers.vary).toBe('Accept-Encoding');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(files[name]);
    expect(gunzipSync(gzipped.body).toString()).toBe(files[name]);
    expect(plain.body.toString()).toBe(files[name]);
    expect(brotli.body.length).toBeLessThan(plain.body.length / 5);
  });

  it('does not leave its folder', async () => {
    for (const pathname of ['/../cache', '/%2e%2e/cache', '/..%2fcache']) {
      expect((await ask(pathname)).status, pathname).toBe(404);
    }
  });

  it('takes the next port where one is taken, and says so when there is nothing to serve', async () => {
    const taken = Number(new URL(server.url).port);
    const second = await startServer({ dir: path.join(dir, 'dist'), port: taken });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(taken);
    await second.close();
    await expect(startServer({ dir: path.join(dir, 'cache'), port: 0 })).rejects.toThrow(/index\.html/);
  });
});

describe('compress', () => {
  it('leaves fonts alone and remembers what it has done', async () => {
    await expect(stat(path.join(dir, 'dist/assets/sarabun-AbCd1234.woff2.br'))).rejects.toThrow(/ENOENT/);
    const again = await compress(path.join(dir, 'dist'), path.join(dir, 'cache'));
    const small = Object.keys(files).filter((name) => !name.endsWith('.woff2'));
    const sizes = await Promise.all(small.map((name) => stat(path.join(dir, 'dist', `${name}.br`))));
    expect(again).toMatchObject({ files: 6, fresh: 0, br: sizes.reduce((sum, { size }) => sum + size, 0) });
  });
});
