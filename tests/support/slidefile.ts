/** Owns reading a presentation back: its parts strictly, their relations followed, and the texts of each slide. */
import { strFromU8, unzipSync } from 'fflate';
import { all, parseXml, textIn, type Node } from './xml.ts';

export interface ReadSlide {
  readonly root: Node;
  /** Of each paragraph. */
  readonly texts: readonly string[];
  /** Of each piece of a paragraph that is written alike. */
  readonly runs: readonly string[];
  readonly notes: string;
  /** Of its charts: names and values by series, as their caches hold them. */
  readonly charts: readonly { readonly name: string; readonly values: readonly (number | null)[] }[][];
  readonly descriptions: readonly string[];
}

export interface ReadSlides {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly slides: readonly ReadSlide[];
}

const relationsOf = (files: Readonly<Record<string, Uint8Array>>, path: string): Map<string, string> => {
  const at = path.lastIndexOf('/') + 1;
  const bytes = files[`${path.slice(0, at)}_rels/${path.slice(at)}.rels`];
  if (!bytes) return new Map();
  return new Map(
    all(parseXml(strFromU8(bytes)), 'Relationship').map(({ attributes }) => [
      attributes.Id ?? '',
      (attributes.Target ?? '').replace(/^\//, ''),
    ]),
  );
};

/** Throws where a part is missing, has no type, or is not well-formed. */
export function readSlides(bytes: Uint8Array): ReadSlides {
  const files = unzipSync(bytes);
  const types = parseXml(strFromU8(files['[Content_Types].xml']!));
  const endings = new Set(all(types, 'Default').map(({ attributes }) => attributes.Extension));
  const typed = new Set(all(types, 'Override').map(({ attributes }) => attributes.PartName));
  for (const path of typed) if (!files[path!.slice(1)]) throw new Error(`${path} is typed and missing`);
  for (const path of Object.keys(files)) {
    if (!typed.has(`/${path}`) && !endings.has(path.split('.').at(-1))) throw new Error(`${path} has no type`);
    if (/\.(xml|rels)$/.test(path)) parseXml(strFromU8(files[path]!));
    for (const to of relationsOf(files, path).values()) if (!files[to]) throw new Error(`${path} leads to no ${to}`);
  }
  const part = (path: string): Node => parseXml(strFromU8(files[path]!));
  const show = relationsOf(files, 'ppt/presentation.xml');
  const paths = all(part('ppt/presentation.xml'), 'p:sldId').map(({ attributes }) => show.get(attributes['r:id']!)!);
  const slides = paths.map((path) => {
    const root = part(path);
    const relations = relationsOf(files, path);
    const ids = all(root, 'p:cNvPr').map(({ attributes }) => attributes.id);
    if (new Set(ids).size !== ids.length) throw new Error(`${path}: two shapes of one number`);
    const notes = [...relations.values()].find((to) => to.includes('notesSlide'));
    const charts = all(root, 'c:chart').map(({ attributes }) => seriesOf(part(relations.get(attributes['r:id']!)!)));
    return {
      ...{ root, charts, texts: paragraphs(root), runs: all(root, 'a:t').map(textIn) },
      notes: notes ? paragraphs(part(notes)).join('\n') : '',
      descriptions: all(root, 'p:cNvPr').flatMap(({ attributes }) => attributes.descr ?? []),
    };
  });
  return { files, slides };
}

const paragraphs = (root: Node): readonly string[] =>
  all(root, 'a:p').map((one) => all(one, 'a:t').map(textIn).join(''));

function seriesOf(chart: Node): { name: string; values: readonly (number | null)[] }[] {
  return all(chart, 'c:ser').map((series) => {
    const values = all(series, 'c:val')[0]!;
    const count = Number(all(values, 'c:ptCount')[0]!.attributes.val);
    const points = new Map(
      all(values, 'c:pt').map((point) => [Number(point.attributes.idx), Number(textIn(all(point, 'c:v')[0]!))]),
    );
    return {
      name: textIn(all(all(series, 'c:tx')[0]!, 'c:v')[0]!),
      values: Array.from({ length: count }, (_, at) => points.get(at) ?? null),
    };
  });
}
