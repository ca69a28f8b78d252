/** Owns the shape of a text that readers see: always Thai and English together. */

export const languages = ['th', 'en'] as const;
export type Language = (typeof languages)[number];
export type Text = Readonly<Record<Language, string>>;

/** What a language is called by those who read it. */
export const languageNames: Text = { th: 'ไทย', en: 'EN' };
