/** Owns the view as the URL holds it: a click writes the URL, the page follows, and Back restores; but not out of a meeting. */
import type { Filters } from '../model/subject.ts';
import { noteStep } from './journal.ts';
import { reachable } from './meeting.ts';
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

/** What else a question hangs on: where one of these changes too, the page follows at once. */
const asked = ['at', 'area', 'level', 'meeting', 'slide'] as const satisfies readonly (keyof View)[];
/** A frame: an answer that takes longer is not waited for. */
const aheadMs = 16;
/** Whatever a reader does next is meant of what was chosen last. */
const acts = ['pointerdown', 'keydown', 'click', 'input', 'change'] as const;

interface Settled extends ReadView {
  /** Not all that was asked for can be reached in a meeting. */
  readonly isReduced: boolean;
}

function settle({ view, unknown }: ReadView): Settled {
  if (!view.meeting) return { view, unknown, isReduced: false };
  const reached = reachable(view);
  // What was not understood may be anything: it is not said again while others look on.
  return { view: reached, unknown: [], isReduced: unknown.length > 0 || printView(reached) !== printView(view) };
}

export class ViewState {
  #read = $state.raw<Settled>(settle(parseView(location.search)));
  readonly current: View = apart(() => this.#read.view);
  /** Filters just chosen are asked about first, and shown with their figures: so the page is drawn anew once, not twice. */
  #ahead = $state.raw<Settled | null>(null);
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#mend();
  }

  /** Parameters of the URL that were not understood. */
  get unknown(): ReadView['unknown'] {
    return this.#read.unknown;
  }
  get isReduced(): boolean {
    return this.#read.isReduced;
  }

  /** The filters last chosen, which the page may not show yet. */
  get filtersAsked(): Filters {
    return this.#ahead?.view.filters ?? this.current.filters;
  }
  /** Filters were chosen that the page does not show yet; for a frame at most. */
  get isAhead(): boolean {
    return this.#ahead !== null;
  }
  /** The page shows what was chosen: its figures are there, or not soon enough. */
  readonly catchUp = (): void => {
    if (this.#ahead) this.#show(this.#ahead);
  };
  #show(next: Settled): void {
    clearTimeout(this.#waiting);
    this.#ahead = null;
    this.#read = next;
  }

  /** Moves to a changed view: a new entry of the history, or in place of the present one. */
  go(patch: Partial<View>, { replace = false } = {}): void {
    const before = (this.#ahead ?? this.#read).view;
    const next = settle({ view: { ...before, ...patch }, unknown: [] });
    // Whoever is in a meeting already is not told again of what one can't do there.
    const isReduced = next.isReduced && !before.meeting;
    const search = printView(next.view);
    if (search === printView(before) && this.unknown.length === 0) return;
    noteStep('view', Object.keys(patch) as (keyof View)[]);
    this.#write(search, replace);
    const settled = { ...next, isReduced };
    if (!('filters' in patch) || before.meeting || asked.some((key) => key in patch)) return this.#show(settled);
    this.#ahead = settled;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(this.catchUp, aheadMs);
  }

  /** The whole address of a changed view, to be given to somebody. */
  link(patch: Partial<View>): string {
    const { view } = settle({ view: { ...(this.#ahead ?? this.#read).view, ...patch }, unknown: [] });
    return `${location.origin}${location.pathname}${printView(view)}`;
  }

  /** Begins the page anew, at the view it has. */
  reload(): void {
    location.reload();
  }

  /** Follows Back and Forward, which don't end a meeting; returns how to stop. */
  follow(): () => void {
    const read = (): void => {
      const { view, unknown } = parseView(location.search);
      const stays = this.#read.view.meeting && !view.meeting;
      this.#show(settle({ view: stays ? { ...view, meeting: true } : view, unknown }));
      this.#mend();
    };
    addEventListener('popstate', read);
    for (const act of acts) addEventListener(act, this.catchUp, { capture: true });
    return () => {
      removeEventListener('popstate', read);
      for (const act of acts) removeEventListener(act, this.catchUp, { capture: true });
    };
  }

  /** In a meeting the address says what is shown, and nothing else. */
  #mend(): void {
    const { view } = this.#read;
    const search = printView(view);
    if (view.meeting && location.search !== search) this.#write(search, true);
  }
  #write(search: string, replace: boolean): void {
    const url = `${location.pathname}${search}${location.hash}`;
    if (replace) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
  }
}
