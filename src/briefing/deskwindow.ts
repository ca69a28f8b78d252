/** Owns the presenter's own window: opened, dressed in the page's styles, and left tidy when either side closes. */
import { unmount } from 'svelte';

export interface DeskWindow {
  close(): void;
}

interface Options {
  /** Mounts the presenter's view there. */
  readonly mounted: (target: HTMLElement) => Record<string, unknown>;
  readonly title: string;
  readonly language: string;
  readonly onkeydown: (event: KeyboardEvent) => void;
  readonly onclosed: () => void;
}

/** Null where the browser lets no window open. */
export function openDesk(options: Options): DeskWindow | null {
  const child = window.open('', '', 'popup,width=1180,height=720');
  if (!child) return null;
  const { document: own } = child;
  own.title = options.title;
  own.documentElement.lang = options.language;
  // Sheets are fetched anew by their addresses: the policy takes them from here and from nowhere else.
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style')) {
    own.head.append(own.importNode(sheet, true));
  }
  // An address that is not whole would be looked for from a page that has none.
  for (const link of own.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    link.href = new URL(link.getAttribute('href') ?? '', document.baseURI).href;
  }
  const desk = options.mounted(own.body);
  let isOpen = true;
  const closed = (): void => {
    if (!isOpen) return;
    isOpen = false;
    clearInterval(watch);
    removeEventListener('pagehide', close);
    void unmount(desk);
    options.onclosed();
  };
  const close = (): void => {
    child.close();
    closed();
  };
  child.addEventListener('keydown', options.onkeydown);
  child.addEventListener('pagehide', closed);
  // Not every browser tells of a window that was closed.
  const watch = setInterval(() => child.closed && closed(), 1000);
  addEventListener('pagehide', close);
  child.focus();
  return { close };
}
