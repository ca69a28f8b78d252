/** Owns the facts of a briefing: what is looked at, its parts one by one, and its earlier rounds, asked together. */
import { untrack } from 'svelte';
import { areaOfNumber, country, isWithin, levelOf, levelWithin, type AreaCode } from '../model/area.ts';
import { forecast, type Standing } from '../model/pace.ts';
import type { IsoDate } from '../model/snapshot.ts';
import type { Subject } from '../model/subject.ts';
import { grouped } from '../queries/figures.ts';
import { scopeOf } from '../queries/questions.ts';
import { Answer } from './answer.svelte.ts';
import { eitherOf } from './stopping.ts';
import { BriefEdits } from './briefedits.svelte.ts';
import {
  figuresIn,
  isExactlyShown,
  isProtected,
  isWhollyTold,
  type AreaFacts,
  type Facts,
  type PaceFacts,
  type RoundFacts,
} from './brieffacts.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { browserShelf } from './remembered.svelte.ts';
import { outsideOf, roundsOf, standingOf } from './standings.ts';

export interface Waiting {
  readonly signal: AbortSignal;
  readonly progress: (done: number, of: number) => void;
  readonly withAges: boolean;
}
const restMs = 30;

/** What is counted once is asked once. */
interface Asked {
  readonly whole: Subject;
  readonly rounds: readonly { readonly asOf: IsoDate; readonly subject: Subject }[];
  readonly isProtected: boolean;
}
type Counted = Pick<Facts, 'whole' | 'parts' | 'rounds'>;

export class Briefed {
  readonly #looked: () => Dashboard;
  readonly #answer = new Answer<string, Counted>();
  readonly edits = new BriefEdits(browserShelf());
  #progress = $state.raw<{ readonly done: number; readonly of: number } | null>(null);
  #stop = new AbortController();
  #wanted = '';

  constructor(looked: () => Dashboard) {
    this.#looked = looked;
  }

  /** As text: what is equal is the same, so that restyling asks nothing. */
  readonly #asked: string | null = $derived.by(() => {
    const dashboard = this.#looked();
    const { rounds, subject } = dashboard;
    if (subject === null || rounds.current === null) return null;
    const area = scopeOf(subject.area);
    const whole: Subject = { ...subject, area, level: levelWithin(area) };
    const level = whole.level === 'tambon' ? 'tambon' : 'amphoe';
    const known = rounds.known.map(({ asOf, entries }) => {
      const own = entries.filter(({ snapshot }) => area === country || isWithin(area, snapshot.province));
      // Of other rounds a meeting compares what is exact; all else would be worked out for a minute each.
      const isExactAlone = isProtected(dashboard) && asOf !== rounds.current?.asOf;
      const snapshots = own.map(({ number }) => number);
      return { asOf, subject: { ...whole, level, snapshots, ...(isExactAlone && { isExactAlone }) } satisfies Subject };
    });
    return JSON.stringify({ whole, rounds: known, isProtected: isProtected(dashboard) } satisfies Asked);
  });

  /** Those of what is looked at now; null while they are asked, and where that failed or was called off. */
  readonly facts: Facts | null = $derived.by(() => {
    const { current, error } = this.#answer;
    const { rounds, following } = this.#looked();
    const { today, deadline } = following.term;
    if (!current || error !== null || current.subject !== this.#asked || !today || !deadline || !rounds.current)
      return null;
    const { whole, isProtected: isRounded } = JSON.parse(current.subject) as Asked;
    const counted = current.value;
    return {
      ...counted,
      asOf: rounds.current.asOf,
      snapshots: whole.snapshots,
      filters: whole.filters,
      isProtected: isRounded,
      today,
      deadline,
      pace: this.#pace(counted, { isProtected: isRounded, filters: whole.filters }, { today, deadline }),
      ages: isRounded ? null : following.ages.current,
    };
  });
  get pending(): boolean {
    return this.#answer.pending || (!isProtected(this.#looked()) && this.#looked().following.ages.pending);
  }
  /** Null where it was called off, too. */
  get error(): unknown {
    const { error } = this.#answer;
    return error instanceof DOMException && error.name === 'AbortError' ? null : error;
  }
  /** How many areas and rounds are counted; null when all are. */
  get progress(): { readonly done: number; readonly of: number } | null {
    return this.#progress;
  }

  /** Asks what is not answered yet; to be called in an effect of what shows it. */
  ask({ withAges = true } = {}): void {
    const asked = this.#asked;
    if (asked === null) return;
    if (withAges && !isProtected(this.#looked())) this.#looked().following.ages.ask();
    untrack(() => {
      const { error, pending } = this.#answer;
      if (this.#wanted === asked && (pending || error === null)) return;
      this.#wanted = asked;
      void this.#answer.ask(asked, (signal) => {
        this.#stop = new AbortController();
        return this.#count(JSON.parse(asked) as Asked, eitherOf(signal, this.#stop.signal));
      });
    });
  }
  /** All of it, shapes too, for whoever stands outside of effects. Ages are asked of all rows, which takes its time. */
  async all({ signal, progress, withAges }: Waiting): Promise<Facts> {
    const { atlas } = this.#looked();
    const isWaiting = (): boolean => (withAges ? this.pending : this.#answer.pending) || atlas.pending;
    for (;;) {
      this.ask({ withAges });
      while (isWaiting()) {
        if (signal.aborted) this.cancel();
        signal.throwIfAborted();
        if (this.#progress) progress(this.#progress.done, this.#progress.of);
        await new Promise((resolve) => setTimeout(resolve, restMs));
      }
      if (this.error !== null) throw this.error;
      if (this.facts !== null) return this.facts;
      // Another view may be looked at by now.
      if (this.#asked === null) throw new Error('nothing is looked at');
    }
  }
  /** What was asked is not waited for; `ask` begins anew. */
  cancel(): void {
    this.#stop.abort(new DOMException('cancelled', 'AbortError'));
  }

  async #count({ whole: asked, rounds: known }: Asked, signal: AbortSignal): Promise<Counted> {
    let [done, of] = [0, known.length + 1];
    const step = async (subject: Subject): Promise<AreaFacts> => {
      signal.throwIfAborted();
      const { session } = this.#looked();
      const entries = session.entries.filter(({ number }) => subject.snapshots.includes(number));
      const { area, level } = subject;
      const told = { area, level, grouped: grouped(await session.answer(entries, subject, signal)) };
      signal.throwIfAborted();
      done += 1;
      this.#progress = { done, of };
      return told;
    };
    try {
      const whole = await step(asked);
      const codes = [...whole.grouped.areas.keys()].flatMap((number) => areaOfNumber(number, whole.level) ?? []).sort();
      // A tambon has no parts to be told of on a page of its own.
      const own = whole.level === 'tambon' ? [] : codes;
      of += own.length;
      const rounds: RoundFacts[] = [];
      for (const { asOf, subject } of known) {
        const told = await step(subject);
        rounds.push({ asOf, areas: told.grouped.areas, figures: figuresIn(told) });
      }
      const parts: AreaFacts[] = [];
      for (const area of own) {
        const snapshots = this.#snapshotsOf(asked, area);
        parts.push(await step({ ...asked, snapshots, area, level: levelWithin(area) }));
      }
      return { whole, parts, rounds };
    } finally {
      if (!signal.aborted || this.#stop.signal.aborted) this.#progress = null;
    }
  }

  /** A province's parts are asked of its own snapshot: the unplaced of others are none of theirs. */
  #snapshotsOf({ snapshots }: Subject, area: AreaCode): readonly number[] {
    const { entries } = this.#looked().session;
    return snapshots.filter((number) =>
      entries.some((entry) => entry.number === number && isWithin(area, entry.snapshot.province)),
    );
  }

  #pace(
    { whole, rounds: all }: Counted,
    shown: Pick<Facts, 'isProtected' | 'filters'>,
    term: Pick<Facts, 'today' | 'deadline'>,
  ): PaceFacts | null {
    const rounds = roundsOf(all, whole.area);
    const outside = outsideOf(rounds, this.#districts(whole.area));
    // Rounded figures don't add up, nor can a day be told by them: only a whole that is shown as it is has a pace then.
    const isExact = isExactlyShown({ ...shown, whole }, 'household.need', whole.area);
    const isWhole = outside.length === 0 && rounds.length === all.length;
    const isKnown = all.every(({ figures }) =>
      (['household.need', 'household.helped'] as const).every((id) => isWhollyTold(figures[id])),
    );
    if (!isExact || (shown.isProtected && !(isWhole && isKnown))) return null;
    const standings: readonly Standing[] = shown.isProtected
      ? all.map(({ asOf, figures }) => ({
          asOf,
          need: figures['household.need'] ?? 0,
          helped: figures['household.helped'] ?? 0,
        }))
      : standingOf(rounds, whole.area, outside);
    if (standings.every(({ need }) => need === 0)) return null;
    return { standings, forecast: forecast(standings, term), outside };
  }

  /** Those that every round ought to have. */
  #districts(area: AreaCode): readonly AreaCode[] {
    if (area !== country && levelOf(area) !== 'province') return [area];
    const { session, rounds } = this.#looked();
    const provinces = new Set(rounds.known.flatMap(({ entries }) => entries.map(({ snapshot }) => snapshot.province)));
    return [...provinces]
      .filter((province) => isWithin(province, area))
      .flatMap((province) => session.gazetteer.children(province).map(({ code }) => code));
  }
}

/** One for each dashboard, made when first asked for: the wall, paper and files tell the same. */
const all = new WeakMap<Dashboard, Briefed>();
export function briefedOf(dashboard: Dashboard): Briefed {
  const briefed = all.get(dashboard) ?? new Briefed(() => dashboard);
  all.set(dashboard, briefed);
  return briefed;
}
