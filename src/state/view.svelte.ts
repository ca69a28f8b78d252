/** Owns the view as the URL holds it: a click writes the URL, the page follows, and Back restores. */
import { parseView, printView, type ReadView } from './url.ts';
import type { View } from './view.ts';

export class ViewState {
  #read = $state.raw<ReadView>(parseView(location.search));

  get current(): View {
    return this.#read.view;
  }

  /** Parameters of the URL that were not understood. */
  get unknown(): ReadView['unknown'] {
    return this.#read.unknown;
  }

  /** Moves to a changed view: a new entry of the history, or in place of the present one. */
  go(patch: Partial<View>, { replace = false } = {}): void {
    const view = { ...this.current, ...patch };
    const search = printView(view);
    if (search === printView(this.current) && this.unknown.length === 0) return;
    const url = `${location.pathname}${search}${location.hash}`;
    if (replace) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
    this.#read = { view, unknown: [] };
  }

  /** Follows Back and Forward; returns how to stop. */
  follow(): () => void {
    const read = (): void => {
      this.#read = parseView(location.search);
    };
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }
}
