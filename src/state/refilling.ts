/** Owns the terms between the engine's turns and what brings its rows back: what a new engine is filled with, and what is told. */
import type { Engine } from '../engine/engine.ts';
import type { ImportOptions, SourceFile } from '../intake/importing.ts';
import type { AppError } from '../model/error.ts';
import type { Receipt } from '../model/receipt.ts';

/** What an import is told besides what is at hand here. */
export type OwnOptions = Omit<ImportOptions, 'engine' | 'gazetteer' | 'openWorker'>;

/** An engine that was just started and answers nobody yet, as it is filled. */
export interface Filling {
  readonly bring: (files: readonly SourceFile[], options: OwnOptions) => Promise<Receipt>;
  readonly fill: (work: (engine: Engine) => Promise<void>) => Promise<void>;
  readonly drop: (snapshot: number) => Promise<void>;
  readonly dropReference: (reference: number) => Promise<void>;
}

/** What is to be done when the engine in use has died. */
export interface Refilling {
  /** Brings back what it held; nothing before anything is open. */
  readonly refill: (filling: Filling) => Promise<void>;
  /** Why nothing can be asked of the rows; null where all are there. */
  readonly lack: () => AppError | null;
  readonly tell: (how: 'restarting' | 'back' | 'failed') => void;
  /** Whether an engine lives and has said nothing for unusually long. */
  readonly tellLate: (isLate: boolean) => void;
}
