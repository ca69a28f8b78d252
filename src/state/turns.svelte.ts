/** Owns that imports take turns: files chosen while one runs, or is ending, are opened after it and never lost. */
import type { SourceFile } from '../intake/importing.ts';

export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #running = 0;
  #waiting = $state.raw<readonly SourceFile[]>([]);

  /** Files that wait for the import that runs. */
  get waiting(): readonly SourceFile[] {
    return this.#waiting;
  }

  take<T>(files: readonly SourceFile[], work: () => Promise<T>): Promise<T> {
    if (this.#running++ > 0) this.#waiting = [...this.#waiting, ...files];
    const turn = this.#last.then(() => {
      this.#waiting = this.#waiting.filter((file) => !files.includes(file));
      return work();
    });
    this.#last = turn.catch(() => undefined).finally(() => this.#running--);
    return turn;
  }
}
