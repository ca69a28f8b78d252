/** Owns what is done where all rows of a file have something in common that no rule may decide alone: the reader is asked once. */
import type { Scanned } from '../files/scan.ts';
import { AppError } from '../model/error.ts';
import { grainOf } from '../model/grain.ts';
import type { Receipt } from '../model/receipt.ts';
import { shapeKey, type RowShape } from '../model/rowshape.ts';
import type { Ask, IntakeQuestion } from './asking.ts';

type Shapes = Readonly<Record<string, RowShape>>;

/** Of one table: the question, or none where only one answer makes sense, and how rows are read for each answer. */
interface Doubtful {
  readonly id: string;
  readonly scan: Scanned;
  readonly key: string;
  readonly question: Pick<IntakeQuestion, 'rows' | 'proposed' | 'choices'> & {
    readonly code: 'codes_lost' | 'wide_rows' | 'fill_down' | 'area_sums';
  };
  readonly isAsked: boolean;
  shapeFor(answer: string): RowShape | null;
}

/** From so many rows a width is the file's, and not a slip in each. */
const leastRows = 3;

/**
 * What is agreed on how rows are read, for tables that raise a question not in `settled`, to which its id is added; null
 * where nothing is to be read otherwise. Throws `file_codes_lost` or `file_area_sums` where the reader will bring another file.
 */
export async function askShapes(scans: readonly Scanned[], settled: Set<string>, ask: Ask): Promise<Shapes | null> {
  const doubtful = scans
    .flatMap((scan, file) => [sums(scan, file), lostCodes(scan, file), otherWidth(scan, file), blanks(scan, file)])
    .filter((one) => one !== null)
    .filter(({ id }) => !settled.has(id));
  const open = doubtful.filter(({ isAsked }) => isAsked);
  const questions = open.map(({ id, scan, question }) => ({ id, ...question, file: scan.name, from: null }));
  const answers = questions.length > 0 ? await ask(questions) : {};
  if (answers === null) throw new DOMException('cancelled by the reader', 'AbortError');
  const shapes: Record<string, RowShape> = {};
  for (const { id, key, question, shapeFor } of doubtful) {
    settled.add(id);
    const shape = shapeFor(answers[id] ?? question.proposed);
    if (shape) shapes[key] = { ...shapes[key], ...shape };
  }
  return Object.keys(shapes).length > 0 ? shapes : null;
}

/** How many rows were read otherwise than they stand. */
export function agreedOn(scans: readonly Scanned[]): Receipt['assumptions'] {
  const counts = new Map<string, number>();
  for (const { code, rows } of scans.flatMap(({ agreed }) => agreed)) counts.set(code, (counts.get(code) ?? 0) + rows);
  return [...counts].map(([code, rows]) => ({ code, rows }));
}

/** A row counts the households of an area: taken for households, each row would be one. */
function sums(scan: Scanned, file: number): Doubtful | null {
  const { sums: rows } = scan.found;
  if (rows === 0 || grainOf(scan.columns) === 'area') return null;
  return {
    id: `area_sums:${file}`,
    scan,
    key: shapeKey(file, scan.headers),
    question: { code: 'area_sums', rows, proposed: 'stop', choices: ['stop', 'households'] },
    isAsked: true,
    shapeFor(answer) {
      if (answer === 'households') return { notSums: true };
      throw new AppError('file_area_sums', { file: scan.name });
    },
  };
}

/** Most codes of a column are lost: only another export brings them back. */
function lostCodes(scan: Scanned, file: number): Doubtful | null {
  const most = scan.found.lostCodes.filter(({ rows, filled }) => rows * 2 > filled);
  const [first] = most;
  if (!first) return null;
  const columns = most.map(({ column }) => column);
  return {
    id: `codes_lost:${file}`,
    scan,
    key: shapeKey(file, scan.headers),
    question: {
      code: 'codes_lost',
      rows: Math.max(...most.map(({ rows }) => rows)),
      proposed: 'export',
      choices: ['export', 'weak'],
    },
    isAsked: true,
    shapeFor(answer) {
      if (answer === 'weak') return { blankCodes: columns };
      throw new AppError('file_codes_lost', { file: scan.name });
    },
  };
}

/**
 * Most rows have the same blank fields beyond the header. Where all have, they are read without a word but the receipt's:
 * there is no other way to read them.
 */
function otherWidth(scan: Scanned, file: number): Doubtful | null {
  const { otherWidth: other, fitting, misfits } = scan.found;
  if (!other || other.rows < leastRows || other.rows <= fitting) return null;
  return {
    id: `wide_rows:${file}`,
    scan,
    key: shapeKey(file, scan.headers),
    question: { code: 'wide_rows', rows: other.rows, proposed: 'read', choices: ['read', 'quarantine'] },
    isAsked: fitting > 0 || misfits > other.rows,
    shapeFor: (answer) => (answer === 'read' ? { fields: other.fields } : null),
  };
}

/** Place cells are blank below a filled one, row after row, as in a printed table. */
function blanks(scan: Scanned, file: number): Doubtful | null {
  const { blanks: found } = scan.found;
  if (found.length === 0) return null;
  const isMerged = found.some((column) => column.isMerged);
  return {
    id: `fill_down:${file}`,
    scan,
    key: shapeKey(file, scan.headers),
    question: {
      code: 'fill_down',
      rows: Math.max(...found.map(({ rows }) => rows)),
      proposed: isMerged ? 'fill' : 'leave',
      choices: ['fill', 'leave'],
    },
    isAsked: true,
    shapeFor: (answer) => (answer === 'fill' ? { fillDown: found.map(({ column }) => column) } : null),
  };
}
