/** Owns what is proved against the real ClickHouse; `npm run test:clickhouse` installs it first. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/clickhouse/**/*.test.ts'],
    setupFiles: ['tests/support/seeded.ts'],
    env: { TZ: 'Asia/Bangkok' },
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
