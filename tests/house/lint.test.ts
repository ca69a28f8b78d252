/** Proves that the linter refuses what the house forbids. */
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from './source.ts';

let eslint: ESLint;
beforeAll(() => {
  eslint = new ESLint({ cwd: root });
});

/** The rules broken by a text that stands in for an existing file. */
async function rulesBroken(text: string, path = 'src/areas/shading.ts'): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: path });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

describe('the linter', () => {
  it.each([
    [
      'markup by assignment',
      `export const a = (e: Element, t: string): void => void (e.innerHTML = t);`,
      'no-restricted-syntax',
    ],
    [
      'markup by a call',
      `export const a = (e: Element, t: string): void => e.insertAdjacentHTML('beforeend', t);`,
      'no-restricted-syntax',
    ],
    [
      'markup by a popup',
      `export const a = (p: { setHTML(t: string): void }): void => p.setHTML('x');`,
      'no-restricted-syntax',
    ],
    [
      'a value inside SQL',
      'export const a = (n: string): string => `select * from t where name = ${n}`;',
      'no-restricted-syntax',
    ],
    [
      'a value inside a statement',
      'export const a = (e: { run(s: string): void }, n: string): void => e.run(`vacuum ${n}`);',
      'no-restricted-syntax',
    ],
    [
      'a value glued to a statement',
      `export const a = (e: { query(s: string): void }, n: string): void => e.query('describe ' + n);`,
      'no-restricted-syntax',
    ],
    [
      'code made by Arrow from text',
      `import { vectorFromArray } from 'apache-arrow';\nexport const a = vectorFromArray([1]);`,
      'no-restricted-imports',
    ],
    ['any', `export const a = (x: any): void => void x;`, '@typescript-eslint/no-explicit-any'],
    [
      'a promise left alone',
      `export const a = (): void => { fetch('x'); };`,
      '@typescript-eslint/no-floating-promises',
    ],
    ['markup in a template', '<p>{@html location.hash}</p>', 'svelte/no-at-html-tags', 'src/ui/Notice.svelte'],
    ['talk', `console.log('here');`, 'no-console'],
    ['code from text', `eval('1');`, 'no-eval'],
    ...[
      'e.outerHTML = t',
      "e['innerHTML'] = t",
      "e.setAttribute('onclick', t)",
      "e.setAttribute('srcdoc', t)",
      'e.setHTMLUnsafe(t)',
      'document.write(t)',
      'document.writeln(t)',
      "new DOMParser().parseFromString(t, 'text/html')",
      'document.createRange().createContextualFragment(t)',
      'Document.parseHTMLUnsafe(t)',
    ].map((code) => [
      `markup by ${code}`,
      `export const a = (e: Element, t: string): unknown => (${code});`,
      'no-restricted-syntax',
    ]),
    ['code by a function made of text', `export const a = (t: string): unknown => new Function(t);`, 'no-new-func'],
    ['code by a timer', `export const a = (): unknown => setTimeout('a()', 1);`, 'no-implied-eval'],
    [
      'a value inside a question',
      'export const a = (e: { query(q: { sql: string }): void }, n: string): void => e.query({ sql: `insert into t values (${n})` });',
      'no-restricted-syntax',
    ],
    [
      'a value glued to a question',
      `export const a = (e: { query(q: { sql: string }): void }, n: string): void => e.query({ sql: 'from ' + n });`,
      'no-restricted-syntax',
    ],
  ])('refuses %s', async (_name, text, rule, path?: string) => {
    expect(await rulesBroken(text, path)).toContain(rule);
  });

  it.each([
    ['{@html text}', 'svelte/no-at-html-tags'],
    ['<div contenteditable bind:innerHTML={text}></div>', 'no-restricted-syntax'],
    ['<iframe title="a" srcdoc={text}></iframe>', 'no-restricted-syntax'],
    ['<button type="button" onclick="alert(1)">{text}</button>', 'no-restricted-syntax'],
  ])('refuses %s in a template', async (template, rule) => {
    const text = `<script lang="ts">\n  let text = $state('');\n</script>\n\n${template}\n`;
    expect(await rulesBroken(text, 'src/ui/Notice.svelte')).toContain(rule);
  });

  it('lets plain code pass', async () => {
    expect(await rulesBroken(`export const a = (n: number): string => \`Select all \${n} with care\`;\n`)).toEqual([]);
  });
});
