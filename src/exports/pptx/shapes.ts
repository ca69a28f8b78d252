/** Owns shapes of a slide: text, lines, rectangles, pictures and the frames of tables and charts, in units of slides. */
import type { Language } from '../../model/text.ts';
import { tag, type Attributes, type Markup } from '../markup.ts';
import type { Box } from '../slidelayout.ts';

/** 96 units are an inch of 914,400. */
export const emuOf = (units: number): number => Math.round(units * 9525);
/** Sizes of letters stand in hundredths of a point. */
const hundredths = (units: number): number => Math.round(units * 75);

export interface Run {
  readonly text: string;
  /** In units. */
  readonly size: number;
  /** Six digits. */
  readonly color: string;
  readonly bold?: boolean;
  /** A number that the program puts in itself. */
  readonly field?: 'slidenum';
}
export interface Paragraph {
  readonly runs: readonly Run[];
  readonly align?: 'l' | 'ctr' | 'r';
  readonly bullet?: boolean;
  readonly spaceAfter?: number;
}

export const solid = (color: string): Markup =>
  tag('a:solidFill', {}, tag('a:srgbClr', { val: color.replace('#', '').toUpperCase() }));

export const languages: Readonly<Record<Language, string>> = { th: 'th-TH', en: 'en-GB' };

const faceEnds = { latin: 'lt', ea: 'ea', cs: 'cs' } as const;

function runOf({ text, size, color, bold, field }: Run, language: Language): Markup {
  const properties: Attributes = { lang: languages[language], sz: hundredths(size), b: bold ? 1 : 0 };
  // The theme's own faces: a text box without them takes the program's.
  const faces = (['latin', 'ea', 'cs'] as const).map((kind) => tag(`a:${kind}`, { typeface: `+mn-${faceEnds[kind]}` }));
  const inside = [tag('a:rPr', { ...properties, dirty: 0 }, solid(color), faces), tag('a:t', {}, text)];
  return field
    ? tag('a:fld', { id: '{5B1F9B9E-4E53-4C55-9A0E-1D5C2B7A9F01}', type: field }, inside)
    : tag('a:r', {}, inside);
}

export function paragraphs(all: readonly Paragraph[], language: Language): readonly Markup[] {
  return all.map(({ runs, align = 'l', bullet = false, spaceAfter = 0 }) =>
    tag(
      'a:p',
      {},
      tag(
        'a:pPr',
        { algn: align, ...(bullet ? { marL: emuOf(32), indent: emuOf(-32) } : { marL: 0, indent: 0 }) },
        tag('a:spcBef', {}, tag('a:spcPts', { val: 0 })),
        tag('a:spcAft', {}, tag('a:spcPts', { val: hundredths(spaceAfter) })),
        bullet ? tag('a:buChar', { char: '•' }) : tag('a:buNone'),
      ),
      runs.map((run) => runOf(run, language)),
    ),
  );
}

function frame(prefix: 'a' | 'p', { x, y, width, height }: Box): Markup {
  return tag(
    `${prefix}:xfrm`,
    {},
    tag('a:off', { x: emuOf(x), y: emuOf(y) }),
    tag('a:ext', { cx: emuOf(width), cy: emuOf(height) }),
  );
}

/** Shapes of one slide have numbers of their own. */
export class Shapes {
  readonly language: Language;
  #last = 1;
  readonly all: Markup[] = [];

  constructor(language: Language) {
    this.language = language;
  }

  #named(name: string, described?: string): Markup {
    this.#last += 1;
    return tag('p:cNvPr', { id: this.#last, name: `${name} ${this.#last}`, descr: described });
  }

  /** A `line` never breaks, whatever face it is written in. */
  text(box: Box, all: readonly Paragraph[], anchor: 't' | 'ctr' | 'b' = 't', as?: 'title' | 'line'): void {
    const placeholder = as === 'title' ? as : undefined;
    this.all.push(
      tag(
        'p:sp',
        {},
        tag(
          'p:nvSpPr',
          {},
          this.#named(placeholder ? 'Title' : 'Text'),
          tag('p:cNvSpPr', placeholder ? {} : { txBox: 1 }),
          tag('p:nvPr', {}, placeholder ? tag('p:ph', { type: placeholder }) : null),
        ),
        tag('p:spPr', {}, frame('a', box), tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst')), tag('a:noFill')),
        tag(
          'p:txBody',
          {},
          tag(
            'a:bodyPr',
            { wrap: as === 'line' ? 'none' : 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor },
            tag('a:noAutofit'),
          ),
          tag('a:lstStyle'),
          paragraphs(all, this.language),
        ),
      ),
    );
  }

  rectangle(box: Box, color: string): void {
    this.all.push(
      tag(
        'p:sp',
        {},
        tag('p:nvSpPr', {}, this.#named('Bar'), tag('p:cNvSpPr'), tag('p:nvPr')),
        tag(
          'p:spPr',
          {},
          frame('a', box),
          tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst')),
          solid(color),
          tag('a:ln', {}, tag('a:noFill')),
        ),
      ),
    );
  }

  line(box: Box, color: string, dashed: boolean, thick = 4): void {
    this.all.push(
      tag(
        'p:cxnSp',
        {},
        tag('p:nvCxnSpPr', {}, this.#named('Line'), tag('p:cNvCxnSpPr'), tag('p:nvPr')),
        tag(
          'p:spPr',
          {},
          frame('a', box),
          tag('a:prstGeom', { prst: 'line' }, tag('a:avLst')),
          tag('a:ln', { w: emuOf(thick) }, solid(color), dashed ? tag('a:prstDash', { val: 'dash' }) : null),
        ),
      ),
    );
  }

  /** A PNG for every program, and beside it the same as SVG for those that draw it. */
  picture(box: Box, png: string, svg: string, described: string): void {
    const vector = tag('asvg:svgBlip', {
      'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
      'r:embed': svg,
    });
    this.all.push(
      tag(
        'p:pic',
        {},
        tag(
          'p:nvPicPr',
          {},
          this.#named('Map', described),
          tag('p:cNvPicPr', {}, tag('a:picLocks', { noChangeAspect: 1 })),
          tag('p:nvPr'),
        ),
        tag(
          'p:blipFill',
          {},
          tag(
            'a:blip',
            { 'r:embed': png },
            tag('a:extLst', {}, tag('a:ext', { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' }, vector)),
          ),
          tag('a:stretch', {}, tag('a:fillRect')),
        ),
        tag('p:spPr', {}, frame('a', box), tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst'))),
      ),
    );
  }

  /** A table, or a chart: what lies in a frame of its own. */
  graphic(box: Box, name: 'Table' | 'Chart', uri: string, inside: Markup, described?: string): void {
    this.all.push(
      tag(
        'p:graphicFrame',
        {},
        tag(
          'p:nvGraphicFramePr',
          {},
          this.#named(name, described),
          tag('p:cNvGraphicFramePr', {}, tag('a:graphicFrameLocks', { noGrp: 1 })),
          tag('p:nvPr'),
        ),
        frame('p', box),
        tag('a:graphic', {}, tag('a:graphicData', { uri }, inside)),
      ),
    );
  }

  tree(): Markup {
    return tag(
      'p:spTree',
      {},
      tag('p:nvGrpSpPr', {}, tag('p:cNvPr', { id: 1, name: '' }), tag('p:cNvGrpSpPr'), tag('p:nvPr')),
      tag('p:grpSpPr'),
      this.all,
    );
  }
}
