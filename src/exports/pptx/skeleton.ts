/** Owns what every presentation has besides its slides: theme, master, layouts, and those of the notes. */
import type { Palette } from '../palette.ts';
import { slideUnits } from '../slidelayout.ts';
import { tag, type Markup } from '../markup.ts';
import { namespaces, relationId, type Parts } from './parts.ts';
import { solid } from './shapes.ts';

export const layoutPath = 'ppt/slideLayouts/slideLayout1.xml';
export const notesMasterPath = 'ppt/notesMasters/notesMaster1.xml';
const masterPath = 'ppt/slideMasters/slideMaster1.xml';
const theme = (number: 1 | 2): string => `ppt/theme/theme${number}.xml`;
const font = 'Sarabun';
/** Where Sarabun is not installed, the older face of the same name is on most computers of offices. */
const thaiFont = 'TH Sarabun New';
const emu = (units: number): number => units * 9525;
const page = { cx: emu(slideUnits.width), cy: emu(slideUnits.height) };
/** A4 upright. */
const notes = { cx: 6_858_000, cy: 9_144_000 };

const colorMap = {
  ...{ bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2', hlink: 'hlink', folHlink: 'folHlink' },
  ...{ accent1: 'accent1', accent2: 'accent2', accent3: 'accent3' },
  ...{ accent4: 'accent4', accent5: 'accent5', accent6: 'accent6' },
};

function themeMarkup(palette: Palette): Markup {
  const color = (name: string, token: string): Markup =>
    tag(`a:${name}`, {}, tag('a:srgbClr', { val: palette(`var(--${token})`).replace('#', '').toUpperCase() }));
  const fonts = (kind: 'major' | 'minor'): Markup =>
    tag(
      `a:${kind}Font`,
      {},
      tag('a:latin', { typeface: font }),
      tag('a:ea', { typeface: '' }),
      tag('a:cs', { typeface: font }),
      tag('a:font', { script: 'Thai', typeface: thaiFont }),
    );
  const plain = tag('a:solidFill', {}, tag('a:schemeClr', { val: 'phClr' }));
  const three = (one: Markup): readonly Markup[] => [one, one, one];
  return tag(
    'a:theme',
    { 'xmlns:a': namespaces['xmlns:a'], name: 'Phungpao' },
    tag(
      'a:themeElements',
      {},
      tag(
        'a:clrScheme',
        { name: 'Phungpao' },
        ...[color('dk1', 'ink'), color('lt1', 'surface'), color('dk2', 'ink-soft'), color('lt2', 'sunken')],
        ...[color('accent1', 'waiting'), color('accent2', 'helped'), color('accent3', 'accent')],
        ...[color('accent4', 'warning'), color('accent5', 'danger'), color('accent6', 'road')],
        ...[color('hlink', 'accent'), color('folHlink', 'accent-strong')],
      ),
      tag('a:fontScheme', { name: 'Phungpao' }, fonts('major'), fonts('minor')),
      tag(
        'a:fmtScheme',
        { name: 'Phungpao' },
        tag('a:fillStyleLst', {}, three(plain)),
        tag('a:lnStyleLst', {}, three(tag('a:ln', { w: 9525 }, plain))),
        tag('a:effectStyleLst', {}, three(tag('a:effectStyle', {}, tag('a:effectLst')))),
        tag('a:bgFillStyleLst', {}, three(plain)),
      ),
    ),
  );
}

const group = tag('p:nvGrpSpPr', {}, tag('p:cNvPr', { id: 1, name: '' }), tag('p:cNvGrpSpPr'), tag('p:nvPr'));

export function placeholder(id: number, type: string, index: number | undefined, inside: readonly Markup[]): Markup {
  return tag(
    'p:sp',
    {},
    tag(
      'p:nvSpPr',
      {},
      tag('p:cNvPr', { id, name: `${type} ${id}` }),
      tag(
        'p:cNvSpPr',
        {},
        tag('a:spLocks', type === 'sldImg' ? { noGrp: 1, noRot: 1, noChangeAspect: 1 } : { noGrp: 1 }),
      ),
      tag('p:nvPr', {}, tag('p:ph', { type, idx: index })),
    ),
    inside,
  );
}

const box = (x: number, y: number, cx: number, cy: number): Markup =>
  tag(
    'p:spPr',
    {},
    tag('a:xfrm', {}, tag('a:off', { x, y }), tag('a:ext', { cx, cy })),
    tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst')),
  );
const noText = tag('p:txBody', {}, tag('a:bodyPr'), tag('a:lstStyle'), tag('a:p', {}, tag('a:endParaRPr')));

function level(number: number, size: number, bold: boolean): Markup {
  return tag(
    `a:lvl${number}pPr`,
    { marL: 0, indent: 0, algn: 'l' },
    tag('a:buNone'),
    tag(
      'a:defRPr',
      { sz: size, b: bold ? 1 : 0, kern: 1200 },
      tag('a:solidFill', {}, tag('a:schemeClr', { val: 'tx1' })),
      tag('a:latin', { typeface: '+mn-lt' }),
      tag('a:ea', { typeface: '+mn-ea' }),
      tag('a:cs', { typeface: '+mn-cs' }),
    ),
  );
}

/** Slides come after this: their relations lead here. */
export function addSkeleton(parts: Parts, palette: Palette): void {
  const ground = tag('p:bg', {}, tag('p:bgPr', {}, solid(palette('var(--surface)')), tag('a:effectLst')));
  const titleShape = placeholder(2, 'title', undefined, [box(emu(48), emu(26), emu(1184), emu(114)), noText]);
  const tree = (...shapes: readonly Markup[]): Markup => tag('p:spTree', {}, group, tag('p:grpSpPr'), shapes);
  parts.xml(theme(1), 'theme+xml', themeMarkup(palette));
  parts.xml(theme(2), 'theme+xml', themeMarkup(palette));
  parts.xml(
    masterPath,
    'presentationml.slideMaster+xml',
    tag(
      'p:sldMaster',
      namespaces,
      tag('p:cSld', {}, ground, tree(titleShape)),
      tag('p:clrMap', colorMap),
      tag('p:sldLayoutIdLst', {}, tag('p:sldLayoutId', { id: 2_147_483_649, 'r:id': relationId(0) })),
      tag(
        'p:txStyles',
        {},
        tag('p:titleStyle', {}, level(1, 3150, true)),
        tag('p:bodyStyle', {}, level(1, 2400, false)),
        tag('p:otherStyle', {}, level(1, 1800, false)),
      ),
    ),
    [
      { kind: 'slideLayout', to: layoutPath },
      { kind: 'theme', to: theme(1) },
    ],
  );
  parts.xml(
    layoutPath,
    'presentationml.slideLayout+xml',
    tag(
      'p:sldLayout',
      { ...namespaces, type: 'titleOnly', preserve: 1 },
      tag('p:cSld', { name: 'Phungpao' }, tree(titleShape)),
      tag('p:clrMapOvr', {}, tag('a:masterClrMapping')),
    ),
    [{ kind: 'slideMaster', to: masterPath }],
  );
  parts.xml(
    notesMasterPath,
    'presentationml.notesMaster+xml',
    tag(
      'p:notesMaster',
      namespaces,
      tag(
        'p:cSld',
        {},
        tag('p:bg', {}, tag('p:bgRef', { idx: 1001 }, tag('a:schemeClr', { val: 'bg1' }))),
        tree(
          placeholder(2, 'sldImg', 2, [box(685_800, 1_143_000, 5_486_400, 3_086_100)]),
          placeholder(3, 'body', 3, [box(685_800, 4_400_550, 5_486_400, 3_600_450), noText]),
        ),
      ),
      tag('p:clrMap', colorMap),
      tag('p:notesStyle', {}, level(1, 1200, false)),
    ),
    [{ kind: 'theme', to: theme(2) }],
  );
}

/** The presentation itself, when its slides are there. */
export function addPresentation(parts: Parts, slides: readonly string[]): void {
  parts.xml(
    'ppt/presentation.xml',
    'presentationml.presentation.main+xml',
    tag(
      'p:presentation',
      namespaces,
      tag('p:sldMasterIdLst', {}, tag('p:sldMasterId', { id: 2_147_483_648, 'r:id': relationId(0) })),
      tag('p:notesMasterIdLst', {}, tag('p:notesMasterId', { 'r:id': relationId(1) })),
      tag(
        'p:sldIdLst',
        {},
        slides.map((_, at) => tag('p:sldId', { id: 256 + at, 'r:id': relationId(at + 3) })),
      ),
      tag('p:sldSz', page),
      tag('p:notesSz', notes),
    ),
    [
      { kind: 'slideMaster', to: masterPath },
      { kind: 'notesMaster', to: notesMasterPath },
      { kind: 'theme', to: theme(1) },
      ...slides.map((to) => ({ kind: 'slide', to })),
    ],
  );
}
