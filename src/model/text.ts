/** Owns the shape of a text that readers see: always Thai and English together. */

export const languages = ['th', 'en'] as const;
export type Language = (typeof languages)[number];
export type Text = Readonly<Record<Language, string>>;
