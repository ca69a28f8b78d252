/** The contract of every engine, kept by ClickHouse's own. */
import { afterAll, beforeAll } from 'vitest';
import { engineContract } from '../engine/contract.ts';
import { openServer, type Server } from './opened.ts';

let server: Server;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

engineContract('ClickHouse', () => Promise.resolve(server.open()), {
  outward: [
    "select * from url('http://127.0.0.1:9/steal', 'CSV', 'a String')",
    "select * from remote('127.0.0.1:9', system.one)",
    "select * from file('/etc/passwd', 'LineAsString')",
    "insert into function url('http://127.0.0.1:9/steal', 'CSV', 'a String') select 'a'",
    'set readonly = 0',
    'select 1 settings readonly = 0, additional_table_filters = {}',
  ],
  long: 'select count() from numbers(3000000000) where sipHash64(number) = 1',
  isTransactional: false,
  missing: 'cluster_schema',
});
