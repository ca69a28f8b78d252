/** Owns the guide as a page: the same words as the page's help, with pictures. */
import { guideOf } from '../../src/i18n/help.ts';
import type { Language } from '../../src/model/text.ts';

/** Beside the pages. */
export const pictureOf = (id: string, language: Language): string => `guide/${id}.${language}.webp`;

const others: Readonly<Record<Language, string>> = {
  th: '[English](guide.en.md)',
  en: '[ไทย](guide.th.md)',
};

export function guidePage(language: Language): string {
  const { title, intro, sections, keys } = guideOf(language);
  return [
    `# ${title}`,
    others[language],
    ...intro,
    ...sections.flatMap((section) => [
      `## ${section.title}`,
      section.steps.map((step, at) => `${at + 1}. ${step}`).join('\n'),
      ...(section.picture === null ? [] : [`![${section.picture}](${pictureOf(section.id, language)})`]),
    ]),
    `## ${keys.title}`,
    keys.rows.map((row) => `- \`${row.keys}\` ${row.does}`).join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}
