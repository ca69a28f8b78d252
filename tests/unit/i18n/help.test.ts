/** Proves that the guide is one text in two languages, in the page and in docs/, and that its keys and buttons are real. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guidePage, pictureOf } from '../../../scripts/docs/guide.ts';
import { guideOf } from '../../../src/i18n/help.ts';
import { paperTexts } from '../../../src/i18n/paper.ts';
import { languages } from '../../../src/model/text.ts';
import { parityFaults } from '../../house/wording.ts';

const docs = (name: string): URL => new URL(`../../../docs/${name}`, import.meta.url);
const [th, en] = [guideOf('th'), guideOf('en')];

describe('the guide', () => {
  it.each(languages)('in docs/ is the one in the page (%s); `npm run docs` makes it so', (language) => {
    expect(readFileSync(docs(`guide.${language}.md`), 'utf8')).toBe(guidePage(language));
  });

  it('says the same in both languages', () => {
    expect(th.sections.map(({ id }) => id)).toEqual(en.sections.map(({ id }) => id));
    for (const [at, { steps, picture }] of th.sections.entries()) {
      expect(en.sections[at]?.steps.length, th.sections[at]?.id).toBe(steps.length);
      expect(en.sections[at]?.picture === null).toBe(picture === null);
    }
    expect(en.keys.rows.map(({ keys }) => keys)).toEqual(th.keys.rows.map(({ keys }) => keys));
    expect(parityFaults(paperTexts.th, paperTexts.en)).toEqual([]);
  });

  it('is written as official Thai is', () => {
    const text = guidePage('th');
    expect(text.match(/\S\u0e46|\u0e46(?=[\u0e01-\u0e2e])/g) ?? []).toEqual([]);
    expect(text.match(/ {2,}|\u0e4d\u0e32/g) ?? []).toEqual([]);
  });

  it('takes ten minutes', () => {
    const minutes = th.sections.map(({ title }) => Number(/\((\d+) นาที\)/.exec(title)?.[1] ?? 0));
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(10);
  });

  it('has a small picture wherever it says so', () => {
    const pictures = languages.flatMap((language) =>
      guideOf(language).sections.flatMap(({ id, picture }) => (picture === null ? [] : [pictureOf(id, language)])),
    );
    expect(pictures.filter((name) => !existsSync(docs(name)))).toEqual([]);
    expect(pictures.reduce((sum, name) => sum + statSync(docs(name)).size, 0)).toBeLessThan(1_500_000);
  });
});
