/** Owns the page that bears its policy itself, for hosts that send no headers of ours: `vite build --mode headerless`. */
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { policyOf } from './headers.ts';
import { clusterOfBuild } from './origin.ts';

/** What a header would say, said at the very start of the page: what comes before it would not be held by it. */
export function saidInPage(cluster?: string): HtmlTagDescriptor[] {
  const metas = [
    { 'http-equiv': 'Content-Security-Policy', content: policyOf({ delivery: 'meta', cluster }) },
    { 'http-equiv': 'x-dns-prefetch-control', content: 'off' },
    { name: 'referrer', content: 'no-referrer' },
  ];
  return metas.map((attrs) => ({ tag: 'meta', attrs, injectTo: 'head-prepend' }));
}

export function policyInPage(): Plugin {
  let isHeaderless = false;
  return {
    name: 'policy-in-page',
    configResolved: ({ mode }) => void (isHeaderless = mode === 'headerless'),
    transformIndexHtml: {
      order: 'post',
      handler: () => (isHeaderless ? saidInPage(clusterOfBuild()) : []),
    },
  };
}
