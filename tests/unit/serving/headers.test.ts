/** Proves the policy: what differs between its two carriages, and that a cluster adds one origin and nothing else. */
import { expect, it } from 'vitest';
import { contentSecurityPolicy, policyOf } from '../../../scripts/serving/headers.ts';
import { clusterOrigin } from '../../../scripts/serving/origin.ts';

const lines = (policy: string): readonly string[] => policy.split('; ');
const apart = (one: string, other: string): readonly string[] =>
  lines(one).filter((line) => !lines(other).includes(line));

it('names its own host alone, and lets no text become script', () => {
  expect(contentSecurityPolicy).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/);
  expect(lines(contentSecurityPolicy)).toEqual(
    expect.arrayContaining(["default-src 'none'", "require-trusted-types-for 'script'", "connect-src 'self'"]),
  );
});

it('in a page lets workers start from blobs alone, for only these take the policy of the page', () => {
  const inPage = policyOf({ delivery: 'meta' });
  expect(apart(inPage, contentSecurityPolicy)).toEqual(['worker-src blob:']);
  expect(apart(contentSecurityPolicy, inPage)).toEqual(["worker-src 'self'", "frame-ancestors 'none'"]);
});

it('adds the origin of a cluster to what may be asked, and to nothing else', () => {
  const widened = policyOf({ delivery: 'header', cluster: 'https://cluster.example.go.th:8443' });
  expect(apart(widened, contentSecurityPolicy)).toEqual(["connect-src 'self' https://cluster.example.go.th:8443"]);
  expect(apart(contentSecurityPolicy, widened)).toEqual(["connect-src 'self'"]);
});

it.each([
  'https://a.example/',
  'https://a.example/path',
  'https://a.example https://b.example',
  "https://a.example; script-src 'unsafe-inline'",
  'https://*.example',
  'https:',
  '*',
  'data:',
  'ftp://a.example',
  'http://a.example',
  'https://user@a.example',
  'https://a.example:443',
  'HTTPS://a.example',
  // A policy can't name it.
  'https://[::1]:8443',
  '',
])('refuses %s as a cluster', (cluster) => {
  expect(() => clusterOrigin(cluster)).toThrow(/PHUNGPAO_CLUSTER/);
});

it.each(['http://127.0.0.1:8123', 'http://localhost:8123'])(
  'takes %s without https: nobody is in between',
  (cluster) => {
    expect(policyOf({ delivery: 'meta', cluster })).toContain(`connect-src 'self' ${cluster};`);
  },
);
