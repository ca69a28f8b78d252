/** Owns the benchmark: which parts there are, which are run, and one table of all figures. */
// npm run bench -- cube browser --most=1000000 --quick
import { cpus, totalmem } from 'node:os';
import { figureOf, keepResults, tableHead, tableLine, type Figure, type Measured } from './results.ts';

/** What a part is told, and tells. */
export interface Bench {
  /** Not more households than this. */
  readonly most: number;
  /** One round each: whether it runs, not how fast. */
  readonly isQuick: boolean;
  tell(measured: Measured): void;
  /** What is no figure of the table. */
  say(line: string): void;
  /** Which browser measured. */
  chromium: string | null;
}
export type Part = (bench: Bench) => Promise<void>;

const parts = {
  cube: async () => (await import('./cube.ts')).measureCube,
  import: async () => (await import('./importing.ts')).measureImport,
  browser: async () => (await import('./browser.ts')).measureBrowser,
  flights: async () => (await import('./flights.ts')).measureFlights,
  rounds: async () => (await import('./roundpairs.ts')).measureRounds,
  mosaic: async () => (await import('./mosaic.ts')).measureMosaic,
  reading: async () => {
    const { readings } = await import('./reading.ts');
    return async (bench) => {
      for await (const line of readings()) bench.say(line);
    };
  },
} as const satisfies Record<string, () => Promise<Part>>;
type PartName = keyof typeof parts;

const args = process.argv.slice(2);
const named = args.filter((arg) => !arg.startsWith('--'));
const unknown = named.filter((name) => !(name in parts));
if (unknown.length > 0) throw new Error(`No part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
const chosen = (named.length > 0 ? named : Object.keys(parts)) as readonly PartName[];
const most = Number(args.find((arg) => arg.startsWith('--most='))?.slice('--most='.length) ?? 1_000_000);

console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, node ${process.version}`,
);
const figures: Figure[] = [];
const said: Record<string, string[]> = {};
let chromium: string | null = null;
for (const part of chosen) {
  const bench: Bench = {
    most,
    isQuick: args.includes('--quick'),
    tell(measured) {
      const figure = figureOf(part, measured);
      figures.push(figure);
      // What takes minutes tells how far it is.
      console.error(tableLine(figure));
    },
    say(line) {
      (said[part] ??= []).push(line);
      console.error(line);
    },
    chromium,
  };
  await (
    await parts[part]()
  )(bench);
  ({ chromium } = bench);
  await keepResults(chosen, figures, said, chromium);
}
console.log(`\nmilliseconds, unless told\n${tableHead}`);
for (const part of chosen) {
  console.log(part);
  for (const figure of figures.filter((row) => row.part === part)) console.log(tableLine(figure));
  for (const line of said[part] ?? []) console.log(line);
}
for (const note of new Set(figures.flatMap(({ what, note: own }) => (own === undefined ? [] : `${what}: ${own}`))))
  console.log(note);
const missed = figures.filter(({ met }) => met === false).length;
console.log(`${figures.filter(({ met }) => met).length} aims met, ${missed} missed; kept in tests/bench/results.json`);
