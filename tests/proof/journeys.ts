/** Owns the journeys that are too long for every test run: all screens at each size, every start with something missing, every file of a meeting, all ways out of each packaging, hostile texts on every tool, what befalls a page that is kept, graphics lost again and again, storage that fails at each call. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Files of `tests/e2e` that look at `PHUNGPAO_LONG`. */
export const journeys = [
  'axe',
  'screens',
  'access',
  'starts',
  'briefing',
  'exfiltration',
  'hostile',
  'renderers',
  'offline',
  'vault',
] as const;

export interface Journeys {
  readonly passed: number;
  readonly failed: number;
  /** What was printed of those that failed. */
  readonly said: string;
}

interface Report {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
}

/** Runs all journeys of one file over the built page. A flaky one counts as failed. */
export async function proveJourney(name: string): Promise<Journeys> {
  const { stdout, stderr } = await playwright([`${name}.spec.ts`, '--reporter=json'], { PHUNGPAO_LONG: '1' });
  const { stats } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Report;
  const failed = stats.unexpected + stats.flaky;
  return { passed: stats.expected, failed, said: failed > 0 ? stderr + stdout : '' };
}

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
/** Runs journeys in a process of their own. */
export function playwright(args: readonly string[], told: Readonly<Record<string, string>>): Promise<Ran> {
  const child = spawn('npx', ['--no-install', 'playwright', 'test', ...args], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, ...told },
  });
  const texts = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (texts.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (texts.stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...texts }));
  });
}
