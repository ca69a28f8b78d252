/** Owns starting the page that was built for a cluster, shutting and opening the door to that, and ending all of it. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import type { Engine } from '../../src/engine/engine.ts';
import { serverAt, type Server } from './opened.ts';
import type { Opened } from './page.ts';

export interface Clustered extends Pick<Opened, 'url' | 'origin'> {
  readonly server: Omit<Server, 'close'>;
  /** As somebody who may do everything. */
  readonly engine: Engine;
  /** Nobody answers at the address any more, and whatever was under way breaks off; or they do again. */
  readonly shut: () => Promise<void>;
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openClustered(): Promise<Clustered> {
  const tsx = createRequire(import.meta.url).resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, new URL('./page.ts', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const told = async (): Promise<string> => {
    const { done, value } = await lines.next();
    if (done) throw new Error('the page of the cluster did not start');
    return value;
  };
  const say = async (word: string): Promise<void> => {
    child.stdin.write(`${word}\n`);
    await told();
  };
  const opened = JSON.parse(await told()) as Opened;
  const server = serverAt(opened.server);
  return {
    ...opened,
    server,
    engine: server.open({ database: 'phungpao' }),
    shut: () => say('shut'),
    open: () => say('open'),
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.stdin.end();
      }),
  };
}
