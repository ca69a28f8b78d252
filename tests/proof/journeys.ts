/** Owns the journeys that are too long for every test run: all screens at each size, every start with something missing, every file of a meeting, all ways out of each packaging, hostile texts on every tool, what befalls a page that is kept, graphics lost again and again. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Journeys {
  readonly passed: number;
  readonly failed: number;
  /** What was printed of those that failed. */
  readonly said: string;
}

interface Report {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
}

/** Runs those of `tests/e2e` that look at `PHUNGPAO_LONG`, over the built page. */
export function proveJourneys(): Journeys {
  const { stdout, stderr } = spawnSync(
    'npx',
    [
      '--no-install',
      'playwright',
      'test',
      'axe',
      'screens',
      'access',
      'starts',
      'briefing',
      'exfiltration',
      'hostile',
      'renderers',
      'offline',
      '--reporter=json',
    ],
    {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, PHUNGPAO_LONG: '1' },
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
  const { stats } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Report;
  const failed = stats.unexpected + stats.flaky;
  return { passed: stats.expected, failed, said: failed > 0 ? stderr + stdout : '' };
}
