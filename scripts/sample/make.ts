/** Owns making the sample: writes each round's file and, last of all, the index that says they are whole. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { opening, plans } from './plans.ts';
import type { ProvincePlan } from './plans.ts';
import { populate } from './population.ts';
import type { Household, Names } from './population.ts';
import { cellsOf } from './row.ts';
import { standing } from './standing.ts';
import { headers } from './words.ts';

export interface SampleFile {
  readonly province: string;
  /** ISO date. */
  readonly asOf: string;
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  readonly sha256: string;
  /** Names the scripts and the gazetteer it was made with; other ones make it anew. */
  readonly madeBy: string;
  /** On the snapshot that the page opens on, and it comes first. */
  readonly opening?: true;
}

const sources = new URL('.', import.meta.url);
export const gazetteerUrl = new URL('../../data/areas/gazetteer.json', sources);

/**
 * Writes the files and `index.json` to a folder, unless they are there already, made by the same scripts.
 * Throws where the gazetteer is missing or lacks an area of the plan.
 */
export function makeSample(folder: string): { readonly made: boolean; readonly files: readonly SampleFile[] } {
  const gazetteer = readFileSync(gazetteerUrl, 'utf8');
  const madeBy = stampOf(gazetteer);
  const present = readIndex(folder, madeBy);
  if (present) return { made: false, files: present };

  mkdirSync(folder, { recursive: true });
  const areas = (JSON.parse(gazetteer) as { areas: readonly (readonly [string, string, ...unknown[]])[] }).areas;
  const names: Names = new Map(areas.map(([code, th]) => [code, th]));
  const files = plans.flatMap((plan) => {
    const people = populate(plan, names);
    return plan.rounds.map((round, index): SampleFile => {
      const isOpening = plan.code === opening.province && round.asOf === opening.asOf;
      const { text, rows } = fileOf(people, index, plan, names.get(plan.code) as string);
      const bytes = Buffer.from(text, 'utf8');
      const file = `logbook-${plan.slug}-${Number(round.asOf.slice(0, 4)) + 543}${round.asOf.slice(4)}.csv`;
      writeWhole(join(folder, file), bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const row = { province: plan.code, asOf: round.asOf, file, bytes: bytes.length, rows, sha256, madeBy };
      return isOpening ? { ...row, opening: true } : row;
    });
  });
  files.sort((a, b) => Number(b.opening ?? false) - Number(a.opening ?? false));
  writeWhole(join(folder, 'index.json'), Buffer.from(`${JSON.stringify(files, null, 1)}\n`));
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.csv') && !files.some(({ file }) => file === name)) rmSync(join(folder, name));
  }
  return { made: true, files };
}

/** One round's file, as spreadsheets write it: CRLF, quotes only where needed. */
function fileOf(people: readonly Household[], round: number, plan: ProvincePlan, province: string) {
  const lines = [headers.join(',')];
  for (const household of people) {
    const now = standing(household, round, plan);
    if (now)
      lines.push([String(lines.length), ...cellsOf(household, now, round, plan, province)].map(quoted).join(','));
  }
  return { text: `${plan.byteOrderMark ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`, rows: lines.length - 1 };
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function stampOf(gazetteer: string): string {
  const hash = createHash('sha256').update(gazetteer);
  for (const name of readdirSync(sources).sort()) hash.update(name).update(readFileSync(new URL(name, sources)));
  return hash.digest('hex').slice(0, 16);
}

/** The index in the folder, if it is of this stamp and every file it names is there in full. */
function readIndex(folder: string, madeBy: string): readonly SampleFile[] | null {
  const path = join(folder, 'index.json');
  if (!existsSync(path)) return null;
  const files = JSON.parse(readFileSync(path, 'utf8')) as readonly SampleFile[];
  const whole = files.every(
    (row) => row.madeBy === madeBy && statSync(join(folder, row.file), { throwIfNoEntry: false })?.size === row.bytes,
  );
  return whole ? files : null;
}

/** Written beside and renamed, so that nobody ever reads half a file. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const beside = `${path}.${process.pid}.part`;
  writeFileSync(beside, bytes);
  renameSync(beside, path);
}
