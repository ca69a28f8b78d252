/** Owns what the panels look at: the view and the session brought together into one subject and its answers. */
import { getContext, setContext, untrack } from 'svelte';
import { country, isWithin, levelFor, levelOf, levelWithin, parentOf, pathTo, provinceOf } from '../model/area.ts';
import type { AreaCode, Level } from '../model/area.ts';
import type { Receipt } from '../model/receipt.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { noFilters, type Filters, type Subject } from '../model/subject.ts';
import { grouped, noFigures, type Figures, type Grouped } from '../queries/figures.ts';
import { scopeOf, type QuestionName } from '../queries/questions.ts';
import { formatOf, type Format } from '../i18n/format.ts';
import { textsOf, type Texts } from '../i18n/texts.ts';
import { Answer } from './answer.svelte.ts';
import type { Answered } from './answering.ts';
import { AreaBook } from './areabook.svelte.ts';
import { Atlas } from './atlas.svelte.ts';
import { Compared } from './compared.svelte.ts';
import { entriesOf, openingOf, turned } from './country.ts';
import { Finding } from './finding.svelte.ts';
import { Following } from './following.svelte.ts';
import { HotSpots } from './hotspots.svelte.ts';
import { askedOverlaps } from './overlaps.svelte.ts';
import { Planning } from './planning.svelte.ts';
import { PlaceNames } from './placenames.svelte.ts';
import { Points } from './points.svelte.ts';
import type { Remembered } from './remembered.svelte.ts';
import type { Entry, Session } from './session.svelte.ts';
import { Rounds } from './rounds.svelte.ts';
import { Tambons } from './tambons.svelte.ts';
import type { View } from './view.ts';
import type { ViewState } from './view.svelte.ts';

export class Dashboard {
  readonly view: ViewState;
  readonly session: Session;
  readonly #answers = new Answer<Subject, Grouped>();
  readonly #names = new PlaceNames(() => this);
  readonly areaBook = new AreaBook(() => this);
  readonly atlas = new Atlas(() => this);
  readonly rounds = new Rounds(() => this);
  readonly compared = new Compared(() => this);
  readonly tambons = new Tambons(() => this);
  readonly hotspots = new HotSpots(() => this);
  readonly overlaps = askedOverlaps(() => this);
  readonly planning = new Planning(() => this);
  readonly points = new Points(() => this);
  readonly finding = new Finding(() => this);
  readonly following = new Following(() => this);

  constructor(view: ViewState, session: Session) {
    this.view = view;
    this.session = session;
  }

  readonly texts: Texts = $derived.by(() => textsOf(this.view.current.language));
  readonly format: Format = $derived.by(() => formatOf(this.view.current.language, this.view.current.digits));

  /** The entries looked at: one of a province, several of the country; none when the URL names what isn't loaded. */
  readonly entries: readonly Entry[] = $derived.by(() => {
    const { at } = this.view.current;
    const { entries } = this.session;
    if (at) return entriesOf(entries, at);
    return [entries.find((entry) => entry.sample?.opening) ?? entries.at(-1) ?? []].flat();
  });
  /** Their numbers as text: what is looked at is the same while nothing but the view of it changes. */
  readonly #looked: string = $derived.by(() => JSON.stringify(this.entries.map(({ number }) => number)));
  /** The snapshot looked at, a province's or the country's; null when the URL names one that isn't loaded. */
  readonly snapshot: Snapshot | null = $derived.by(() => {
    const [first] = this.entries;
    return first ? (this.view.current.at ?? first.snapshot) : null;
  });
  /** The snapshot that the URL names and that isn't loaded. */
  readonly absent: Snapshot | null = $derived.by(() => (this.snapshot === null ? this.view.current.at : null));
  /** The receipt of what is looked at; of the file last opened where it is of several. Null until all is loaded. */
  readonly receipt: Receipt | null = $derived.by(() => {
    const receipts = this.entries.map(({ receipt }) => receipt);
    return receipts.includes(null) ? null : (receipts.at(-1) ?? null);
  });

  /** The widest area that can be looked at: the snapshot's province, or the country. */
  readonly whole: AreaCode | null = $derived.by(() => (this.snapshot ?? this.absent)?.province ?? null);
  /** The area looked at: the URL's, where it is a known one of this whole, else the whole. */
  readonly area: AreaCode | null = $derived.by(() => {
    const { area } = this.view.current;
    return area !== null && this.isKnownArea(area) ? area : this.whole;
  });
  /** The URL's area, where it is none of this whole's. */
  readonly strayArea: AreaCode | null = $derived.by(() => {
    const { area } = this.view.current;
    return area !== null && this.whole !== null && this.area !== area ? area : null;
  });
  /** The URL's measure, where it can be had. */
  readonly measure = $derived.by(() => this.areaBook.shown(this.view.current.measure));
  /** As text: what is equal is the same, so that restyling never asks, nor does the loading of rows that a cube stands for. */
  readonly #asked: string | null = $derived.by(() => {
    const { area, levelAsked: level } = this;
    const { filtersAsked: filters } = this.view;
    const { meeting } = this.view.current;
    if (area === null || this.entries.length === 0) return null;
    // Unplaced households are their snapshot's: a province is asked of its own snapshot alone.
    const own = this.entries.filter(({ snapshot }) => isWithin(area, snapshot.province) || area === country);
    const snapshots = own.map(({ number }) => number);
    return JSON.stringify({ snapshots, area, level, filters, ...(meeting && { meeting }) } satisfies Subject);
  });
  readonly subject: Subject | null = $derived.by(() =>
    this.#asked === null ? null : (JSON.parse(this.#asked) as Subject),
  );
  /** The URL's level, but never coarser than the area. */
  readonly levelAsked: Level = $derived.by(() => levelFor(this.area, this.session.seen(this.view.current.level)));
  /** What the map and the ranking show: the subject last answered, so that figures and areas always belong together. */
  readonly shown: Subject | null = $derived.by(() => this.answer('areas')?.subject ?? this.subject);
  readonly level: Level = $derived.by(() => this.shown?.level ?? this.levelAsked);
  /** The area whose parts are shown on the map and in the ranking. */
  readonly scope: AreaCode | null = $derived.by(() => (this.shown ? scopeOf(this.shown.area) : null));

  /** The question is not answered yet. */
  readonly pending: boolean = $derived.by(() => this.#answers.pending);
  /** Figures of the question before still stand there, under what is asked now. */
  readonly stale: boolean = $derived.by(() => this.pending && !this.view.isAhead);
  readonly busy: boolean = $derived.by(
    () =>
      this.pending ||
      this.#names.pending ||
      [this.atlas, this.areaBook, this.compared, this.hotspots].some(({ pending }) => pending) ||
      [this.overlaps, this.tambons, this.finding, this.following].some(({ pending }) => pending) ||
      this.session.busy ||
      (!this.session.isAtHand(this.entries) && this.#names.error === null && !this.view.current.meeting),
  );

  /**
   * The last good answer to a question, with the subject it answers; null before the first, and where the question now
   * asked failed: old figures under a new sentence would be wrong ones.
   */
  answer(name: QuestionName): Answered | null {
    const { current, error } = this.#answers;
    const isOurs = (number: number): boolean => this.entries.some((entry) => entry.number === number);
    const isSeen = (current?.subject.meeting === true) === this.view.current.meeting;
    if (!current || error !== null || !isSeen || !current.subject.snapshots.every(isOurs)) return null;
    return { subject: current.subject, value: current.value[name], isRounded: current.value.isRounded };
  }
  /** Why this view was not answered; null when it was. */
  get fault(): unknown {
    return this.#answers.error ?? this.areaBook.error;
  }
  /** In a meeting nothing is shown yet. */
  readonly isPreparing: boolean = $derived.by(
    () => this.view.current.meeting && this.answer('figures') === null && this.fault === null && this.snapshot !== null,
  );
  readonly figures: Figures = $derived.by(() =>
    this.areaBook.beside(this.answer('figures')?.subject.area, this.answer('figures')?.value.get(0) ?? noFigures),
  );

  /** Asks all that the present subject leaves unanswered, at once; to be called in an effect. */
  ask(): void {
    const { subject } = this;
    if (!subject) return;
    const entries = untrack(() => this.entries).filter(({ number }) => subject.snapshots.includes(number));
    const work = async (signal: AbortSignal): Promise<Grouped> =>
      grouped(await this.session.answer(entries, subject, signal));
    void this.#answers.ask(subject, work, () => this.view.catchUp());
  }

  /** Loads the rows of what is looked at, and the names its files give to places; to be called in an effect. */
  loadEntries(): void {
    if (this.#looked !== '[]') this.#names.load(untrack(() => this.entries));
  }

  /** Tries again what failed. */
  retry(): void {
    this.ask();
    this.loadEntries();
    this.areaBook.load();
  }

  get entryFault(): unknown {
    return this.#names.error;
  }

  /** The area at hand in words, from the smallest: อ.คลองหลวง จ.ปทุมธานี. */
  readonly where: string = $derived.by(() => {
    const { area } = this;
    if (area === null) return '';
    const path = [...pathTo(area, provinceOf(area))].reverse();
    if (path.length === 1) return this.wholeName(area);
    return path.map((code) => this.fullNameOf(code)).join(this.view.current.language === 'th' ? ' ' : ', ');
  });

  /** The name an area is called by, without its prefix; a municipality's as the file gives it. */
  nameOf(code: AreaCode): string {
    return this.#names.of(code);
  }
  /** ทั้งประเทศ, จังหวัดปัตตานี; กรุงเทพมหานคร is none. */
  wholeName(code: AreaCode): string {
    return this.#names.ofWhole(code);
  }
  /** With its prefix: อ.ยะรัง. */
  fullNameOf(code: AreaCode): string {
    return this.#names.inFull(code);
  }

  isKnownArea(code: AreaCode): boolean {
    const { entries, whole } = this;
    if (whole === null || !isWithin(code, whole)) return false;
    // Of the country, only what is open; a link that waits for its file is taken at its word.
    if (entries.length > 0 && !entries.some(({ snapshot }) => isWithin(code, snapshot.province))) return false;
    if (this.session.gazetteer.find(code)) return true;
    return levelOf(code) === 'tambon' && this.session.gazetteer.find(code.slice(0, 4) as AreaCode) !== null;
  }

  go(patch: Partial<View>): void {
    this.view.go(patch);
  }
  filter(patch: Partial<Filters>): void {
    this.view.go({ filters: { ...this.view.current.filters, ...patch } });
  }
  clearFilters(): void {
    this.view.go({ filters: noFilters });
  }
  /** Chooses a tambon among those of its amphoe; the one chosen already is let go. */
  choose(tambon: AreaCode): void {
    this.view.go({ area: this.area === tambon ? parentOf(tambon) : tambon });
  }
  /** Goes into an area: its parts are shown one level finer. The whole is no area of its own. */
  drill(area: AreaCode): void {
    this.view.go({ area: area === this.whole ? null : area, level: levelWithin(area) });
  }
  /** Shows another level; where the area at hand is as fine, that round it which has such parts. */
  show(level: Level): void {
    const { area } = this.view.current;
    const round = area !== null && level === 'amphoe' ? provinceOf(area) : this.whole;
    this.view.go({ level, area: level === 'tambon' ? area : round === this.whole ? null : round });
  }
  /** Has a receipt's files read again, and looks at what came of them: it may have another date or province now. */
  async reread(receipt: Receipt, change: (remembered: Remembered) => void): Promise<void> {
    const opened = await this.session.reopen(receipt, change);
    const next = openingOf(opened ?? []);
    if (next && !this.entries.some((entry) => opened?.includes(entry))) this.look(next);
  }
  /** Looks at another snapshot; from the area at hand where it lies in that whole, but at the country from above. */
  look(snapshot: Snapshot): void {
    this.view.go(turned(this.view.current, this.whole, snapshot));
  }
}

const key = Symbol('dashboard');
export function provideDashboard(dashboard: Dashboard): void {
  setContext(key, dashboard);
}
export function useDashboard(): Dashboard {
  return getContext<Dashboard>(key);
}
