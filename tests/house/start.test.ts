/** Proves that what is told where the page can't begin is told in any browser, in both languages, and is true. */
import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import { read } from './source.ts';

const script = read('data/start.js');
const syntaxFaults = (code: string): readonly string[] =>
  new Linter()
    .verify(code, { languageOptions: { ecmaVersion: 5, sourceType: 'script' } })
    .map(({ line, message }) => `${line}: ${message}`);

it('it is ECMAScript 5', () => {
  expect(syntaxFaults(script)).toEqual([]);
  for (const newer of ['const a = 1;', 'f(() => 1);', 'f(a, );', 'import "a";'])
    expect(syntaxFaults(newer)).toHaveLength(1);
});

it('it stands before the page’s own code, in the page’s first lines', () => {
  const page = read('index.html');
  expect(page.indexOf('src="/start.js"')).toBeGreaterThan(0);
  expect(page.indexOf('src="/start.js"')).toBeLessThan(page.indexOf('<div id="app">'));
});

it('it says everything in Thai and in English', () => {
  expect(script.match(/\bth: \[/g)?.length).toBe(5);
  expect(script.match(/\ben: \[/g)?.length).toBe(5);
});

it('the floor it tells is the one that is written down', () => {
  const [table = ''] = /## Where it starts\n[\s\S]*?\n## /.exec(read('README.md')) ?? [];
  const versions = [...table.matchAll(/^\| (?:Chrome|Firefox|Safari)[^|]*\|\s*([\d.]+)/gm)].map(
    ([, version]) => version,
  );
  expect(versions).toHaveLength(3);
  for (const line of script.split('\n').filter((text) => /^ {4}(th|en): 'Chrome/.test(text)))
    expect(line.match(/[\d.]*\d/g)).toEqual(versions);
});
