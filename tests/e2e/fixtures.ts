/** Owns what every journey is held to: no error, no breach of the policy, no call to another origin, no failed request. */
import { test as base, expect, type ConsoleMessage, type Request } from '@playwright/test';

/** What went wrong during a test. A test that means to provoke a fault allows it by pattern before provoking it. */
export class Faults {
  readonly #met: string[] = [];
  readonly #allowed: RegExp[] = [];
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }
  add(fault: string): void {
    this.#met.push(fault);
  }
  unexpected(): readonly string[] {
    return this.#met.filter((fault) => !this.#allowed.some((pattern) => pattern.test(fault)));
  }
}

export const test = base.extend<{ faults: Faults }>({
  baseURL: async ({}, use) => {
    const url = process.env.PHUNGPAO_URL;
    if (!url) throw new Error('The server did not start: tests/e2e/serving.ts sets PHUNGPAO_URL');
    await use(url);
  },
  faults: [
    async ({ context, baseURL }, use) => {
      const faults = new Faults();
      const { origin } = new URL(baseURL ?? '');
      const isOurs = (url: string): boolean => url.startsWith('data:') || new URL(url).origin === origin;

      context.on('weberror', (fault) => faults.add(`page error: ${fault.error().stack ?? fault.error().message}`));
      context.on('console', (message: ConsoleMessage) => {
        if (message.type() === 'error') faults.add(`console error: ${message.text()} (${message.location().url})`);
      });
      context.on('request', (request: Request) => {
        if (!isOurs(request.url())) faults.add(`foreign request: ${request.method()} ${request.url()}`);
      });
      context.on('response', (response) => {
        if (response.status() >= 400) faults.add(`failed request: ${response.status()} ${response.url()}`);
      });
      context.on('requestfailed', (request) => {
        const reason = request.failure()?.errorText ?? '';
        // A page that is left or reloaded drops what it was fetching.
        if (reason !== 'net::ERR_ABORTED') faults.add(`failed request: ${reason} ${request.url()}`);
      });
      // The console's own words about a breach are cut short; these say what was refused and by which line.
      await context.addInitScript(tellOfBreaches);
      context.on('page', (page) => page.on('worker', (worker) => void worker.evaluate(tellOfBreaches).catch(() => {})));

      await use(faults);
      expect(faults.unexpected(), 'faults of the page during this test').toEqual([]);
    },
    { auto: true },
  ],
});

/** Runs in the page and in its workers. */
function tellOfBreaches(): void {
  addEventListener('securitypolicyviolation', (breach) => {
    console.error(
      `policy breach: ${breach.effectiveDirective} refused ${breach.blockedURI} at ` +
        `${breach.sourceFile}:${breach.lineNumber}:${breach.columnNumber} ${breach.sample}`,
    );
  });
}

export { expect };
