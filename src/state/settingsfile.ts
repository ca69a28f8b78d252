/** Owns settings as a file: what of them names nobody, written as JSON and read back strictly, with what would change told first. */
import { isoDate, type IsoDate } from '../model/snapshot.ts';
import type { Corrections } from '../model/correction.ts';
import { readHosts, type AllHosts } from './hosts.svelte.ts';
import { readCorrections, trimmed } from './remembered.svelte.ts';

/** The days that progress is judged by, as the address has them. */
export interface TermSet {
  readonly deadline: IsoDate | null;
  readonly today: IsoDate | null;
  readonly reportingDay: number;
}
export interface SettingsOf {
  readonly corrections: Corrections;
  readonly hosts: AllHosts;
  readonly term: TermSet | null;
}
/** `unknown`: what stands in the file and is none of ours; it is left out. */
export interface ReadSettings extends SettingsOf {
  readonly unknown: readonly string[];
}
export type Part = 'headers' | 'words' | 'hosts' | 'term';

const version = 1;
const kind = 'phungpao.settings';
/** Of a file; what a reader can have set takes a tenth of it. */
export const mostBytes = 1_000_000;
const known = ['kind', 'version', 'corrections', 'hosts', 'term'];

export function writeSettings({ corrections, hosts, term }: SettingsOf): string {
  return `${JSON.stringify({ kind, version, corrections: trimmed(corrections), hosts, term }, null, 2)}\n`;
}

/** Null for a file that holds no settings of this version. Only what the registries know is taken. */
export function readSettings(text: string): ReadSettings | null {
  if (text.length > mostBytes) return null;
  let told: unknown;
  try {
    told = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
  if (typeof told !== 'object' || told === null || Array.isArray(told)) return null;
  const all = new Map<string, unknown>(Object.entries(told));
  if (all.get('kind') !== kind || all.get('version') !== version) return null;
  return {
    corrections: readCorrections(all.get('corrections')),
    hosts: readHosts(all.get('hosts')),
    term: readTerm(all.get('term')),
    unknown: [...all.keys()].filter((key) => !known.includes(key)).map((key) => key.slice(0, 40)),
  };
}

function readTerm(told: unknown): TermSet | null {
  if (typeof told !== 'object' || told === null) return null;
  const { deadline, today, reportingDay } = told as Record<string, unknown>;
  const day = (text: unknown): IsoDate | null => (typeof text === 'string' ? isoDate(text) : null);
  const isDay = Number.isInteger(reportingDay) && (reportingDay as number) >= 1 && (reportingDay as number) <= 31;
  return isDay ? { deadline: day(deadline), today: day(today), reportingDay: reportingDay as number } : null;
}

/** How many settings a file would add or change, by kind; those that would change nothing are left out. */
export function changesOf(
  now: SettingsOf,
  file: SettingsOf,
): readonly { readonly part: Part; readonly count: number }[] {
  const flat = ({ values }: Corrections): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(values).flatMap(([column, words]) =>
        Object.entries(words).map(([word, option]) => [`${column} ${word}`, option] as const),
      ),
    );
  const both = ({ headers, grains = {} }: Corrections): Record<string, unknown> =>
    Object.fromEntries([
      ...Object.entries(headers).map(([key, columns]) => [`columns ${key}`, columns]),
      ...Object.entries(grains).map(([key, grain]) => [`grain ${key}`, grain]),
    ]) as Record<string, unknown>;
  const counts: readonly (readonly [Part, number])[] = [
    ['headers', differing(both(now.corrections), both(file.corrections))],
    ['words', differing(flat(now.corrections), flat(file.corrections))],
    ['hosts', differing(now.hosts, file.hosts)],
    ['term', file.term && JSON.stringify(file.term) !== JSON.stringify(now.term) ? 1 : 0],
  ];
  return counts.filter(([, count]) => count > 0).map(([part, count]) => ({ part, count }));
}

/** Those of a file that are not so now. */
function differing(now: Readonly<Record<string, unknown>>, file: Readonly<Record<string, unknown>>): number {
  return Object.entries(file).filter(
    ([key, value]) => !Object.hasOwn(now, key) || JSON.stringify(now[key]) !== JSON.stringify(value),
  ).length;
}
