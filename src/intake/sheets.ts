/** Owns asking about sheets that are hidden in a workbook whose other sheets are read: an old copy, or rows of the same list. */
import type { Scanned } from '../files/scan.ts';
import type { HeaderHints } from '../model/headerrow.ts';
import { outerName } from '../model/sourcename.ts';
import type { Ask, IntakeQuestion } from './asking.ts';

/** What is to be read besides; null where nothing is. Asked of no sheet of which the reader has spoken before. */
export async function askSheets(
  scans: readonly Scanned[],
  hints: HeaderHints,
  ask: Ask,
): Promise<Readonly<Record<string, boolean>> | null> {
  const hidden = scans
    .flatMap(({ unreadSheets }) => unreadSheets)
    .filter(({ name, isHidden, isUseful }) => isHidden && isUseful && hints.sheets?.[name] === undefined);
  if (hidden.length === 0) return null;
  const books = [...new Set(hidden.map(({ name }) => outerName(name)))];
  const sheetsOf = (book: string): typeof hidden => hidden.filter(({ name }) => outerName(name) === book);
  const questions = books.map((book): IntakeQuestion => ({
    id: `hidden_sheets:${book}`,
    code: 'hidden_sheets',
    file: sheetsOf(book)
      .map(({ name }) => name)
      .join(', '),
    rows: sheetsOf(book).reduce((sum, { rows }) => sum + rows, 0),
    proposed: 'leave',
    from: null,
    choices: ['leave', 'read'],
  }));
  const answers = await ask(questions);
  if (answers === null) throw new DOMException('cancelled by the reader', 'AbortError');
  const wanted = questions.filter(({ id }) => answers[id] === 'read').map(({ id }) => id);
  const read = hidden.filter(({ name }) => wanted.includes(`hidden_sheets:${outerName(name)}`));
  return read.length > 0 ? Object.fromEntries(read.map(({ name }) => [name, true])) : null;
}
