/** Owns what a reader wrote into a briefing: titles, notes, decisions, order, what is left out; kept by province in this browser. */
import { fingerprint } from '../model/fingerprint.ts';
import { plain } from '../model/plain.ts';
import { country, type AreaCode } from '../model/area.ts';
import type { Language } from '../model/text.ts';

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const name = 'phungpao.briefing';
/** More than fits on a slide, or in a presenter's minute, is cut. */
const longest = { line: 120, title: 240, note: 2000 };
const mostLines = 12;
const mostSlides = 200;
const mostBack = 50;

export interface OwnTitle {
  readonly text: string;
  /** A fingerprint of the sentence in whose place it was written: its figures are not the reader's own words. */
  readonly made: string;
}

/** By id of the slide; a title in its language. Null: as the template has it. */
export interface Edits {
  readonly meeting: string;
  readonly preparedBy: string;
  readonly order: readonly string[] | null;
  readonly hidden: Readonly<Record<string, boolean>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly titles: Readonly<Record<Language, Readonly<Record<string, OwnTitle>>>>;
  readonly decisions: readonly string[] | null;
}
export const noEdits: Edits = {
  meeting: '',
  preparedBy: '',
  order: null,
  hidden: {},
  notes: {},
  titles: { th: {}, en: {} },
  decisions: null,
};

type All = Readonly<Record<string, Edits>>;

export class BriefEdits {
  readonly #shelf: Shelf | null;
  #all = $state.raw<All>({});
  /** What stood before each change since the page was opened, the last at the end. */
  #before = $state.raw<readonly All[]>([]);

  /** `shelf` null where the browser has none to give; then nothing outlives the page. */
  constructor(shelf: Shelf | null) {
    this.#shelf = shelf;
    this.#all = recall(shelf);
  }

  of(province: AreaCode | null): Edits {
    return (province === null ? undefined : this.#all[keyOf(province)]) ?? noEdits;
  }
  isEdited(province: AreaCode | null): boolean {
    return province !== null && this.#all[keyOf(province)] !== undefined;
  }

  change(province: AreaCode, patch: Partial<Edits>): void {
    this.#put({ ...this.#all, [keyOf(province)]: tidied({ ...this.of(province), ...patch }) });
  }
  /** An empty title gives way to the sentence again. */
  title(province: AreaCode, language: Language, slide: string, text: string, made: string): void {
    const { titles } = this.of(province);
    const { [slide]: _, ...others } = titles[language];
    const isOwn = text.trim() !== '' && text.trim() !== made;
    this.change(province, {
      titles: { ...titles, [language]: isOwn ? { ...others, [slide]: { text, made: keyOfSentence(made) } } : others },
    });
  }
  note(province: AreaCode, slide: string, text: string): void {
    this.change(province, { notes: { ...this.of(province).notes, [slide]: text } });
  }
  hide(province: AreaCode, slide: string, isHidden: boolean): void {
    this.change(province, { hidden: { ...this.of(province).hidden, [slide]: isHidden } });
  }
  /** Of the slides as they stand, one comes to another's place. */
  move(province: AreaCode, standing: readonly string[], slide: string, to: number): void {
    const others = standing.filter((id) => id !== slide);
    this.change(province, { order: [...others.slice(0, to), slide, ...others.slice(to)] });
  }

  get canUndo(): boolean {
    return this.#before.length > 0;
  }
  /** Takes the last change back. */
  undo(): void {
    const before = this.#before.at(-1);
    if (!before) return;
    this.#before = this.#before.slice(0, -1);
    this.#keep(before);
  }
  /** As the template has it; one slide alone where one is named. */
  reset(province: AreaCode, slide: string | null = null): void {
    if (slide === null) {
      this.#put(Object.fromEntries(Object.entries(this.#all).filter(([code]) => code !== keyOf(province))));
      return;
    }
    const without = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
      Object.fromEntries(Object.entries(all).filter(([id]) => id !== slide));
    const { hidden, notes, titles, decisions } = this.of(province);
    this.change(province, {
      hidden: without(hidden),
      notes: without(notes),
      titles: { th: without(titles.th), en: without(titles.en) },
      decisions: slide === 'decisions' ? null : decisions,
    });
  }

  #put(all: All): void {
    this.#before = [...this.#before, this.#all].slice(-mostBack);
    this.#keep(all);
  }
  #keep(all: All): void {
    this.#all = all;
    try {
      if (Object.keys(all).length === 0) this.#shelf?.removeItem(name);
      else this.#shelf?.setItem(name, JSON.stringify(all));
    } catch {
      // Full, or forbidden: what was written lasts as long as the page.
    }
  }
}

/** Whether other figures are told than when the title was written; digits and blanks make no difference. */
export const isChangedSince = ({ made }: OwnTitle, now: string): boolean => made !== keyOfSentence(now);
const keyOfSentence = (sentence: string): string => fingerprint(plain(sentence));

const keyOf = (province: AreaCode): string => (province === country ? 'th' : province);

const cut = (text: string, most: number): string => Array.from(text).slice(0, most).join('');
const line = (text: string): string => cut(text.replace(/\s+/g, ' '), longest.line).trim();

function tidied(edits: Edits): Edits {
  const some = <T>(all: Readonly<Record<string, T>>, keeps: (value: T) => boolean): Record<string, T> =>
    Object.fromEntries(
      Object.entries(all)
        .filter(([id, value]) => isSlide(id) && keeps(value))
        .slice(0, mostSlides),
    );
  const titlesOf = (own: Readonly<Record<string, OwnTitle>>): Record<string, OwnTitle> => {
    const kept = Object.entries(some(own, ({ text }) => text.trim() !== ''));
    const written = kept.map(([id, { text, made }]): [string, OwnTitle] => [
      id,
      { text: cut(text, longest.title).trim(), made },
    ]);
    return Object.fromEntries(written);
  };
  const notes = Object.entries(some(edits.notes, (text) => text.trim() !== ''));
  const decisions = edits.decisions?.map((text) => cut(text, longest.title).trim()).filter((text) => text !== '');
  return {
    meeting: line(edits.meeting),
    preparedBy: line(edits.preparedBy),
    order: edits.order?.filter(isSlide).slice(0, mostSlides) ?? null,
    hidden: some(edits.hidden, () => true),
    notes: Object.fromEntries(notes.map(([id, text]) => [id, cut(text, longest.note)])),
    titles: { th: titlesOf(edits.titles.th), en: titlesOf(edits.titles.en) },
    decisions: decisions?.slice(0, mostLines) ?? null,
  };
}

const isSlide = (id: string): boolean => /^[a-z][a-z0-9-]{0,39}$/.test(id);

/** Anyone may have written there, so only what could have been written by a reader is taken. */
function recall(shelf: Shelf | null): All {
  try {
    const told = JSON.parse(shelf?.getItem(name) ?? '{}') as unknown;
    if (!isRecord(told)) return {};
    const known = Object.entries(told).filter(([province]) => /^(\d{2}|th)$/.test(province));
    return Object.fromEntries(
      known.flatMap(([province, own]) => (isRecord(own) ? [[province, tidied(read(own))]] : [])),
    );
  } catch {
    return {};
  }
}

function read(own: Record<string, unknown>): Edits {
  const { meeting, preparedBy, order, hidden, notes, titles, decisions } = own;
  return {
    meeting: typeof meeting === 'string' ? meeting : '',
    preparedBy: typeof preparedBy === 'string' ? preparedBy : '',
    order: texts(order),
    hidden: entriesOf(hidden, (value): value is boolean => typeof value === 'boolean'),
    notes: entriesOf(notes, isText),
    titles: { th: ownTitles(titles, 'th'), en: ownTitles(titles, 'en') },
    decisions: texts(decisions),
  };
}
const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const texts = (value: unknown): readonly string[] | null =>
  Array.isArray(value) && value.every(isText) ? value : null;
function entriesOf<T>(all: unknown, is: (value: unknown) => value is T): Record<string, T> {
  if (!isRecord(all)) return {};
  return Object.fromEntries(Object.entries(all).filter((one): one is [string, T] => is(one[1])));
}
function ownTitles(titles: unknown, language: Language): Record<string, OwnTitle> {
  const isOwn = (value: unknown): value is OwnTitle =>
    isRecord(value) && isText(value.text) && isText(value.made) && /^[0-9a-f]{16}$/.test(value.made);
  return isRecord(titles) ? entriesOf(titles[language], isOwn) : {};
}
