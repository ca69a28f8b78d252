/** Owns the proof that a meeting of half an hour without a network fails nowhere and takes no more memory at its end. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Soak {
  readonly passed: boolean;
  /** Minutes, rounds, and megabytes early and late, as the journey tells them. */
  readonly found: unknown;
  /** What was printed where it failed. */
  readonly said: string;
}

/** Runs `tests/e2e/soak.spec.ts` once, over the built page. */
export function proveSoak(minutes = 30): Soak {
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['--no-install', 'playwright', 'test', 'soak', '--retries=0', '--reporter=line'],
    {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, PHUNGPAO_SOAK: String(minutes) },
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
  const line = /^\{"minutes".*\}$/m.exec(stdout)?.[0];
  const passed = status === 0 && line !== undefined;
  return { passed, found: line ? (JSON.parse(line) as unknown) : null, said: passed ? '' : stdout + stderr };
}
