/** Owns the run of the full proof: which parts are asked for, what each prints, and one file that keeps each part's figures until it is run again. */
// npm run proof -- kills soak
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parts, type Proven } from './parts.ts';

const file = new URL('results.json', import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) throw new Error(`No part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);

function commit(): string | null {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
function kept(): Record<string, unknown> {
  const told = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { parts?: Record<string, unknown> }) : {};
  return Object.fromEntries(Object.entries(told.parts ?? {}).filter(([name]) => name in parts));
}

/** A part that can't be run at all is wrong, and the next is run. */
async function prove(name: string): Promise<Proven> {
  try {
    const proven = await parts[name]?.();
    if (proven) return proven;
    throw new Error(`No part ${name}`);
  } catch (fault) {
    return {
      isRight: false,
      said: [fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)],
      found: null,
    };
  }
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, node ${process.version}`;
const wrong: string[] = [];
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  const startMs = Date.now();
  print(name);
  const { isRight, said, found } = await prove(name);
  const seconds = Math.round((Date.now() - startMs) / 1000);
  said.forEach((line) => print(`  ${line}`));
  print(`  ${isRight ? 'right' : 'WRONG'}, ${seconds} s`);
  if (!isRight) wrong.push(name);
  // Written after each: what a part took hours to find is not lost with the next.
  const told = { isRight, date: new Date().toISOString(), commit: commit(), seconds, said, found };
  writeFileSync(file, `${JSON.stringify({ machine, parts: { ...kept(), [name]: told } }, null, 2)}\n`);
}
print(wrong.length === 0 ? 'all right' : `wrong: ${wrong.join(', ')}`);
process.exit(wrong.length === 0 ? 0 : 1);
