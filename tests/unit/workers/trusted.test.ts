/** Proves the script policy: an address of this origin passes, or a worker that the page made itself. */
import { describe, expect, it } from 'vitest';
import { sameOrigin } from '../../../src/workers/trusted.ts';

describe('sameOrigin', () => {
  const base = 'http://127.0.0.1:4173/folder/';
  it('passes addresses of this origin and the page’s own blobs', () => {
    expect(sameOrigin('./assets/worker.js', base)).toBe('./assets/worker.js');
    expect(sameOrigin('http://127.0.0.1:4173/assets/worker.js', base)).toContain('worker.js');
    expect(sameOrigin('blob:http://127.0.0.1:4173/0-1', base)).toContain('blob:');
  });
  it('refuses every other', () => {
    for (const url of [
      'https://example.org/x.js',
      '//example.org/x.js',
      'data:text/javascript,1',
      'javascript:alert(1)',
    ])
      expect(() => sameOrigin(url, base)).toThrow(/refused/);
  });
});
