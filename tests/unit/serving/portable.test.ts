/** Proves the portable folder as unpacked on Linux: the same zip each time, the headers, nothing outside of it, this computer only. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packFolder } from '../../../scripts/package.ts';
import { policyOf, securityHeaders } from '../../../scripts/serving/headers.ts';

let dir: string;
let zip: Uint8Array;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'phungpao-portable-'));
  await mkdir(path.join(dir, 'built/assets'), { recursive: true });
  await writeFile(path.join(dir, 'built/index.html'), '<!doctype html><title>พุ่งเป้า</title>');
  await writeFile(path.join(dir, 'built/assets/engine-AbCd1234.wasm'), '\0asm');
  await writeFile(path.join(dir, 'secret.txt'), 'secret');
  zip = await packFolder(path.join(dir, 'built'));
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const file = path.join(dir, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  await symlink(path.join(dir, 'secret.txt'), path.join(dir, 'phungpao/app/led-out.txt'));
});
afterAll(async () => await rm(dir, { recursive: true }));

it('is the same zip each time, and says in both languages how to start and stop', async () => {
  expect(Buffer.compare(zip, await packFolder(path.join(dir, 'built')))).toBe(0);
  const readMe = await readFile(path.join(dir, 'phungpao/อ่านก่อน.txt'), 'utf8');
  expect(readMe).toMatch(/^\uFEFFพุ่งเป้า ฉบับพกพา\r\n[^]*Ctrl\+C[^]*Stop[^]*Ctrl\+C/);
});

/** Sends the bytes as they are: clients tidy addresses before they ask. */
function ask(port: number, request: string, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    const socket = connect(port, host, () =>
      socket.write(`${request} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    socket.on('data', (data) => void (told += data.toString()));
    socket.on('end', () => resolve(told));
    socket.on('error', reject);
  });
}

/** A machine without Python says so by a skipped test; Node is on all. */
const hasPython = spawnSync('python3', ['--version']).status === 0;
const programs = hasPython ? ['node', 'python3'] : ['node'];
it.skipIf(hasPython)('python3: missing, so its server was not tried', () => expect.fail());

describe.each(programs)('its server in %s', (program) => {
  let server: ChildProcess;
  let port: number;
  beforeAll(async () => {
    // A path on which only this one of the two is found.
    const bin = path.join(dir, `bin-${program}`);
    await mkdir(bin);
    for (const name of ['sh', 'dirname', program]) {
      const real = name === program ? whole(program) : execFileSync('which', [name], { encoding: 'utf8' }).trim();
      await symlink(real, path.join(bin, name));
    }
    const script = path.join(dir, 'phungpao/start.cmd');
    server = spawn('sh', [script, '--no-browser'], { env: { PATH: bin }, stdio: ['ignore', 'pipe', 'inherit'] });
    const told = await new Promise<string>((resolve, reject) => {
      server.stdout?.once('data', (data: Buffer) => resolve(data.toString()));
      server.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)));
    });
    expect(told).toMatch(/Ctrl\+C[^]*Ctrl\+C/);
    port = Number(/127\.0\.0\.1:(\d+)/.exec(told)?.[1]);
  });
  afterAll(() => void server.kill());

  it('sends the page, right types, and the headers with every answer', async () => {
    const policy = policyOf({ delivery: 'header', workers: 'blob' });
    for (const [request, status, type, body] of [
      ['GET /', 200, 'text/html; charset=utf-8', 'พุ่งเป้า'],
      ['GET /index.html?at=94', 200, 'text/html; charset=utf-8', 'พุ่งเป้า'],
      ['GET /assets/engine-AbCd1234.wasm', 200, 'application/wasm', 'asm'],
      ['HEAD /', 200, 'text/html; charset=utf-8', null],
      ['GET /nowhere', 404, 'text/plain; charset=utf-8', 'Not found'],
      ['GET /assets', 404, 'text/plain; charset=utf-8', 'Not found'],
      ['POST /', 405, 'text/plain; charset=utf-8', 'Not found'],
      ['DELETE /index.html', 405, 'text/plain; charset=utf-8', 'Not found'],
    ] as const) {
      const told = await ask(port, request);
      expect(told, request).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      for (const [name, value] of Object.entries({
        ...securityHeaders,
        'Content-Security-Policy': policy,
        'Content-Type': type,
      }))
        expect(told.toLowerCase(), request).toContain(`${name}: ${value}`.toLowerCase());
      const said = told.slice(told.indexOf('\r\n\r\n') + 4);
      if (body === null) expect(said).toBe('');
      else expect(said, request).toContain(body);
    }
  });

  it.each([
    '/../secret.txt',
    '/../../secret.txt',
    '/%2e%2e/%2e%2e/secret.txt',
    '/..%2f..%2fsecret.txt',
    '/..%5c..%5csecret.txt',
    '/assets/../../../secret.txt',
    '/led-out.txt',
    '/../start.cmd',
    '//etc/passwd',
    '/%00',
    '/%',
    'secret.txt',
    '..',
  ])('does not leave its folder by %s', async (asked) => {
    const told = await ask(port, `GET ${asked}`);
    expect(told).toMatch(/^HTTP\/1.1 4\d\d /);
    expect(told).not.toMatch(/secret|root:|WINDOWS/);
  });

  it('can be reached from this computer only', async () => {
    const others = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    for (const { address, internal, family } of others) {
      if (internal || family !== 'IPv4') continue;
      await expect(ask(port, 'GET /', address), address).rejects.toThrow(/ECONNREFUSED/);
    }
    await expect(ask(port, 'GET /', '127.0.0.2')).rejects.toThrow(/ECONNREFUSED/);
  });
});

/** The program itself: what lies on the path may be a script that looks for it there. */
function whole(program: string): string {
  if (program === 'node') return process.execPath;
  return execFileSync(program, ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();
}
