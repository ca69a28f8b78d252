/** Owns how a presentation is steered by keys: those of keyboard and clicker, and numbers typed to jump. */

export type Command =
  'next' | 'previous' | 'first' | 'last' | 'black' | 'overview' | 'desk' | 'full' | 'back' | 'leave';

const byKey: Readonly<Record<string, Command>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  '.': 'black',
  Backspace: 'back',
  Escape: 'leave',
};
/** By their place on the keyboard: with a Thai layout they write other letters. */
const byCode: Readonly<Record<string, Command>> = { KeyB: 'black', KeyO: 'overview', KeyP: 'desk', KeyF: 'full' };

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>;

export function commandOf({ key, code, ctrlKey, metaKey, altKey }: Pressed): Command | null {
  if (ctrlKey || metaKey || altKey) return null;
  return byKey[key] ?? byCode[code] ?? null;
}

/** The digit of a key, whatever the layout writes with it; null where it is none. */
export function digitOf({ code, ctrlKey, metaKey, altKey }: Pressed): string | null {
  return ctrlKey || metaKey || altKey ? null : (/^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? null);
}

/** What goes to a button or a field by itself. */
export function isTaken(target: EventTarget | null, key: string): boolean {
  const element = target as Element | null;
  if (!element?.closest) return false;
  // A dialog over the presentation has its own Esc.
  if (element.closest('input, textarea, select, [role="dialog"]:not([data-presenting])')) return true;
  return (key === ' ' || key === 'Enter') && element.closest('button, a') !== null;
}

/** A digit alone is a page after so long; several wait for Enter, and are forgotten after a while. */
const [aloneMs, forgottenMs] = [800, 4000];

/** Digits typed one after the other, and the page that they name. */
export class Typed {
  #digits = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #go: (page: number) => void;

  constructor(go: (page: number) => void) {
    this.#go = go;
  }
  add(digit: string): void {
    clearTimeout(this.#timer);
    this.#digits = (this.#digits + digit).slice(-3);
    const isAlone = this.#digits.length === 1;
    this.#timer = setTimeout(() => (isAlone ? this.enter() : this.clear()), isAlone ? aloneMs : forgottenMs);
  }
  /** Whether there was something to go by. */
  enter(): boolean {
    const page = Number(this.#digits);
    this.clear();
    if (page > 0) this.#go(page);
    return page > 0;
  }
  clear(): void {
    clearTimeout(this.#timer);
    this.#digits = '';
  }
}
