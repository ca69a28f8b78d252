/** Owns the full screen of a presentation: asked for, done without, and left on purpose or by Esc. */

/** A browser leaves the full screen a moment after it opened a window. */
const graceMs = 1500;

export class Filling {
  #stays = false;

  /** Where the browser refuses, the presentation fills its window. */
  start(): void {
    void document.documentElement.requestFullscreen?.().catch(() => {});
  }
  toggle(): void {
    if (document.fullscreenElement) this.keeping(() => void document.exitFullscreen());
    else this.start();
  }
  /** Does what leaves the full screen without the presentation being left. */
  keeping(act: () => void): void {
    this.#stays = true;
    act();
    setTimeout(() => (this.#stays = false), graceMs);
  }
  /** Whether the reader left the full screen by the browser's own Esc. */
  get wasLeft(): boolean {
    return !document.fullscreenElement && !this.#stays;
  }
  end(): void {
    this.#stays = true;
    if (document.fullscreenElement) void document.exitFullscreen();
  }
}
