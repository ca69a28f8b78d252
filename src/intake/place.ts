/** Owns where a row is: its codes and names together become one area, or the reason why they do not. */
import type { Gazetteer } from '../areas/gazetteer.ts';
import { placename } from '../areas/placename.ts';
import { isMunicipality, isWithin, provinceOf, type AreaCode, type Level, type Place } from '../model/area.ts';
import type { ColumnId } from '../model/columns.ts';
import type { Locality } from '../model/household.ts';
import { cleanAreaCode } from './clean-number.ts';
import { isBlank } from './words.ts';

export type PlaceBook = Pick<Gazetteer, 'find' | 'resolve' | 'amphoeOf' | 'byName' | 'children'>;

export const placeColumns = [
  'tambon_code',
  'tambon',
  'amphoe_code',
  'amphoe',
  'province_code',
  'province',
] as const satisfies readonly ColumnId[];
export type PlaceCells = Readonly<Record<(typeof placeColumns)[number], string>>;

export interface Doubt {
  readonly code: 'place_unknown' | 'place_disagrees' | 'place_blank' | 'province_stray' | 'province_assumed';
  readonly column: ColumnId;
  readonly value: string;
}

export interface Located {
  /** As finely as it is known: a tambon, a municipality's pseudo-tambon, an amphoe, a province; null for nowhere. */
  readonly area: AreaCode | null;
  readonly place: Place;
  readonly locality: Locality;
  readonly doubts: readonly Doubt[];
}

/**
 * `context` is the file's own province, within which names are looked for when the row names none.
 * `municipality` gives the pseudo-code that the file elsewhere gives a municipality's name, if it does.
 */
export function locate(
  cells: PlaceCells,
  book: PlaceBook,
  context: AreaCode | null = null,
  municipality: (name: string) => AreaCode | null = () => null,
): Located {
  const doubts: Doubt[] = [];
  const doubt = (code: Doubt['code'], column: (typeof placeColumns)[number]): void => {
    doubts.push({ code, column, value: cells[column] });
  };
  const name = placename(cells.tambon);
  const isBracketed = /[([]/.test(cells.tambon);
  const locality: Locality = name.municipality ? 'municipality' : 'unknown';
  const codes = joinCodes(cells);

  const fromCode = codes.tambon === null ? null : byTambonCode(codes.tambon, book);
  if (fromCode) {
    // A retired code stands with the names of its time.
    if (!fromCode.isRetired) checkNames(cells, fromCode.area, fromCode.place === 'municipality', book, doubt);
    const kind = fromCode.place === 'municipality' || name.municipality ? 'municipality' : 'tambon';
    return { area: fromCode.area, place: fromCode.place, locality: kind, doubts };
  }
  const isCodeGiven = !isBlank(cells.tambon_code);

  const province = codes.province ?? only(named(book, 'province', cells.province, null));
  const amphoe =
    codes.amphoe ??
    (codes.tambon === null ? null : book.amphoeOf(codes.tambon)) ??
    only(named(book, 'amphoe', cells.amphoe, province ?? context)) ??
    (province ? null : only(named(book, 'amphoe', cells.amphoe, null)));
  const within = amphoe ?? province ?? (isBlank(cells.amphoe) ? context : null);

  if (name.municipality && !isBracketed && amphoe) {
    const pseudo = municipality(name.bare);
    const area = pseudo && isWithin(pseudo, amphoe) ? pseudo : amphoe;
    return { area, place: 'municipality', locality: 'municipality', doubts };
  }
  const tambon = within === null ? null : only(named(book, 'tambon', cells.tambon, within));
  if (tambon) {
    if (isCodeGiven) doubt('place_unknown', 'tambon_code');
    checkNames(cells, tambon, false, book, doubt);
    return { area: tambon, place: 'placed', locality: name.municipality ? 'municipality' : 'tambon', doubts };
  }
  const isTambonGiven = isCodeGiven || !isBlank(cells.tambon);
  const tambonColumn = isCodeGiven ? 'tambon_code' : 'tambon';
  if (amphoe) {
    doubt(isTambonGiven ? 'place_unknown' : 'place_blank', tambonColumn);
    if (codes.amphoe === null) checkNames(cells, amphoe, false, book, doubt);
    return { area: amphoe, place: isTambonGiven ? 'tambon_unknown' : 'tambon_blank', locality, doubts };
  }
  const isAmphoeGiven = !isBlank(cells.amphoe_code) || !isBlank(cells.amphoe);
  const amphoeColumn = isBlank(cells.amphoe_code) ? 'amphoe' : 'amphoe_code';
  const column = isAmphoeGiven ? amphoeColumn : tambonColumn;
  const isGiven = isTambonGiven || isAmphoeGiven;
  const home = province ?? (codes.tambon ? (book.find(codes.tambon.slice(0, 2))?.code ?? null) : null);
  if (home) {
    doubt(isGiven ? 'place_unknown' : 'place_blank', column);
    return { area: home, place: isGiven ? 'amphoe_unknown' : 'amphoe_blank', locality, doubts };
  }
  const isProvinceGiven = !isBlank(cells.province) || !isBlank(cells.province_code);
  doubt(isGiven || isProvinceGiven ? 'place_unknown' : 'place_blank', isGiven ? column : 'province');
  return { area: null, place: isGiven || isProvinceGiven ? 'unknown' : 'blank', locality, doubts };
}

interface Codes {
  /** Six digits, not yet known to exist; null where no code is given. */
  readonly tambon: string | null;
  readonly amphoe: AreaCode | null;
  readonly province: AreaCode | null;
}

/** Codes may be whole (130101) or each level's own number alone (13, 1, 1). */
function joinCodes(cells: PlaceCells): Codes {
  const part = (column: 'tambon_code' | 'amphoe_code' | 'province_code'): string => cleanAreaCode(cells[column]) ?? '';
  const province = part('province_code').padStart(2, '0');
  const own = part('amphoe_code');
  const amphoe = own.length > 2 ? own.slice(0, 4) : own && province !== '00' ? province + own.padStart(2, '0') : '';
  const last = part('tambon_code');
  const tambon = last.length > 2 ? last : last && amphoe ? amphoe + last.padStart(2, '0') : '';
  return {
    tambon: tambon.length === 6 ? tambon : null,
    amphoe: (amphoe.length === 4 ? amphoe : tambon.length === 4 ? tambon : null) as AreaCode | null,
    province: (province !== '00' && province.length === 2 ? province : null) as AreaCode | null,
  };
}

/** What a six-digit code says for certain; null where names may still tell more. */
function byTambonCode(
  code: string,
  book: PlaceBook,
): { area: AreaCode; place: 'placed' | 'municipality'; isRetired: boolean } | null {
  const resolved = book.resolve(code);
  if (resolved?.code.length === 6)
    return { area: resolved.code, place: 'placed', isRetired: resolved.via === 'retired' };
  const amphoe = book.amphoeOf(code);
  if (!amphoe || !isMunicipality(code as AreaCode)) return null;
  const area = (amphoe + code.slice(4)) as AreaCode;
  return { area, place: 'municipality', isRetired: !code.startsWith(amphoe) };
}

/** Codes go first; a name that says otherwise is told. */
function checkNames(
  cells: PlaceCells,
  area: AreaCode,
  isMunicipal: boolean,
  book: PlaceBook,
  doubt: (code: Doubt['code'], column: 'tambon' | 'amphoe' | 'province') => void,
): void {
  const differs = (level: Level, column: 'tambon' | 'amphoe' | 'province', digits: number): boolean =>
    area.length >= digits &&
    !isBlank(cells[column]) &&
    !named(book, level, cells[column], provinceOf(area)).includes(area.slice(0, digits) as AreaCode);
  if (!isMunicipal && !placename(cells.tambon).municipality && differs('tambon', 'tambon', 6))
    doubt('place_disagrees', 'tambon');
  else if (differs('amphoe', 'amphoe', 4)) doubt('place_disagrees', 'amphoe');
  else if (differs('province', 'province', 2)) doubt('place_disagrees', 'province');
}

function named(book: PlaceBook, level: Level, name: string, within: AreaCode | null): readonly AreaCode[] {
  return isBlank(name) ? [] : book.byName(level, name, within);
}

function only(codes: readonly AreaCode[]): AreaCode | null {
  return codes.length === 1 ? (codes[0] ?? null) : null;
}
