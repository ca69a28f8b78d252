/** Owns cleaning cells of words: what a status, visit, class, mark or dimension is in the clean tables. */
import { agencies, agencyOf, type AgencyId } from '../model/agency.ts';
import { dimensionCode } from '../model/dimension.ts';
import { helpKindCode } from '../model/helpkind.ts';
import { classCode, sourceCode, surveyCode } from '../model/household.ts';
import { letters, plain, tidied } from '../model/plain.ts';
import { statusCode } from '../model/status.ts';
import { helpKindOf } from './helpwords.ts';
import { classOf, dimensionOf, no, sourceOf, statusOf, surveyOf, yes } from './vocabulary.ts';
import { isBlank } from './words.ts';

/** A cleaned cell. `code` null: blank. `problem`: the value is not known, and `code` says what stands in its place. */
export interface Cleaned {
  readonly code: number | null;
  /** Of a status: 1 where it also says over capacity. Of a mark: the need's own status, or null. */
  readonly extra?: number | null;
  readonly problem?: 'value_unknown';
}

/** Status of help. เกินศักยภาพ sets a flag and leaves the household waiting; ส่งต่อ sets it and is referred. */
export function cleanStatus(cell: string): Cleaned {
  if (isBlank(cell)) return { code: null };
  const text = letters(cell);
  const isOver = /(?<!ไม่)เกินศักยภาพ/.test(text);
  const rest = text.replace(/(?<!ไม่)เกินศักยภาพ((ของ|ระดับ)?อำเภอ)?/g, '');
  const status = rest === '' ? 'waiting' : statusOf(rest);
  if (status === null) return { code: statusCode.unknown, extra: isOver ? 1 : 0, problem: 'value_unknown' };
  return { code: statusCode[status], extra: isOver || status === 'referred' ? 1 : 0 };
}

/** A column that says who asks for help says nothing of whether it came: only a no is a status. */
export function cleanNeedHelp(cell: string): Cleaned {
  if (isBlank(cell)) return { code: null };
  const yesNo = saysYes(cell);
  if (yesNo === false) return { code: statusCode.no_need };
  if (yesNo === true || statusOf(cell) === 'waiting') return { code: null };
  return statusOf(cell) === 'no_need' ? { code: statusCode.no_need } : { code: null, problem: 'value_unknown' };
}

export function cleanSurvey(cell: string): Cleaned {
  return coded(cell, surveyOf, surveyCode);
}

export function cleanClass(cell: string): Cleaned {
  return coded(cell, classOf, classCode);
}

export function cleanSource(cell: string): Cleaned {
  return coded(cell, sourceOf, sourceCode);
}

export function cleanHelpKind(cell: string): Cleaned {
  return coded(cell, helpKindOf, helpKindCode);
}

/** The kind of help that the words of an act tell, if any; an act of no known kind is nothing to warn of. */
export function cleanAct(cell: string): Cleaned {
  const kind = isBlank(cell) ? null : helpKindOf(cell);
  return { code: kind && helpKindCode[kind] };
}

/** What something is called, its marks put in order; null where the cell says nothing. */
export function cleanLabel(cell: string): string | null {
  return isBlank(cell) || letters(cell) === 'ไม่มี' ? null : tidied(cell);
}

/** Marks of a dimension column: 0 no need, 1 need, 2 blank, 3 not known. */
export const markCode = { no: 0, yes: 1, blank: 2, unknown: 3 } as const;

export function cleanMark(cell: string): Cleaned {
  if (isBlank(cell)) return { code: markCode.blank };
  const yesNo = saysYes(cell);
  if (yesNo !== null) return { code: yesNo ? markCode.yes : markCode.no };
  const { code, problem } = cleanStatus(cell);
  if (!problem) return { code: markCode.yes, extra: code };
  // The dimension's own name as its mark.
  if (dimensionOf(cell) !== null) return { code: markCode.yes };
  return { code: markCode.unknown, problem: 'value_unknown' };
}

/** The dimensions a cell of a long file names, as bits `1 << dimensionCode`; 0 where it says that there is none. */
export function cleanDimension(cell: string): Cleaned {
  if (isBlank(cell)) return { code: null };
  if (['ไม่มี', 'ไม่มีปัญหา'].includes(letters(cell))) return { code: 0 };
  if (['ทุกมิติ', 'ทุกด้าน', '5มิติ', 'ทั้ง5มิติ'].includes(letters(cell))) return { code: 0b11111 };
  // และ parts two dimensions, and also stands inside the name of one.
  const parts = cell.split(/[,;/|+\n]/).flatMap((part) => (dimensionOf(part) ? [part] : part.split('และ')));
  let mask = 0;
  for (const part of parts) {
    if (isBlank(part)) continue;
    const dimension = dimensionOf(part);
    if (!dimension) return { code: null, problem: 'value_unknown' };
    mask |= 1 << dimensionCode[dimension];
  }
  return { code: mask };
}

/** The code of an agency, 0 for one that the registry has not. `text`: its id, or what is written, its marks put in order. */
export function cleanAgency(cell: string): Cleaned & { readonly text?: string } {
  if (isBlank(cell) || letters(cell) === 'ไม่มี') return { code: null };
  const id = agencyOf(cell);
  return { code: agencyCode(id), text: id ?? tidied(cell) };
}

/** An agency's place among the options; what is as written comes first. */
export function agencyCode(id: AgencyId | null): number {
  return agencies.findIndex((agency) => agency.id === id) + 1;
}

/** Urgent, over capacity: 1, 0, or null for blank. */
export function cleanFlag(cell: string): Cleaned {
  if (isBlank(cell)) return { code: null };
  const yesNo = saysYes(cell);
  return yesNo === null ? { code: null, problem: 'value_unknown' } : { code: yesNo ? 1 : 0 };
}

/** A yes, a no, or neither. A number is how many: none is a no. An x is left alone, for some tick with it and some cross out. */
export function saysYes(cell: string): boolean | null {
  const text = plain(cell).replace(/ |\ufe0f/g, '');
  if (/^\d{1,4}(\.0+)?(คน|ราย)?$/.test(text)) return Number.parseInt(text, 10) > 0;
  return yes.has(text) ? true : no.has(text) ? false : null;
}

function coded<T extends string>(
  cell: string,
  find: (cell: string) => T | null,
  codes: Readonly<Record<T, number>>,
): Cleaned {
  if (isBlank(cell)) return { code: null };
  const found = find(cell);
  return found === null ? { code: null, problem: 'value_unknown' } : { code: codes[found] };
}
