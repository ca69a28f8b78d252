/** Owns asking both engines all that there is to ask of each question; where ClickHouse is not installed beside its tests, nothing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Twins {
  readonly passed: number;
  readonly faults: readonly string[];
}

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export function proveTwins(): Twins | null {
  if (!existsSync(`${root}/tests/clickhouse/node_modules/chdb`)) return null;
  const args = ['vitest', 'run', '-c', 'tests/clickhouse/vitest.config.ts', 'tests/clickhouse/twins.test.ts'];
  const { stdout } = spawnSync('npx', [...args, '--reporter=json', '--testTimeout=1800000'], {
    cwd: root,
    env: { ...process.env, PHUNGPAO_LONG: '1' },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const { numPassedTests, testResults } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Report;
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const faults = all.flatMap(({ fullName, status }) => (status === 'passed' ? [] : fullName));
  return {
    passed: numPassedTests,
    // A file that can't be begun has no tests of its own.
    faults: all.length > 0 ? faults : testResults.map(({ message }) => message),
  };
}
