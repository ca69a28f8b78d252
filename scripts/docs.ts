/** Owns writing docs/data-dictionary.md from the registry of columns. */
import { writeFileSync } from 'node:fs';
import { dataDictionary } from './docs/dictionary.ts';

writeFileSync(new URL('../docs/data-dictionary.md', import.meta.url), dataDictionary());
