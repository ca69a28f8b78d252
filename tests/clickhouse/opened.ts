/** Owns starting the server of these tests, an engine on it, and ending both. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { openClickHouse, type ClickHouseParts } from '../../src/engine/clickhouse.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { clickHouse } from '../../src/queries/dialect.ts';
import type { FaultName } from './faulty.ts';
import type { Asked, Spent } from './server.ts';
import { admin, type User } from './users.ts';

export interface Server {
  readonly origin: string;
  readonly open: (parts?: Partial<ClickHouseParts>, user?: Pick<User, 'name' | 'password'>) => Engine;
  /** The next answers go wrong so. */
  readonly spoil: (name: FaultName, times?: number) => Promise<void>;
  readonly told: () => Promise<{ readonly asked: readonly Asked[]; readonly killed: readonly string[] }>;
  readonly spent: () => Promise<Spent>;
  readonly close: () => Promise<void>;
}

/** One that runs already. */
export function serverAt(origin: string): Omit<Server, 'close'> {
  return {
    origin,
    open: (parts = {}, { name: user, password } = admin) =>
      openClickHouse({ origin, credentials: { user, password }, dialect: clickHouse, retriesMs: [10, 20], ...parts }),
    async spoil(name, times = 1) {
      await fetch(`${origin}/spoil`, { method: 'POST', body: JSON.stringify({ name, times }) });
    },
    told: async () => (await (await fetch(`${origin}/asked`)).json()) as Awaited<ReturnType<Server['told']>>,
    spent: async () => (await (await fetch(`${origin}/spent`)).json()) as Spent,
  };
}

export async function openServer(): Promise<Server> {
  const tsx = createRequire(import.meta.url).resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, new URL('./server.ts', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const origin = await firstLine(child);
  return {
    ...serverAt(origin),
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.stdin?.end();
      }),
  };
}

function firstLine({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    stdout?.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()));
    stdout?.once('end', () => reject(new Error('the server did not start')));
  });
}
