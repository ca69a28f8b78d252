/** Owns remembering on this computer: what is open is sealed under a passphrase, put back on a later visit, and forgotten. */
import type { Engine } from '../engine/engine.ts';
import type { Carried, Shift } from '../intake/carrying.ts';
import { AppError } from '../model/error.ts';
import type { TableName } from '../model/rows.ts';
import { tableForm } from '../model/tableform.ts';
import { Cabinet } from '../vault/cabinet.ts';
import { openerOf, passKeyOf, Sealer, type Head, type Opener, type PassKey } from '../vault/sealing.ts';
import {
  holdingsKey,
  manifestOf,
  numbersOf,
  shifted,
  shiftOf,
  type Holdings,
  type Kept,
  type Manifest,
} from './kept.ts';
import type { Works } from './works.ts';

/** What this browser remembers, as far as it can be told without the passphrase. */
export interface Found {
  /** ISO instant. */
  readonly savedAt: string;
  /** Kept in today's form; another's can only be forgotten. */
  readonly isReadable: boolean;
}

/** What of the reader's own was last written or read by this page, and what its rows' numbers differ by from those kept. */
interface Seated {
  readonly head: Head;
  readonly holdings: string;
  readonly shift: Shift;
}

/** A browser that keeps nothing is told by what it kept from being done. */
function toldOf(doing: 'saving' | 'opening' | 'forgetting', fault: unknown): unknown {
  if (doing === 'saving' || !(fault instanceof AppError) || fault.code !== 'vault_unavailable') return fault;
  return new AppError(doing === 'opening' ? 'vault_unread' : 'vault_stays', {}, fault);
}
const noShift: Shift = { snapshot: 0, reference: 0 };

export class Remembering {
  readonly #works: Pick<Works, 'lend'>;
  readonly #cabinet = new Cabinet();
  #head = $state.raw<Head | null>(null);
  #seated = $state.raw<Seated | null>(null);
  /** Made of the passphrase, for as long as the page lives; it can't be read. */
  #key = $state.raw<PassKey | null>(null);
  #doing = $state<'saving' | 'opening' | null>(null);
  #share = $state(0);
  #fault = $state.raw<unknown>(null);
  #stop: AbortController | null = null;
  #running: Promise<unknown> = Promise.resolve();
  /** What `follow` last began to save: what failed is not tried over and over. */
  #followed: string | null = null;

  constructor(works: Pick<Works, 'lend'>) {
    this.#works = works;
  }

  get found(): Found | null {
    return this.#head && { savedAt: this.#head.savedAt, isReadable: this.#head.form === tableForm };
  }
  /** What is opened from now on is remembered too. */
  get isOn(): boolean {
    return this.#key !== null;
  }
  get doing(): 'saving' | 'opening' | null {
    return this.#doing;
  }
  get pending(): boolean {
    return this.#doing !== null;
  }
  /** How far that is, 0 to 1. */
  get share(): number {
    return this.#share;
  }
  /** Why it failed; null when it didn't. */
  get fault(): unknown {
    return this.#fault;
  }
  dismissFault(): void {
    this.#fault = null;
  }
  /** Whether all that is open is remembered as it stands. */
  isCurrent(holdings: Holdings): boolean {
    return this.#seated?.holdings === holdingsKey(holdings);
  }

  /** Looks whether this browser remembers anything; leaves no trace. One that can't keep anything remembers nothing. */
  async look(): Promise<void> {
    this.#head = await this.#cabinet.head().catch(() => null);
  }

  /** Remembers what is open, and from then on what `follow` tells. */
  async remember(passphrase: string, holdings: Holdings): Promise<void> {
    await this.#do('saving', async (signal) => {
      const key = await passKeyOf(passphrase);
      await this.#save(holdings, key, signal);
      this.#key = key;
    });
  }

  /** Remembers anew what has changed, where the reader has said so; to be called in an effect. */
  follow(holdings: Holdings): void {
    const key = this.#key;
    const now = holdingsKey(holdings);
    if (!key || this.#doing || this.isCurrent(holdings) || this.#followed === now) return;
    this.#followed = now;
    void this.#do('saving', async (signal) => {
      const head = await this.#cabinet.head();
      if (head?.id === this.#seated?.head.id) return await this.#save(holdings, key, signal);
      // Another tab has remembered something else, or forgot all: what was forgotten may not come back.
      this.#head = head;
      this.#key = this.#seated = null;
      throw new AppError('vault_elsewhere');
    });
  }

  /**
   * Brings what is remembered into the engine, all or nothing. `next`: the first numbers that are free. `enter` makes it
   * what is open. Null where refused.
   */
  async open<T>(passphrase: string, next: Shift, enter: (kept: Kept) => T): Promise<T | null> {
    return await this.#do('opening', async (signal) => {
      const head = await this.#cabinet.head();
      if (!head) throw new AppError('vault_damaged');
      const key = await passKeyOf(passphrase, head.salt, head.rounds);
      const opener = await openerOf(head, key);
      const manifest = await this.#manifestOf(head, opener);
      const shift = shiftOf(manifest, next);
      await this.#works.lend((engine) => this.#fill(engine, { head, opener, manifest, shift }, signal));
      const kept = shifted(manifest, shift);
      const snapshots = kept.entries.map(({ number }) => number);
      // All in one step: `follow` would take what was open before for a change, and remember that instead.
      const entered = enter(kept);
      this.#seated = { head, holdings: JSON.stringify({ snapshots, references: kept.references }), shift };
      this.#key = key;
      return entered;
    });
  }

  /** Stops what is being done; all is as it was before. */
  cancel(): void {
    this.#stop?.abort(new DOMException('cancelled', 'AbortError'));
  }

  /** Throws away what is remembered; what is open stays open. */
  async forget(): Promise<void> {
    this.cancel();
    await this.#running;
    this.#key = this.#seated = null;
    try {
      await this.#cabinet.empty();
      this.#head = null;
    } catch (fault) {
      this.#fault = toldOf('forgetting', fault);
    }
  }

  /**
   * Fills a new engine with what is open, without asking: while this page remembers it, all of it, it holds the key.
   * Null where it doesn't.
   */
  wayBack(holdings: Holdings): ((engine: Engine) => Promise<void>) | null {
    const [seated, key] = [this.#seated, this.#key];
    if (!seated || !key || !this.isCurrent(holdings)) return null;
    return async (engine) => {
      const opener = await openerOf(seated.head, key);
      const manifest = await this.#manifestOf(seated.head, opener);
      await this.#fill(engine, { ...seated, opener, manifest }, new AbortController().signal);
    };
  }

  #do<T>(doing: 'saving' | 'opening', work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    const doingIt = this.#tried(doing, work);
    this.#running = doingIt;
    return doingIt;
  }
  async #tried<T>(doing: 'saving' | 'opening', work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    const stop = new AbortController();
    this.#stop = stop;
    this.#doing = doing;
    this.#share = 0;
    this.#fault = null;
    try {
      return await work(stop.signal);
    } catch (fault) {
      if (!stop.signal.aborted) this.#fault = toldOf(doing, fault);
      return null;
    } finally {
      this.#stop = null;
      this.#doing = null;
    }
  }

  async #save(holdings: Holdings, key: PassKey, signal: AbortSignal): Promise<void> {
    const { carryOut, countRows } = await import('./workshop.ts');
    const sealer = new Sealer();
    try {
      await this.#works.lend(async (engine) => {
        const numbers = numbersOf(holdings);
        const rows = await countRows(engine, numbers);
        const parts: TableName[] = [];
        const put = async (bytes: Uint8Array): Promise<void> => {
          signal.throwIfAborted();
          await this.#cabinet.put(sealer.id, parts.length, await sealer.seal(bytes));
        };
        for await (const { table, bytes } of carryOut(engine, numbers, (share) => (this.#share = share))) {
          await put(bytes);
          parts.push(table);
        }
        await put(new TextEncoder().encode(JSON.stringify(manifestOf(holdings, rows, parts))));
      });
      const head = await sealer.close(key, tableForm, new Date().toISOString());
      signal.throwIfAborted();
      await this.#cabinet.seat(head);
      this.#head = head;
      this.#seated = { head, holdings: holdingsKey(holdings), shift: noShift };
    } catch (fault) {
      await this.#cabinet.discard(sealer.id).catch(() => undefined);
      throw fault;
    }
  }

  async #manifestOf({ id, parts }: Head, opener: Opener): Promise<Manifest> {
    const last = parts - 1;
    const manifest = await opener(last, await this.#cabinet.part(id, last));
    return JSON.parse(new TextDecoder().decode(manifest)) as Manifest;
  }

  async #fill(
    engine: Engine,
    save: { readonly head: Head; readonly opener: Opener; readonly manifest: Manifest; readonly shift: Shift },
    signal: AbortSignal,
  ): Promise<void> {
    const { carryIn } = await import('./workshop.ts');
    const { head, opener, manifest, shift } = save;
    await carryIn(engine, this.#parts(head, opener, manifest, signal), manifest.rows, shift);
  }
  async *#parts(head: Head, opener: Opener, { parts }: Manifest, signal: AbortSignal): AsyncGenerator<Carried> {
    for (const [index, table] of parts.entries()) {
      signal.throwIfAborted();
      yield { table, bytes: await opener(index, await this.#cabinet.part(head.id, index)) };
      this.#share = (index + 1) / parts.length;
    }
  }
}
