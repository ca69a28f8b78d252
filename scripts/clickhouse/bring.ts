/** Owns the command that brings a saved file of clean tables into a cluster; the password is typed or in the environment, never an argument. */
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { openClickHouse } from '../../src/engine/clickhouse.ts';
import { AppError } from '../../src/model/error.ts';
import { clickHouse } from '../../src/queries/dialect.ts';
import { bring } from './bringing.ts';
import { openTablesFile, Refused } from './tablesfile.ts';

const usage = `npx tsx scripts/clickhouse/bring.ts FILE.zip --url https://… --user NAME [--database phungpao] [--cluster phungpao --local phungpao_local]
The password is asked for, or stands in CLICKHOUSE_PASSWORD.`;
const say = (line: string): void => void stdout.write(`${line}\n`);

/** So long may one statement take: the cube of a whole country is one. */
const timeoutMs = 30 * 60_000;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      user: { type: 'string' },
      database: { type: 'string' },
      cluster: { type: 'string' },
      local: { type: 'string' },
    },
  });
  const [path] = positionals;
  const { url, user, database, cluster, local } = values;
  if (!path || !url || !user || positionals.length > 1 || !cluster !== !local) throw new Refused(usage);
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
    throw new Refused('the cluster must be reached by https: rows and password would go in the clear');
  for (const name of [database, cluster, local])
    if (name !== undefined && !/^\w+$/.test(name)) throw new Refused(`${name} is no name`);

  const file = await openTablesFile(path);
  const password = process.env.CLICKHOUSE_PASSWORD ?? (await typed(`Password of ${user}: `));
  const credentials = { user, password };
  const engine = openClickHouse({
    origin: url,
    credentials,
    dialect: clickHouse,
    database,
    timeoutMs,
    isMaking: false,
  });
  const dropping = local
    ? (table: string): string => ['alter table', `${local}.${table}`, 'on cluster', cluster].join(' ')
    : undefined;
  const isNew = await bring(engine, file, { dropping, tell: say });
  await engine.close();
  const rounds = file.manifest.snapshots.map(({ province, asOf }) => `${province} ${asOf}`).join(', ');
  say(isNew ? `brought and counted: ${rounds}` : `already there, nothing changed: ${rounds}`);
}

/** Without showing it. */
async function typed(question: string): Promise<string> {
  stdout.write(question);
  const reader = createInterface({
    input: stdin,
    output: new Writable({ write: (_, __, done) => done() }),
    terminal: true,
  });
  const answer = await reader.question('');
  reader.close();
  say('');
  return answer;
}

try {
  await main();
} catch (fault) {
  // Of a cluster's own words none are repeated: they may hold what was asked.
  const isOption = fault instanceof TypeError && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS');
  if (isOption) say(usage);
  else if (fault instanceof Refused) say(fault.message);
  else if (fault instanceof AppError) say(`the cluster: ${fault.code}. Nothing is shown of the file: bring it again`);
  else throw fault;
  process.exitCode = 1;
}
