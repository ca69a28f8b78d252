/** Owns reading a browser's PDF back: its pages, their sizes, and their text in the right characters. */
import { inflateSync } from 'node:zlib';

export interface PdfPage {
  /** In points: A4 is 595 × 842. */
  readonly width: number;
  readonly height: number;
  /** Runs of text in the order in which they were drawn, one after the other without a sign between. */
  readonly text: string;
}

/**
 * Reads what Chromium writes: plain objects, deflated streams, fonts with a table of their characters. Where several
 * characters are one cluster of glyphs (น้ำ) the file says in ActualText which they are; few readers look there.
 */
export function readPdf(bytes: Uint8Array): readonly PdfPage[] {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, string>();
  for (const { 1: id, 2: body } of file.matchAll(/(?:^|[\r\n])(\d+) 0 obj\b([\s\S]*?)\bendobj/g)) {
    if (id !== undefined && body !== undefined) objects.set(id, body);
  }
  const object = (id: string | undefined): string => (id === undefined ? '' : (objects.get(id) ?? ''));
  /** Of the dictionary alone: what follows is the stream's own. */
  const entry = (body: string, key: string): string =>
    new RegExp(`/${key}\\b\\s*([^\\r\\n]*)`).exec(body.split('stream')[0] ?? '')?.[1] ?? '';
  const reference = (text: string): string | undefined => /(\d+) 0 R/.exec(text)?.[1];
  const stream = (body: string): string => {
    const start = /stream\r?\n/.exec(body);
    if (!start) return '';
    const raw = Buffer.from(body.slice(start.index + start[0].length, body.lastIndexOf('endstream')), 'latin1');
    return entry(body, 'Filter').includes('FlateDecode') ? inflateSync(raw).toString('latin1') : raw.toString('latin1');
  };

  const leaves = (id: string): string[] => {
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(object(id))?.[1];
    return kids === undefined ? [id] : [...kids.matchAll(/(\d+) 0 R/g)].flatMap(({ 1: kid }) => leaves(kid ?? ''));
  };
  const catalog = [...objects.values()].find((body) => /\/Type\s*\/Catalog/.test(body)) ?? '';
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  const fontOf = (id: string): ReadonlyMap<string, string> => {
    const known = fonts.get(id) ?? charactersOf(stream(object(reference(entry(object(id), 'ToUnicode')))));
    fonts.set(id, known);
    return known;
  };

  return leaves(reference(entry(catalog, 'Pages')) ?? '').map((id) => {
    const page = object(id);
    const [, , width = 0, height = 0] = (/\/MediaBox\s*\[([^\]]*)\]/.exec(page)?.[1] ?? '')
      .trim()
      .split(/\s+/)
      .map(Number);
    const named = new Map<string, ReadonlyMap<string, string>>();
    for (const { 1: name, 2: font } of page.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      if (name !== undefined && font !== undefined) named.set(name, fontOf(font));
    }
    const contents = /\/Contents\s*(\[[^\]]*\]|\d+ 0 R)/.exec(page)?.[1] ?? '';
    const drawn = [...contents.matchAll(/(\d+) 0 R/g)].map(({ 1: part }) => stream(object(part))).join('\n');
    return { width, height, text: textOf(drawn, named) };
  });
}

/** What a PDF tells beside its pages: title, outline, addresses, descriptions of pictures, in either way of writing them. */
export function wordsBeside(bytes: Uint8Array): readonly string[] {
  const file = Buffer.from(bytes).toString('latin1');
  const hex = [...file.matchAll(/<([0-9A-Fa-f]{4,})>/g)].map(({ 1: digits = '' }) =>
    utf16(digits.replace(/^FEFF/i, '')),
  );
  const strings = [...file.matchAll(/\(((?:\\[\s\S]|[^\\()])*)\)/g)].map(({ 1: string = '' }) => {
    const raw = string.replace(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(parseInt(code, 8)));
    const plain = raw.replace(/\\([\s\S])/g, '$1');
    return plain.startsWith('\u00fe\u00ff') ? utf16(Buffer.from(plain.slice(2), 'latin1').toString('hex')) : plain;
  });
  return [...hex, ...strings];
}

/** The characters of each glyph, from the font's own table. */
function charactersOf(table: string): ReadonlyMap<string, string> {
  const characters = new Map<string, string>();
  for (const { 1: block = '' } of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const { 1: glyph = '', 2: text = '' } of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      characters.set(glyph.toUpperCase(), utf16(text));
    }
  }
  for (const { 1: block = '' } of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const [first, start] = [parseInt(from, 16), parseInt(text, 16)];
      for (let glyph = first; glyph <= parseInt(to, 16); glyph++) {
        characters.set(hex4(glyph), String.fromCharCode(start + glyph - first));
      }
    }
  }
  return characters;
}

const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');
const utf16 = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');

function textOf(drawn: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let [text, actual, font]: [string, string | null, ReadonlyMap<string, string> | undefined] = ['', null, undefined];
  const operators = /\/ActualText\s*<([0-9A-Fa-f]*)>|\bEMC\b|\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>\s*Tj/g;
  for (const [all, told, name, glyphs] of drawn.matchAll(operators)) {
    if (told !== undefined) actual = utf16(told.replace(/^FEFF/i, ''));
    else if (all === 'EMC') {
      text += actual ?? '';
      actual = null;
    } else if (name !== undefined) font = fonts.get(name);
    else if (actual === null) {
      for (const glyph of glyphs?.match(/.{4}/g) ?? []) text += font?.get(glyph.toUpperCase()) ?? '\ufffd';
    }
  }
  return text;
}
