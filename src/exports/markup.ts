/** Owns writing XML: names and attributes as they are given, text made safe. */

export interface Markup {
  readonly xml: string;
}
export type Inside = Markup | string | null | readonly Inside[];
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text among what is inside is escaped; an attribute that is undefined is left out. */
export function tag(name: string, attributes: Attributes = {}, ...inside: readonly Inside[]): Markup {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value)).replaceAll('"', '&quot;')}"`)
    .join('');
  const body = textOf(inside);
  return { xml: body === '' ? `<${name}${written}/>` : `<${name}${written}>${body}</${name}>` };
}

/** A whole file of it. */
export const xmlFile = (root: Markup): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root.xml}`;

function textOf(inside: Inside): string {
  if (inside === null) return '';
  if (typeof inside === 'string') return escaped(inside);
  return 'xml' in inside ? inside.xml : inside.map(textOf).join('');
}

/** What XML has no place for, a control sign or half a letter, would make the whole file unreadable. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
