/** Proves that the words for readers stand where they can be read together, in both languages. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { root, sources } from './source.ts';
import { parityFaults, templateFaults, thaiFaults } from './wording.ts';

const told = (text: string): string => templateFaults({ path: 'src/ui/A.svelte', text }).join('\n');

describe('words for readers', () => {
  it('stand in no template', () => {
    expect(sources(/^src\/.*\.svelte$/).flatMap(templateFaults)).toEqual([]);
    expect(told('<p>ยังรอการช่วยเหลือ</p>')).toMatch(/:1 says "ยังรอ/);
    expect(told('<p>\n{#if a}Waiting{/if}</p>')).toMatch(/:2 says "Waiting"/);
    expect(told('<button aria-label="Close">×</button>')).toMatch(/says "Close" in aria-label/);
    expect(told('<p style:width="{n}rem">{text}</p>')).toBe('');
    expect(told('<p>{text} · {n} %</p><input type="file" name="logbook" /><!-- ความเห็น -->')).toBe('');
  });

  it('stand in no code from state upwards', () => {
    expect(sources(/^src\/.*\.(ts|svelte)$/).flatMap(thaiFaults)).toEqual([]);
    const speaks = (path: string, text: string): boolean => thaiFaults({ path, text }).length > 0;
    expect(speaks('src/panels/a.ts', `const title = 'อำเภอ';`)).toBe(true);
    expect(speaks('src/panels/a.ts', 'const title = `${n} อำเภอ`;')).toBe(true);
    expect(speaks('src/panels/A.svelte', `<p title={open ? 'เปิด' : ''}></p>`)).toBe(true);
    expect(speaks('src/model/a.ts', `const title = 'อำเภอ';`)).toBe(false);
    expect(speaks('src/panels/a.ts', `/** อำเภอ */ const title = a;`)).toBe(false);
  });

  it('are said in Thai and in English', async () => {
    const file = (name: string): string => path.join(root, 'src', 'i18n', name);
    expect(['th.ts', 'en.ts'].filter((name) => !existsSync(file(name)))).toEqual([]);
    const load = (name: string): Promise<object> => import(/* @vite-ignore */ pathToFileURL(file(name)).href);
    const dictionary = (module: object): unknown => ('default' in module ? module.default : Object.values(module)[0]);
    const [th, en] = [dictionary(await load('th.ts')), dictionary(await load('en.ts'))];
    expect(Object.keys(th as object).length).toBeGreaterThan(0);
    expect(parityFaults(th, en)).toEqual([]);
  });

  it('would be missed', () => {
    expect(parityFaults({ a: 'ก', b: { c: 'ข' } }, { a: 'A', b: {} })).toEqual(['b.c: missing in English']);
    expect(parityFaults({ a: '' }, { a: 'A' })).toEqual(['a: empty in Thai']);
    expect(parityFaults({ a: (n: number) => `${n}` }, { a: () => '' })).toHaveLength(1);
    expect(parityFaults({ a: ['ก', 'ข'] }, { a: ['A', 'B'] })).toEqual([]);
  });
});

describe('templates', () => {
  it('hold no style and no markup that the policy refuses', () => {
    expect(told('<p style="color: red">{a}</p>')).toMatch(/policy refuses/);
    expect(told('<p style="width: {a}px">{a}</p>')).toMatch(/policy refuses/);
    expect(told('<p>{@html a}</p>')).toMatch(/@html/);
    expect(told('<p style:color={a} class="b">{a}</p>')).toBe('');
  });
});
