/** Owns the local server: dist/ on the loopback interface, with the strict headers on every response. */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sirv from 'sirv';
import { cacheControlOf, securityHeaders, typeOf } from './serving/headers.ts';

export interface Serving {
  /** With a closing slash: `http://127.0.0.1:4173/`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a folder as it stands now. Takes the first free port from `port` up; 0 takes any. */
export async function startServer({ dir, port }: { dir: string; port: number }): Promise<Serving> {
  if (!existsSync(path.join(dir, 'index.html'))) throw new Error(`${dir} holds no index.html; build first: npm start`);
  const files = sirv(dir, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, pathname) {
      const type = typeOf(pathname);
      if (type) response.setHeader('Content-Type', type);
      response.setHeader('Cache-Control', cacheControlOf(pathname));
    },
  });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const refuse = (status: number, text: string): void => {
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
      response.end(text);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD\n');
    files(request, response, () => refuse(404, 'ไม่พบสิ่งที่ขอ · Not found\n'));
  });
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number): Promise<void> {
  for (let candidate = port; ; candidate++) {
    try {
      return await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(candidate, '127.0.0.1', () => {
          server.off('error', reject);
          resolve();
        });
      });
    } catch (error) {
      server.removeAllListeners('error');
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || candidate >= port + 100) throw error;
    }
  }
}

if (process.argv[1] === import.meta.filename) {
  const { url } = await startServer({
    dir: path.resolve(import.meta.dirname, '../dist'),
    port: Number(process.env.PORT ?? 4173),
  });
  console.log(`พุ่งเป้า: ${url}`);
}
