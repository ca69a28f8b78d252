/** Owns how far households are from the list to help: asked of the rows of what is looked at, while a reader looks. */
import type { Breakdown } from '../model/breakdown.ts';
import type { Alike } from '../model/funnel.ts';
import type { Subject } from '../model/subject.ts';
import { alikeOf, funnel, type FunnelRow, type FunnelSplit } from '../queries/funnel.ts';
import { Asked, type Looked } from './asked.svelte.ts';

export interface FunnelTold {
  readonly subject: Subject;
  readonly split: FunnelSplit;
  /** Of all households. */
  readonly all: readonly Alike[];
  /** By what parts them. */
  readonly parts: readonly Alike[];
}

/** Host agencies part no households: areas stand in their place. */
export const funnelSplit = (by: Breakdown): FunnelSplit => (by === 'agencies' ? 'areas' : by);

export const askedFunnel = (looked: () => Looked, by: () => FunnelSplit): Asked<FunnelSplit, FunnelTold> =>
  new Asked(looked, by, async (session, subject, split, signal) => {
    const ask = async (parted: FunnelSplit): Promise<readonly Alike[]> =>
      alikeOf(await session.ask<FunnelRow>(funnel(subject, parted), signal));
    return { subject, split, all: await ask('none'), parts: await ask(split) };
  });
