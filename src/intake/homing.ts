/** Owns the province of a file that names none: those it may be of are worked out from its names, and the reader says which. */
import { placename, spelling } from '../areas/placename.ts';
import { provinceOf, type AreaCode } from '../model/area.ts';
import type { Ask, IntakeQuestion } from './asking.ts';
import { choicesOf } from './nearplace.ts';
import type { PlaceBook, PlaceCells } from './place.ts';
import { isBlank } from './words.ts';

/** A file of which no row tells its province. */
export interface Homeless {
  readonly file: number;
  readonly name: string;
  /** Its name and its titles: a province may be named there. */
  readonly about: readonly string[];
  /** Its different places, the commonest first. */
  readonly places: readonly { readonly cells: PlaceCells; readonly rows: number }[];
}

/** More provinces than these are no help in choosing. */
const mostNear = 4;
/** A shorter name turns up inside other words, so จังหวัด must stand before it. */
const shortestAlone = 6;

/** Asks for the province of each; a file has none in the answer where the reader gave none. Throws an AbortError where cancelled. */
export async function askHomes(
  files: readonly Homeless[],
  book: PlaceBook,
  ask: Ask,
): Promise<ReadonlyMap<number, AreaCode>> {
  if (files.length === 0) return new Map();
  const provinces = book.children(null).map(({ code }) => code);
  const questions = files.map((homeless): IntakeQuestion => {
    const { file, name, places } = homeless;
    const near = nearProvinces(homeless, book);
    const written = places.map(({ cells }) => cells.province.trim()).find((cell) => !isBlank(cell));
    return {
      id: `province:${file}`,
      code: 'province',
      file: name,
      rows: places.reduce((sum, { rows }) => sum + rows, 0),
      proposed: near.length === 1 ? (near[0] ?? '') : '',
      from: null,
      choices: [...near, ...provinces.filter((code) => !near.includes(code))],
      near,
      ...(written ? { written } : {}),
    };
  });
  const answers = await ask(questions);
  if (answers === null) throw new DOMException('cancelled by the reader', 'AbortError');
  return new Map(
    questions.flatMap(({ id, proposed }, at): [number, AreaCode][] => {
      const code = provinces.find((one) => one === (answers[id] ?? proposed));
      return code ? [[files[at]?.file ?? 0, code]] : [];
    }),
  );
}

/** Provinces of nearly the name written, those the file's name or title names, and those that have all of its places. */
function nearProvinces({ about, places }: Homeless, book: PlaceBook): readonly AreaCode[] {
  const written = [...new Set(places.map(({ cells }) => cells.province.trim()))].filter((cell) => !isBlank(cell));
  const near = written.flatMap((name) => choicesOf({ key: '', level: 'province', within: null, name }, book));
  const named = book.children(null).flatMap(({ code, name: { th } }) => {
    const name = spelling(th);
    const isNamed = (text: string): boolean =>
      new RegExp(`(?:จังหวัด|จ)${name}`).test(spelling(text)) ||
      (name.length >= shortestAlone && spelling(text).includes(name));
    return about.some(isNamed) ? [code] : [];
  });
  const holding = provincesOfAll(places, book);
  const all = [...new Set([...near, ...named, ...(holding.length <= mostNear ? holding : [])])];
  return all.slice(0, mostNear);
}

/** Where every name that there is anywhere can be found; none where one name alone says it. */
function provincesOfAll(places: Homeless['places'], book: PlaceBook): readonly AreaCode[] {
  const homes = (['amphoe', 'tambon'] as const).flatMap((level) => {
    const names = new Map(places.map(({ cells }) => [placename(cells[level]).bare, cells[level]]));
    return [...names.values()].flatMap((name) => {
      const found = isBlank(name) ? [] : book.byName(level, name, null);
      return found.length > 0 ? [new Set(found.map(provinceOf))] : [];
    });
  });
  const [first, ...rest] = homes;
  return first && rest.length > 0 ? [...first].filter((code) => rest.every((home) => home.has(code))) : [];
}
