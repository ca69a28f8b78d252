import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Unit, engine and house tests, in Node; the browser's journeys are Playwright's. */
export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['tests/{house,unit,engine}/**/*.test.ts'],
    setupFiles: ['tests/support/seeded.ts'],
    env: { TZ: 'Asia/Bangkok' },
    // Left to itself it keeps one core free, which is half of a small machine.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
