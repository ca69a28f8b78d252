/** Proves that docs/data-dictionary.md is what the registry of columns says today. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dataDictionary } from '../../../scripts/docs/dictionary.ts';

it('is current; `npm run docs` makes it so', () => {
  const page = readFileSync(new URL('../../../docs/data-dictionary.md', import.meta.url), 'utf8');
  expect(page).toBe(dataDictionary());
});
