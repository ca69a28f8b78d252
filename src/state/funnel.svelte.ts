/** Owns how far households are from the list to help: asked of the rows of what is looked at, while a reader looks. */
import { untrack } from 'svelte';
import type { Alike } from '../model/funnel.ts';
import type { Subject } from '../model/subject.ts';
import { alikeOf, funnel, type FunnelRow, type FunnelSplit } from '../queries/funnel.ts';
import { Answer } from './answer.svelte.ts';
import type { Dashboard } from './dashboard.svelte.ts';

export interface FunnelTold {
  readonly subject: Subject;
  readonly split: FunnelSplit;
  /** Of all households. */
  readonly all: readonly Alike[];
  /** By what parts them. */
  readonly parts: readonly Alike[];
}

export class Funnel {
  readonly #looked: () => Pick<Dashboard, 'entries' | 'session' | 'subject' | 'view'>;
  readonly #answer = new Answer<string, FunnelTold>();
  #asked = '';

  constructor(looked: () => Pick<Dashboard, 'entries' | 'session' | 'subject' | 'view'>) {
    this.#looked = looked;
  }

  get current(): FunnelTold | null {
    return this.#answer.error === null ? (this.#answer.current?.value ?? null) : null;
  }
  get pending(): boolean {
    return this.#answer.pending;
  }
  get error(): unknown {
    return this.#answer.error;
  }

  /** Host agencies part no households: areas stand in their place. */
  get split(): FunnelSplit {
    const { breakdown } = this.#looked().view.current;
    return breakdown === 'agencies' ? 'areas' : breakdown;
  }

  /** To be called in an effect of the tool. */
  ask(): void {
    const { entries, session, subject } = this.#looked();
    const { split } = this;
    if (subject === null) return;
    const own = entries.filter(({ number }) => subject.snapshots.includes(number));
    const key = JSON.stringify([subject, split]);
    if (untrack(() => this.#asked === key && this.#answer.error === null)) return;
    this.#asked = key;
    void this.#answer.ask(key, async (signal) => {
      for (const entry of own) await session.load(entry);
      const ask = async (by: FunnelSplit): Promise<readonly Alike[]> =>
        alikeOf(await session.ask<FunnelRow>(funnel(subject, by), signal));
      return { subject, split, all: await ask('none'), parts: await ask(split) };
    });
  }
}
