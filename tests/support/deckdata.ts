/** Owns walking a deck for its figures: every datum that stands in it, with the slide it stands on. */
import type { Block, Deck } from '../../src/exports/deck.ts';
import type { Datum } from '../../src/ui/datum.ts';

export function dataOf({ slides }: Pick<Deck, 'slides'>): { readonly slide: string; readonly datum: Datum }[] {
  return slides.flatMap(({ id, blocks }) => blocks.flatMap(inBlock).map((datum) => ({ slide: id, datum })));
}

function inBlock(block: Block): readonly Datum[] {
  switch (block.kind) {
    case 'figures':
      return block.figures.flatMap(({ datum, change }) => [datum, ...(change ? [change.datum] : [])]);
    case 'map':
      return block.figures.map(({ datum }) => datum);
    case 'bars':
      return block.rows.flatMap(({ figures }) => figures);
    case 'trend':
      return block.lines.flatMap(({ figures }) => figures.filter((datum) => datum !== null));
    case 'table':
      return block.rows.flat().filter((cell): cell is Datum => typeof cell !== 'string');
    case 'words':
      return [];
  }
}
