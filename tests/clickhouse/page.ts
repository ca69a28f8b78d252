/** Owns the page built for a cluster, and that cluster: rounds of the sample on the real ClickHouse, behind a door that can be shut; a process of its own. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, request, type Server as Door } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { loadGazetteer } from '../../src/areas/gazetteer.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { toIPC } from '../../src/engine/rows.ts';
import { createTables } from '../../src/engine/tables.ts';
import { importFiles } from '../../src/intake/importing.ts';
import { foldTable } from '../../src/model/status.ts';
import { clusterForm } from '../../src/model/tableform.ts';
import { askCubeCells } from '../../src/queries/cube-cells.ts';
import type { SampleFile } from '../../src/state/sample.ts';
import { openNodeEngine } from '../support/engine.ts';
import { openServer } from './opened.ts';
import { copyTables, makeTables } from './tables.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Rounds that the cluster has, by their numbers. */
export const rounds = {
  194: '94.2022-06-10',
  113: '13.2022-06-10',
  294: '94.2022-06-29',
} as const;

/** Told as one line. */
export interface Opened {
  /** Where the page is. */
  readonly url: string;
  /** Where it asks. */
  readonly origin: string;
  /** The server behind the door. */
  readonly server: string;
}

const server = await openServer();
await server.open().run({ sql: 'create database phungpao', params: [] });
const door = await doorTo(server.origin);
const folder = await mkdtemp(path.join(tmpdir(), 'clustered-'));
// The headers are those of the environment too.
process.env.PHUNGPAO_CLUSTER = door.origin;
// One after the other: an engine that is given no processor for long is taken for dead.
await fill(server.open({ database: 'phungpao' }));
await promisify(execFile)('npx', ['vite', 'build', '--outDir', folder, '--logLevel', 'error'], { cwd: root });
const { startServer } = await import('../../scripts/serve.ts');
const page = await startServer({ dir: folder, port: 0 });
process.stdout.write(
  `${JSON.stringify({ url: page.url, origin: door.origin, server: server.origin } satisfies Opened)}\n`,
);
for await (const line of createInterface(process.stdin)) {
  await (line === 'shut' ? door.shut() : door.open());
  process.stdout.write(`${line}\n`);
}
await Promise.all([page.close(), door.shut(), server.close(), rm(folder, { recursive: true })]);
process.exit(0);

/** The sample's files by the same intake as a reader's own, then as rounds with a cube each. */
async function fill(to: Engine): Promise<void> {
  await makeTables(to);
  const folds = foldTable.map((status, mask) => ({ mask, status }));
  await to.load('fold', [toIPC({ mask: 'int', status: 'int' }, folds)]);
  const data = path.join(root, 'data');
  const gazetteer = await loadGazetteer(async (name) => JSON.parse(await readFile(path.join(data, name), 'utf8')));
  const files = JSON.parse(await readFile(path.join(data, 'sample/index.json'), 'utf8')) as readonly SampleFile[];
  const from = await openNodeEngine();
  try {
    await createTables(from);
    for (const [number, key] of Object.entries(rounds)) {
      const sample = files.find(({ province, asOf }) => `${province}.${asOf}` === key);
      if (!sample) throw new Error(`${key} is not in the sample`);
      const file = new File([await readFile(path.join(data, 'sample', sample.file))], sample.file);
      const ask = (): never => {
        throw new Error(`${sample.file} raises a question`);
      };
      await importFiles([file], { engine: from, gazetteer, firstSnapshot: Number(number), ask });
    }
    await copyTables(from, to);
  } finally {
    await from.close();
  }
  for (const [number, key] of Object.entries(rounds)) {
    const [province = '', asOf = ''] = key.split('.');
    const sql = `insert into round_brought (snapshot, province, as_of, schema, sha256, households, needs)
      select ?::integer, ?, toDate32(?), ?::integer, '', (select count(*) from household where snapshot = ?),
        (select count(*) from need where snapshot = ?)`;
    const at = Number(number);
    await to.run({ sql, params: [at, province, asOf, clusterForm, at, at] });
    const { area, facts, needs, households, persons } = await askCubeCells(to, at);
    const types = {
      snapshot: 'int',
      area: 'int',
      facts: 'int',
      needs: 'int',
      households: 'int',
      persons: 'int',
    } as const;
    const cells = Array.from(area, (_, row) => ({
      ...{ snapshot: at, area: area[row] ?? 0, facts: facts[row] ?? 0, needs: needs[row] ?? 0 },
      ...{ households: households[row] ?? 0, persons: persons[row] ?? 0 },
    }));
    await to.load('cube', [toIPC(types, cells)]);
  }
}

/** In between, so that the server can be gone for a page without being so. */
async function doorTo(target: string): Promise<{
  readonly origin: string;
  readonly open: () => Promise<void>;
  readonly shut: () => Promise<void>;
}> {
  let door: Door;
  let port = 0;
  const open = async (): Promise<void> => {
    door = createServer((asked, answer) => {
      const { method, headers, url } = asked;
      const passed = request(new URL(url ?? '/', target), { method, headers }, (told) => {
        answer.writeHead(told.statusCode ?? 502, told.headers);
        told.pipe(answer);
        told.on('error', () => answer.destroy());
      });
      passed.on('error', () => answer.destroy());
      asked.pipe(passed);
    });
    await new Promise<void>((resolve) => door.listen(port, '127.0.0.1', resolve));
    ({ port } = door.address() as AddressInfo);
  };
  await open();
  return {
    origin: `http://127.0.0.1:${port}`,
    open,
    shut: () =>
      new Promise((resolve) => {
        door.close(() => resolve());
        door.closeAllConnections();
      }),
  };
}
