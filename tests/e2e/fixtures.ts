/** Owns what every journey is held to: no error, no breach of the policy, no call to another origin, no failed request. */
import { test as base, expect, type BrowserContext, type ConsoleMessage, type Request } from '@playwright/test';

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
      await watch(context, baseURL, (fault) => faults.add(fault));
      await use(faults);
      expectNone(faults);
    },
    { auto: true },
  ],
});

export const expectNone = (faults: Faults): void =>
  expect(faults.unexpected(), 'faults of the page during this test').toEqual([]);

/** Tells of every fault of the pages that a context opens from now on. */
export async function watch(
  context: BrowserContext,
  url: string | undefined,
  tell: (fault: string) => void,
): Promise<void> {
  const { origin } = new URL(url ?? '');
  const isOurs = (asked: string): boolean => asked.startsWith('data:') || new URL(asked).origin === origin;

  context.on('weberror', (fault) => tell(`page error: ${fault.error().stack ?? fault.error().message}`));
  context.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') tell(`console error: ${message.text()} (${message.location().url})`);
  });
  context.on('request', (request: Request) => {
    if (!isOurs(request.url())) tell(`foreign request: ${request.method()} ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) tell(`failed request: ${response.status()} ${response.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left or reloaded drops what it was fetching.
    if (reason !== 'net::ERR_ABORTED') tell(`failed request: ${reason} ${request.url()}`);
  });
  // The console's own words about a breach are cut short; these say what was refused and by which line.
  await context.addInitScript(tellOfBreaches);
  context.on('page', (page) => page.on('worker', (worker) => void worker.evaluate(tellOfBreaches).catch(() => {})));
}

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
