/** Owns the reading of the house: which files there are, and what their code says once parsed. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type AST } from 'svelte/compiler';
import ts from 'typescript';

export const root = path.resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What Git has or would take. Without Git (an unpacked archive, a bare machine) everything but what .gitignore names. */
export function projectFiles(): readonly string[] {
  try {
    const options = { cwd: root, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1e8 } as const;
    const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], options);
    const gone = new Set(execFileSync('git', ['ls-files', '-d', '-z'], options).split('\0'));
    return listed.split('\0').filter((file) => file !== '' && !gone.has(file));
  } catch {
    const isIgnored = ignoring(read('.gitignore'));
    const walk = (dir: string): string[] =>
      readdirSync(path.join(root, dir), { withFileTypes: true }).flatMap((entry) => {
        const name = path.posix.join(dir, entry.name);
        if (entry.isDirectory()) return entry.name === '.git' || isIgnored(`${name}/`) ? [] : walk(name);
        return isIgnored(name) ? [] : [name];
      });
    return walk('');
  }
}

/** The patterns that .gitignore here uses: paths from the root, `*` within a folder, `/` at a folder's end, `!` for all the same. */
export function ignoring(rules: string): (file: string) => boolean {
  const patterns = rules
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const escaped = line.replace(/^!/, '').replace(/[.+?^${}()|[\]\\]/g, '\\$&');
      return { keeps: line.startsWith('!'), regex: new RegExp(`^${escaped.replaceAll('*', '[^/]*')}$`) };
    });
  return (file) => patterns.findLast(({ regex }) => regex.test(file))?.keeps === false;
}

export function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

export function sources(pattern: RegExp): readonly SourceFile[] {
  return projectFiles()
    .filter((file) => pattern.test(file))
    .map((file) => ({ path: file, text: read(file) }));
}

/** The template of a component, parsed. */
export function template(file: SourceFile): AST.Fragment {
  return parse(file.text, { modern: true, filename: file.path }).fragment;
}

/** The TypeScript of a file: of a component its script blocks and the template's expressions, each where it stood. */
export function script(file: SourceFile): ts.SourceFile {
  const text = file.path.endsWith('.svelte') ? codeOf(file) : file.text;
  return ts.createSourceFile(file.path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
}

function codeOf(file: SourceFile): string {
  const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
  const ranges = [...file.text.matchAll(/(<script\b[^>]*>)([\s\S]*?)<\/script>/g)].map((match) => {
    const start = match.index + (match[1] ?? '').length;
    return { start, end: start + (match[2] ?? '').length };
  });
  ranges.push(...expressionsOf(template(file)));
  let code = '';
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
    if (start <= code.length) continue;
    code += `${blank(file.text.slice(code.length, start - 1))};${file.text.slice(start, end)}`;
  }
  return code + blank(file.text.slice(code.length));
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The outermost JavaScript expressions in a template. */
function expressionsOf(node: unknown): Range[] {
  if (Array.isArray(node)) return node.flatMap(expressionsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type } = node as { type?: unknown };
  if (typeof type === 'string' && /(Expression|Literal|Identifier|Declaration)$/.test(type)) return [node as Range];
  return Object.values(node).flatMap(expressionsOf);
}

/** Every node below one, the deepest included. */
export function* nodes(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodes(child);
}
