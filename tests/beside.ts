/** Owns running npm scripts beside each other: each one's words told whole when it ends, and wrong as soon as one of them is. */
// tsx tests/beside.ts test:built test:read
import { spawn } from 'node:child_process';
import { once } from 'node:events';

async function isRight(script: string): Promise<boolean> {
  const startMs = performance.now();
  const child = spawn(`npm run -s ${script}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const words: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => words.push(part));
  const [code] = (await once(child, 'close')) as [number | null];
  process.stdout.write(Buffer.concat(words));
  console.log(`${script}: ${code === 0 ? 'right' : 'WRONG'}, ${Math.round((performance.now() - startMs) / 1000)} s`);
  return code === 0;
}

const all = await Promise.all(process.argv.slice(2).map(isRight));
process.exitCode = all.every(Boolean) ? 0 : 1;
