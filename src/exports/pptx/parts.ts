/** Owns the parts of a package of Office: each with its type, its relations to others, and its place in the zip. */
import { tag, xmlFile, type Markup } from '../markup.ts';

const office = 'http://schemas.openxmlformats.org';
const relationTypes = `${office}/officeDocument/2006/relationships`;
const packageRelations = `${office}/package/2006/relationships`;

export const namespaces = {
  'xmlns:a': `${office}/drawingml/2006/main`,
  'xmlns:r': relationTypes,
  'xmlns:p': `${office}/presentationml/2006/main`,
} as const;
export const chartNamespaces = {
  'xmlns:c': `${office}/drawingml/2006/chart`,
  'xmlns:a': namespaces['xmlns:a'],
  'xmlns:r': relationTypes,
} as const;

/** Types by the ending of a name; all other parts say theirs one by one. */
const endings = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The relation's kind (`slide`, `image`; whole where it has another home), and the part it leads to. */
export interface Relation {
  readonly kind: string;
  readonly to: string;
}

export class Parts {
  readonly #files: Record<string, Uint8Array> = {};
  readonly #types: Markup[] = [];
  readonly #encoder = new TextEncoder();

  /** `kind`: `presentationml.slide+xml`, for the list of types; the relations are `rId1`, `rId2` … in their order. */
  xml(path: string, kind: string, root: Markup, relations: readonly Relation[] = []): void {
    this.#files[path] = this.#encoder.encode(xmlFile(root));
    const type = kind.startsWith('application/') ? kind : `application/vnd.openxmlformats-officedocument.${kind}`;
    this.#types.push(tag('Override', { PartName: `/${path}`, ContentType: type }));
    if (relations.length > 0) this.#relate(path, relations);
  }

  bytes(path: string, bytes: Uint8Array): void {
    this.#files[path] = bytes;
  }

  /** All files, the types first; `relations` are those of the package itself. */
  files(relations: readonly Relation[]): Readonly<Record<string, Uint8Array>> {
    this.#relate('', relations);
    const types = tag(
      'Types',
      { xmlns: `${office}/package/2006/content-types` },
      Object.entries(endings).map(([Extension, ContentType]) => tag('Default', { Extension, ContentType })),
      this.#types,
    );
    return { '[Content_Types].xml': this.#encoder.encode(xmlFile(types)), ...this.#files };
  }

  #relate(path: string, relations: readonly Relation[]): void {
    const at = path.lastIndexOf('/') + 1;
    const root = tag(
      'Relationships',
      { xmlns: packageRelations },
      relations.map(({ kind, to }, index) =>
        tag('Relationship', {
          Id: relationId(index),
          Type: kind.startsWith('http') ? kind : `${relationTypes}/${kind}`,
          Target: `/${to}`,
        }),
      ),
    );
    this.#files[`${path.slice(0, at)}_rels/${path.slice(at)}.rels`] = this.#encoder.encode(xmlFile(root));
  }
}

export const relationId = (index: number): string => `rId${index + 1}`;
