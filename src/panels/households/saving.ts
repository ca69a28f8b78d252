/** Owns the list as it goes into a file: the headers that a file opened here is known by, and what the reader must know. */
import type { FieldList } from '../../exports/fieldlist.ts';
import type { SheetCell } from '../../exports/sheet.ts';
import { areaOfNumber, provinceOf } from '../../model/area.ts';
import { columnOf } from '../../model/columns.ts';
import type { Row } from '../../model/rows.ts';
import { listColumnOf, type ListColumn } from '../../queries/listcolumns.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import type { Listing } from '../../state/listing.svelte.ts';
import { listWord, type Wording } from '../../state/listwords.ts';
import { textsOf } from '../../i18n/texts.ts';
import { definitionOf } from '../defining.ts';
import { listSentence } from './words.ts';

/** Beyond these a workbook takes more memory than a page may have. */
export const mostExcelRows = 100_000;
const batchRows = 2000;

/** Without these a file could not be read again: they go along though no column shows them. */
const always = ['amphoe', 'tambon', 'health', 'living', 'education', 'income', 'access'];

/** What is written is Thai whatever the reader's language is: it is what the forms of the offices have. */
export async function fieldList(
  dashboard: Dashboard,
  listing: Listing,
  isOpen: boolean,
  ontold: (done: number) => void,
  signal: AbortSignal,
): Promise<FieldList> {
  const texts = dashboard.texts.households;
  const listed = listing.listed;
  const asOf = listing.asOf ?? '';
  const further = listing.isOfNeeds ? always.slice(0, 2) : always;
  const columns = [
    ...listing.columns,
    ...further.flatMap((id) => (listing.columns.some((column) => column.id === id) ? [] : (listColumnOf(id) ?? []))),
  ];
  const length = listing.length ?? 0;
  const rows: SheetCell[][] = [];
  for (let from = 0; from < length; from += batchRows) {
    signal.throwIfAborted();
    ontold(from);
    for (const row of await listing.cellsOf(from, Math.min(batchRows, length - from), columns, isOpen))
      rows.push([asOf, ...placeOf(dashboard, row), ...columns.map((column) => written(dashboard, column, row))]);
  }
  const what = listed ? listSentence(dashboard, listed, listing.name) : '';
  return {
    title: `${texts.file.name} ${what} ${asOf}`,
    sheet: texts.file.sheet,
    headers: [
      columnOf.as_of.title.th,
      columnOf.province.title.th,
      columnOf.tambon_code.title.th,
      ...columns.map((column) => headerOf(column, isOpen)),
    ],
    rows,
    about: [
      [texts.file.what, what],
      [texts.file.asOf, asOf === '' ? '' : dashboard.format.date(asOf)],
      [texts.file.rows, dashboard.format.count(length)],
      [
        texts.file.definition,
        listed ? definitionOf(listed.measure, dashboard.texts, dashboard.view.current.language) : '',
      ],
      ...(listing.isOfNeeds ? [] : [[texts.file.statusesOf, texts.file.statuses] as const]),
      [texts.file.hidden, isOpen ? texts.file.isShown : texts.file.isHidden],
    ],
    aboutSheet: texts.file.about,
    tooLong: dashboard.texts.mending.tooLong,
  };
}

/** Hidden cells stand under a header of their own: read again, they would be taken for codes that several households share. */
function headerOf({ header, title, mask }: ListColumn, isOpen: boolean): string {
  const known = header ? columnOf[header].title.th : title.th;
  return mask && !isOpen ? textsOf('th').households.file.masked(known) : known;
}

function placeOf(dashboard: Dashboard, row: Row): readonly [province: string, code: string] {
  const number = Number(row.tambon ?? 0);
  const province = areaOfNumber(number, 'province');
  const own = province ?? provinceOf(dashboard.whole ?? dashboard.entries[0]!.snapshot.province);
  return [dashboard.session.gazetteer.find(own)?.name.th ?? own, areaOfNumber(number, 'tambon') ?? ''];
}

function written(dashboard: Dashboard, column: ListColumn, row: Row): SheetCell {
  const cell = row[column.id] ?? null;
  if (cell === null) return '';
  if (column.kind === 'count') return Number(cell);
  if (column.kind === 'date') return String(cell);
  return listWord(thai(dashboard), column, cell);
}

const thai = (dashboard: Dashboard): Wording => ({
  language: 'th',
  nameOf: (code) => dashboard.session.gazetteer.find(code)?.name.th ?? dashboard.nameOf(code),
});
