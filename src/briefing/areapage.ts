/** Owns the slide of an area on its own: its figures, the map of its parts, its dimensions. */
import type { MeasureId } from '../queries/measures.ts';
import { figuresIn, type AreaFacts } from '../state/brieffacts.ts';
import { dimensionsBlock, figuresBlock, mapBlock } from './blocks.ts';
import { counted, pendingId, some, urgentId, type Made, type Making } from './making.ts';
import { quantityOf, type Quantity } from './quantity.ts';
import { seenAt } from './seen.ts';
import { partTitle } from './titles.ts';

const ids = ['household.need', 'household.helped', pendingId, urgentId] as const;

export function areaSlide(making: Making, part: AreaFacts): Made {
  const { dashboard, facts, seen: whole, voice, isChosen } = making;
  const seen = seenAt(dashboard, facts, part, pendingId);
  const { parts } = counted(making, whole, pendingId);
  const own = parts.find(({ code }) => code === part.area);
  const of = (id: MeasureId): Quantity => quantityOf(seen, facts, id, figuresIn(part), part.area);
  const name = dashboard.fullNameOf(part.area);
  const title = partTitle(voice, {
    ...{ name, listed: of('household.listed'), need: of('household.need'), pending: own?.count ?? of(pendingId) },
    ...{ all: own ? parts.map(({ count }) => count) : [], level: whole.level, isChosen },
  });
  return {
    ...{ id: `amphoe-${part.area}`, name, title },
    blocks: some(
      figuresBlock(seen, facts, ids),
      mapBlock(seen, pendingId),
      dimensionsBlock(seen, { withHosts: false }),
    ),
  };
}
