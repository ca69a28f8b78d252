/** Owns the record of the benchmark: one table, and one file that keeps each part's figures until the part is run again. */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { medianOf } from './rounds.ts';

const file = path.join(import.meta.dirname, 'results.json');

/** What is to be reached: by the median, unless told otherwise. */
export interface Aim {
  readonly of?: 'median' | 'p95' | 'max';
  readonly atMost?: number;
  readonly atLeast?: number;
}

export interface Measured {
  readonly what: string;
  /** How many households, or rows of another kind where `what` says so; 0 where it does not matter. */
  readonly households: number;
  readonly unit?: 'ms' | 'times' | 'MB';
  readonly values: readonly number[];
  readonly aims?: readonly Aim[];
  readonly note?: string;
}

export interface Figure {
  readonly part: string;
  readonly date: string;
  readonly what: string;
  readonly households: number;
  readonly unit: string;
  readonly median: number;
  readonly p95: number;
  readonly min: number;
  readonly max: number;
  readonly n: number;
  /** Null where nothing was set. */
  readonly aim: string | null;
  readonly met: boolean | null;
  readonly note?: string;
}

export const slowest = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * 0.95))] ?? Number.NaN;
const rounded = (value: number): number => Number(value.toPrecision(4));
const today = (): string => new Date().toISOString().slice(0, 10);

export function figureOf(part: string, measured: Measured): Figure {
  const { what, households, unit = 'ms', values, aims = [], note } = measured;
  const got = {
    median: medianOf(values),
    p95: slowest(values),
    min: Math.min(...values),
    max: Math.max(...values),
  };
  const isMet = ({ of = 'median', atMost = Infinity, atLeast = -Infinity }: Aim): boolean =>
    got[of] <= atMost && got[of] >= atLeast;
  const said = aims.map(({ of = 'median', atMost, atLeast }) =>
    atMost === undefined ? `${of} ≥ ${atLeast}` : `${of} ≤ ${atMost}`,
  );
  return {
    part,
    date: today(),
    what,
    households,
    unit,
    median: rounded(got.median),
    p95: rounded(got.p95),
    min: rounded(got.min),
    max: rounded(got.max),
    n: values.length,
    aim: aims.length > 0 ? said.join(', ') : null,
    met: aims.length > 0 ? aims.every(isMet) : null,
    ...(note !== undefined && { note }),
  };
}

const shown = (value: number): string =>
  (value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)).padStart(9);

export const tableHead =
  'what'.padEnd(62) +
  'households'.padStart(11) +
  ['median', 'p95', 'min', 'max'].map((word) => word.padStart(9)).join('') +
  '   n  aim';
export function tableLine({ what, households, unit, median, p95, min, max, n, aim, met }: Figure): string {
  const aimed = aim === null ? '' : `${met ? 'met' : 'MISSED'}: ${aim}`;
  const name = unit === 'ms' ? what : `${what}, ${unit}`;
  const rows = households === 0 ? '' : households.toLocaleString('en');
  return `${name.padEnd(62)}${rows.padStart(11)}${[median, p95, min, max].map(shown).join('')}${String(n).padStart(4)}  ${aimed}`;
}

interface Kept {
  readonly figures?: readonly Figure[];
  readonly said?: Readonly<Record<string, readonly string[]>>;
}

/** Keeps the figures of the parts that were run in place of their former ones. */
export async function keepResults(
  parts: readonly string[],
  figures: readonly Figure[],
  said: Readonly<Record<string, readonly string[]>>,
  chromium: string | null,
  to = file,
): Promise<void> {
  const before = await readFile(to, 'utf8').then(
    (text) => JSON.parse(text) as Kept & { readonly machine?: { readonly chromium?: string } },
    () => null,
  );
  const isAnew = (figure: Figure): boolean =>
    figures.some(
      ({ part, what, households }) => part === figure.part && what === figure.what && households === figure.households,
    );
  const machine = {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    chromium: chromium ?? before?.machine?.chromium ?? null,
  };
  const others = (before?.figures ?? []).filter((figure) => !isAnew(figure));
  const order = [...new Set([...others.map(({ part }) => part), ...parts])];
  const all = order.flatMap((part) => [...others, ...figures].filter((figure) => figure.part === part));
  const told = { date: today(), machine, figures: all, said: { ...before?.said, ...said } };
  await writeFile(to, `${JSON.stringify(told, null, 2)}\n`);
}
