/** Owns a small publisher on loopback for the area tests: shapefiles to serve, and the ways in which serving goes wrong. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import mapshaper from 'mapshaper';
import type { LabelPoint } from '../../../scripts/areas/known.ts';
import type { PublishedFile } from '../../../scripts/areas/published.ts';
import { sha256, type KnownCodes } from '../../../scripts/areas/source.ts';

/** Four tambon in three amphoe of two provinces; one is published under the code it had before it moved. */
export const points: readonly LabelPoint[] = [
  { code: '940101', longitude: 101.2, latitude: 6.8 },
  { code: '940113', longitude: 101.3, latitude: 6.8 },
  { code: '941001', longitude: 101.3, latitude: 6.7 },
  { code: '530407', longitude: 100.9, latitude: 17.9 },
];
export const known: KnownCodes = {
  polygons: new Set(points.flatMap(({ code }) => [code, code.slice(0, 4), code.slice(0, 2)])),
};

/** A zipped shapefile of squares, with the fields of the published ones. */
export async function shapefile(province: string | null): Promise<Uint8Array> {
  const features = points
    .filter(({ code }) => province === null || code.startsWith(province))
    .map(({ code, longitude, latitude }) => {
      const [west, south] = [longitude - 0.05, latitude - 0.05];
      // The finer file has one corner more.
      const extra = province === null ? [] : [[west - 0.01, south + 0.05]];
      const ring = [
        [west, south],
        ...extra,
        [west, south + 0.1],
        [west + 0.1, south + 0.1],
        [west + 0.1, south],
        [west, south],
      ];
      return {
        type: 'Feature',
        properties: { ADM3_PCODE: `TH${code === '530407' ? '530306' : code}`, ADM3_TH: 'ทดสอบ' },
        geometry: { type: 'Polygon', coordinates: [ring] },
      };
    });
  const squares = JSON.stringify({ type: 'FeatureCollection', features });
  const made = await mapshaper.applyCommands('-i squares.json -o squares.zip format=shapefile -quiet', {
    'squares.json': squares,
  });
  return made['squares.zip'] ?? Promise.reject(new Error('no zip'));
}

export function pinned(path: string, body: Uint8Array, province: string | null): PublishedFile {
  return { path, bytes: body.length, sha256: sha256(body), province, intervalM: 0 };
}

export type Fault = 'none' | 'tampered' | 'cut' | 'ended early' | 'too long' | 'missing' | 'silent';

export interface Publisher {
  readonly base: string;
  /** Requests met so far. */
  readonly asked: string[];
  /** What goes wrong with each path that holds this text; the empty text is every path. */
  fault(path: string, fault: Fault): void;
  close(): Promise<void>;
}

export async function publish(bodies: ReadonlyMap<string, Uint8Array>): Promise<Publisher> {
  const faults = new Map<string, Fault>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '').slice(1);
    asked.push(path);
    const body = bodies.get(path);
    const fault = [...faults].find(([part]) => path.includes(part))?.[1] ?? 'none';
    answer(response, fault === 'missing' ? undefined : body, fault);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    fault: (path, fault) => {
      faults.clear();
      faults.set(path, fault);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((closed, failed) => server.close((error) => (error ? failed(error) : closed())));
    },
  };
}

function answer(response: ServerResponse, body: Uint8Array | undefined, fault: Fault): void {
  if (!body) {
    response.writeHead(404).end('not here');
  } else if (fault === 'silent') {
    response.writeHead(200, { 'content-length': body.length }).write(body.subarray(0, 10));
  } else if (fault === 'cut') {
    response.writeHead(200, { 'content-length': body.length });
    response.write(body.subarray(0, body.length >> 1), () => setTimeout(() => response.destroy(), 50));
  } else if (fault === 'ended early') {
    response.writeHead(200).end(body.subarray(0, body.length >> 1));
  } else if (fault === 'too long') {
    response.writeHead(200).end(Buffer.concat([body, body]));
  } else if (fault === 'tampered') {
    const changed = Buffer.from(body);
    changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
    response.writeHead(200).end(changed);
  } else response.writeHead(200).end(body);
}
