/** Owns one round set against another as it is shown: each area's counts, the flow of statuses, the map of net change. */
import { categoryShading, type Category } from '../../areas/categories.ts';
import { zeroColor } from '../../areas/scheme.ts';
import { shade, type AreaValue } from '../../areas/shading.ts';
import type { DrawnFlow } from '../../charts/FlowDiagram.svelte';
import type { FlowNode } from '../../charts/flow.ts';
import { areaNumber, areaOfNumber, levelOf, type AreaCode } from '../../model/area.ts';
import {
  elsewhere,
  elsewhereCode,
  hasStatus,
  isBack,
  isForward,
  standIds,
  tallied,
  type Move,
  type Tally,
} from '../../model/move.ts';
import { statuses } from '../../model/status.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { Passage } from '../../state/moves.svelte.ts';
import type { Painting } from '../analysis/painting.ts';
import { areaValues, nameOf, polygonOf, type AreaRow } from '../areas.ts';
import { signed } from '../kinds/changed.ts';

export interface ChangedArea {
  readonly key: string;
  readonly number: number;
  readonly code: AreaCode | null;
  readonly name: string;
  readonly tally: Tally;
  /** Of an amphoe that did not report in one of the rounds. */
  readonly isUnreported: boolean;
  readonly moves: readonly Move[];
}

/** Moves of the area looked at: those of a tambon stand among its amphoe's. */
export function ownMoves({ moves, subject }: Passage, area: AreaCode | null): readonly Move[] {
  if (area === null || area.length < 6 || levelOf(area) !== 'tambon' || subject.level !== 'tambon') return moves;
  return moves.filter((move) => move.area === areaNumber(area));
}
export const isOnePart = (passage: Passage, own: readonly Move[]): boolean => own !== passage.moves;

/** The areas that most were newly helped in first; those that nothing can be told of last. */
export function changedAreas(dashboard: Dashboard, { moves, subject }: Passage): readonly ChangedArea[] {
  const byArea = new Map<number, Move[]>();
  for (const move of moves) {
    const own = byArea.get(move.area);
    if (own) own.push(move);
    else byArea.set(move.area, [move]);
  }
  const { unreported } = elsewhereCode;
  return [...byArea]
    .map(([number, own]): ChangedArea => {
      const code = areaOfNumber(number, subject.level);
      return {
        key: code ?? String(number).padStart(6, '0'),
        number,
        code,
        name: nameOf(dashboard, number, code),
        tally: tallied(own, true),
        isUnreported: own.every(({ from, to }) => from === unreported || to === unreported),
        moves: own,
      };
    })
    .sort(
      (a, b) =>
        Number(a.isUnreported) - Number(b.isUnreported) ||
        b.tally.netHelped - a.tally.netHelped ||
        a.tally.back - b.tally.back,
    );
}

/** In the order of a bar: help done first, what says nothing of help last. */
const order = [
  'helped',
  'partly_helped',
  'in_progress',
  'referred',
  'waiting',
  'unknown',
  'no_need',
  'out',
  ...elsewhere.map(({ id }) => id),
] as const;

export interface CellOfFlow {
  readonly before: number;
  readonly after: number;
  readonly households: number;
}

/** The statuses before and after, whatever the area; the most households first. */
export function flowCells(moves: readonly Move[]): readonly CellOfFlow[] {
  const cells = new Map<string, CellOfFlow>();
  for (const { side, from, to, households } of moves) {
    if (side === 'went') continue;
    const key = `${from} ${to}`;
    cells.set(key, { before: from, after: to, households: (cells.get(key)?.households ?? 0) + households });
  }
  return [...cells.values()].sort((a, b) => b.households - a.households);
}

const colors = { forward: 'var(--helped)', back: 'var(--waiting)', other: '#8d8577' } as const;
export const kindOfFlow = (before: number, after: number): keyof typeof colors =>
  isBack(before, after) ? 'back' : isForward(before, after) ? 'forward' : 'other';
export const flowColor = (kind: keyof typeof colors): string => colors[kind];

export interface FlowSides {
  readonly flows: readonly DrawnFlow[];
  readonly before: readonly FlowNode[];
  readonly after: readonly FlowNode[];
}

export function flowSides({ texts, format }: Dashboard, cells: readonly CellOfFlow[]): FlowSides {
  const words = texts.moves;
  const id = (code: number): (typeof order)[number] => standIds[code] ?? 'unknown';
  const nodes = (end: 'before' | 'after'): FlowNode[] =>
    order.map((stand) => {
      const own = cells.filter((cell) => id(cell[end]) === stand);
      const total = own.reduce((sum, { households }) => sum + households, 0);
      return { id: stand, label: words[end][stand], text: format.count(total) };
    });
  return {
    before: nodes('before'),
    after: nodes('after'),
    flows: cells.map(({ before, after, households }) => ({
      from: id(before),
      to: id(after),
      value: households,
      color: flowColor(kindOfFlow(before, after)),
      title: words.flow(words.before[id(before)], words.after[id(after)], format.count(households)),
      measure: 'household.moved_status',
    })),
  };
}

/** By why; of those that `is` says. */
export function byWhy(moves: readonly Move[], is: (move: Move) => boolean): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const move of moves)
    if (move.side !== 'went' && is(move)) counts.set(move.why, (counts.get(move.why) ?? 0) + move.households);
  return counts;
}
export const isStruckOut = ({ from, to }: Move): boolean =>
  hasStatus(from) && statuses[from]?.id !== 'out' && statuses[to]?.id === 'out';

/** How households that were helped became more or fewer; an area that did not report has no data, and never zero. */
export function roundsPainting(dashboard: Dashboard, rows: readonly AreaRow[]): Painting | null {
  const passage = dashboard.following.moves.current;
  if (passage === null || passage.subject.level !== dashboard.level) return null;
  const nets = new Map<AreaCode, number>();
  const silent = new Set<AreaCode>();
  for (const { code, tally, isUnreported } of changedAreas(dashboard, passage)) {
    const polygon = code === null ? null : polygonOf(dashboard, code);
    if (polygon === null) continue;
    if (isUnreported) silent.add(polygon);
    else nets.set(polygon, (nets.get(polygon) ?? 0) + tally.netHelped);
  }
  const told = (code: AreaCode, value: AreaValue): AreaValue =>
    nets.get(code) ?? (silent.has(code) ? 'no_data' : typeof value === 'number' ? 0 : value);
  const changes = new Map<AreaCode, AreaValue>(
    [...areaValues(dashboard, 'household.listed', rows)].map(([code, value]) => [code, told(code, value)]),
  );
  const { texts, format } = dashboard;
  const words = texts.moves;
  const cut = shade({ values: changes, scheme: 'helped', unit: 'count', classes: 6, mid: 0 });
  const plus = (value: number): string => signed(value, (size) => format.count(size));
  const steps = cut.classes.map(({ from, to, color }, index) => {
    const last = index === cut.classes.length - 1 ? to : to - 1;
    return {
      id: `class-${index}`,
      from,
      color,
      title: from >= last ? plus(from) : words.range(plus(from), plus(last)),
    };
  });
  const same = { id: 'same', from: 0, color: zeroColor, title: words.same };
  const below = steps.filter(({ from }) => from < 0);
  const categories: readonly Category[] = [...below, same, ...steps.slice(below.length)];
  const place = (value: AreaValue): AreaValue => {
    if (typeof value !== 'number') return value;
    const step = cut.classOf(value);
    return step === null ? below.length : step < below.length ? step : step + 1;
  };
  const values = new Map([...changes].map(([code, value]) => [code, place(value)]));
  const title = words.legend(format.shortDate(passage.from), format.shortDate(passage.to));
  return {
    kinds: { title, measure: 'household.helped_net', values, shading: categoryShading(values, categories), categories },
    marked: new Set(),
    lines: (code) => {
      const value = changes.get(code);
      const text = typeof value === 'number' ? plus(value) : silent.has(code) ? words.unreported : null;
      return text === null ? [] : [{ label: words.net, value: text, measure: 'household.helped_net' }];
    },
  };
}
