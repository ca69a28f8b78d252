/** Owns how the browser's journeys are run: the browser of the install, Thai, over the built page, on a port of their own. */
import { defineConfig } from '@playwright/test';
import { browserArgsWithoutWebGL, findBrowser } from './tests/support/browser.ts';

const { executablePath, args, env } = await findBrowser();

// Every name but the loopback's is unknown to this browser: a page that calls out is refused by the browser itself.
const noWayOut = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
const graphicsFree = /without-graphics\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/serving.ts',
  outputDir: 'test-results',
  reporter: 'list',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    locale: 'th-TH',
    timezoneId: 'Asia/Bangkok',
    viewport: { width: 1366, height: 768 },
    actionTimeout: 15_000,
    // Recording every test makes all of them slower; to look into one: npx playwright test --trace on -g "its name".
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'browser',
      testIgnore: graphicsFree,
      use: { launchOptions: { executablePath, env, args: [...args, noWayOut] } },
    },
    {
      name: 'without graphics',
      testMatch: graphicsFree,
      use: { launchOptions: { executablePath, env, args: [...browserArgsWithoutWebGL, noWayOut] } },
    },
  ],
});
