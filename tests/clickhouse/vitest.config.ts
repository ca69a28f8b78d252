/** Owns what is proved against the real ClickHouse; `npm run test:clickhouse` installs it first. */
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const settings = {
  setupFiles: ['tests/support/seeded.ts'],
  env: { TZ: 'Asia/Bangkok' },
  testTimeout: 240_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      { test: { ...settings, name: 'cluster', include: ['tests/clickhouse/**/*.test.ts'] } },
      {
        // The questions' own tests, asked of both engines at once.
        resolve: {
          alias: [{ find: /^\.\.\/support\/engine\.ts$/, replacement: path.join(import.meta.dirname, 'twin.ts') }],
        },
        test: {
          ...settings,
          name: 'twin',
          include: ['tests/engine/{questions,cube-cells,ages}.test.ts'],
        },
      },
    ],
  },
});
