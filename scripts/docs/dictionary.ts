/** Owns the data dictionary as a page: every column, the headers it is known by, and what becomes of its cells. */
import { columns, type ColumnKind } from '../../src/model/columns.ts';

const kinds: Readonly<Record<ColumnKind, string>> = {
  code: 'code, kept as text',
  place: 'place: codes first, then names within their parent, by the gazetteer',
  key: 'tells one household from another',
  status: 'status of help (`model/status.ts`)',
  survey: 'visit (`model/household.ts`)',
  class: 'class of household (`model/household.ts`)',
  source: 'how it came to the list (`model/household.ts`)',
  mark: 'mark of a need: yes, no, blank, or the need’s own status',
  dimension: 'the dimension or dimensions of the row (long files)',
  flag: 'yes or no',
  agency: 'agency (`model/agency.ts`); any other kept as written',
  count: 'how many: a whole number, units allowed',
  amount: 'baht',
  date: 'date: Buddhist era, two-digit years, Thai months and digits',
  text: 'text, kept as written',
  act: 'what was done: text, kept as written; its words tell the kind of help',
  label: 'name, kept as written',
  figure: 'figure of an area, in a table of areas (`model/areafigure.ts`)',
  helpkind: 'kind of help (`model/helpkind.ts`)',
  month: 'month of a year, or a day in it',
  traits: 'list of values (`model/aspect.ts`); any other kept as written',
  unread: 'recognised and left in the file',
};

export function dataDictionary(): string {
  const rows = columns.map(({ id, kind, title, aliases, personal }) => {
    const headers = aliases.map((alias) => alias.replaceAll('|', '\\|')).join(' · ');
    return `| \`${id}\` | ${title.th} | ${title.en} | ${kinds[kind]} | ${personal ? 'personal' : ''} | ${headers} |`;
  });
  return [
    '# Data dictionary',
    '',
    'Made by `npm run docs` from `src/model/columns.ts`; change it there.',
    '',
    'A header is compared by its letters and digits only: blanks, dots, case, full width and the two spellings of ำ make no',
    'difference. A whole header goes first; what is left is known by the longest alias inside it. Personal columns are masked',
    'wherever a problem quotes them; of those the clean tables hold only what `src/model/rows.ts` calls personal.',
    '',
    '<!-- prettier-ignore-start -->',
    '',
    '| column | หัวตาราง | header | read as | | known by |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    '<!-- prettier-ignore-end -->',
    '',
  ].join('\n');
}
