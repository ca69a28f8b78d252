/** Owns the view as the URL holds it: a click writes the URL, the page follows, and Back restores. */
import { parseView, printView, type ReadView } from './url.ts';
import { openingView, type View } from './view.ts';

/** Each field apart, so that whoever reads one is not called when another changes: thousands of areas hang on some. */
function apart(read: () => View): View {
  const fields = (Object.keys(openingView) as (keyof View)[]).map((key): [keyof View, PropertyDescriptor] => {
    const field = $derived.by(() => read()[key]);
    return [key, { enumerable: true, get: () => field }];
  });
  return Object.defineProperties({}, Object.fromEntries(fields)) as View;
}

export class ViewState {
  #read = $state.raw<ReadView>(parseView(location.search));
  readonly current: View = apart(() => this.#read.view);

  /** Parameters of the URL that were not understood. */
  get unknown(): ReadView['unknown'] {
    return this.#read.unknown;
  }

  /** Moves to a changed view: a new entry of the history, or in place of the present one. */
  go(patch: Partial<View>, { replace = false } = {}): void {
    const before = this.#read.view;
    const view = { ...before, ...patch };
    const search = printView(view);
    if (search === printView(before) && this.unknown.length === 0) return;
    const url = `${location.pathname}${search}${location.hash}`;
    if (replace) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
    this.#read = { view, unknown: [] };
  }

  /** The whole address of a changed view, to be given to somebody. */
  link(patch: Partial<View>): string {
    return `${location.origin}${location.pathname}${printView({ ...this.#read.view, ...patch })}`;
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
