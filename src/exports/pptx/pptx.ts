/** Owns a deck as a file of PowerPoint: the wall's own pages with native text, tables and charts, and maps as vectors. */
import { shownSlides, type Deck } from '../deck.ts';
import { tag } from '../markup.ts';
import { pagesOf, type Page } from '../pages.ts';
import type { Palette } from '../palette.ts';
import { fileName, type Saved, type Sheet } from '../sheet.ts';
import type { Picture } from '../vector.ts';
import { xlsxFile } from '../xlsx.ts';
import { addBlocks } from './blocks.ts';
import { namespaces, Parts, relationId, type Relation } from './parts.ts';
import { paragraphs, Shapes } from './shapes.ts';
import { addPresentation, addSkeleton, layoutPath, notesMasterPath, placeholder } from './skeleton.ts';

export interface PptxOptions {
  readonly palette: Palette;
  /** A picture as PNG, so many pixels wide: for programs that draw no vectors. */
  readonly raster: (picture: Picture, widthPx: number) => Promise<Uint8Array>;
  readonly progress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** What a slide's shapes need that lies in parts of their own; each answers with its relation's name. */
export interface Attached {
  chart(markup: ReturnType<typeof tag>, sheet: Sheet): Promise<string>;
  picture(picture: Picture): Promise<{ readonly png: string; readonly svg: string }>;
}

/** Throws what the signal aborts with. */
export async function pptxFile(deck: Deck, options: PptxOptions): Promise<Saved> {
  const { palette, progress, signal } = options;
  const { zipSync } = await import('fflate');
  const parts = new Parts();
  addSkeleton(parts, palette);
  const pages = shownSlides(deck).flatMap((slide) => pagesOf(slide));
  const counted = { charts: 0, pictures: 0 };
  const slides: string[] = [];
  for (const [at, page] of pages.entries()) {
    signal?.throwIfAborted();
    slides.push(await addSlide(parts, deck, page, at + 1, options, counted));
    progress?.(at + 1, pages.length);
    // The page is drawn and the button to cancel is heard between two slides.
    await new Promise((resolve) => setTimeout(resolve));
  }
  signal?.throwIfAborted();
  addPresentation(parts, slides);
  addProperties(parts, deck);
  const files = parts.files([
    { kind: 'officeDocument', to: 'ppt/presentation.xml' },
    {
      kind: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      to: 'docProps/core.xml',
    },
  ]);
  return {
    name: `${fileName(deck.title, deck.province, deck.asOf)}.pptx`,
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    bytes: zipSync(
      Object.fromEntries(
        Object.entries(files).map(([path, bytes]) => [path, [bytes, { level: /\.(png|xlsx)$/.test(path) ? 0 : 6 }]]),
      ),
    ),
  };
}

async function addSlide(
  parts: Parts,
  deck: Deck,
  page: Page,
  number: number,
  options: PptxOptions,
  counted: { charts: number; pictures: number },
): Promise<string> {
  const path = `ppt/slides/slide${number}.xml`;
  const notesPath = `ppt/notesSlides/notesSlide${number}.xml`;
  const relations: Relation[] = [
    { kind: 'slideLayout', to: layoutPath },
    { kind: 'notesSlide', to: notesPath },
  ];
  const relate = (kind: string, to: string): string => {
    relations.push({ kind, to });
    return relationId(relations.length - 1);
  };
  const attached: Attached = {
    chart: async (markup, sheet) => {
      counted.charts += 1;
      const [chart, book] = [`ppt/charts/chart${counted.charts}.xml`, `ppt/embeddings/chart${counted.charts}.xlsx`];
      parts.bytes(book, (await xlsxFile('', [sheet], '')).bytes);
      parts.xml(chart, 'drawingml.chart+xml', markup, [{ kind: 'package', to: book }]);
      return relate('chart', chart);
    },
    picture: async (picture) => {
      counted.pictures += 1;
      const [svg, png] = (['svg', 'png'] as const).map((ending) => `ppt/media/map${counted.pictures}.${ending}`);
      parts.bytes(svg!, new TextEncoder().encode(picture.svg));
      parts.bytes(png!, await options.raster(picture, Math.round(picture.size.width * 2)));
      return { png: relate('image', png!), svg: relate('image', svg!) };
    },
  };
  const shapes = new Shapes(deck.language);
  await addBlocks(shapes, deck, page, number, attached, options);
  parts.xml(
    path,
    'presentationml.slide+xml',
    tag(
      'p:sld',
      namespaces,
      tag('p:cSld', { name: page.slide.name }, shapes.tree()),
      tag('p:clrMapOvr', {}, tag('a:masterClrMapping')),
    ),
    relations,
  );
  addNotes(parts, deck, page, notesPath, path);
  return path;
}

/** What the presenter alone sees, and what the figures rest on. */
function addNotes(parts: Parts, deck: Deck, { slide }: Page, path: string, slidePath: string): void {
  const lines = [slide.notes, deck.filters, deck.asOf, deck.preparedBy, deck.fingerprint ?? '', deck.fileName ?? ''];
  const runs = lines.filter(Boolean).map((text) => ({ runs: [{ text, size: 16, color: '#000000' }], spaceAfter: 4 }));
  const body = tag('p:txBody', {}, tag('a:bodyPr'), tag('a:lstStyle'), paragraphs(runs, deck.language));
  parts.xml(
    path,
    'presentationml.notesSlide+xml',
    tag(
      'p:notes',
      namespaces,
      tag(
        'p:cSld',
        {},
        tag(
          'p:spTree',
          {},
          tag('p:nvGrpSpPr', {}, tag('p:cNvPr', { id: 1, name: '' }), tag('p:cNvGrpSpPr'), tag('p:nvPr')),
          tag('p:grpSpPr'),
          placeholder(2, 'sldImg', 2, [tag('p:spPr')]),
          placeholder(3, 'body', 3, [tag('p:spPr'), body]),
        ),
      ),
      tag('p:clrMapOvr', {}, tag('a:masterClrMapping')),
    ),
    [
      { kind: 'notesMaster', to: notesMasterPath },
      { kind: 'slide', to: slidePath },
    ],
  );
}

function addProperties(parts: Parts, deck: Deck): void {
  parts.xml(
    'docProps/core.xml',
    'application/vnd.openxmlformats-package.core-properties+xml',
    tag(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      tag('dc:title', {}, [deck.title, deck.province, deck.asOf].filter(Boolean).join(' · ')),
      tag('dc:creator', {}, deck.preparedBy),
      tag('dc:language', {}, deck.language),
    ),
  );
}
