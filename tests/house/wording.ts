/** Owns where words for readers may stand: in i18n and in registry rows, in both languages, never in a template. */
import type { AST } from 'svelte/compiler';
import ts from 'typescript';
import { levels } from './imports.ts';
import { nodes, script, template, type SourceFile } from './source.ts';

const spokenAttributes = /^(aria-label|aria-description|aria-valuetext|title|alt|placeholder|label)$/;
const letters = /\p{L}{2,}/u;
const thai = /\p{Script=Thai}/u;

/** Words, styles and markup that stand in a template where they may not. */
export function templateFaults(file: SourceFile): readonly string[] {
  const faults: string[] = [];
  const tell = (node: { start: number }, what: string): void => {
    faults.push(`${file.path}:${file.text.slice(0, node.start).split('\n').length} ${what}`);
  };
  const walk = (node: unknown, parent: AST.SvelteNode | null): void => {
    if (Array.isArray(node)) return node.forEach((item) => walk(item, parent));
    if (typeof node !== 'object' || node === null || !('type' in node)) return;
    const one = node as AST.SvelteNode;
    if (one.type === 'Text' && !/^(Attribute|StyleDirective)$/.test(parent?.type ?? '') && letters.test(one.data)) {
      tell(one, `says "${one.data.trim()}" itself: words for readers come from i18n or a registry row.`);
    }
    if (one.type === 'HtmlTag') tell(one, 'makes markup from text with {@html}; write the text as text.');
    if (one.type === 'Attribute') attribute(one);
    for (const value of Object.values(one)) walk(value, one);
  };
  const attribute = (one: AST.Attribute): void => {
    const parts = Array.isArray(one.value) ? one.value : [];
    const words = parts.map((part) => (part.type === 'Text' ? part.data : '')).join('');
    if (spokenAttributes.test(one.name) && letters.test(words)) {
      tell(one, `says "${words}" in ${one.name}: words for readers come from i18n or a registry row.`);
    }
    if (one.name === 'style' && parts.some((part) => part.type === 'Text')) {
      tell(one, 'has a style="…" that the policy refuses; use a class or style:property={…}.');
    }
  };
  walk(template(file), null);
  return faults;
}

/** Thai in code: level 0 to 3 match and name things in it; from state upwards it comes from below. */
export function thaiFaults(file: SourceFile): readonly string[] {
  const room = file.path.split('/').length > 2 ? (file.path.split('/')[1] ?? '') : '';
  if ((levels[room] ?? 10) < 4) return [];
  const tree = script(file);
  return [...nodes(tree)]
    .filter(
      (node) =>
        (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) &&
        thai.test(node.text) &&
        !isFontSample(node),
    )
    .map((node) => {
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      return `${file.path}:${line} speaks Thai itself (${node.getText()}): words come from i18n or a registry row.`;
    });
}

/** `document.fonts.load(font, 'ก')` names letters to load, not words to read. */
function isFontSample(node: ts.Node): boolean {
  const statement = ts.findAncestor(node, ts.isStatement);
  return statement !== undefined && /\bfonts\.load\(/.test(statement.getText());
}

/** What one language says and the other does not; functions are compared by the number of what they are told. */
export function parityFaults(th: unknown, en: unknown, at = ''): readonly string[] {
  if (typeof th !== typeof en || Array.isArray(th) !== Array.isArray(en)) {
    return [
      `${at}: ${th === undefined ? 'missing in Thai' : en === undefined ? 'missing in English' : 'differs in kind'}`,
    ];
  }
  if (typeof th === 'string' || typeof en === 'string') {
    return [
      ...(String(th).trim() === '' ? [`${at}: empty in Thai`] : []),
      ...(String(en).trim() === '' ? [`${at}: empty in English`] : []),
    ];
  }
  if (typeof th === 'function' && typeof en === 'function') {
    return th.length === en.length ? [] : [`${at}: is told ${th.length} things in Thai and ${en.length} in English`];
  }
  if (typeof th !== 'object' || th === null || typeof en !== 'object' || en === null) return [];
  return [...new Set([...Object.keys(th), ...Object.keys(en)])].flatMap((key) =>
    parityFaults((th as Record<string, unknown>)[key], (en as Record<string, unknown>)[key], at ? `${at}.${key}` : key),
  );
}
