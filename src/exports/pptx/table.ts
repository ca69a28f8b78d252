/** Owns native tables: rows of cells with a fine line under each. */
import type { Language } from '../../model/text.ts';
import { tag, type Markup } from '../markup.ts';
import { emuOf, paragraphs, solid, type Paragraph } from './shapes.ts';

/** What tables are told apart by in their frame. */
export const tableUri = 'http://schemas.openxmlformats.org/drawingml/2006/table';

export interface Cell {
  readonly paragraphs: readonly Paragraph[];
}

/** Rows with a fine line under each; the first as a head with a strong one. */
export function tableMarkup(
  widths: readonly number[],
  heights: readonly number[],
  rows: readonly (readonly Cell[])[],
  colors: { readonly line: string; readonly ink: string },
  hasHead: boolean,
  language: Language,
): Markup {
  const under = (row: number): Markup =>
    tag('a:lnB', { w: emuOf(hasHead && row === 0 ? 2 : 1) }, solid(hasHead && row === 0 ? colors.ink : colors.line));
  return tag(
    'a:tbl',
    {},
    tag('a:tblPr', hasHead ? { firstRow: 1 } : {}),
    tag(
      'a:tblGrid',
      {},
      widths.map((width) => tag('a:gridCol', { w: emuOf(width) })),
    ),
    rows.map((cells, row) =>
      tag(
        'a:tr',
        { h: emuOf(heights[row] ?? 0) },
        cells.map((cell) =>
          tag(
            'a:tc',
            {},
            tag('a:txBody', {}, tag('a:bodyPr'), tag('a:lstStyle'), paragraphs(cell.paragraphs, language)),
            tag('a:tcPr', { marL: 0, marR: emuOf(6), marT: 0, marB: 0, anchor: 'ctr' }, under(row), tag('a:noFill')),
          ),
        ),
      ),
    ),
  );
}
