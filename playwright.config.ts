/** Owns how the browser's journeys are run: the browser of the install, Thai, over the built page, on a port of their own. */
import { defineConfig } from '@playwright/test';
import { browserArgsWithoutWebGL, findBrowser } from './tests/support/browser.ts';

const { executablePath, args, env } = await findBrowser();

// What is drawn by WebGL in software is; the rest of the page is rastered by the processor: in software graphics it held
// back frames for seconds while a large SVG map was drawn.
const rastered = '--disable-gpu-rasterization';
// The engine is compiled plainly and only where it is used: a second of a core less each time that it starts.
const plainly = '--js-flags=--liftoff-only --wasm-lazy-validation';
// Every name but the loopback's is unknown to this browser: a page that calls out is refused by the browser itself.
const noWayOut = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
/**
 * Journeys about what the graphics card draws. All others see the map in SVG, as on a machine without one: drawing in
 * software takes a third of their time.
 */
const drawn =
  /(axe|basemap|browser|country|cube|exfiltration|finding|firstpaint|fit|keyboard|kinds|legend|pairzoom|renderers|view)\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/serving.ts',
  outputDir: 'test-results',
  reporter: 'list',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A machine that stands still for a while fails a journey; it is run once more, and told as flaky.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    locale: 'th-TH',
    timezoneId: 'Asia/Bangkok',
    viewport: { width: 1366, height: 768 },
    actionTimeout: 30_000,
    // Keeping the page for use without a network fetches all of it: no other journey is made slower, or given a kept file.
    serviceWorkers: 'block',
    // Recording every test makes all of them slower; to look into one: npx playwright test --trace on -g "its name".
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'with graphics',
      testMatch: drawn,
      use: { launchOptions: { executablePath, env, args: [...args, rastered, plainly, noWayOut] } },
    },
    {
      name: 'without graphics',
      testIgnore: drawn,
      use: { launchOptions: { executablePath, env, args: [...browserArgsWithoutWebGL, plainly, noWayOut] } },
    },
  ],
});
