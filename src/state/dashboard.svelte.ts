/** Owns what the panels look at: the view and the session brought together into one subject and its answers. */
import { getContext, setContext } from 'svelte';
import { loadBoundaries, loadOutline, type ProvinceBoundaries } from '../areas/boundaries.ts';
import { isWithin, levelDivisor, levelOf, parentOf, type AreaCode, type Level } from '../model/area.ts';
import type { Receipt } from '../model/receipt.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { noFilters, type Filters, type Subject } from '../model/subject.ts';
import { figuresBy, noFigures, type Figures } from '../queries/figures.ts';
import { placeNames, scopeOf, viewQuestions, type QuestionName } from '../queries/questions.ts';
import { formatOf, type Format } from '../i18n/format.ts';
import { textsOf, type Texts } from '../i18n/texts.ts';
import { Answer } from './answer.svelte.ts';
import { AreaBook } from './areabook.svelte.ts';
import type { Remembered } from './remembered.svelte.ts';
import { fetchJson } from './sample.ts';
import type { Entry, Session } from './session.svelte.ts';
import type { View } from './url.ts';
import type { ViewState } from './view.svelte.ts';

type Grouped = ReadonlyMap<number, Figures>;
const keyOf: Readonly<Record<QuestionName, string>> = {
  figures: 'everything',
  areas: 'area',
  classes: 'class',
  places: 'place',
  matrix: 'dimension',
};
const names = Object.keys(viewQuestions) as QuestionName[];

export class Dashboard {
  readonly view: ViewState;
  readonly session: Session;
  readonly #answers = Object.fromEntries(names.map((name) => [name, new Answer<Subject, Grouped>()])) as Record<
    QuestionName,
    Answer<Subject, Grouped>
  >;
  readonly #names = new Answer<number, ReadonlyMap<number, string>>();
  readonly #boundaries = new Answer<AreaCode, ProvinceBoundaries>();
  readonly areaBook = new AreaBook(() => this);
  readonly #outline = new Answer<'outline', ProvinceBoundaries['province']>();

  constructor(view: ViewState, session: Session) {
    this.view = view;
    this.session = session;
  }

  readonly texts: Texts = $derived.by(() => textsOf(this.view.current.language));
  readonly format: Format = $derived.by(() => formatOf(this.view.current.language));

  /** The snapshot looked at; null when the URL names one that isn't loaded. */
  readonly entry: Entry | null = $derived.by(() => {
    const { at } = this.view.current;
    if (at) return this.session.entryOf(at);
    const { entries } = this.session;
    return entries.find((entry) => entry.sample?.opening) ?? entries.at(-1) ?? null;
  });
  /** The snapshot that the URL names and that isn't loaded. */
  readonly absent: Snapshot | null = $derived.by(() => (this.entry === null ? this.view.current.at : null));

  readonly province: AreaCode | null = $derived.by(
    () => (this.entry ?? { snapshot: this.absent }).snapshot?.province ?? null,
  );
  /** The area looked at: the URL's, where it is a known one of this province, else the province. */
  readonly area: AreaCode | null = $derived.by(() => {
    const { area } = this.view.current;
    return area !== null && this.isKnownArea(area) ? area : this.province;
  });
  /** The URL's area, where it is none of this province's. */
  readonly strayArea: AreaCode | null = $derived.by(() => {
    const { area } = this.view.current;
    return area !== null && this.province !== null && this.area !== area ? area : null;
  });
  /** The URL's measure, where it can be had. */
  readonly measure = $derived.by(() => this.areaBook.shown(this.view.current.measure));
  readonly subject: Subject | null = $derived.by(() => {
    const { filters } = this.view.current;
    return this.entry && this.area
      ? { snapshot: this.entry.number, area: this.area, level: this.levelAsked, filters }
      : null;
  });
  /** The URL's level, but never coarser than the area: a part's figures are not those of the whole. */
  readonly levelAsked: Level = $derived.by(() => {
    const { level } = this.view.current;
    const own = this.area && levelOf(this.area);
    return own && levelDivisor[own] < levelDivisor[level] ? own : level;
  });
  /** What the map and the ranking show: the subject last answered, so that figures and areas always belong together. */
  readonly shown: Subject | null = $derived.by(() => this.answer('areas')?.subject ?? this.subject);
  readonly level: Level = $derived.by(() => this.shown?.level ?? this.levelAsked);
  /** The area whose parts are shown on the map and in the ranking. */
  readonly scope: AreaCode | null = $derived.by(() => (this.shown ? scopeOf(this.shown.area) : null));

  readonly boundaries: ProvinceBoundaries | null = $derived.by(() => {
    const loaded = this.#boundaries.current;
    return loaded && loaded.subject === this.province ? loaded.value : null;
  });
  readonly outline: ProvinceBoundaries['province'] | null = $derived.by(() => this.#outline.current?.value ?? null);

  /** Figures of the question before still stand there. */
  readonly stale: boolean = $derived.by(() => names.some((name) => this.#answers[name].pending));
  readonly busy: boolean = $derived.by(
    () =>
      this.stale ||
      this.#names.pending ||
      this.#boundaries.pending ||
      this.areaBook.pending ||
      (this.session.progress !== null && this.session.asking === null) ||
      (this.entry !== null && this.entry.receipt === null && this.#names.error === null),
  );

  /**
   * The last good answer to a question, with the subject it answers; null before the first, and where the question now
   * asked failed: old figures under a new sentence would be wrong ones.
   */
  answer(name: QuestionName): { readonly subject: Subject; readonly value: Grouped } | null {
    const { current, error } = this.#answers[name];
    return current && error === null && this.entry && current.subject.snapshot === this.entry.number ? current : null;
  }
  /** Why a question of this view was not answered; null when all were. */
  get fault(): unknown {
    return names.map((name) => this.#answers[name].error).find((error) => error !== null) ?? this.areaBook.error;
  }
  readonly figures: Figures = $derived.by(() =>
    this.areaBook.beside(this.answer('figures')?.subject.area, this.answer('figures')?.value.get(0) ?? noFigures),
  );

  /** Asks whatever the present subject leaves unanswered; to be called in an effect. */
  ask(): void {
    const { entry, subject } = this;
    if (!entry || !subject) return;
    for (const name of names) {
      void this.#answers[name].ask(subject, async (signal) =>
        figuresBy(await this.session.answer(entry, name, subject, signal), keyOf[name]),
      );
    }
  }

  /** Loads the rows of the snapshot looked at, and the names its file gives to places; to be called in an effect. */
  loadEntry(): void {
    const { entry } = this;
    if (!entry) return;
    void this.#names.ask(entry.number, async (signal) => {
      await this.session.load(entry);
      const rows = await this.session.ask<{ area: number; name: string }>(placeNames(entry.number), signal);
      return new Map(rows.columns.area.map((area, row) => [area, rows.columns.name[row] ?? '']));
    });
  }

  /** Tries again what failed. */
  retry(): void {
    this.ask();
    this.loadEntry();
    this.areaBook.load();
  }

  /** Loads the boundaries of the province looked at; to be called in an effect. */
  loadAreas(): void {
    const { province } = this;
    const isKnown = province !== null && this.session.gazetteer.find(province) !== null;
    if (isKnown && this.#boundaries.current?.subject !== province)
      void this.#boundaries.ask(province, () => loadBoundaries(province, fetchJson));
    if (!this.#outline.current) void this.#outline.ask('outline', () => loadOutline(fetchJson));
  }

  get areasFault(): unknown {
    return this.#boundaries.error;
  }
  get entryFault(): unknown {
    return this.#names.error;
  }

  /** The area at hand in words, from the smallest: อ.คลองหลวง จ.ปทุมธานี. */
  readonly where: string = $derived.by(() => {
    const { area, province } = this;
    if (!area || !province) return '';
    if (area === province) return this.provinceName(province);
    const amphoe = area.slice(0, 4) as AreaCode;
    const path = area === amphoe ? [amphoe, province] : [area, amphoe, province];
    return path.map((code) => this.fullNameOf(code)).join(this.view.current.language === 'th' ? ' ' : ', ');
  });

  /** The name an area is called by, without its prefix; a municipality's as the file gives it. */
  nameOf(code: AreaCode): string {
    const { language } = this.view.current;
    const known = this.session.gazetteer.find(code);
    if (known) return known.name[language];
    return this.#names.current?.value.get(Number(code)) ?? this.texts.places.code(code);
  }
  /** จังหวัดปัตตานี; กรุงเทพมหานคร is none. */
  provinceName(code: AreaCode): string {
    const isThai = this.view.current.language === 'th';
    return isThai ? this.fullNameOf(code) : this.texts.map.wholeProvince(this.nameOf(code));
  }
  /** With its prefix: อ.ยะรัง. */
  fullNameOf(code: AreaCode): string {
    const { language } = this.view.current;
    return this.session.gazetteer.find(code) ? this.session.gazetteer.fullName(code, language) : this.nameOf(code);
  }

  isKnownArea(code: AreaCode): boolean {
    if (!this.province || !isWithin(code, this.province)) return false;
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
  /** Goes into an area: its parts are shown one level finer. The whole province is no area of its own. */
  drill(area: AreaCode): void {
    const isProvince = levelOf(area) === 'province';
    const level: Level = isProvince ? 'amphoe' : 'tambon';
    this.view.go({ area: isProvince ? null : area, level });
  }
  /** Shows another level; where the area at hand is finer than it, the whole province. */
  show(level: Level): void {
    const { area } = this.view.current;
    const isFiner = area !== null && level !== 'tambon';
    this.view.go({ level, area: isFiner ? null : area });
  }
  /** Has a receipt's files read again, and looks at what came of them: it may have another date or province now. */
  async reread(receipt: Receipt, change: (remembered: Remembered) => void): Promise<void> {
    const opened = await this.session.reopen(receipt, change);
    const [latest] = [...(opened ?? [])].sort((a, b) => (a.snapshot.asOf < b.snapshot.asOf ? 1 : -1));
    if (latest && this.entry?.receipt !== latest.receipt) this.look(latest.snapshot);
  }
  /** Looks at another snapshot; from the area at hand where it lies in that province. */
  look(snapshot: Snapshot): void {
    const { area } = this.view.current;
    this.view.go({ at: snapshot, area: area !== null && isWithin(area, snapshot.province) ? area : null });
  }
}

const key = Symbol('dashboard');
export function provideDashboard(dashboard: Dashboard): void {
  setContext(key, dashboard);
}
export function useDashboard(): Dashboard {
  return getContext<Dashboard>(key);
}
