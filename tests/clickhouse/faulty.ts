/** Owns what can go wrong between a page and a server: a row each, done to the next answers that the server gives. */
import type { ServerResponse } from 'node:http';

export const faults = {
  /** Nobody there. */
  refuse: (response: ServerResponse) => void response.socket?.destroy(),
  /** A balancer in front of a server that is gone. */
  gateway: (response: ServerResponse) => void response.writeHead(502).end('<html>Bad Gateway</html>'),
  /** A sign-in page of the network in place of the server. */
  portal: (response: ServerResponse) =>
    void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Please sign in</html>'),
  /** Never a byte. */
  silent: () => undefined,
  /** Half of the answer, then never a byte. */
  stall: (response: ServerResponse, body: Uint8Array) => void response.write(half(body)),
  /** The server is started again in mid-answer. */
  restart: (response: ServerResponse, body: Uint8Array) =>
    void response.write(half(body), () => setTimeout(() => response.socket?.destroy(), 20)),
  /** Something in between ends the answer as if it were whole. */
  cut: (response: ServerResponse, body: Uint8Array) => void response.end(half(body)),
  /** All but the last bytes, by which a stream says that it is over. */
  endless: (response: ServerResponse, body: Uint8Array) => void response.end(body.subarray(0, -8)),
  /** What an exception after the first rows looks like: status 200, and its text in the tail. */
  late: (response: ServerResponse, body: Uint8Array) =>
    void response.end(
      Buffer.concat([half(body), Buffer.from('\r\n__exception__\r\nCode: 241. DB::Exception: Memory limit exceeded')]),
    ),
  /** A clock that is years off. */
  skew: (response: ServerResponse, body: Uint8Array) =>
    void response.writeHead(200, { Date: 'Mon, 01 Jan 1990 00:00:00 GMT' }).end(body),
  busy: (response: ServerResponse) =>
    void response.writeHead(503).end('Code: 202. DB::Exception: Too many simultaneous queries.'),
} as const satisfies Record<string, (response: ServerResponse, body: Uint8Array) => void>;
export type FaultName = keyof typeof faults;

const half = (body: Uint8Array): Uint8Array => body.subarray(0, Math.floor(body.length / 2));
