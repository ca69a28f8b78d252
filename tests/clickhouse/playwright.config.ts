/** Owns how the journeys over a cluster are run: as the page's other journeys without graphics, one after the other. */
import { defineConfig } from '@playwright/test';
import journeys from '../../playwright.config.ts';

export default defineConfig({
  ...journeys,
  testDir: '.',
  testMatch: 'page.spec.ts',
  globalSetup: undefined,
  outputDir: '../../test-results/clickhouse',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  projects: journeys.projects?.filter(({ name }) => name === 'without graphics'),
});
