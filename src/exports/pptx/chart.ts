/** Owns native charts: bars that lie in a table's empty column, and lines over dates, each with its workbook. */
import type { PlacedTrend } from '../../charts/trendlines.ts';
import type { Datum } from '../../ui/datum.ts';
import type { BarsBlock, TrendBlock } from '../deck.ts';
import { tag, type Markup } from '../markup.ts';
import type { Sheet, SheetCell } from '../sheet.ts';
import type { Box } from '../slidelayout.ts';
import { chartNamespaces, relationId } from './parts.ts';
import { solid } from './shapes.ts';

/** Letters that need no quotes in a formula. */
const sheetName = 'data';
const [categoryAxis, valueAxis] = [1001, 1002];
const dayMs = 86_400_000;
/** The day before the first of Excel's calendar, which has one day too many. */
const epochMs = Date.UTC(1899, 11, 30);
const serialOf = (iso: string): number => Math.round((Date.parse(iso) - epochMs) / dayMs);

const value = (name: string, val: string | number): Markup => tag(name, { val });
const columnName = (at: number): string => String.fromCharCode(65 + at);
const reference = (column: number, rows: number): string => {
  const name = columnName(column);
  return `${sheetName}!$${name}$2:$${name}$${rows + 1}`;
};

interface Series {
  readonly name: string;
  readonly color: string;
  readonly dashed?: boolean;
  readonly figures: readonly (Datum | null)[];
}

/** What stands in a cell to be reckoned with; what is kept small or withheld stands there as the reader sees it. */
const cellOf = (datum: Datum | null): SheetCell =>
  datum === null ? '' : typeof datum.value === 'number' ? datum.value : datum.text;

function title({ name }: Series, at: number): Markup {
  const cache = tag('c:strCache', {}, value('c:ptCount', 1), tag('c:pt', { idx: 0 }, tag('c:v', {}, name)));
  return tag('c:tx', {}, tag('c:strRef', {}, tag('c:f', {}, `${sheetName}!$${columnName(at + 1)}$1`), cache));
}

function numbers(kind: 'c:val' | 'c:cat', column: number, all: readonly (number | null)[], code: string): Markup {
  const points = all.flatMap((one, idx) => (one === null ? [] : tag('c:pt', { idx }, tag('c:v', {}, String(one)))));
  return tag(
    kind,
    {},
    tag(
      'c:numRef',
      {},
      tag('c:f', {}, reference(column, all.length)),
      tag('c:numCache', {}, tag('c:formatCode', {}, code), value('c:ptCount', all.length), points),
    ),
  );
}

const known = (figures: readonly (Datum | null)[]): readonly (number | null)[] =>
  figures.map((datum) => (typeof datum?.value === 'number' ? datum.value : null));

function space(plotBox: Box, plot: readonly Markup[]): Markup {
  const { x, y, width, height } = plotBox;
  const sides = { x, y, w: width, h: height };
  const layout = tag('c:manualLayout', {}, [
    ...[value('c:layoutTarget', 'inner'), value('c:xMode', 'edge'), value('c:yMode', 'edge')],
    ...Object.entries(sides).map(([side, share]) => value(`c:${side}`, share)),
  ]);
  return tag(
    'c:chartSpace',
    chartNamespaces,
    value('c:date1904', 0),
    value('c:roundedCorners', 0),
    tag(
      'c:chart',
      {},
      value('c:autoTitleDeleted', 1),
      tag('c:plotArea', {}, tag('c:layout', {}, layout), plot, tag('c:spPr', {}, tag('a:noFill'))),
      value('c:plotVisOnly', 1),
      value('c:dispBlanksAs', 'gap'),
    ),
    tag('c:spPr', {}, tag('a:noFill'), tag('a:ln', {}, tag('a:noFill'))),
    tag('c:externalData', { 'r:id': relationId(0) }, value('c:autoUpdate', 0)),
  );
}

/** The axes are not drawn: names and figures stand beside the chart as text. */
function axis(
  kind: 'c:catAx' | 'c:dateAx' | 'c:valAx',
  scaling: readonly Markup[],
  position: string,
  own: readonly Markup[],
  grid: Markup | null = null,
): Markup {
  const isValue = kind === 'c:valAx';
  return tag(
    kind,
    {},
    value('c:axId', isValue ? valueAxis : categoryAxis),
    tag('c:scaling', {}, scaling),
    value('c:delete', 1),
    value('c:axPos', position),
    grid,
    value('c:majorTickMark', 'none'),
    value('c:minorTickMark', 'none'),
    value('c:tickLblPos', 'none'),
    value('c:crossAx', isValue ? categoryAxis : valueAxis),
    value('c:crosses', 'autoZero'),
    own,
  );
}

const axisIds = [value('c:axId', categoryAxis), value('c:axId', valueAxis)];

export function barsChart({ series, rows }: BarsBlock, full: number, gapPercent: number): Markup {
  const names = rows.map(({ name }, idx) => tag('c:pt', { idx }, tag('c:v', {}, name)));
  const categories = tag(
    'c:cat',
    {},
    tag(
      'c:strRef',
      {},
      tag('c:f', {}, reference(0, rows.length)),
      tag('c:strCache', {}, value('c:ptCount', rows.length), names),
    ),
  );
  const drawn = series.map((own, at) => {
    const figures = known(rows.map((row) => row.figures[at] ?? null));
    return tag(
      'c:ser',
      {},
      value('c:idx', at),
      value('c:order', at),
      title({ ...own, figures: [] }, at),
      tag('c:spPr', {}, solid(own.color)),
      value('c:invertIfNegative', 0),
      categories,
      numbers('c:val', at + 1, figures, 'General'),
    );
  });
  return space({ x: 0, y: 0, width: 1, height: 1 }, [
    tag(
      'c:barChart',
      {},
      value('c:barDir', 'bar'),
      value('c:grouping', 'stacked'),
      value('c:varyColors', 0),
      drawn,
      value('c:gapWidth', gapPercent),
      value('c:overlap', 100),
      axisIds,
    ),
    axis('c:catAx', [value('c:orientation', 'maxMin')], 'l', []),
    axis('c:valAx', [value('c:orientation', 'minMax'), value('c:max', full || 1), value('c:min', 0)], 'b', [
      value('c:crossBetween', 'between'),
    ]),
  ]);
}

export function barsSheet({ series, rows, unit }: BarsBlock): Sheet {
  const head = [unit, ...series.map(({ name }) => name)];
  return { name: sheetName, rows: [head, ...rows.map(({ name, figures }) => [name, ...figures.map(cellOf)])] };
}

export function trendChart(
  { dates, lines }: TrendBlock,
  { plot, ticks }: PlacedTrend,
  box: Pick<Box, 'width' | 'height'>,
  grid: string,
): Markup {
  const last = ticks.at(-1);
  const share = last ? 1 - (last.y - plot.top) / plot.height : 1;
  const top = last && share > 0 ? last.value / share : 1;
  const step = ticks[1] ? ticks[1].value - (ticks[0]?.value ?? 0) : top;
  const days = numbers(
    'c:cat',
    0,
    dates.map(({ iso }) => serialOf(iso)),
    'yyyy\\-mm\\-dd',
  );
  const drawn = lines.map((own, at) => {
    const stroke = tag(
      'a:ln',
      { w: 38_100, cap: 'rnd' },
      solid(own.color),
      own.dashed ? tag('a:prstDash', { val: 'dash' }) : null,
    );
    const marker = tag(
      'c:marker',
      {},
      value('c:symbol', 'circle'),
      value('c:size', 8),
      tag('c:spPr', {}, solid(own.color), tag('a:ln', {}, tag('a:noFill'))),
    );
    return tag(
      'c:ser',
      {},
      value('c:idx', at),
      value('c:order', at),
      title(own, at),
      tag('c:spPr', {}, stroke),
      marker,
      days,
      numbers('c:val', at + 1, known(own.figures), 'General'),
      value('c:smooth', 0),
    );
  });
  const rule = tag('c:majorGridlines', {}, tag('c:spPr', {}, tag('a:ln', { w: 9525 }, solid(grid))));
  return space(
    {
      x: plot.left / box.width,
      y: plot.top / box.height,
      width: plot.width / box.width,
      height: plot.height / box.height,
    },
    [
      tag(
        'c:lineChart',
        {},
        value('c:grouping', 'standard'),
        value('c:varyColors', 0),
        drawn,
        value('c:marker', 1),
        axisIds,
      ),
      axis('c:dateAx', [value('c:orientation', 'minMax')], 'b', [
        value('c:auto', 0),
        value('c:lblOffset', 100),
        value('c:baseTimeUnit', 'days'),
      ]),
      axis(
        'c:valAx',
        [value('c:orientation', 'minMax'), value('c:max', top), value('c:min', 0)],
        'l',
        [value('c:crossBetween', 'midCat'), value('c:majorUnit', step)],
        rule,
      ),
    ],
  );
}

export function trendSheet({ dates, lines, unit }: TrendBlock): Sheet {
  const rows = dates.map(({ iso }, at) => [
    { number: serialOf(iso), as: 'date' as const },
    ...lines.map(({ figures }) => cellOf(figures[at] ?? null)),
  ]);
  return { name: sheetName, rows: [[unit, ...lines.map(({ name }) => name)], ...rows] };
}
