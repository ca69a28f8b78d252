/** Owns the record of the benchmarks: each keeps its own part of results.json, with the machine and the day. */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { medianOf } from './rounds.ts';

const file = path.join(import.meta.dirname, 'results.json');

export interface Result {
  readonly what: string;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly rounds: number;
  readonly note?: string;
}

export const slowest = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * 0.95))] ?? Number.NaN;

const rounded = (ms: number): number => Number(ms.toPrecision(4));

export function resultOf(what: string, timesMs: readonly number[], note = ''): Result {
  const result = {
    what,
    medianMs: rounded(medianOf(timesMs)),
    p95Ms: rounded(slowest(timesMs)),
    rounds: timesMs.length,
  };
  return note === '' ? result : { ...result, note };
}

export async function keepResults(part: string, results: readonly Result[]): Promise<void> {
  const before = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Record<string, unknown>,
    () => ({}),
  );
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB`;
  const told = { date: new Date().toISOString().slice(0, 10), machine, node: process.version, results };
  await writeFile(file, `${JSON.stringify({ ...before, [part]: told }, null, 2)}\n`);
}
