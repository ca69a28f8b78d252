/** Owns a page that stands from one journey to the next, for those that only look at the sample. */
// To open a page takes five seconds of a core, to turn it to another view none. Who opens files or changes what is kept
// opens a page of their own.
import type { BrowserContext, Page } from '@playwright/test';
import { standingPages } from './dashboard.ts';
import { expectNone, Faults, test as base, watch } from './fixtures.ts';

interface Standing {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What goes wrong from now on is this journey's. */
  readonly watchFor: (faults: Faults) => void;
}

export const test = base.extend<object, { standing: Standing }>({
  // A journey that fails takes its worker along, and the page with it: the next one begins anew.
  standing: [
    async ({ browser }, use, { project }) => {
      const url = process.env.PHUNGPAO_URL;
      const { locale, timezoneId, viewport } = project.use;
      const context = await browser.newContext({
        ...(url ? { baseURL: url } : {}),
        ...(locale ? { locale } : {}),
        ...(timezoneId ? { timezoneId } : {}),
        ...(viewport ? { viewport } : {}),
      });
      let faults = new Faults();
      await watch(context, url, (fault) => faults.add(fault));
      const page = await context.newPage();
      standingPages.add(page);
      await use({ context, page, watchFor: (own) => (faults = own) });
      await context.close();
    },
    { scope: 'worker' },
  ],
  faults: async ({ standing }, use) => {
    const faults = new Faults();
    standing.watchFor(faults);
    await use(faults);
    expectNone(faults);
  },
  context: async ({ standing }, use) => use(standing.context),
  page: async ({ standing: { page }, viewport, actionTimeout }, use) => {
    page.setDefaultTimeout(actionTimeout ?? 0);
    await use(page);
    // A menu, a dialog and the mode in which figures are explained are in no address.
    for (let times = 0; times < 3; times++) await page.keyboard.press('Escape');
    // No address leads out of a meeting: after one the next journey begins anew.
    if (new URL(page.url()).searchParams.has('meeting')) await page.goto('about:blank');
    else
      await page.evaluate(async () => {
        history.pushState(null, '', location.pathname);
        dispatchEvent(new PopStateEvent('popstate'));
        if (document.fullscreenElement) await document.exitFullscreen();
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        scrollTo(0, 0);
      });
    await page.mouse.move(0, 0);
    await page.emulateMedia({ media: null });
    if (viewport) await page.setViewportSize(viewport);
  },
});

export { expect } from './fixtures.ts';
