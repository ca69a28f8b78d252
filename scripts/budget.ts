/** Owns what the built page may weigh: a row for each part, in bytes as brotli sends them; a build that is heavier fails. */
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

export interface Allowance {
  readonly what: string;
  /** Paths within the built folder, without the endings of the small copies. */
  readonly files: RegExp;
  /** `each` file by itself, or all of them as a `sum`. */
  readonly of: 'each' | 'sum';
  readonly mostBytes: number;
}

/** What stands between a reader and the first map. */
const firstPaint =
  /^(?:index\.html|assets\/(?:index|MapCanvas|headers|maplibre-gl-worker|cube-worker)-[^/]*\.(?:js|css)|assets\/[^/]*\.woff2|areas\/(?:gazetteer|crosswalk|manifest)\.json|areas\/(?:94|province)\.topo\.json|sample\/index\.json|sample\/cubes\/94\.2022-06-29\.bin)$/;

/** A file belongs to the first row that names it. */
export const allowances: readonly Allowance[] = [
  { what: 'before the first map', files: firstPaint, of: 'sum', mostBytes: 1_000_000 },
  { what: 'engine, wasm', files: /^assets\/duckdb-eh-[^/]*\.wasm$/, of: 'each', mostBytes: 6_000_000 },
  { what: 'engine, its worker', files: /^assets\/duckdb-worker[^/]*\.js$/, of: 'each', mostBytes: 180_000 },
  { what: 'intake and asking', files: /^assets\/(?:workshop|worker)-[^/]*\.js$/, of: 'each', mostBytes: 120_000 },
  {
    what: 'reading of other formats',
    files: /^assets\/(?:xlsx|cpexcel|spreadsheet|src)[-.][^/]*\.js$/,
    of: 'each',
    mostBytes: 180_000,
  },
  { what: 'any other chunk', files: /^assets\/[^/]*\.(?:js|mjs|css)$/, of: 'each', mostBytes: 60_000 },
  { what: 'shapes of a province', files: /^areas\/\d\d\.topo\.json$/, of: 'each', mostBytes: 60_000 },
  { what: 'shapes of the country', files: /^areas\/[^/]*\.topo\.json$/, of: 'each', mostBytes: 1_500_000 },
];
/** Of everything but the sample's files, which are data. */
export const altogether: Allowance = {
  what: 'all told, without the sample',
  files: /^(?!sample\/)/,
  of: 'sum',
  mostBytes: 12_000_000,
};

export interface Weighed {
  readonly allowance: Allowance;
  readonly files: number;
  /** The sum, or the heaviest. */
  readonly bytes: number;
  /** Those that weigh too much, or all that are summed. */
  readonly broken: readonly string[];
}

/** Weighs the files of a built folder whose small copies stand beside them. A row that names no file is a mistake in it, and broken. */
export async function weigh(dir: string, rows: readonly Allowance[] = allowances): Promise<readonly Weighed[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const small = path.join(dir, `${name}.br`);
      return { name, bytes: (await stat(existsSync(small) ? small : path.join(dir, name))).size };
    }),
  );
  const left = new Set(files);
  const own = rows.map((row) => {
    const found = [...left].filter(({ name }) => row.files.test(name));
    for (const file of found) left.delete(file);
    return weighed(row, found);
  });
  return [
    ...own,
    weighed(
      altogether,
      files.filter(({ name }) => altogether.files.test(name)),
    ),
  ];
}

function weighed(allowance: Allowance, found: readonly { name: string; bytes: number }[]): Weighed {
  const { of, mostBytes } = allowance;
  const sizes = found.map(({ bytes }) => bytes);
  const bytes = of === 'sum' ? sizes.reduce((sum, one) => sum + one, 0) : Math.max(0, ...sizes);
  const heavy = bytes > mostBytes ? found.filter((file) => of === 'sum' || file.bytes > mostBytes) : [];
  const names = heavy.map((file) => `${file.name} ${kilobytes(file.bytes)}`);
  return { allowance, files: found.length, bytes, broken: found.length === 0 ? ['no such file'] : names };
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** A line for each row, and under it what breaks it. */
export function budgetTable(all: readonly Weighed[]): string {
  const lines = all.flatMap(({ allowance: { what, of, mostBytes }, files, bytes, broken }) => [
    `${what.padEnd(30)}${String(files).padStart(4)} ${(of === 'sum' ? 'files, sum' : 'files, most').padEnd(12)}${kilobytes(bytes).padStart(12)} of ${kilobytes(mostBytes).padStart(11)}${broken.length > 0 ? '  TOO HEAVY' : ''}`,
    ...broken.map((name) => `    ${name}`),
  ]);
  return lines.join('\n');
}
