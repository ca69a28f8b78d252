/** Owns the course of a presentation: the pages one after the other, hidden ones reached by a click, and the way back. */
import { shownSlides, type Deck, type Slide } from '../exports/deck.ts';
import { pagesOf, type Page } from '../exports/pages.ts';
import type { AreaCode } from '../model/area.ts';

export interface Course {
  readonly pages: readonly Page[];
  /** The page at hand; null where no slide is shown. */
  readonly page: Page | null;
  /** Its place among the pages; of a hidden slide that of the page before which it would stand. */
  readonly at: number;
  readonly isAside: boolean;
}

export const pagesShown = (deck: Deck): readonly Page[] => shownSlides(deck).flatMap((slide) => pagesOf(slide));

/** `id` is of a page; one that is not known is the first. */
export function courseOf(deck: Deck, pages: readonly Page[], id: string): Course {
  const at = pages.findIndex((page) => page.id === id);
  if (at >= 0) return { pages, page: pages[at]!, at, isAside: false };
  const own = id.replace(/\.\d+$/, '');
  const place = deck.slides.findIndex((slide) => slide.id === own);
  const slide = deck.slides[place];
  if (!slide) return { pages, page: pages[0] ?? null, at: 0, isAside: false };
  const parts = slide.isHidden ? pagesOf(slide) : pages.filter((page) => page.slide.id === own);
  const page = parts.find((part) => part.id === id) ?? parts[0]!;
  const before = new Set(deck.slides.slice(0, place).map((other) => other.id));
  const next = pages.filter((other) => before.has(other.slide.id)).length;
  return { pages, page, at: next, isAside: slide.isHidden };
}

/** The page that many steps on, within the pages. A hidden slide lies between two of them. */
export function stepped({ pages, at, isAside }: Course, by: 1 | -1): Page | null {
  const to = isAside && by === 1 ? at : at + by;
  return pages[Math.max(0, Math.min(pages.length - 1, to))] ?? null;
}

/** The slide of an area, or of the one that it lies in; hidden ones too. */
export function slideOfArea({ slides }: Deck, area: AreaCode): Slide | null {
  for (const digits of [6, 4, 2]) {
    const code = area.slice(0, digits);
    const own = slides.find(({ id }) => id === `amphoe-${code}`);
    if (code.length === digits && own) return own;
  }
  return null;
}
