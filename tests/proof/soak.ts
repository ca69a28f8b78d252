/** Owns the proof that a meeting of half an hour without a network fails nowhere and takes no more memory at its end. */
import { playwright } from './journeys.ts';

export interface Soak {
  readonly passed: boolean;
  /** Minutes, rounds, and megabytes early and late, as the journey tells them. */
  readonly found: unknown;
  /** What was printed where it failed. */
  readonly said: string;
}

/** Runs `tests/e2e/soak.spec.ts` once, over the built page. */
export async function proveSoak(minutes = 30): Promise<Soak> {
  const args = ['soak.spec.ts', '--retries=0', '--reporter=line'];
  const { status, stdout, stderr } = await playwright(args, { PHUNGPAO_SOAK: String(minutes) });
  const line = /^\{"minutes".*\}$/m.exec(stdout)?.[0];
  const passed = status === 0 && line !== undefined;
  return { passed, found: line ? (JSON.parse(line) as unknown) : null, said: passed ? '' : stdout + stderr };
}
