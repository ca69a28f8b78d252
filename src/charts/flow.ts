/** Owns the flow between two moments in its first two steps: series (what) → placed (where). Drawing is FlowDiagram's. */
import { textWidthEm } from './textwidth.ts';

/** How somebody stood at one of the moments. */
export interface FlowNode {
  readonly id: string;
  readonly label: string;
  /** How many, as a reader sees it. */
  readonly text: string;
}
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

export interface PlacedNode {
  readonly node: FlowNode;
  readonly value: number;
  readonly yPx: number;
  readonly heightPx: number;
  /** Middle of its label: never nearer to another than a line. */
  readonly labelPx: number;
}
export interface PlacedFlow {
  readonly flow: Flow;
  readonly widthPx: number;
  /** Path through the middle of the ribbon, to be stroked as wide as the ribbon is. */
  readonly path: string;
}
export interface PlacedFlows {
  readonly before: readonly PlacedNode[];
  readonly after: readonly PlacedNode[];
  readonly flows: readonly PlacedFlow[];
  /** Left edges of the two bars. */
  readonly beforePx: number;
  readonly afterPx: number;
  /** Where labels beside the bars would leave no room between them, they stand on the ribbons. */
  readonly isInside: boolean;
}

export interface FlowBox {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly textPx: number;
  readonly barPx: number;
}

const gapPx = 6;
const besidePx = 8;
/** What labels may take of the width beside the bars. */
const mostLabels = 0.7;

/** Both sides by one scale, so that a ribbon is as wide where it ends as where it begins. Nodes that nobody stood at are left out. */
export function placeFlows(
  flows: readonly Flow[],
  before: readonly FlowNode[],
  after: readonly FlowNode[],
  { widthPx, heightPx, textPx, barPx }: FlowBox,
): PlacedFlows {
  const seen = flows.filter(({ value }) => value > 0);
  const valueOf = (end: 'from' | 'to', id: string): number =>
    seen.reduce((sum, flow) => (flow[end] === id ? sum + flow.value : sum), 0);
  const side = (nodes: readonly FlowNode[], end: 'from' | 'to'): { node: FlowNode; value: number }[] =>
    nodes.map((node) => ({ node, value: valueOf(end, node.id) })).filter(({ value }) => value > 0);
  const sides = { from: side(before, 'from'), to: side(after, 'to') };
  const linePx = textPx * 1.5;
  const pxPerOne = Math.min(
    ...[sides.from, sides.to].map((nodes) => {
      const values = nodes.map(({ value }) => value);
      return fitting(values, linePx, heightPx - gapPx * Math.max(0, nodes.length - 1));
    }),
  );
  const place = (nodes: readonly { node: FlowNode; value: number }[]): PlacedNode[] => {
    let yPx = 0;
    return nodes.map(({ node, value }) => {
      const barHeightPx = value * pxPerOne;
      const slotPx = Math.max(linePx, barHeightPx);
      const placed = {
        node,
        value,
        yPx: yPx + (slotPx - barHeightPx) / 2,
        heightPx: barHeightPx,
        labelPx: yPx + slotPx / 2,
      };
      yPx += slotPx + gapPx;
      return placed;
    });
  };
  const [left, right] = [place(sides.from), place(sides.to)];
  const labelPx = (nodes: readonly PlacedNode[]): number =>
    Math.max(0, ...nodes.map(({ node }) => textWidthEm(`${node.label} ${node.text}`) * textPx)) + besidePx;
  const isInside = labelPx(left) + labelPx(right) + 2 * barPx > widthPx * mostLabels;
  const beforePx = isInside ? 0 : labelPx(left);
  const afterPx = Math.max(beforePx + 3 * barPx, widthPx - (isInside ? 0 : labelPx(right)) - barPx);
  return {
    before: left,
    after: right,
    flows: ribbons(seen, left, right, beforePx + barPx, afterPx, pxPerOne),
    beforePx,
    afterPx,
    isInside,
  };
}

/** The scale by which values, none of them lower than a line of text, fill a height. */
function fitting(values: readonly number[], leastPx: number, heightPx: number): number {
  let [low, high] = [0, heightPx / Math.max(1, ...values)];
  const filled = (scale: number): number => values.reduce((sum, value) => sum + Math.max(leastPx, value * scale), 0);
  if (filled(0) >= heightPx) return 0;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (filled(middle) > heightPx) high = middle;
    else low = middle;
  }
  return low;
}

/** In the order of the nodes on either side, so that ribbons cross no more than they must. */
function ribbons(
  flows: readonly Flow[],
  before: readonly PlacedNode[],
  after: readonly PlacedNode[],
  fromPx: number,
  toPx: number,
  pxPerOne: number,
): PlacedFlow[] {
  const tops = (nodes: readonly PlacedNode[]): Map<string, number> =>
    new Map(nodes.map(({ node, yPx }) => [node.id, yPx]));
  const [leftTops, rightTops] = [tops(before), tops(after)];
  const rank = (nodes: readonly PlacedNode[], id: string): number => nodes.findIndex(({ node }) => node.id === id);
  const middlePx = (fromPx + toPx) / 2;
  const ordered = flows
    .filter(({ from, to }) => leftTops.has(from) && rightTops.has(to))
    .sort((a, b) => rank(before, a.from) - rank(before, b.from) || rank(after, a.to) - rank(after, b.to));
  const round = (px: number): number => Math.round(px * 10) / 10;
  return ordered.map((flow) => {
    const heightPx = flow.value * pxPerOne;
    const [startPx, endPx] = [leftTops.get(flow.from) ?? 0, rightTops.get(flow.to) ?? 0];
    leftTops.set(flow.from, startPx + heightPx);
    rightTops.set(flow.to, endPx + heightPx);
    const [y0, y1] = [round(startPx + heightPx / 2), round(endPx + heightPx / 2)];
    const [x0, xm, x1] = [round(fromPx), round(middlePx), round(toPx)];
    // A ribbon that exists is seen, however thin.
    return { flow, widthPx: Math.max(1, heightPx), path: `M${x0},${y0}C${xm},${y0} ${xm},${y1} ${x1},${y1}` };
  });
}
