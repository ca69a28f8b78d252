/** Owns reading XML strictly: a file that is not well-formed throws, as it would in any program that opens it. */

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Node | string)[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.replace(/&([^;]*;?)/g, (whole, name: string) => {
    const found = entities[name.replace(/;$/, '')];
    if (found === undefined || !name.endsWith(';')) throw new Error(`no entity: ${whole}`);
    return found;
  });

export function parseXml(text: string): Node {
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(text)) throw new Error('a sign that XML has no place for');
  const root: { name: string; attributes: Record<string, string>; children: (Node | string)[] } = {
    ...{ name: '', attributes: {}, children: [] },
  };
  const open = [root];
  let at = 0;
  for (const match of text.matchAll(/<\?xml [^?]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g)) {
    const between = text.slice(at, match.index);
    at = match.index + match[0].length;
    if (/[<>]/.test(between)) throw new Error(`not well-formed: ${between.slice(0, 80)}`);
    if (between.trim() !== '' || open.length > 1) open.at(-1)!.children.push(plain(between));
    const [, closes, name, written = '', isEmpty] = match;
    if (name === undefined) continue;
    if (closes) {
      const last = open.pop();
      if (last?.name !== name) throw new Error(`<${last?.name}> closed by </${name}>`);
      continue;
    }
    const attributes: Record<string, string> = {};
    for (const [, key = '', value = ''] of written.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
      if (key in attributes) throw new Error(`${key} twice in <${name}>`);
      attributes[key] = plain(value);
    }
    const node = { name, attributes, children: [] };
    open.at(-1)!.children.push(node);
    if (!isEmpty) open.push(node);
  }
  const [only, ...others] = root.children;
  const rest = text.slice(at).trim();
  if (open.length !== 1 || rest !== '' || others.length > 0 || typeof only !== 'object')
    throw new Error(`not well-formed at its end: ${open.map(({ name }) => name).join(' > ')} ${rest.slice(0, 80)}`);
  return only;
}

/** All nodes of a name, in the order of the file. */
export function all(node: Node, name: string): readonly Node[] {
  const own = node.children.filter((child) => typeof child !== 'string');
  return own.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

export function textIn(node: Node): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
