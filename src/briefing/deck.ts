/** Owns the making of a deck: the slides of the templates, as the reader ordered, hid and titled them. */
import type { Deck, Slide } from '../exports/deck.ts';
import { country, provinceOf, type AreaCode } from '../model/area.ts';
import { plain } from '../model/plain.ts';
import { filterPhrase } from '../queries/sentence.ts';
import { filters } from '../queries/filters.ts';
import { isChangedSince, type Edits } from '../state/briefedits.svelte.ts';
import { briefedOf, type Waiting } from '../state/briefed.svelte.ts';
import type { Facts } from '../state/brieffacts.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import { makingOf, type Made } from './making.ts';
import { isOfArea, templateIds, templates, whereOf, type TemplateId } from './templates.ts';

export interface DeckOptions {
  /** Only these; all of them where none are named. */
  readonly templates?: readonly TemplateId[];
  /** Of the pages of areas only these. */
  readonly amphoe?: readonly AreaCode[];
}

/** The province whose edits a deck has; the country's where it is of several. */
export const editedProvince = ({ whole }: Dashboard): AreaCode => (whole === null ? country : provinceOf(whole));

export function deckOf(dashboard: Dashboard, facts: Facts, edits: Edits, options: DeckOptions = {}): Deck {
  const { texts, format, view } = dashboard;
  const { language } = view.current;
  const { area } = facts.whole;
  const where = dashboard.wholeName(dashboard.whole ?? area);
  const making = makingOf(dashboard, facts, edits);
  const wanted = templateIds.filter((id) => options.templates?.includes(id) ?? true);
  const made = wanted.flatMap((id) => templates[id](making)).filter(({ id }) => isOfArea(id, options.amphoe ?? [area]));
  const phrases = filters.flatMap((filter) => filterPhrase(facts.filters, filter, language) ?? []);
  const [receipt, ...others] = dashboard.entries.map((entry) => entry.receipt);
  const [file, ...more] = others.length === 0 ? (receipt?.files ?? []) : [];
  const own = file && more.length === 0 ? file : null;
  const slides = made.map((slide) => edited(slide, edits, language, facts.isProtected));
  return {
    language,
    digits: view.current.digits,
    title: texts.briefing.title(whereOf(dashboard, area)),
    province: where,
    asOf: format.date(facts.asOf),
    filters: phrases.length === 0 ? texts.briefing.everything : phrases.join(' · '),
    preparedBy: edits.preparedBy,
    fingerprint: own?.sha256 ?? null,
    fileName: facts.isProtected ? null : (own?.name ?? null),
    rounding: facts.isProtected ? texts.briefing.rounding : null,
    credit: creditOf(dashboard),
    slides: edits.order === null ? slides : ordered(slides, edits.order),
  };
}

/** Slides for a meeting, or a page for every area; as soon as all its figures are there. */
export async function deckFor(
  dashboard: Dashboard,
  what: 'deck' | 'book',
  waiting: Omit<Waiting, 'withAges'>,
): Promise<Deck> {
  const briefed = briefedOf(dashboard);
  const facts = await briefed.all({ ...waiting, withAges: what === 'deck' });
  const edits = briefed.edits.of(editedProvince(dashboard));
  if (what === 'deck') return deckOf(dashboard, facts, edits);
  const book = deckOf(dashboard, facts, edits, { templates: ['cover', 'amphoe', 'table'] });
  // What a meeting leaves out, a book has.
  return { ...book, slides: book.slides.map((slide) => ({ ...slide, isHidden: false })) };
}

/** In one line; the whole of it stands in the annex. */
function creditOf({ session, texts, atlas, view }: Dashboard): string {
  const data = session.isSample ? texts.top.sample : texts.briefing.dataCredit;
  const [boundaries] = atlas.boundaries?.credit[view.current.language].split(';') ?? [];
  return [data, boundaries?.replace(/ \([^)]*\)/g, '')].filter(Boolean).join(' · ');
}

function edited(
  { title, layout, isHidden, ...made }: Made,
  edits: Edits,
  language: Deck['language'],
  isProtected: boolean,
): Slide {
  const written = edits.titles[language][made.id];
  const isChanged = written !== undefined && isChangedSince(written, title);
  // A number typed over an exact sentence may be one that a protected view keeps small.
  const own = written && isProtected && isChanged && /\d/.test(plain(written.text)) ? undefined : written;
  return {
    ...made,
    title: own?.text ?? title,
    own: own && { made: title, isChanged },
    notes: edits.notes[made.id] ?? '',
    isHidden: edits.hidden[made.id] ?? isHidden ?? false,
    layout: layout ?? 'plain',
  };
}

/** Slides that the reader never placed stay after the one that they follow in the template. */
function ordered(slides: readonly Slide[], order: readonly string[]): readonly Slide[] {
  const placed = order.flatMap((id) => slides.find((slide) => slide.id === id) ?? []);
  slides.forEach((slide, at) => {
    if (placed.includes(slide)) return;
    const before = slides.slice(0, at).findLast((other) => placed.includes(other));
    placed.splice(before ? placed.indexOf(before) + 1 : 0, 0, slide);
  });
  return placed;
}
