/** Owns which packages go into the page, and under which licences: read from the lockfile and from what is installed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { templates, untold } from './licences/untold.ts';

const root = path.resolve(import.meta.dirname, '..');

export interface Bought {
  readonly name: string;
  readonly version: string;
  /** SPDX. */
  readonly licence: string;
}
export interface Shipped extends Bought {
  /** Who may grant it, as the package itself says. */
  readonly holder: string;
  /** The licence's whole text, and the notices that go with it. */
  readonly text: string;
}

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

function locked(): readonly (readonly [folder: string, one: Locked])[] {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  return Object.entries(lock.packages).filter(([folder]) => folder !== '');
}

const nameIn = (folder: string): string => folder.split('node_modules/').at(-1) ?? folder;
const isTool = (one: Locked): boolean => one.dev === true || one.devOptional === true;

function bought(folder: string, { version, license }: Locked): Bought {
  const name = nameIn(folder);
  return { name, version, licence: license ?? untold[name]?.licence ?? 'not told' };
}

/** Sorted, and each version once. */
function unique<T extends Bought>(all: readonly T[]): readonly T[] {
  const byKey = new Map(all.map((one) => [`${one.name} ${one.version}`, one]));
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** What builds and proves the page, and is no part of it. */
export function tools(): readonly Bought[] {
  return unique(locked().flatMap(([folder, one]) => (isTool(one) ? [bought(folder, one)] : [])));
}

/** Everything that the page's own packages bring along; more than is in the page, for what is unused is left out of it. */
export function shipped(): readonly Shipped[] {
  const all = locked().filter(([folder, one]) => !isTool(one) && !nameIn(folder).startsWith('@types/'));
  return unique(all.map(([folder, one]) => withText(folder, bought(folder, one))));
}

function withText(folder: string, one: Bought): Shipped {
  const dir = path.join(root, folder);
  if (!existsSync(dir)) throw new Error(`${folder} is not installed: run npm ci`);
  const files = readdirSync(dir).filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(path.join(dir, file), 'utf8').replaceAll('\r\n', '\n').trim());
  const { holder } = untold[one.name] ?? {};
  if (texts.length === 0 && holder) texts.push(templates[one.licence]?.(holder) ?? '');
  const text = texts.join('\n\n');
  if (text === '') throw new Error(`${one.name} ships no licence: look it up and add it to scripts/licences/untold.ts`);
  return { ...one, holder: holder ?? holderIn(text) ?? authorOf(dir), text };
}

/** The first line that claims the copyright; Apache's own text only explains how one would. */
function holderIn(text: string): string | undefined {
  const claim = /^\W*copyright\b(?!.*\[(?:yyyy|name))(?:.*\d{4}|\W+\(c\) \w)/i;
  const line = text.split('\n').find((one) => claim.test(one));
  return line
    ?.replace(/^\W*copyright\W*/i, '')
    .replace(/^c\)\W*/i, '')
    .replace(/\s*<[^>]*>|\s*https?:\S+|\.?\s*all rights reserved\.?/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')
    .trim();
}

function authorOf(dir: string): string {
  const { author } = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8')) as {
    readonly author?: string | { readonly name?: string };
  };
  const name = typeof author === 'string' ? author : author?.name;
  return name?.replace(/\s*[<(].*$/, '') ?? 'its authors';
}

/** The page that is served beside the program, as their licences ask. */
export function licencesText(): string {
  const line = '='.repeat(80);
  const parts = shipped().map(
    ({ name, version, licence, text }) => `${line}\n${name} ${version} (${licence})\n${line}\n\n${text}\n`,
  );
  return `พุ่งเป้า · Phungpao\nซอฟต์แวร์ของผู้อื่นที่อยู่ในหน้านี้ และสัญญาอนุญาต · Software of others in this page, and its licences\n\n${parts.join('\n')}`;
}
