/** Owns a server on the loopback that speaks ClickHouse's HTTP interface over the real engine as a library; a process of its own. */
import { Session } from 'chdb';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faults, type FaultName } from './faulty.ts';
import { newRunning, stream, type Running } from './streaming.ts';
import { users, type User } from './users.ts';

/** What a test is told of the questions that came. */
export interface Asked {
  readonly id: string;
  readonly user: string;
  readonly sql: string;
  readonly url: string;
  readonly running: Running;
}

const home = mkdtempSync(join(tmpdir(), 'clickhouse-proof-'));
const data = join(home, 'data');
/** The library has no users: each user's settings are a connection of their own, with filters of rows for a row policy. */
const sessions = new Map<string, Session>();
const asked: Asked[] = [];
const killed = new Set<string>();
/** Connections on which an answer is on its way: each has room for one. */
const busy = new Set<Session>();
let next: { name: FaultName; times: number } | null = null;

const cors = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'x-clickhouse-user, x-clickhouse-key, content-type',
  'Access-Control-Allow-Methods': 'POST, GET, OPTIONS',
  'Access-Control-Max-Age': '86400',
};
/** Of an address, what is no setting. */
const own = /^(query|query_id|database|default_format|user|password|param_.*)$/;

class Refusal extends Error {
  readonly number: number;
  constructor(number: number, text: string) {
    super(`Code: ${number}. DB::Exception: ${text}`);
    this.number = number;
  }
}

const tell = (session: Session, sql: string): string => session.query(sql);

function sessionOf(user: User, database: string, settings: readonly (readonly [string, string])[]): Session {
  let key = JSON.stringify([user.name, database, settings]);
  for (let known = sessions.get(key); known; known = sessions.get(key)) {
    if (!busy.has(known)) return known;
    key += '+';
  }
  const session = new Session(data);
  tell(session, `use ${database}`);
  const told = [...settings].sort(([a], [b]) => Number(a === 'readonly') - Number(b === 'readonly'));
  if (Object.keys(user.rows).length > 0) {
    const filters = Object.entries(user.rows).map(([table, test]) => `'${database}.${table}': '${test}'`);
    tell(session, `set additional_table_filters = {${filters.join(', ')}}`);
  }
  for (const [name, value] of told) {
    if (!/^\w+$/.test(name)) throw new Refusal(115, `Unknown setting ${name}`);
    tell(session, `set ${name} = ${/^\d+$/.test(value) ? value : `'${value.replaceAll(/[\\']/g, '\\$&')}'`}`);
  }
  sessions.set(key, session);
  return session;
}

function signedIn({ headers }: IncomingMessage): User {
  const text = (name: string): string => Buffer.from(String(headers[name] ?? ''), 'latin1').toString('utf8');
  const user = users.find(({ name }) => name === text('x-clickhouse-user'));
  if (user?.password === text('x-clickhouse-key')) return user;
  throw new Refusal(
    516,
    `${text('x-clickhouse-user')}: Authentication failed: password is incorrect, or there is no user with such name.`,
  );
}

/** What a grant gives, told by the tables that a statement names. */
function mayAsk(user: User, sql: string): void {
  const read = [...sql.matchAll(/\b(?:from|join)\s+(\w+)/gi)].map(([, table = '']) => table.toLowerCase());
  const refused = read.find((table) => user.denied.includes(table));
  if (refused)
    throw new Refusal(
      497,
      `${user.name}: Not enough privileges. To execute this query, it's necessary to have the grant SELECT ON ${refused}.`,
    );
  if (!user.isAdmin && !/^\s*(with|select|kill)\b/i.test(sql))
    throw new Refusal(497, `${user.name}: Not enough privileges.`);
  if (/;\s*\S/.test(sql.replaceAll(/'(?:[^'\\]|\\.|'')*'/g, '')))
    throw new Refusal(62, 'Syntax error (Multi-statements are not allowed)');
}

/** A value as it was written, with its escapes. */
function valueOf(text: string): string | null {
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0', '\\': '\\' };
  return text === '\\N' ? null : text.replaceAll(/\\(.)/g, (whole, letter: string) => escapes[letter] ?? whole);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The answer's bytes; null where they have gone out already, as they came, for `onward`. */
async function answered(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  onward: ServerResponse | null,
): Promise<Uint8Array | null> {
  const user = signedIn(request);
  const type = request.headers['content-type'] ?? '';
  const form = type.startsWith('multipart/form-data')
    ? await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    : null;
  const query = url.searchParams.get('query');
  const sql = form ? String(form.get('query')) : (query ?? body.toString('utf8'));
  const params: Record<string, string | null> = {};
  for (const [name, value] of [...url.searchParams, ...(form ?? [])])
    if (name.startsWith('param_')) params[name.slice('param_'.length)] = valueOf(String(value));
  const line: Asked = {
    id: url.searchParams.get('query_id') ?? '',
    user: user.name,
    sql,
    url: url.pathname + url.search,
    running: newRunning(),
  };
  asked.push(line);
  if (/^kill query/.test(sql)) {
    killed.add(params.id ?? '');
    for (const { id, running } of asked) if (id === params.id) running.isKilled = true;
    return new Uint8Array(0);
  }
  mayAsk(user, query ?? sql);
  const settings = [...url.searchParams].filter(([name]) => !own.test(name));
  const session = sessionOf(user, url.searchParams.get('database') ?? 'default', settings);
  const insert = query === null || form ? null : /^insert into (\S+) \(([^)]*)\) format (\w+)$/i.exec(query);
  if (insert) {
    const file = join(home, `${line.id || crypto.randomUUID()}.bin`);
    writeFileSync(file, body);
    try {
      const [, table, columns, format] = insert;
      const told = ['insert into', table, `(${columns}) select`, columns, `from file('${file}', '${format}')`].join(
        ' ',
      );
      await session.queryBindAsync(told, {});
    } finally {
      rmSync(file);
    }
    return new Uint8Array(0);
  }
  const format = url.searchParams.get('default_format') ?? 'TabSeparated';
  if (onward && format === 'ArrowStream') {
    busy.add(session);
    try {
      if (await stream(session, sql, params, onward, line.running)) return null;
    } finally {
      busy.delete(session);
    }
  }
  const bytes = (await session.queryBindAsync(sql, params, { format })).bytes();
  line.running.bytes = bytes.length;
  line.running.ended = 'whole';
  return bytes;
}

const statuses: ReadonlyMap<number, number> = new Map([
  [516, 403],
  [497, 403],
  [60, 404],
  [62, 400],
  [47, 400],
]);

function refuse(response: ServerResponse, fault: unknown): void {
  const text = fault instanceof Error ? fault.message : String(fault);
  const number = Number(/Code: (\d+)/.exec(text)?.[1] ?? 1001);
  response.writeHead(statuses.get(number) ?? 500, { 'X-ClickHouse-Exception-Code': String(number) }).end(text);
}

/** Seconds of all cores since the process began, and the most memory it held since this was asked last. */
export interface Spent {
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}
function spent(): Spent {
  const { user, system } = process.cpuUsage();
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0);
  // Begins to watch anew.
  writeFileSync('/proc/self/clear_refs', '5');
  return { cpuSeconds: (user + system) / 1e6, peakMegabytes: peak / 1024 };
}

/** For tests alone: what came, and what is to go wrong next. */
async function told(request: IncomingMessage, url: URL): Promise<unknown> {
  if (url.pathname === '/asked') return { asked, killed: [...killed] };
  if (url.pathname === '/spent') return spent();
  next = JSON.parse((await bodyOf(request)).toString()) as typeof next;
  return {};
}

const server = createServer((request, response) => {
  void (async () => {
    for (const [name, value] of Object.entries(cors)) response.setHeader(name, value);
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname !== '/') return response.end(JSON.stringify(await told(request, url)));
    const body = await bodyOf(request);
    const fault = next && next.times > 0 && !/kill query/.test(body.toString('latin1')) ? faults[next.name] : null;
    if (next && fault) next.times--;
    try {
      response.setHeader('X-ClickHouse-Query-Id', url.searchParams.get('query_id') ?? '');
      const bytes = await answered(request, url, body, fault ? null : response);
      if (bytes && fault) fault(response, bytes);
      else if (bytes) response.end(bytes);
    } catch (error) {
      if (fault) fault(response, new Uint8Array(0));
      else refuse(response, error);
    }
  })();
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});
/** Ends with whoever started it. */
process.stdin.resume().on('end', () => {
  for (const session of sessions.values()) session.close();
  rmSync(home, { recursive: true, force: true });
  process.exit(0);
});
