/** Owns the guide: load, check, explore, brief, in ten minutes. The page's help and docs/guide.*.md are made of it. */
import type { Language } from '../model/text.ts';
import { guideEn } from './help-en.ts';
import { guideTh } from './help-th.ts';

export interface GuideSection {
  /** Of its picture, too: docs/guide/ID.LANGUAGE.webp. */
  readonly id: 'load' | 'check' | 'explore' | 'follow' | 'brief' | 'meeting' | 'trouble';
  readonly title: string;
  readonly steps: readonly string[];
  /** What the picture shows; null where there is none. */
  readonly picture: string | null;
}

export interface Guide {
  readonly title: string;
  readonly intro: readonly string[];
  readonly sections: readonly GuideSection[];
  readonly keys: {
    readonly title: string;
    readonly key: string;
    readonly does: string;
    readonly rows: readonly { readonly keys: string; readonly does: string }[];
  };
  readonly close: string;
}

const guides: Readonly<Record<Language, Guide>> = { th: guideTh, en: guideEn };

export function guideOf(language: Language): Guide {
  return guides[language];
}
