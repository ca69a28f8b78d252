/** Owns a second origin on the loopback that counts who calls: requests, sockets and bare connections. */
import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Trap {
  /** With a closing slash; what stands after it names the way that was tried. */
  readonly url: string;
  /** Names of the ways by which somebody called; `connection` where one was opened and nothing asked. */
  hits(): readonly string[];
  forget(): void;
  close(): Promise<void>;
}

export async function setTrap(): Promise<Trap> {
  const met = new Set<string>();
  const silent = new Set<object>();
  const server = createServer((request, response) => {
    silent.delete(request.socket);
    met.add(wayOf(request.url));
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' });
    response.end();
  });
  server.on('connection', (socket) => silent.add(socket));
  server.on('upgrade', (request, socket) => {
    silent.delete(request.socket);
    met.add(wayOf(request.url));
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const datagrams = createSocket('udp4').on('message', () => void met.add('datagram'));
  await new Promise<void>((resolve) => datagrams.bind(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}/`,
    hits: () => [...met, ...(silent.size > 0 ? ['connection'] : [])].sort(),
    forget: () => {
      met.clear();
      silent.clear();
    },
    close: async () => {
      datagrams.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const wayOf = (url = ''): string => url.split(/[/?]/)[1] ?? '';
