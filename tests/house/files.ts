/** Owns what a file may be called, how it begins, how long it grows, and what none may contain. */
import type { SourceFile } from './source.ts';

const vagueNames = /^(utils?|helpers?|common|shared|services?|managers?|stores?|types?|constants?|libs?|misc|tools?)$/i;

/** A name that says nothing collects everything. */
export function nameFaults(path: string): readonly string[] {
  const vague = path.split('/').filter((part) => vagueNames.test(part.replace(/(\.\w+)+$/, '')));
  const base = path.split('/').at(-1) ?? '';
  return [
    ...vague.map(
      (part) => `${path}: "${part}" says nothing; name it for what it owns. No home for it? Then a word is missing.`,
    ),
    ...(path.endsWith('.svelte') && !/^[A-Z][A-Za-z0-9]*\.svelte$/.test(base)
      ? [`${path}: a component is named in PascalCase.`]
      : []),
    ...(path.endsWith('.ts') && !/^[a-z0-9-]+(\.[a-z]+)*\.ts$/.test(base)
      ? [`${path}: a module is named in lower case, with hyphens if it must be.`]
      : []),
  ];
}

/** The first line tells a newcomer what the file owns. */
export function firstLineFaults({ path, text }: SourceFile): readonly string[] {
  const first = (text.split('\n')[0] ?? '').trim();
  const sentence = /^(?:\/\*\*?|<!--|\/\/)\s*(\S.*?[.:])(?:\s*(?:\*\/|-->))?$/.exec(first)?.[1];
  return sentence && sentence.split(/\s+/).length >= 3
    ? []
    : [`${path}: the first line is one sentence in a comment that says what the file owns.`];
}

export const mostLines = 250;

/** Think again at 250 lines; a file that is rightly longer is listed with its reason. */
export function sizeFaults(
  { path, text }: SourceFile,
  reasons: Readonly<Record<string, string>> = {},
): readonly string[] {
  const lines = text.trimEnd().split('\n').length;
  if (lines <= mostLines) {
    return reasons[path] ? [`${path}: has ${lines} lines and needs no exception any more; strike it off.`] : [];
  }
  return reasons[path] ? [] : [`${path}: ${lines} lines; it does more than one thing, or say in tests/house why not.`];
}

/** What belongs to one machine or one network and to no project. */
const foreign: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /(?<![\w.@~-])\/(?:work|tmp|root|home|Users)\/[\w.]/, what: 'a path of one machine' },
  { pattern: /\b[a-z]:\\(?:users|windows)/i, what: 'a path of one machine' },
  { pattern: /\bregistry\.[a-z0-9-]+\.[a-z]{2,}/i, what: 'the host of a package registry' },
  { pattern: /\b(?:artifactory|verdaccio|nexus)[.:/]/i, what: 'the host of a package registry' },
  { pattern: /^(<{7}|>{7}) /m, what: 'a merge that was left half done' },
];

export function foreignFaults({ path, text }: SourceFile): readonly string[] {
  return foreign.flatMap(({ pattern, what }) => {
    const match = pattern.exec(text);
    if (!match) return [];
    const line = text.slice(0, match.index).split('\n').length;
    return [`${path}:${line} holds ${what}: ${match[0]}`];
  });
}

/** Each file that the browser may fetch is named in a README: its source, licence, date and script. */
export function dataFaults(paths: readonly string[], readmes: readonly SourceFile[]): readonly string[] {
  return paths
    .filter((path) => !path.endsWith('/README.md'))
    .filter((path) => {
      const name = path.split('/').at(-1) ?? '';
      return !readmes.some(
        (readme) => path.startsWith(readme.path.replace('README.md', '')) && readme.text.includes(name),
      );
    })
    .map((path) => `${path}: no README beside or above it names it; say its source, licence, date and script.`);
}

/** Tests, sources and data that a document names by their path; the words of the documents must not outlive them. */
export function namedFaults({ path, text }: SourceFile, paths: readonly string[]): readonly string[] {
  const named = [...text.matchAll(/`((?:src|tests|scripts|docs|data)\/[\w./-]+|[\w.]+\.config\.(?:ts|js))`/g)];
  return named
    .map(([, name = '']) => name)
    .filter(
      (name) => !isMade.test(name) && !paths.some((one) => one === name || one.startsWith(name.replace(/\/?$/, '/'))),
    )
    .map((name) => `${path}: names ${name}, which is not there.`);
}

/** What a run or a build makes is in no commit. */
const isMade = /results\.json$|^data\/(?:areas|sample|basemap)\//;
