/** Owns choosing the texts of a language, and telling a fault in it. */
import { AppError } from '../model/error.ts';
import type { Language } from '../model/text.ts';
import { en } from './en.ts';
import { th, type Texts } from './th.ts';

export type { Texts };
const all: Readonly<Record<Language, Texts>> = { th, en };

export function textsOf(language: Language): Texts {
  return all[language];
}

/** What a reader is told of a fault; a bug is told as one, without its inside. */
export function faultText(texts: Texts, fault: unknown): string {
  return fault instanceof AppError ? texts.errors[fault.code](fault.detail) : texts.bug;
}
