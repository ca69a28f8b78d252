/** Owns cells of the four ท: lists of values, known ones by their id and others as they are written. */
import { aspects, type AspectId, type TraitValue } from '../model/aspect.ts';
import { cleanLabel } from './clean-words.ts';
import { wordFinder } from './words.ts';

/** Between the values of a cell, in the work tables. No one types it. */
export const betweenTraits = '\u001f';

const finders = Object.fromEntries(
  aspects.map(({ id, values }) => {
    const words = (values as readonly TraitValue[]).map((value) => [value.id, [value.title.th, ...value.aliases]]);
    return [id, wordFinder<string>(Object.fromEntries(words) as Record<string, string[]>)];
  }),
) as Record<AspectId, (cell: string) => string | null>;

/** A slash may stand inside a value, so it parts values only where each of the parts is known. */
const withinValue = /\/|และ/;

/** The values that a cell names, each once. */
export function cleanTraits(aspect: AspectId, cell: string): readonly string[] {
  const find = finders[aspect];
  const found = cell.split(/[,;|•\n\r]/).flatMap((part) => {
    const text = cleanLabel(part.replace(/^\s*([-–*]|\d{1,2}[.)])\s*/, ''));
    if (text === null) return [];
    const known = find(text);
    if (known !== null) return [known];
    const parts = text.split(withinValue).map(find);
    return parts.length > 1 && parts.every((one) => one !== null) ? parts : [text];
  });
  return [...new Set(found)];
}
