/** Owns a host as plain as there are: files by their types, and no header of ours. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import type { Serving } from '../../scripts/serve.ts';

/** Beside the folder's: a file that calls out, as a worker started from an address could here, and a page with no policy. */
const strays: Readonly<Record<string, readonly [type: string, text: string]>> = {
  '/stray.js': ['text/javascript', 'fetch(location.search.slice(1))'],
  '/bare.html': ['text/html', '<!doctype html><title>bare</title><link rel="icon" href="data:,"><p>'],
};

export async function startPlainServer(dir: string): Promise<Serving> {
  const files = sirv(dir, {});
  const server = createServer((request, response) => {
    const stray = strays[request.url?.split('?')[0] ?? ''];
    if (stray) {
      response.writeHead(200, { 'Content-Type': stray[0] });
      return response.end(stray[1]);
    }
    files(request, response, () => void response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
