/** Owns how far the key figures went since the round before, over the areas that both rounds have: asked of the cubes. */
import { untrack } from 'svelte';
import { country, isWithin, levelOf } from '../model/area.ts';
import type { IsoDate } from '../model/snapshot.ts';
import type { Subject } from '../model/subject.ts';
import { grouped, type Figures, type Grouped } from '../queries/figures.ts';
import { isOfWhole } from '../queries/meeting-cells.ts';
import { measureOf, type MeasureId } from '../queries/measures.ts';
import { Answer } from './answer.svelte.ts';
import { isWhollyTold } from './brieffacts.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { Round } from './rounds.svelte.ts';

type Areas = ReadonlyMap<number, Figures>;
type Looked = Pick<Dashboard, 'session' | 'subject' | 'rounds' | 'answer'>;

/** The round before, and this one where what is shown does not tell it by amphoe. */
interface Asked {
  readonly then: Subject;
  readonly now: Subject | null;
}

const amphoeOf = (area: number): number => area - (area % 100);

export class Since {
  readonly #looked: () => Looked;
  readonly #answer = new Answer<string, { readonly then: Grouped; readonly now: Areas | null }>();

  constructor(looked: () => Looked) {
    this.#looked = looked;
  }

  get pending(): boolean {
    return this.#answer.pending;
  }

  readonly #last: Round | null = $derived.by(() => this.#looked().rounds.known.at(-2) ?? null);
  readonly #asked: string | null = $derived.by(() => {
    const { subject } = this.#looked();
    if (subject === null || this.#last === null) return null;
    const { area } = subject;
    const own = this.#last.entries.filter(({ snapshot }) => area === country || isWithin(area, snapshot.province));
    if (own.length === 0) return null;
    // An amphoe that is not in both rounds has no change, so that provinces alone tell too little.
    const level = subject.level === 'province' ? 'amphoe' : subject.level;
    const alone = subject.meeting && { isExactAlone: true as const };
    const then: Subject = { ...subject, ...alone, level, snapshots: own.map(({ number }) => number) };
    return JSON.stringify({ then, now: level === subject.level ? null : { ...subject, level } } satisfies Asked);
  });

  /** Asks after the view has been answered: one pass over the cube of the round before; to be called in an effect. */
  load(): void {
    const asked = this.#asked;
    const { session } = this.#looked();
    untrack(() => {
      const { current, error, pending } = this.#answer;
      if (asked === null || (current?.subject === asked && error === null && !pending)) return;
      const answered = async (subject: Subject, signal: AbortSignal): Promise<Grouped> => {
        const entries = session.entries.filter(({ number }) => subject.snapshots.includes(number));
        return grouped(await session.answer(entries, subject, signal));
      };
      const { then, now } = JSON.parse(asked) as Asked;
      void this.#answer.ask(asked, async (signal) => ({
        then: await answered(then, signal),
        now: now && (await answered(now, signal)).areas,
      }));
    });
  }

  /** Null where nothing can be told. */
  of(id: MeasureId): { readonly asOf: IsoDate; readonly change: number } | null {
    const { current, error } = this.#answer;
    const looked = this.#looked();
    const { subject } = looked;
    const last = this.#last;
    if (!current || error !== null || !last || !subject || current.subject !== this.#asked) return null;
    const shown = looked.answer('areas');
    const now = current.value.now ?? (shown?.subject === subject ? shown.value : null);
    if (now === null) return null;
    const then = current.value.then.areas;
    if (subject.meeting) return this.#exact(id, current.value.then, now);
    const own = subject.area !== country && levelOf(subject.area) === 'tambon' ? Number(subject.area) : null;
    const isOwn = (area: number): boolean => own === null || area === own;
    const [before, after] = [then, now].map((areas) => new Set([...areas.keys()].filter(isOwn).map(amphoeOf)));
    const isShared = (area: number): boolean =>
      isOwn(area) && before?.has(amphoeOf(area)) === true && after?.has(amphoeOf(area)) === true;
    if (![...now.keys()].some(isShared)) return null;
    const sum = (areas: Areas, one: MeasureId): number =>
      [...areas].reduce((total, [area, figures]) => total + (isShared(area) ? (figures[one] ?? 0) : 0), 0);
    const told = (areas: Areas): number | null => {
      if (measureOf(id).format === 'count') return sum(areas, id);
      const need = sum(areas, 'household.need');
      return id === 'household.helped_share' && need > 0 ? sum(areas, 'household.helped') / need : null;
    };
    const [was, is] = [told(then), told(now)];
    return was === null || is === null ? null : { asOf: last.asOf, change: is - was };
  }

  /** In a meeting: only of the whole without a filter, where its figures are exact in both rounds, and both have the same amphoe. */
  #exact(id: MeasureId, then: Grouped, now: Areas): { readonly asOf: IsoDate; readonly change: number } | null {
    const looked = this.#looked();
    const { subject } = looked;
    const last = this.#last;
    const shown = looked.answer('figures');
    const amphoe = (areas: Areas): string => [...new Set([...areas.keys()].map(amphoeOf))].sort().join();
    if (!last || !subject || !shown || shown.isRounded || !isOfWhole(id, subject)) return null;
    if (amphoe(then.areas) !== amphoe(now)) return null;
    const [was, is] = [then.figures.get(0)?.[id], shown.value.get(0)?.[id]];
    return isWhollyTold(was) && isWhollyTold(is) ? { asOf: last.asOf, change: is - was } : null;
  }
}
