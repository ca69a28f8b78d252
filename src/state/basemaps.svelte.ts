/** Owns which basemap lies under the areas: one beside the page or a file of the reader's, kept until the page is left. */
import type { Basemap } from '../areas/basemap.ts';
import { basemapFolder, basemapOffers, type BasemapOffer } from '../areas/basemapoffer.ts';
import { AppError } from '../model/error.ts';

export class Basemaps {
  /** What lies beside the page; none until the reader asks what there is. */
  offers = $state.raw<readonly BasemapOffer[]>([]);
  /** The reader's own, chosen last. */
  own = $state.raw<Basemap | null>(null);
  shown = $state.raw<Basemap | null>(null);
  /** Why the last one chosen can't be drawn. */
  fault = $state.raw<unknown>(null);
  pending = $state(false);
  #hasLooked = false;
  #ticket = 0;

  /** Asks once what lies beside the page. */
  async look(): Promise<void> {
    if (this.#hasLooked) return;
    this.#hasLooked = true;
    try {
      const response = await fetch(new URL(`${basemapFolder}basemap.json`, document.baseURI));
      if (response.ok) this.offers = basemapOffers(await response.json().catch(() => null));
    } catch (fault) {
      // A page that is out of reach of its server offers none.
      if (fault instanceof AppError) this.fault = fault;
    }
  }

  show(basemap: Basemap | null): void {
    this.#ticket++;
    this.shown = basemap;
    this.fault = null;
    this.pending = false;
  }

  async open(file: File): Promise<void> {
    await this.#open(async () => {
      const { openBasemapFile } = await import('../areas/basemap.ts');
      const own = await openBasemapFile(file, this.#spoilt);
      this.own = own;
      return own;
    });
  }

  async openOffer({ file, credit }: BasemapOffer): Promise<void> {
    await this.#open(async () => {
      const { openBasemapAt } = await import('../areas/basemap.ts');
      const url = new URL(`${basemapFolder}${file}`, document.baseURI);
      return await openBasemapAt(url, { file, credit, onfault: this.#spoilt });
    });
  }

  /** The one before stays until the next stands; one that can't be drawn leaves the map as it is without any. */
  async #open(make: () => Promise<Basemap>): Promise<void> {
    const ticket = ++this.#ticket;
    this.pending = true;
    this.fault = null;
    try {
      const made = await make();
      if (ticket === this.#ticket) this.shown = made;
    } catch (fault) {
      if (ticket === this.#ticket) this.#spoilt(fault);
    } finally {
      if (ticket === this.#ticket) this.pending = false;
    }
  }
  readonly #spoilt = (fault: unknown): void => {
    if (this.own === this.shown) this.own = null;
    this.shown = null;
    this.fault = fault;
  };
}
