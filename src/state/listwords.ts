/** Owns the words of a listed cell: what a reader sees, and what a column is ordered by where the engine knows no order of words. */
import { agencies } from '../model/agency.ts';
import { formatOf } from '../i18n/format.ts';
import { textsOf } from '../i18n/texts.ts';
import { areaOfNumber, type AreaCode } from '../model/area.ts';
import { dimensions } from '../model/dimension.ts';
import { classes, surveys } from '../model/household.ts';
import type { Cell } from '../model/rows.ts';
import type { IsoDate } from '../model/snapshot.ts';
import { statuses } from '../model/status.ts';
import type { Language, Text } from '../model/text.ts';
import type { ListColumn } from '../queries/listcolumns.ts';
import type { Dashboard } from './dashboard.svelte.ts';

/** In what language, and what it calls an area. */
export interface Wording {
  readonly language: Language;
  readonly nameOf: (code: AreaCode) => string;
}
export const wordingOf = (dashboard: Dashboard): Wording => ({
  language: dashboard.view.current.language,
  nameOf: (code) => dashboard.nameOf(code),
});

const registries = { class: classes, survey: surveys, status: statuses, dimension: dimensions } as const;

/** Empty where the cell is: not known, or not told. */
export function listWord({ language, nameOf }: Wording, { kind }: ListColumn, cell: Cell): string {
  if (cell === null || cell === '') return '';
  switch (kind) {
    case 'amphoe':
    case 'tambon': {
      const code = areaOfNumber(Number(cell), kind);
      return code === null ? '' : nameOf(code);
    }
    case 'class':
    case 'survey':
    case 'status':
    case 'dimension':
      return (registries[kind][Number(cell)] as { title: Text } | undefined)?.title[language] ?? '';
    case 'flag':
      return textsOf(language).households[cell === true ? 'yes' : 'no'];
    case 'count':
      return formatOf(language).count(Number(cell));
    case 'date':
      return formatOf(language).shortDate(cell as IsoDate);
    case 'agency':
      return agencyWord(String(cell), language);
    case 'text':
      return String(cell);
  }
}

/** An agency of the registry by its name; another one as it was written. */
export function agencyWord(agency: string, language: Language): string {
  return agencies.find(({ id }) => id === agency)?.title[language] ?? agency;
}
