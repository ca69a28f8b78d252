/** Fetching what the page brings along: whatever is wrong with the network, the reader is told what is missing. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AreaCode } from '../../../src/model/area.ts';
import type { IsoDate } from '../../../src/model/snapshot.ts';
import { fetchJson, fetchSampleFile, type SampleFile } from '../../../src/state/sample.ts';

/** A server that has one file, cuts a connection off, and answers all else with a page, as many do. */
let server: Server;
let base = '';
const worn: Record<string, string> = {};
const versions: unknown[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    versions.push(request.headers['x-version']);
    if (request.url === '/cut.json' || request.url === '/sample/cut.csv') request.socket.destroy();
    else if (request.url === '/one.json') response.end('{"one":1}');
    else if (request.url === '/sample/one.csv') response.end('a,b');
    else if (request.url?.startsWith('/page')) response.end('<!doctype html>');
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  // The page's own address, and what it bears; in Node there is none.
  Object.assign(globalThis, { document: { baseURI: base, documentElement: { dataset: worn } } });
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'document');
  server.close();
});

const sample = (file: string): SampleFile => ({
  file,
  bytes: 3,
  rows: 1,
  province: '94' as AreaCode,
  asOf: '2022-06-29' as IsoDate,
});

it('a page that bears its version names it, so that it is given its own files', async () => {
  await fetchJson('one.json');
  worn.version = 'abc';
  await fetchJson('one.json');
  delete worn.version;
  expect(versions.slice(-2)).toEqual([undefined, 'abc']);
});

it('a file beside the page is fetched', async () => {
  expect(await fetchJson('one.json')).toEqual({ one: 1 });
  const file = (await fetchSampleFile(sample('one.csv'))) as File;
  expect([file.name, await file.text()]).toEqual(['one.csv', 'a,b']);
});

it.each(['missing.json', 'cut.json', 'page.json'])('%s is told as data that are not there', async (path) => {
  await expect(fetchJson(path)).rejects.toMatchObject({ code: 'areas_missing', detail: { file: path } });
});

it.each(['missing.csv', 'cut.csv'])('the sample’s %s is told as a sample that is not there', async (file) => {
  await expect(fetchSampleFile(sample(file))).rejects.toMatchObject({ code: 'sample_missing', detail: { file } });
});
