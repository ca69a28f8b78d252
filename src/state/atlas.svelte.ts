/** Owns the shapes at hand: those of the province looked at, and the country's, loaded a level at a time and kept. */
import { untrack } from 'svelte';
import { loadBoundaries, loadCountry, manifestFile, type AreaBoundaries } from '../areas/boundaries.ts';
import { country, provinceOf, type AreaCode, type Level } from '../model/area.ts';
import { Answer } from './answer.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { fetchJson } from './sample.ts';

type Looked = Pick<Dashboard, 'area' | 'level' | 'levelAsked' | 'scope' | 'session' | 'whole'>;

export class Atlas {
  readonly #looked: () => Looked;
  readonly #province = new Answer<AreaCode, AreaBoundaries>();
  /** The country's provinces stand round every province; its finer levels are loaded when they are looked at. */
  readonly #country: Readonly<Record<Level, Answer<Level, AreaBoundaries>>> = {
    province: new Answer(),
    amphoe: new Answer(),
    tambon: new Answer(),
  };

  /** What all files of shapes have in common; fetched again only where that failed. */
  #manifest: Promise<unknown> | null = null;

  constructor(looked: () => Looked) {
    this.#looked = looked;
  }

  /** What is shown is drawn with these: until a province's own shapes are there, the country's stand in, if they are. */
  get boundaries(): AreaBoundaries | null {
    const { scope, level, whole } = this.#looked();
    const own = this.#province.current;
    if (scope && own?.subject === provinceOf(scope)) return own.value;
    if (whole !== country) return null;
    return (this.#country[level].current ?? this.#country.province.current)?.value ?? null;
  }
  get outline(): AreaBoundaries['province'] | null {
    return this.#country.province.current?.value.province ?? null;
  }
  /** The shapes that are asked for, whatever is shown meanwhile. */
  get #asked(): Pick<Answer<unknown, unknown>, 'pending' | 'error'> {
    const { area, levelAsked } = this.#looked();
    return area === country ? this.#country[levelAsked] : this.#province;
  }
  get pending(): boolean {
    return this.#asked.pending;
  }
  get fault(): unknown {
    return this.#asked.error;
  }

  /** Loads the boundaries of the province looked at, or the country's of the level; to be called in an effect. */
  load(): void {
    const { area, levelAsked, session } = this.#looked();
    const province = area && provinceOf(area);
    const isKnown = province && session.gazetteer.find(province) !== null;
    if (isKnown && this.#province.current?.subject !== province)
      void this.#province.ask(province, () => loadBoundaries(province, this.#fetch));
    this.#loadCountry('province');
    if (area === country) this.#loadCountry(levelAsked);
  }
  readonly #fetch = (path: string): Promise<unknown> => {
    if (path !== manifestFile) return fetchJson(path);
    const fetching = (this.#manifest ??= fetchJson(path));
    fetching.catch(() => (this.#manifest = null));
    return fetching;
  };
  #loadCountry(level: Level): void {
    const answer = this.#country[level];
    if (answer.current || untrack(() => answer.pending)) return;
    void answer.ask(level, () => loadCountry(level, this.#fetch));
  }
}
