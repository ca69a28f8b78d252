/** Owns finding one's way: the search of places, areas picked on the map, and the portraits of those pointed at, found and pinned. */
import { makeSearch, type Search } from '../areas/searching.ts';
import { isWithin, levelOf, type AreaCode } from '../model/area.ts';
import { mostPins } from '../model/pin.ts';
import { Basemaps } from './basemaps.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { Portraits } from './portraits.svelte.ts';

/** A pointer that passes by asks for nothing. */
const restMs = 150;
/** What is found may be changed by the next letter. */
const typedMs = 120;

export class Finding {
  readonly #looked: () => Dashboard;
  #taken = $state.raw<ReadonlySet<AreaCode>>(new Set());
  /** Lines of reference that are switched off. */
  hidden = $state.raw<ReadonlySet<'province' | 'amphoe'>>(new Set());
  /** What lies under the areas of the map. */
  readonly basemaps = new Basemaps();
  #search: Search | null = null;
  readonly pointed: Portraits;
  readonly found: Portraits;
  readonly pinned: Portraits;

  constructor(looked: () => Dashboard) {
    this.#looked = looked;
    this.pointed = new Portraits(looked, { restMs, withRounds: true });
    this.found = new Portraits(looked, { restMs: typedMs, withRounds: false });
    this.pinned = new Portraits(looked, { restMs: 0, withRounds: false });
  }

  /** Made at the first use, and kept: the list of areas never changes. */
  get search(): Search {
    return (this.#search ??= makeSearch(this.#looked().session.gazetteer));
  }

  /** Those picked that the map shows now. */
  readonly picked: ReadonlySet<AreaCode> = $derived.by(() => {
    const { scope, level } = this.#looked();
    return new Set(
      [...this.#taken].filter((code) => scope !== null && isWithin(code, scope) && levelOf(code) === level),
    );
  });
  pick(codes: readonly AreaCode[]): void {
    this.#taken = new Set([...this.picked, ...codes]);
  }
  /** Picks an area, or lets it go. */
  toggle(code: AreaCode): void {
    const rest = [...this.picked].filter((other) => other !== code);
    this.#taken = new Set(rest.length < this.picked.size ? rest : [...rest, code]);
  }
  clear(): void {
    this.#taken = new Set();
  }

  /** Areas of the whole that the link names, as many as stand side by side. */
  readonly pins: readonly AreaCode[] = $derived.by(() => {
    const { view } = this.#looked();
    return (view.current.pins ?? []).filter((code) => this.#looked().isKnownArea(code)).slice(0, mostPins);
  });
  get pending(): boolean {
    return this.pinned.pending || this.basemaps.pending;
  }
}
