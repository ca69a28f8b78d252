/** Owns writing the pages of docs/ that are made: the data dictionary from the registry of columns, the guide from the page's help, the software of others from the lockfile. */
import { writeFileSync } from 'node:fs';
import { languages } from '../src/model/text.ts';
import { dataDictionary } from './docs/dictionary.ts';
import { guidePage } from './docs/guide.ts';
import { thirdPartyPage } from './docs/thirdparty.ts';

writeFileSync(new URL('../docs/data-dictionary.md', import.meta.url), dataDictionary());
writeFileSync(new URL('../THIRD_PARTY.md', import.meta.url), thirdPartyPage());
for (const language of languages) {
  writeFileSync(new URL(`../docs/guide.${language}.md`, import.meta.url), guidePage(language));
}
