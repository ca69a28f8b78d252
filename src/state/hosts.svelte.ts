/** Owns who is host of each dimension: the registry's agencies, or what a province chose in their place, kept in this browser. */
import { agencies, hostsOf } from '../model/agency.ts';
import { country, type AreaCode } from '../model/area.ts';
import { dimensions, type Dimension } from '../model/dimension.ts';

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
/** By province. */
export type AllHosts = Readonly<Record<string, Chosen>>;
type Chosen = Readonly<Partial<Record<Dimension, readonly string[]>>>;
const name = 'phungpao.hosts';
const longestName = 80;
const mostHosts = 12;

/** An agency is an id of `model/agency`, or its name as the reader typed it. */
export class Hosts {
  readonly #shelf: Shelf | null;
  #all = $state.raw<Readonly<Record<string, Chosen>>>({});

  /** `shelf` null where the browser has none to give; then nothing outlives the page. */
  constructor(shelf: Shelf | null) {
    this.#shelf = shelf;
    this.#all = recall(shelf);
  }

  of(province: AreaCode | null, dimension: Dimension): readonly string[] {
    const chosen = province === null ? undefined : this.#all[province]?.[dimension];
    return chosen ?? hostsOf(dimension).map(({ id }) => id);
  }
  isChosen(province: AreaCode | null): boolean {
    return province !== null && this.#all[province] !== undefined;
  }

  /** The country has none of its own: each of its provinces may differ. */
  choose(province: AreaCode, dimension: Dimension, hosts: readonly string[]): void {
    if (province === country) return;
    this.#keep({ ...this.#all, [province]: { ...this.#all[province], [dimension]: tidy(hosts) } });
  }
  get all(): AllHosts {
    return this.#all;
  }
  /** Takes over what others chose, a province's as a whole; gives the way back to how things are now. */
  take(more: AllHosts): () => void {
    const before = this.#all;
    this.#keep({ ...before, ...more });
    return () => this.#keep(before);
  }
  reset(province: AreaCode): void {
    this.#keep(Object.fromEntries(Object.entries(this.#all).filter(([code]) => code !== province)));
  }

  #keep(all: Readonly<Record<string, Chosen>>): void {
    this.#all = all;
    try {
      if (Object.keys(all).length === 0) this.#shelf?.removeItem(name);
      else this.#shelf?.setItem(name, JSON.stringify(all));
    } catch {
      // Full, or forbidden: what was chosen lasts as long as the page.
    }
  }
}

/** Known ids in the order of the registry, then names as typed, each once. */
function tidy(hosts: readonly string[]): readonly string[] {
  const ids: readonly string[] = agencies.map(({ id }) => id).filter((id) => hosts.includes(id));
  const typed = hosts.map((host) => host.trim().slice(0, longestName)).filter((host) => host !== '');
  return [...new Set([...ids, ...typed])].slice(0, mostHosts);
}

function recall(shelf: Shelf | null): AllHosts {
  try {
    return readHosts(JSON.parse(shelf?.getItem(name) ?? '{}'));
  } catch {
    return {};
  }
}

/** Anyone may have written there, so only what could have been chosen is taken. */
export function readHosts(told: unknown): AllHosts {
  if (typeof told !== 'object' || told === null) return {};
  return Object.fromEntries(
    Object.entries(told).flatMap(([province, chosen]) => {
      if (!/^\d{2}$/.test(province) || typeof chosen !== 'object' || chosen === null) return [];
      const rows = dimensions.flatMap(({ id }) => {
        const hosts = (chosen as Record<string, unknown>)[id];
        return Array.isArray(hosts) && hosts.every((host) => typeof host === 'string') ? [[id, tidy(hosts)]] : [];
      });
      return rows.length > 0 ? [[province, Object.fromEntries(rows) as Chosen]] : [];
    }),
  );
}
