/** Owns what a page knows of its use without a network: whether it is kept, and whether a newer version waits. */
import { pageVersion } from './beside.ts';
import type { OfflineAsk, OfflineTold } from './offline.ts';

/** `none`: nothing is promised, and nothing said; `full`: there was no room for it. */
export type OfflineStatus = 'none' | 'ready' | 'full';

/** A worker that was asked and says nothing is as good as none. */
const mostWaitMs = 10_000;

class Offline {
  #status = $state<OfflineStatus>('none');
  #isNewer = $state(false);
  #registration: ServiceWorkerRegistration | null = null;
  #hasBegun = false;

  get status(): OfflineStatus {
    return this.#status;
  }
  /** Another version than this page's is kept, and waits until the reader takes it. */
  get isNewer(): boolean {
    return this.#isNewer;
  }

  /** To be called when nobody waits for anything: it fetches all that the page may ever need. Does nothing a second time. */
  async begin(): Promise<void> {
    // Not over plain http, in some private windows, or where it is forbidden: the page works as before.
    const container = (navigator as Partial<Navigator>).serviceWorker;
    if (this.#hasBegun || !container || pageVersion() === null) return;
    this.#hasBegun = true;
    container.addEventListener('message', ({ data }: MessageEvent<OfflineTold | null>) => {
      if (data?.kind === 'full' && this.#status === 'none') this.#status = 'full';
    });
    try {
      const address = new URL('sw.js', document.baseURI);
      const registration = await container.register(address.href, { updateViaCache: 'none' });
      this.#follow(registration);
    } catch {
      // Refused: as above.
    }
  }

  /** Makes the newer version the one that pages are opened in; tells whether it is, so that this one can be opened anew. */
  async use(): Promise<boolean> {
    const newest = this.#newest;
    return newest !== null && (await ask(newest, { kind: 'use' })) !== null;
  }

  get #newest(): ServiceWorker | null {
    return this.#registration?.waiting ?? this.#registration?.active ?? null;
  }

  /** A browser that is told to keep nothing may answer without one. */
  #follow(registration: ServiceWorkerRegistration | undefined): void {
    if (!registration) return;
    this.#registration = registration;
    const watch = (): void => {
      registration.installing?.addEventListener('statechange', () => void this.#look());
    };
    registration.addEventListener('updatefound', watch);
    watch();
    void this.#look();
  }

  async #look(): Promise<void> {
    const newest = this.#newest;
    const version = pageVersion();
    if (!newest || version === null) return;
    const told = await ask(newest, { kind: 'version' });
    if (told === null || newest !== this.#newest) return;
    if (this.#registration?.active) this.#status = 'ready';
    // A page that came past the worker may be newer than what is kept.
    this.#isNewer = told !== version && navigator.serviceWorker.controller !== null;
    await ask(newest, { kind: 'here', version });
  }
}

/** The browser keeps the page as a whole, whatever is looked at in it. */
export const offline = new Offline();

/** The version that a worker is of; null where it does not answer. */
function ask(worker: ServiceWorker, asked: OfflineAsk): Promise<string | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (told: string | null): void => {
      port1.close();
      resolve(told);
    };
    setTimeout(end, mostWaitMs, null);
    port1.onmessage = ({ data }: MessageEvent<string>) => end(data);
    worker.postMessage(asked, [port2]);
  });
}
