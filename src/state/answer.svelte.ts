/** Owns asking: keeps the last good answer while the next is pending, says what it answers, and drops late ones. */

export class Answer<S, T> {
  #current = $state.raw<{ readonly subject: S; readonly value: T } | null>(null);
  #pending = $state(false);
  #error = $state.raw<unknown>(null);
  #ticket = 0;
  #stop = new AbortController();

  /** The last good answer, with the subject that it answers. */
  get current(): { readonly subject: S; readonly value: T } | null {
    return this.#current;
  }
  get pending(): boolean {
    return this.#pending;
  }
  /** Why the last question was not answered; null when it was. */
  get error(): unknown {
    return this.#error;
  }

  /** Asks anew; whatever was asked before is dropped, even when it is answered later. `arrive`: what is shown with the answer. */
  async ask(subject: S, work: (signal: AbortSignal) => Promise<T>, arrive?: () => void): Promise<void> {
    const ticket = ++this.#ticket;
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#pending = true;
    try {
      const value = await work(this.#stop.signal);
      if (ticket !== this.#ticket) return;
      arrive?.();
      this.#current = { subject, value };
      this.#error = null;
    } catch (error) {
      if (ticket !== this.#ticket) return;
      arrive?.();
      this.#error = error;
    }
    this.#pending = false;
  }
}
