/** Owns the portable folder as a reader has it: packed, unpacked elsewhere, started by its script. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { packFolder } from '../../scripts/package.ts';
import type { Serving } from '../../scripts/serve.ts';

export async function startPortable(built: string): Promise<Serving> {
  const dir = await mkdtemp(path.join(tmpdir(), 'phungpao-unpacked-'));
  for (const [name, bytes] of Object.entries(unzipSync(await packFolder(built)))) {
    const file = path.join(dir, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  const script = path.join(dir, 'phungpao', 'start.cmd');
  const server = spawn('sh', [script, '--no-browser'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [told] = (await once(server.stdout, 'data')) as [Buffer];
  const url = /http:\S+/.exec(told.toString())?.[0];
  if (!url) throw new Error(`the portable server said: ${told.toString()}`);
  return {
    url,
    close: async () => {
      server.kill();
      await rm(dir, { recursive: true });
    },
  };
}
