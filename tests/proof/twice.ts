/** Owns the proof that a commit has one build: made twice from clean clones, at other places, hours and time zones. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { sumsName } from '../../scripts/sums.ts';

const root = path.resolve(import.meta.dirname, '../..');

export interface Twice {
  readonly files: number;
  /** Lines of the two lists of hashes that differ. */
  readonly differing: readonly string[];
}

/** Of what is committed, not of what is being worked on. Null without Git. */
export function proveTwice(): Twice | null {
  if (!existsSync(path.join(root, '.git'))) return null;
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  const dir = mkdtempSync(path.join(root, '.cache', 'twice-'));
  try {
    const one = listed(path.join(dir, 'one'), 'UTC');
    const two = listed(path.join(dir, 'two', 'further down'), 'Asia/Bangkok');
    const differing = [...one.filter((line) => !two.includes(line)), ...two.filter((line) => !one.includes(line))];
    return { files: one.length, differing };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function listed(place: string, zone: string): readonly string[] {
  mkdirSync(path.dirname(place), { recursive: true });
  execFileSync('git', ['clone', '-q', root, place]);
  // Hard links: what is installed is the same to the last byte anyway.
  execFileSync('cp', ['-al', path.join(root, 'node_modules'), path.join(place, 'node_modules')]);
  execFileSync('npm', ['run', '-s', 'build'], { cwd: place, env: { ...process.env, TZ: zone }, stdio: 'pipe' });
  return readFileSync(path.join(place, 'dist', sumsName), 'utf8')
    .trimEnd()
    .split('\n');
}
